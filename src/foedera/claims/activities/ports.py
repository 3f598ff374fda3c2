"""Ships in port, told by set phrases beside the parse: “had entered Roebuck on 27 May”, “tied up overnight at Doe”, “Roe came next”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedera.claims.activities.cast import Cast, cast_of, owner_before, owners
from foedera.claims.activities.telling import Telling
from foedera.claims.activities.words import ASSETS
from foedera.claims.lists import in_list_with
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType, Kind

if TYPE_CHECKING:
    from foedera.claims.drafts import Draft

_BACK = 4  # sentences in which the ships meant were named, or their last call told
_PORTS = frozenset({EntityKind.PLACE, EntityKind.CENTRE, EntityKind.UNKNOWN}) | STATELIKE
_AT = r"(?:at|in|into|off|alongside(?:\s+(?:at|in))?)"
_OF = r"(?:the\s+)?(?:(?:sea\s?port|port|harbou?r|naval base|roads|anchorage|city|island)\s+of\s+)?"
# What a ship does where she comes in; some need no preposition. Behind them the name of the port must stand.
_ARRIVING = re.compile(
    r"\b(?:(?P<verb>(?:re-?)?enter(?:s|ed|ing)?|reach(?:es|ed|ing)?|ma(?:d|k)es?\s+port\s+(?:at|in))\s+"
    r"|(?<!dry )(?P<staying>berth(?:s|ed|ing)?|dock(?:s|ed|ing)?|moor(?:s|ed|ing)?|anchor(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|call(?:s|ed|ing)?"
    r"|t(?:ie[sd]?|ying)\s+up|ma(?:kes?|de|king)\s+fast|com(?:es?|ing)\s+alongside|came\s+alongside|puts?\s+in|putting\s+in"
    r"|pull(?:s|ed|ing)?\s+in|slid(?:es?)?\s+up|drop(?:s|ped)?\s+anchor|la(?:y|in)|lies|lying|stop(?:s|ped)\s+over"
    r"|steam(?:s|ed)|sail(?:s|ed))(?:\s+[\w’'-]+){0,3}?\s+" + _AT + r"\s+)" + _OF + r"$",
    re.IGNORECASE,
)
# “left Roebuck after a call of three days”
_LEAVING = re.compile(
    r"\b(?P<verb>left|leaves?|depart(?:s|ed)|sail(?:s|ed)\s+from|slip(?:s|ped)\s+from)\s+" + _OF + r"$", re.I
)
_AFTER_A_CALL = re.compile(
    r"[^.;]{0,40}?\b(?:after|following|at the end of|ending|concluding)\s+[^.;]{0,40}?\b(?:call|visit|stay|stop(?:over)?)\b",
    re.I,
)
_ARRIVAL = re.compile(
    r"\b(?P<noun>arrival|stay|stopover|turn-?around|layover)\s+(?:at|in|alongside)\s+" + _OF + r"$", re.I
)
_NEXT = re.compile(
    r"\s+(?P<verb>came|comes|was|is|follow(?:s|ed)|will be|will follow)\b(?P<next>\s+(?:next|the next\b[^.;,]{0,20}))?",
    re.I,
)
_WATERS = re.compile(
    r"\b(?:sea|straits?|gulf|ocean|channel|bay of|waters|coast|pacific|atlantic|mediterranean|baltic|arctic|antarctic)\b",
    re.I,
)
_SHIPS = re.compile(r"\b(?:they|the\s+(?:\w+\s+)?(?:ships|vessels|warships|frigates|destroyers|pair))\b", re.I)
_BACK_TO_SHIPS = re.compile(
    r"\b(?:they|she|it|the\s+(?:two\s+|three\s+|four\s+)?(?:ships?|vessels?|warships?|frigates?|squadron|destroyers?|group|pair))\b",
    re.I,
)


def calls_by_wording(sentence: Sentence, scene: Scene) -> Iterator[Telling]:
    """The port calls that set phrases before or behind the name of a port tell."""
    for port in sentence.mentions:
        if port.generic or port.kind not in _PORTS or not port.text[:1].isupper() or _WATERS.search(port.text):
            continue
        said = _said_of(port, sentence)
        verb = sentence.token_at(said) if said is not None else None
        cast = _ships_for(verb, port, sentence, scene) if verb is not None else None
        if verb is not None and cast is not None:
            acting = {filler.start for filler in cast.participants.values()}
            ports = [each for each in in_list_with(port, sentence) if each.kind in _PORTS and each.start not in acting]
            yield Telling(ActivityType.PORT_CALL, verb, verb, cast, None, ports or [port], confidence=0.65)


def _said_of(port: Mention, sentence: Sentence) -> int | None:
    """Where the word stands that tells of a call at this port; None if nothing does."""
    before, behind = sentence.text[: port.start - sentence.start], sentence.text[port.end - sentence.start :]
    arriving = _ARRIVING.search(before)
    if arriving is not None:
        return sentence.start + arriving.start("verb" if arriving.group("verb") else "staying")
    leaving = _LEAVING.search(before)
    if leaving is not None:
        return sentence.start + leaving.start("verb") if _AFTER_A_CALL.match(behind) else None
    arrival = _ARRIVAL.search(before)
    if arrival is not None:
        return sentence.start + arrival.start("noun")
    following = _NEXT.match(behind)
    if (
        following is not None
        and not before.strip()
        and (following["next"] or following["verb"].lower().startswith("f"))
    ):
        return port.end + following.start("verb")
    return None


def _ships_for(verb: Token, port: Mention, sentence: Sentence, scene: Scene) -> Cast | None:
    """Whose ships are meant: those named before the verb, the owner of “a Danish frigate”, those that were spoken of last."""
    place = sentence.offset(verb)
    named = [
        mention
        for mention in sentence.mentions
        if mention.kind is EntityKind.VESSEL
        and (mention.end <= place or verb.pos_ == "NOUN")
        and mention.start != port.start
    ]
    own = [mention for mention in named if not mention.generic] or [
        mention for mention in named if owner_before(mention, sentence) is not None
    ]
    roots = [root for mention in own if (root := sentence.root_of(mention.start, mention.end)) is not None]
    if roots:
        cast = cast_of(roots, sentence, scene)
        return cast if cast.participants else None
    subject = [token for token in verb.children if token.dep_ in {"nsubj", "nsubjpass"}]
    owned = [token for token in subject if token.lemma_.lower() in ASSETS and any(owners(token, sentence))]
    if owned:
        return cast_of(owned, sentence, scene)
    if port.start == sentence.start or named or _BACK_TO_SHIPS.search(sentence.text[: place - sentence.start]):
        return _spoken_of(sentence, scene, called=port.start == sentence.start)
    return None


def _spoken_of(sentence: Sentence, scene: Scene, *, called: bool) -> Cast | None:
    """The ships of the activity told last, or those named last; only of a call if one must have been `called`."""
    for index, told in reversed(scene.told):
        if sentence.index - index > _BACK:
            break
        if told.kind is Kind.ACTIVITY and _is_of_ships(told, called=called):
            return Cast(
                {str(each.entity or each.text.casefold()): each for each in told.roles.get("participant", ())},
                {str(each.entity or each.text.casefold()): each for each in told.roles["asset"]},
            )
    if called:
        return None
    several = _SHIPS.search(sentence.text) is not None
    for earlier in list(scene.reading.before(sentence))[:_BACK]:
        ships = [each for each in earlier.mentions if each.kind is EntityKind.VESSEL and not each.generic]
        if several and len(ships) < 2:
            continue
        roots = [root for ship in ships if (root := earlier.root_of(ship.start, ship.end)) is not None]
        if roots:
            cast = cast_of(roots, earlier, scene)
            return cast if cast.participants else None
    return None


def _is_of_ships(told: Draft, *, called: bool) -> bool:
    sort = told.roles["type"][0].text
    wanted = {"port_call", "visit"} if called else {"port_call", "deployment", "transit", "patrol"}
    return sort in wanted and bool(told.roles.get("asset"))
