"""Equipment, by its form: designators, names before a noun of equipment, and the plain nouns."""

from __future__ import annotations

import re
from functools import cache

from foedera.model import EntityKind
from foedera.names.data import read_table
from foedera.names.patterns.pattern import Pattern, Reading, resolve_overlaps
from foedera.names.patterns.vocabulary import common_words, is_nationality
from foedera.names.patterns.words import Words, cut_words, modifiers_left

_HEADS = frozenset(
    "missile radar sonar torpedo tank helicopter drone fighter bomber howitzer rifle cannon mortar satellite sensor "
    "engine turbine ammunition munition warhead interceptor launcher rocket vehicle aircraft airlifter jet "
    "gunship airframe turret simulator transponder glider hovercraft lcac lcvp "
    "jammer landing-craft uav uuv usv ugv uas uavs "
    "sonobuoy bomb propellant armour seaplane "
    "loiterer biplane turboprop floatplane excavator ambulance".split()
)
# Nouns that mean equipment only with the word before them.
_LEAD_HEADS = frozenset(
    "transport carrier mine barrel bridge battery camera trainer decoy plane transporter parachute ambulance truck "
    "buoy boat shell gun tanker system systems craft platform suite kit network station vessel ship equipment device".split()
)
_MODIFIERS = frozenset(
    "surface-to-air surface-to-surface air-to-air air-to-surface air-to-ground anti-ship anti-tank anti-air anti-aircraft "
    "anti-submarine anti-radiation anti-drone counter-drone ballistic cruise hypersonic guided long-range short-range "
    "medium-range very-short-range stand-off standoff air-defence air-defense missile-defence coastal coast naval maritime "
    "patrol landing assault attack transport utility combat fighter training trainer multirole multi-role light heavy "
    "medium main battle armoured armored wheeled tracked self-propelled towed unmanned uncrewed autonomous remotely "
    "piloted aerial underwater undersea surface ground reconnaissance surveillance early warning early-warning airborne "
    "tanker refuelling electronic warfare satellite communication communications space radar missile rocket artillery "
    "air defence defense mine countermeasures mine-countermeasures minehunting loitering stealth next-generation "
    "sixth-generation fifth-generation fourth-generation jet turboprop rotary-wing fixed-wing tactical strategic nuclear "
    "nuclear-powered diesel-electric conventional gas aero marine hull-mounted towed-array night-vision vision thermal "
    "small arms assault sniper machine calibre mm high-speed fast interceptor rigid inflatable logistics support "
    "replenishment rescue search-and-rescue amphibious carrier-based carrier fire control fire-control command control "
    "vertical launch weapon weapons over-the-horizon phased-array three-dimensional shoulder-fired man-portable "
    "offshore supply hospital frigate submarine second-hand surplus infantry fighting personnel bridge engineer medical "
    "armed long-endurance medium-altitude high-altitude swarm kamikaze quantum ammunition".split()
)
_PREFIXES = frozenset("type mk mark rbs block sk leopard aster".split())
_HYPHENED = re.compile(r"(?:[A-Z]{1,2}/)?[A-Z][A-Za-z]{0,4}-\d{1,4}[A-Z]{0,3}\d?[a-z]{0,3}s?(?:-\d+)?")
_NAMED_MODEL = re.compile(r"[^\W\d_]{5,12}-\d{1,3}[A-Z]?s?")  # Mohajer-6
_CALIBRE = re.compile(r"\d+(?:\.\d+)?[-‑]?mm")
_GLUED = re.compile(r"(?:[A-Z]{1,4}\d{1,4}[A-Z]{0,3}s?|[A-Z]{1,4}-[A-Z]{1,3}\d{1,3})")
# Same form, other meaning: summits, papers, viruses, codes of staff sections, formats, fiscal years and quarters.
_NOT_DESIGNATORS = re.compile(
    r"(?:G|P|E|F|J|N|S|Q|H|U|B|R|A|D|C|FY|CO|PM|MP|PS|EU|EC|ISO|IPV|SP|UK|NYC|BAI|COVID-|SARS-|GPT-|CFAD|BC|Y|L|V|AP|X|WWW|IE|IPO|"
    r"Covid-|Sars-|Section-|Article-|Under-|Pre-|Post-|Mid-|Top-|Non-|ICAO|UEFA|U-|Nr|No|UTC-?|GMT-?|Euro-?|Group-?|Art-)"
    r"\d{1,4}[a-z]?s?"
)
_MODEL_NUMBER = re.compile(r"\d{1,3}[A-Z]{0,2}s?(?:-[A-Z])?|[A-Z]{1,2}\d{0,2}|[IVX]+")
_VARIANT = re.compile(r"(?:MSE|ER|IR|NG|SLEP|Block|Mk|FL|IA|IIA|III|II|IV)")


