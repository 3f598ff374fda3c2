"""Instruments' events told by formal steps, by how long they hold, by what is still missing, and by turns of phrase."""

from __future__ import annotations

import pytest

from foedera.model import Claim, Kind

BEFORE = "The armed forces of Spain report. The naval protocol was signed in 2010. "


def told(claim: Claim) -> tuple[str, str, str | None, str, str]:
    """Event, parties, date, modality and polarity of a claim, in words."""
    who = " ".join(filler.text for filler in claim.fillers("party"))
    return claim.word("event"), who, claim.when.edtf if claim.when else None, claim.modality.value, claim.polarity.value


STEPS = {
    "an instrument deposited": (
        "Poland deposited its instrument of accession on 7 April 2024.",
        ("ratified", "Poland", "2024-04-07", "actual", "affirmed"),
    ),
    "an instrument that follows": (
        "Denmark's instrument followed in February 2024.",
        ("ratified", "Denmark", "2024-02", "actual", "affirmed"),
    ),
    "approval notified": (
        "Paraguay notified its approval on 19 August 2023.",
        ("ratified", "Paraguay", "2023-08-19", "actual", "affirmed"),
    ),
    "procedures completed": (
        "Norway informed the depositary on 3 May 2024 that its constitutional requirements had been met.",
        ("ratified", "Norway", "2024-05-03", "actual", "affirmed"),
    ),
    "notice given": (
        "Slovenia gave such notice on 2 April 2013.",
        ("terminated", "Slovenia", "2013-04-02", "planned", "affirmed"),
    ),
    "no notice received": (
        "The depositary has received no notice of withdrawal from Latvia.",
        ("terminated", "Latvia", None, "actual", "denied"),
    ),
    "a withdrawal that took effect": (
        "Lithuania's own withdrawal has been effective since 6 March 2024.",
        ("terminated", "Lithuania", "2024-03-06", "actual", "affirmed"),
    ),
    "no party": (
        "Italy is not a party to the protocol.",
        ("signed", "Italy", None, "actual", "denied"),
    ),
    "a parliament's blessing": (
        "The Folketing gave its blessing on 11 June 2024.",
        ("ratified", "Folketing", "2024-06-11", "actual", "affirmed"),
    ),
    "signature foreseen": (
        "Signature of the amendment by Spain and Chile is foreseen in June 2025.",
        ("signed", "Spain Chile", "2025-06", "planned", "affirmed"),
    ),
    "a bare signature foreseen": (
        "Signature is foreseen in June 2025.",
        ("signed", "", "2025-06", "planned", "affirmed"),
    ),
    "a signature that took place": (
        "The signing took place in Lisbon on 17 January 2010.",
        ("signed", "", "2010-01-17", "actual", "affirmed"),
    ),
    "a ratification outstanding": (
        "Ratification by Spain is still outstanding.",
        ("ratified", "Spain", None, "actual", "denied"),
    ),
    "approval pending, in a telegram's words": (
        "Senate approval pending.",
        ("ratified", "", None, "actual", "denied"),
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), STEPS.values(), ids=STEPS.keys())
def test_a_step_is_towards_the_instrument_spoken_of(claims_of, sentence, expected):
    """What a party hands in, and what is still awaited, is of the instrument named last."""
    assert expected in [told(claim) for claim in claims_of(BEFORE + sentence, kind=Kind.INSTRUMENT_EVENT)]


LASTING = {
    "runs until": ("The protocol runs until 2029.", ("in_force", "../2029", "actual")),
    "remains in force until": ("The protocol remains in force until 2030.", ("in_force", "../2030", "actual")),
    "will now run to": ("The protocol will now run to 2027.", ("extended", "../2027", "actual")),
    "continued until": ("The protocol was continued until 2028.", ("extended", "../2028", "actual")),
    "comes to an end": ("The protocol comes to an end on 31 December.", ("terminated", "2024-12-31", "planned")),
    "validity that ends": (
        "The validity of the protocol ends on 31 December.",
        ("terminated", "2024-12-31", "planned"),
    ),
    "lapses on a day to come": ("The protocol lapses on 31 May.", ("terminated", "2025-05-31", "planned")),
    "brought to an end": ("A vote brought the protocol to an end in 2020.", ("terminated", "2020", "actual")),
    "falls away": ("The protocol falls away in 2026.", ("terminated", "2026", "planned")),
}


@pytest.mark.parametrize(("sentence", "expected"), LASTING.values(), ids=LASTING.keys())
def test_until_when_an_instrument_holds(claims_of, sentence, expected):
    """That an instrument holds until a day, was prolonged to it or ends on it are three things; an end to come is planned."""
    found = [told(claim) for claim in claims_of(BEFORE + sentence, kind=Kind.INSTRUMENT_EVENT)]
    assert expected in [(event, when, modality) for event, _, when, modality, _ in found]