def find_equipment(text: str) -> tuple[Pattern, ...]:
    """Equipment in text order, without article and count; common nouns such as "coastal radars" are generic."""
    return resolve_overlaps(equipment_in(cut_words(text)))


def equipment_in(words: Words) -> list[Pattern]:
    """Every piece of equipment that the words name, overlaps included."""
    found: list[Pattern] = []
    for index, lower in enumerate(words.lower):
        form = words.forms[index]
        singular = lower[:-1] if lower[-1] == "s" and lower not in _HEADS else lower
        if singular in _HEADS or lower in _LEAD_HEADS or (singular in _LEAD_HEADS):
            found.extend(_headed(words, index, needs_lead=singular not in _HEADS))
        elif words.capital[index] and form[-1].isalnum() and any(letter.isdigit() for letter in form):
            found.extend(_designated(words, index))
        elif lower in _PREFIXES and words.capital[index]:
            found.extend(_prefixed(words, index))
        if words.capital[index] and words.close[index]:
            found.extend(_known(words, index) or _counted(words, index))
    return found


def _is_designator(form: str) -> bool:
    if _NOT_DESIGNATORS.fullmatch(form):
        return False
    if _NAMED_MODEL.fullmatch(form):
        return form.split("-")[0].lower() not in common_words()
    # "K9" and "T5" alone may be anything
    glued = _GLUED.fullmatch(form) is not None and len(form.rstrip("s")) > 2
    return glued or _HYPHENED.fullmatch(form) is not None


def _designated(words: Words, index: int) -> list[Pattern]:
    """“F-35A”, “P-8A Poseidon”, “AAM-4B missile”."""
    form = words.forms[index]
    glued_but_plain = _NOT_DESIGNATORS.fullmatch(form) is not None and _GLUED.fullmatch(form) is not None
    last = _head_after(words, index)
    if not _is_designator(form) and not (glued_but_plain and last > index):
        return []
    designator = words.part("designator", index, index)
    if last > index:
        return [words.pattern(EntityKind.EQUIPMENT, index, last, (designator, words.part("head", last, last)))]
    last = _nicknamed(words, index)
    return [words.pattern(EntityKind.EQUIPMENT, index, last, (designator,))]


def _nicknamed(words: Words, index: int) -> int:
    """The last word of the name ("Black Hawk") or variant ("MSE") that goes with the designator here."""
    last = index
    while last - index < 3 and words.named(last + 1) and words.close[last + 1]:
        form = words.forms[last + 1]
        if is_nationality(form) or not (form.istitle() or _VARIANT.fullmatch(form)):
            break
        last += 1
    return last if last - index < 3 else index  # a longer run is another name


def _head_after(words: Words, index: int) -> int:
    """The last word of "surface-to-surface missile" after word `index`; `index` itself if none follows."""
    at = index + 1
    while at < len(words) and words.close[at] and at - index < 5:
        lower = words.lower[at]
        singular = lower[:-1] if lower.endswith("s") else lower
        ends = singular in _HEADS or (at > index + 1 and singular in _LEAD_HEADS)
        further = words.lower[at + 1] if at + 1 < len(words) and words.close[at + 1] else ""
        goes_on = further in _MODIFIERS or further.rstrip("s") in _HEADS or further.rstrip("s") in _LEAD_HEADS
        if ends and not goes_on:
            return at
        if lower not in _MODIFIERS and not ends:
            break
        at += 1
    return index


def _prefixed(words: Words, index: int) -> list[Pattern]:
    """“Type 12 surface-to-surface missile”, “Mk 41”, “Leopard 2 tanks”."""
    at = index + 1
    if at >= len(words) or not words.close[at] or not _MODEL_NUMBER.fullmatch(words.forms[at]):
        return []
    if words.lower[index] == "block" or (words.lower[index] == "type" and not words.forms[at][0].isdigit()):
        return []
    last = _head_after(words, at)
    return [words.pattern(EntityKind.EQUIPMENT, index, last, (words.part("designator", index, at),))]


def _headed(words: Words, index: int, *, needs_lead: bool) -> list[Pattern]:
    """“Meteor missile”, “coastal radars”: the noun with what stands before it."""
    if words.capital[index] and not words.named(index - 1) and index > 0:
        return []
    first = _with_calibre(words, modifiers_left(words, index, _MODIFIERS))
    if needs_lead and first == index:
        return []
    head = words.part("head", index, index)
    name = first
    while words.close[name] and first - name < 3 and _names(words, name - 1):
        name -= 1
    if name < first and not (words.first[name] and name == first - 1) and not words.capital[index]:
        return [words.pattern(EntityKind.EQUIPMENT, name, index, (head, words.part("name", name, first - 1)))]
    if words.capital[index]:
        return []
    return [words.pattern(EntityKind.EQUIPMENT, first, index, (head,), Reading.GENERIC)]


def _with_calibre(words: Words, first: int) -> int:
    """`first` moved left over a calibre: "155 mm", "5.56-mm"."""
    if words.lower[first] == "mm" and first > 0 and words.forms[first - 1][0].isdigit():
        return first - 1
    return first - 1 if first > 0 and words.close[first] and _CALIBRE.fullmatch(words.forms[first - 1]) else first


_OWNERS = frozenset("navy army force forces guard corps ministry government company department police command".split())


def _names(words: Words, index: int) -> bool:
    if index < 0:
        return False
    form = words.forms[index]
    if words.named(index):
        return not is_nationality(form) and words.lower[index] not in _OWNERS
    return form.isdigit() and len(form) < 4 and words.named(index - 1) and words.close[index]


@cache
def _known_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word of a known name, in lower case → the whole names that begin with it, longest first."""
    names: dict[str, list[tuple[str, ...]]] = {}
    for row in read_table("lexicon/equipment-names.csv"):
        split = tuple(row["name"].lower().split())
        names.setdefault(split[0], []).append(split)
    return {first: tuple(sorted(same, key=len, reverse=True)) for first, same in names.items()}


def _known(words: Words, index: int) -> list[Pattern]:
    """Names of well-known equipment that are no everyday words: "Gripen", "Storm Shadow", "Leopard 2s"."""
    lower = words.lower[index]
    singular = lower[:-1] if lower.endswith("s") else lower
    if words.named(index - 1) and words.close[index] and not is_nationality(words.forms[index - 1]):
        return []  # part of a longer name: a person's, an exercise's
    for name in (*_known_names().get(lower, ()), *_known_names().get(singular, ())):
        last = index + len(name) - 1
        written = words.lower[index : last + 1]
        if (
            len(written) == len(name)
            and (written[-1] in (name[-1], name[-1] + "s"))
            and written[:-1] == list(name[:-1])
        ):
            number = last + 1 < len(words) and words.close[last + 1] and _MODEL_NUMBER.fullmatch(words.forms[last + 1])
            last += bool(number)
            return [words.pattern(EntityKind.EQUIPMENT, index, _head_after(words, last))]
    return []


def _counted(words: Words, index: int) -> list[Pattern]:
    """“382 Griffons”, “Finnish Hornets”: a capitalised plural after a number or a nationality, as a guess."""
    before = words.forms[index - 1]
    if (
        not (before.isdigit() and len(before) < 4)
        and words.lower[index - 1] not in _NUMBERS
        and not is_nationality(before)
    ):
        return []
    last = index
    while words.named(last + 1) and words.close[last + 1] and last - index < 2:
        last += 1
    form = words.forms[last]
    if not words.named(index) or not form.endswith("s") or form.isupper() or is_nationality(words.forms[index]):
        return []
    lower = words.lower[last]
    if lower in _NOT_COUNTED or len(form) < 4 or is_nationality(form[:-1]) or {lower, lower[:-1]} & common_words():
        return []
    return [words.pattern(EntityKind.EQUIPMENT, index, last, (), Reading.GUESSED)]


_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen twenty thirty hundred".split())
_NOT_COUNTED = frozenset(
    "forces states members navies armies marines affairs services operations islands ministers ministries sides nations "
    "studies systems industries parties guards chiefs relations lines airlines rangers games rules seas commandos "
    "parliamentarians governments officials koreas councils wings".split()
)