TURNS = {
    "entered into": (
        "An access arrangement was entered into with Chile in June 2024.",
        ("agreed", "access arrangement"),
    ),
    "exchanged": ("A Letter of Intent was exchanged with Chile.", ("signed", "Letter of Intent")),
    "put on paper": ("The agreement that Spain and Chile put on paper helps both.", ("agreed", "agreement")),
    "green light": ("Spain gave the green light to a pact on drone training.", ("agreed", "pact")),
    "thrown out": ("Congress threw out the visiting-forces bill.", ("adopted", "visiting-forces bill")),
    "torn up": ("Spain tore up the frigate contract.", ("terminated", "frigate contract")),
    "let lapse": ("Spain and Chile let their radar pact lapse.", ("terminated", "radar pact")),
    "embargo ended": ("The Council ended its arms embargo on Westhaven in May.", ("terminated", "arms embargo")),
    "went live": ("The naval annex went live on 3 May 2024.", ("in_force", "naval annex")),
    "applicable": ("The naval regulation is applicable from 1 May 2024.", ("in_force", "naval regulation")),
    "rolled over": ("Spain rolled the radar arrangement over in May 2024.", ("extended", "radar arrangement")),
    "brought up to date": ("Spain and Chile brought their radar pact up to date.", ("amended", "radar pact")),
    "interim effect": ("The radar pact was given interim effect.", ("provisionally_applied", "radar pact")),
    "brought forward": ("Spain brought forward a protocol on drones.", ("proposed", "protocol")),
    "unsigned": ("The radar pact remains unsigned.", ("signed", "radar pact")),
    "none exists": ("No radar contract exists yet.", ("signed", "radar contract")),
    "dates from, behind a name": (
        "The memorandum of understanding with Chile, which dates from January 2015, concerns training.",
        ("agreed", "memorandum of understanding"),
    ),
    "capitals make a name": ("Japan relaxed its Three Principles in 2014.", ("amended", "Three Principles")),
}


@pytest.mark.parametrize(("sentence", "expected"), TURNS.values(), ids=TURNS.keys())
def test_a_turn_of_phrase_tells_an_event(claims_of, sentence, expected):
    """What official and newspaper English says of an instrument in more words than one."""
    text = f"The armed forces of Spain report. {sentence}"
    found = claims_of(text, kind=Kind.INSTRUMENT_EVENT)
    assert expected in [(claim.word("event"), claim.fillers("instrument")[0].text) for claim in found]


def test_who_has_one_has_it_with_the_same_other_side(claims_of):
    """“Norway has had one since 2006”: an arrangement with the agency that was named before."""
    text = "Norway's armed forces report. A door is an arrangement with the European Defence Agency. Norway has had one since 2006."
    found = [told(claim) for claim in claims_of(text, kind=Kind.INSTRUMENT_EVENT)]
    assert ("in_force", "Norway European Defence Agency", "2006/..", "actual", "affirmed") in found


NOTHING = {
    "an exercise ends": "The naval exercise ends on 4 May.",
    "any instrument": "Every lease ends one day.",
    "not needed": "Ratification is not needed.",
    "a condition": "A Participant may leave on giving nine months' notice.",
    "a letter of thanks": "Spain sent a letter of thanks to Chile.",
}


@pytest.mark.parametrize("sentence", NOTHING.values(), ids=NOTHING.keys())
def test_what_only_sounds_like_an_event_tells_none(claims_of, sentence):
    """Exercises end, any lease does, and letters are sent, without an event of an instrument."""
    before = len(claims_of(BEFORE, kind=Kind.INSTRUMENT_EVENT))
    assert len(claims_of(BEFORE + sentence, kind=Kind.INSTRUMENT_EVENT)) == before


def test_a_signed_text_tells_by_its_place_line_where_and_when(claims_of):
    """A declaration with a place and a day on a line of their own was signed there by those for whom it speaks."""
    text = (
        "JOINT DECLARATION\nof the Ministry of Defence of Spain and the Ministry of Defence of Chile\n\n"
        "Lisbon, 12 March 2024\n\nThe Ministers of Defence of Spain and Chile have reached an understanding on naval training.\n\n"
        "This Declaration takes effect on the day of its signature and may be modified by mutual consent."
    )
    found = claims_of(text, kind=Kind.INSTRUMENT_EVENT)
    signed = next(claim for claim in found if claim.word("event") == "signed")
    assert told(signed) == ("signed", "Spain Chile", "2024-03-12", "actual", "affirmed")
    assert [place.text for place in signed.fillers("place")] == ["Lisbon"]
    assert ("in_force", "2024-03-12") in [(claim.word("event"), claim.when and claim.when.edtf) for claim in found]


def test_a_dateline_signs_nothing(claims_of):
    """A news item about a declaration begins with a place and a day, and was signed nowhere."""
    text = "Ministers welcome naval declaration\n\nLisbon, 12 March 2024\n\nThe navies of Spain and Chile will train together."
    assert [claim.word("event") for claim in claims_of(text, kind=Kind.INSTRUMENT_EVENT)] == []


def test_a_protocol_that_amends_an_agreement_is_one_instrument_and_the_agreement_another(claims_of):
    """“Protocol amending the Convention on …” in a list of treaties was signed, and amends the convention."""
    text = (
        "Treaty actions: the armed forces\n\n1. Belgium and Norway. "
        "Protocol amending the Agreement on the Integration of Air Surveillance; Lisbon, 03-06-2024.\n"
    )
    found = {claim.word("event"): claim for claim in claims_of(text, kind=Kind.INSTRUMENT_EVENT)}
    assert found["signed"].fillers("instrument")[0].text.startswith("Protocol amending the Agreement on")
    assert found["amended"].fillers("instrument")[0].text == "Agreement on the Integration of Air Surveillance"
    assert [filler.text for filler in found["signed"].fillers("party")] == ["Belgium", "Norway"]


def test_whose_and_which_are_of_the_same_instrument(claims_of):
    """Two relative clauses joined by "and" speak of one thing, whatever was named between them."""
    text = (
        "The armed forces of Spain recall the Memorandum of Understanding on Defence Cooperation, done at Lisbon on 3 April 2014, "
        "whose validity was prolonged by five years through an exchange of notes in 2019 and which lapsed on 3 April 2024."
    )
    found = [
        (claim.word("event"), claim.fillers("instrument")[0].text)
        for claim in claims_of(text, kind=Kind.INSTRUMENT_EVENT)
    ]
    assert ("extended", "Memorandum of Understanding on Defence Cooperation") in found
    assert ("terminated", "Memorandum of Understanding on Defence Cooperation") in found
