"""What happened in the life of an agreement, an arrangement, a strategy or a regulation."""

from __future__ import annotations

import pytest

from foedera.model import Claim, Kind


def told(claim: Claim) -> tuple[str, str, str | None]:
    """Event, instrument and date of a claim, in words."""
    return claim.word("event"), claim.fillers("instrument")[0].text, claim.when.edtf if claim.when else None


def parties(claim: Claim) -> list[str]:
    """The names of a claim's parties, in the order of the text."""
    return [filler.text for filler in claim.fillers("party")]


EVENTS = {
    "signed": (
        "Norway signed a Security and Defence Partnership with the EU on 28 May 2024.",
        ("signed", "Security and Defence Partnership", "2024-05-28"),
    ),
    "signed in the passive": (
        "An Inter-Governmental Agreement on naval aircraft was signed with the Government of France on 28 April 2025.",
        ("signed", "Inter-Governmental Agreement", "2025-04-28"),
    ),
    "relative clause": (
        "The Reciprocal Access Agreement that London and Tokyo signed in January 2023 helps both navies.",
        ("signed", "Reciprocal Access Agreement", "2023-01"),
    ),
    "noun": (
        "They welcomed the signature in May 2024 of the Reciprocal Access Agreement between Japan and the Philippines.",
        ("signed", "Reciprocal Access Agreement", "2024-05"),
    ),
    "done at": (
        "The Senate debated the Italy–Qatar Agreement on Military Training done at Doha on 13 January 2019.",
        ("signed", "Italy–Qatar Agreement on Military Training", "2019-01-13"),
    ),
    "concluded": (
        "Paris and Nicosia concluded the status-of-forces accord in 2017.",
        ("agreed", "status-of-forces accord", "2017"),
    ),
    "known by its year": (
        "US forces are present in Japan under the Status of Forces Agreement of 1960.",
        ("agreed", "Status of Forces Agreement", "1960"),
    ),
    "adopted": (
        "Regulation (EU) 2021/697, adopted on 29 April 2021, sets up the European Defence Fund.",
        ("adopted", "Regulation (EU) 2021/697", "2021-04-29"),
    ),
    "released": (
        "On 1 November 2024, Japan and the EU released their first document titled “Japan-EU Security and Defence "
        "Partnership”.",
        ("announced", "Japan-EU Security and Defence Partnership", "2024-11-01"),
    ),
    "consent of a parliament": (
        "The Philippine Senate gave its consent to the Reciprocal Access Agreement with Japan on 16 December 2024.",
        ("ratified", "Reciprocal Access Agreement", "2024-12-16"),
    ),
    "opened for signature": (
        "The Naval Arms Convention was opened for signature in Oslo on 3 June 2013.",
        ("signed", "Naval Arms Convention", "2013-06-03"),
    ),
    "put on hold": (
        "Germany put the defence agreement on hold in March 2021.",
        ("suspended", "defence agreement", "2021-03"),
    ),
    "ceased to apply": (
        "The Status of Forces Agreement ceased to apply on 1 May 2019.",
        ("terminated", "Status of Forces Agreement", "2019-05-01"),
    ),
    "dates from": (
        "The two navies rely on a logistics agreement dating from August 2016.",
        ("agreed", "logistics agreement", "2016-08"),
    ),
    "talks concluded": (
        "Tokyo and Manila concluded negotiations on a Reciprocal Access Agreement in July 2024.",
        ("agreed", "Reciprocal Access Agreement", "2024-07"),
    ),
    "work begun": (
        "The two navies have begun work on a logistics arrangement.",
        ("negotiating", "logistics arrangement", None),
    ),
    "ties raised": (
        "Japan and Italy elevated their defence ties to a strategic partnership in January 2023.",
        ("agreed", "strategic partnership", "2023-01"),
    ),
    "changes made": (
        "Changes were made to the Status of Forces Agreement in 2018.",
        ("amended", "Status of Forces Agreement", "2018"),
    ),
    "effective, in brackets": (
        "The navies cite the Lombok Treaty (signed 13 November 2006, effective 7 February 2008).",
        ("in_force", "Lombok Treaty", "2008-02-07"),
    ),
    "the text": (
        "The ministers of defence met on naval training. The text was adopted on 3 May 2024.",
        ("adopted", "text", "2024-05-03"),
    ),
    "a second time": (
        "The Status of Forces Agreement was amended in 2016 and again in 2021.",
        ("amended", "Status of Forces Agreement", "2021"),
    ),
    "followed by another": (
        "London and Tokyo signed a logistics agreement in 2017, followed by a Reciprocal Access Agreement in January "
        "2023.",
        ("signed", "Reciprocal Access Agreement", "2023-01"),
    ),
    "one of a list": (
        "The two ministers of defence signed three documents: a memorandum of understanding on training, a letter of "
        "intent on shipbuilding and an implementing arrangement on cyber.",
        ("signed", "letter of intent", None),
    ),
    "a contract that someone will carry out": (
        "Under a contract signed last year, the shipyard will build five corvettes for the navy.",
        ("signed", "contract", "2023"),
    ),
    "ratified by a parliament": (
        "The Philippine Senate approved the Reciprocal Access Agreement with Japan on 16 December 2024.",
        ("ratified", "Reciprocal Access Agreement", "2024-12-16"),
    ),
    "entered into force": (
        "The Japan–UK Reciprocal Access Agreement entered into force on 15 October 2023.",
        ("in_force", "Japan–UK Reciprocal Access Agreement", "2023-10-15"),
    ),
    "took effect": (
        "The Japan–UK Reciprocal Access Agreement took effect on 15 October 2023.",
        ("in_force", "Japan–UK Reciprocal Access Agreement", "2023-10-15"),
    ),
    "in force since": (
        "The Framework Participation Agreement, in force since December 2016, serves both navies.",
        ("in_force", "Framework Participation Agreement", "2016-12"),
    ),
    "denounced": (
        "The government denounced the defence accord in 2019.",
        ("terminated", "defence accord", "2019"),
    ),
    "lapsed": (
        "A hydrographic pact between the two navies was allowed to lapse in June 2023.",
        ("terminated", "hydrographic pact", "2023-06"),
    ),
    "prolonged": (
        "The status-of-forces accord was prolonged in 2015 for ten years.",
        ("extended", "status-of-forces accord", "2015"),
    ),
    "talks": (
        "Talks on a status-of-forces accord between Canada and Kenya began in May 2021.",
        ("negotiating", "status-of-forces accord", "2021-05"),
    ),
    "floated": (
        "A side letter on military aircraft, which Brazil had floated in 2022, was forgotten.",
        ("proposed", "side letter", "2022"),
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), EVENTS.values(), ids=EVENTS.keys())
def test_an_event_is_told(claims_of, sentence, expected):
    """A verb or noun of an instrument's life makes a claim, with the date that belongs to it."""
    assert expected in [told(claim) for claim in claims_of(sentence, kind=Kind.INSTRUMENT_EVENT)]


def test_each_event_has_its_own_date(claims_of):
    """Provisional application and entry into force are two events with two dates."""
    text = "The EU–ROK Free Trade Agreement has been provisionally applied since July 2011 and in force since December 2015."

    found = [told(claim) for claim in claims_of(text, kind=Kind.INSTRUMENT_EVENT)]

    assert [(event, when) for event, _, when in found] == [
        ("provisionally_applied", "2011-07"),
        ("in_force", "2015-12"),
    ]


def test_those_who_sign_and_those_they_sign_with_are_parties(claims_of):
    """The subject and the noun after “with” are parties alike."""
    (claim,) = claims_of("Norway signed a defence agreement with Japan in 2023.", kind=Kind.INSTRUMENT_EVENT)

    assert parties(claim) == ["Norway", "Japan"]


def test_the_name_of_an_agreement_tells_its_parties(claims_of):
    """Where nobody is said to act, the parties are those in the agreement's name."""
    (claim,) = claims_of("The Japan–UK Reciprocal Access Agreement took effect in 2023.", kind=Kind.INSTRUMENT_EVENT)

    assert parties(claim) == ["Japan", "UK"]


def test_who_ratifies_ratifies_alone(claims_of):
    """A parliament's approval binds its own state only."""
    text = "Poland ratified the Japan–UK Reciprocal Access Agreement in 2024."

    (claim,) = claims_of(text, kind=Kind.INSTRUMENT_EVENT)

    assert parties(claim) == ["Poland"]


def test_agreements_with_several_states_are_several(claims_of):
    """“Agreements with A and with B” are two agreements."""
    text = "Manila has visiting-forces agreements with the United States and with Australia."

    found = claims_of(text, kind=Kind.INSTRUMENT_EVENT)

    assert sorted(parties(claim) for claim in found) == [["Manila", "Australia"], ["Manila", "United States"]]


def test_a_notice_tells_an_event_a_line(claims_of):
    """In a list of treaties, each labelled line is an event of the treaty above it."""
    text = """STATUS OF DEFENCE AGREEMENTS

1. Japan–UK RAA
Signed: London, 11 January 2023
In force: 15 October 2023
Denunciations: none
"""

    found = claims_of(text, kind=Kind.INSTRUMENT_EVENT)

    assert [(claim.word("event"), claim.polarity.value) for claim in found] == [
        ("signed", "affirmed"),
        ("in_force", "affirmed"),
        ("terminated", "denied"),
    ]
    assert {claim.fillers("instrument")[0].text for claim in found} == {"Japan–UK RAA"}
    assert found[0].word("place") == "London"


NOT_SO = {
    "planned": ("The defence agreement will be signed in May 2025.", "planned", "affirmed"),
    "due": ("The defence agreement, due for signature in May 2025, is short.", "planned", "affirmed"),
    "future of the past": ("The minister said that it would denounce the defence accord.", "planned", "affirmed"),
    "possible": ("Norway may sign a defence agreement with Japan.", "possible", "affirmed"),
    "denied": ("Norway has not signed a defence agreement with Japan.", "actual", "denied"),
    "there is none": ("There is no naval access agreement between Norway and Japan.", "actual", "denied"),
}


@pytest.mark.parametrize(("sentence", "modality", "polarity"), NOT_SO.values(), ids=NOT_SO.keys())
def test_how_real_an_event_is(claims_of, sentence, modality, polarity):
    """Plans, possibilities and denials are told apart from what happened."""
    found = claims_of(sentence, kind=Kind.INSTRUMENT_EVENT)

    assert (modality, polarity) in [(claim.modality.value, claim.polarity.value) for claim in found]


def test_a_short_form_stands_for_what_was_named(claims_of):
    """“The treaty” is the treaty of the sentence before; “the contract” is not."""
    text = (
        "The Japan–Philippines Reciprocal Access Agreement is a defence pact. The treaty was signed in Manila in 2024."
    )

    (claim,) = claims_of(text, kind=Kind.INSTRUMENT_EVENT)

    assert claim.fillers("instrument")[0].text == "Japan–Philippines Reciprocal Access Agreement"
    assert claim.word("place") == "Manila"


NOTHING = {
    "a player signs": "The army club signed a striker from the navy side on Friday.",
    "a visitors' book": "The admiral signed the visitors' book at the naval base.",
    "a condition only": "The defence agreement takes effect once both parliaments have approved.",
    "a right to suspend": "Article 12 allows either government to suspend the defence agreement.",
    "whoever has signed": "A third country that has signed a defence agreement with the Union may join.",
    "ships are launched": "The navy launched a frigate and released photographs of it.",
}


@pytest.mark.parametrize("sentence", NOTHING.values(), ids=NOTHING.keys())
def test_no_event_is_told(claims_of, sentence):
    """Verbs of signing and launching say nothing of agreements where none is meant."""
    found = claims_of(sentence, kind=Kind.INSTRUMENT_EVENT)

    assert [told(claim) for claim in found] == []


def test_who_gets_a_contract_is_party(claims_of):
    """“Awarded Doe a contract” names both sides."""
    text = "The Ministry of Defence has awarded Fincantieri a contract for two frigates."

    (claim,) = claims_of(text, kind=Kind.INSTRUMENT_EVENT)

    assert parties(claim) == ["Ministry of Defence", "Fincantieri"]


def test_the_date_of_an_agreement_is_not_the_date_of_its_end(claims_of):
    """“Replaces the agreement of 1998” does not end it in 1998."""
    text = "The new memorandum on naval training replaces the agreement of 1998."

    ended = [claim for claim in claims_of(text, kind=Kind.INSTRUMENT_EVENT) if claim.word("event") == "terminated"]

    assert [claim.when for claim in ended] == [None]


def test_a_refusal_is_denied(claims_of):
    """A treaty that a parliament rejected is not ratified."""
    text = "The Senate rejected the defence treaty with Norway."

    (claim,) = claims_of(text, kind=Kind.INSTRUMENT_EVENT)

    assert (claim.word("event"), claim.polarity.value) == ("ratified", "denied")


def test_an_information_sheet_speaks_without_colons(claims_of):
    """The gap of a table stands for a colon, and the line of the title names the parties."""
    text = (
        "Instrument            Naval Partnership Agreement, Norway / Greece\n"
        "Concluded             Oslo, 18.11.2020\n"
        "Hellenic Parliament   approved 27.01.2021\n"
        "Effective             2 June 2021\n"
    )

    found = [(*told(claim)[::2], parties(claim)) for claim in claims_of(text, kind=Kind.INSTRUMENT_EVENT)]

    assert found == [
        ("agreed", "2020-11-18", ["Norway", "Greece"]),
        ("ratified", "2021-01-27", ["Hellenic Parliament"]),
        ("in_force", "2021-06-02", ["Norway", "Greece"]),
    ]


def test_a_register_tells_party_by_party(claims_of):
    """Under “Participant, Signature, Ratification” each date is an event of that participant."""
    text = (
        "Convention on the Safe Carriage of Munitions\n\n"
        "Participant        Signature       Ratification, Accession (a)\n"
        "Norway             4 Oct 2016      11 Jan 2018\n"
        "Bulgaria           5 Oct 2016\n"
        "Moldova            –               9 May 2021 (a)\n"
    )

    found = [(*told(claim)[::2], parties(claim)) for claim in claims_of(text, kind=Kind.INSTRUMENT_EVENT)]

    assert found == [
        ("signed", "2016-10-04", ["Norway"]),
        ("ratified", "2018-01-11", ["Norway"]),
        ("signed", "2016-10-05", ["Bulgaria"]),
        ("ratified", "2021-05-09", ["Moldova"]),
    ]


def test_each_counterpart_has_the_date_behind_it(claims_of):
    """“With NATO (2010), France (2011)” are agreements of different years."""
    text = "Tokyo signed information-security agreements with NATO (2010), France (2011) and Italy (2016)."

    found = {(parties(claim)[1], told(claim)[2]) for claim in claims_of(text, kind=Kind.INSTRUMENT_EVENT)}

    assert found == {("NATO", "2010"), ("France", "2011"), ("Italy", "2016")}


def test_a_list_of_counterparts_is_read_to_its_end(claims_of):
    """However long the list, each state in it has its agreement."""
    text = "Japan has concluded defence agreements with the United States, Australia, the UK, Canada and Germany."

    found = {parties(claim)[1] for claim in claims_of(text, kind=Kind.INSTRUMENT_EVENT)}

    assert found == {"United States", "Australia", "UK", "Canada", "Germany"}


def test_the_verb_left_out_is_understood(claims_of):
    """“And Italy in 2021” says that Italy ratified too."""
    text = "Japan ratified the defence convention in 2019 and Italy in 2021."

    found = [(parties(claim), told(claim)[2]) for claim in claims_of(text, kind=Kind.INSTRUMENT_EVENT)]

    assert found == [(["Japan"], "2019"), (["Italy"], "2021")]


def test_a_memorandum_of_understanding_has_its_counterpart(claims_of):
    """The “with” of “memorandum of understanding with” names a party."""
    text = "Saab has signed a memorandum of understanding with Kawasaki Heavy Industries on naval radars."

    (claim,) = claims_of(text, kind=Kind.INSTRUMENT_EVENT)

    assert parties(claim) == ["Saab", "Kawasaki Heavy Industries"]


def test_a_condition_is_no_event(claims_of):
    """“Once three parties have ratified it” tells of no ratification."""
    text = "The naval protocol comes into force once three Parties have ratified it."

    assert claims_of(text, kind=Kind.INSTRUMENT_EVENT) == ()


def test_parties_are_carried_from_what_was_told_before(claims_of):
    """“The agreement” entered into force between those who signed it."""
    found = claims_of(
        "Northmoor defence news\n\nNorway and Italy signed an agreement on naval training in May 2021. "
        "The agreement entered into force on 3 March 2022.",
        kind=Kind.INSTRUMENT_EVENT,
    )

    assert [(told(claim)[0], parties(claim)) for claim in found] == [
        ("signed", ["Norway", "Italy"]),
        ("in_force", ["Norway", "Italy"]),
    ]


def test_another_agreement_has_no_parties_to_carry(claims_of):
    """Who signed one accord is not said to have signed “another”."""
    found = claims_of(
        "Northmoor defence news\n\nNorway and Italy signed an accord on naval training in May 2021. "
        "Another accord was shelved in 2023.",
        kind=Kind.INSTRUMENT_EVENT,
    )

    assert parties(found[-1]) == []


PLACES = {
    "behind the verb": ("Norway and Italy signed in Tokyo, on 4 May 2021, a defence accord.", ["Tokyo"]),
    "behind the instrument": ("Norway and Italy signed a defence accord in Tokyo on 4 May 2021.", ["Tokyo"]),
    "where something else was": ("Norway and Italy signed a defence accord that troops in Tokyo had asked for.", []),
    "a part of the world": ("Norway and Italy signed a defence accord, the third in Europe.", []),
}


@pytest.mark.parametrize(("sentence", "expected"), PLACES.values(), ids=PLACES.keys())
def test_where_an_instrument_was_signed(claims_of, sentence, expected):
    """The place of a signature stands behind “in” or “at”."""
    claim = claims_of(f"Defence ministry news\n\n{sentence}", kind=Kind.INSTRUMENT_EVENT)[0]

    assert [filler.text for filler in claim.fillers("place")] == expected


HEADLINES = {
    "without articles": ("Oslo, Ottawa ink icebreaker pact", ("signed", "icebreaker pact"), ["Oslo", "Ottawa"]),
    "still to come": ("UK and Germany to sign defence treaty", ("signed", "defence treaty"), ["UK", "Germany"]),
    "with whom": ("Italy seals landmark naval deal with Chile", ("agreed", "naval deal"), ["Italy", "Chile"]),
    "who ratifies": ("Norway ratifies defence pact with Japan", ("ratified", "defence pact"), ["Norway"]),
    "what it costs": ("Poland signs $6 billion contract for tanks", ("signed", "contract"), ["Poland"]),
}


@pytest.mark.parametrize(("line", "expected", "who"), HEADLINES.values(), ids=HEADLINES.keys())
def test_a_headline_tells_its_event(claims_of, line, expected, who):
    """A headline leaves its articles out, and is read all the same."""
    claim = claims_of(f"Defence ministry news\n\n{line}", kind=Kind.INSTRUMENT_EVENT)[0]

    assert (told(claim)[:2], parties(claim)) == (expected, who)


@pytest.mark.parametrize(
    "line", ["Navy signs striker from rivals", "Army team seals victory over Navy", "Signs of a thaw"]
)
def test_a_headline_of_sport_tells_none(claims_of, line):
    """A team seals victories and signs players: neither is an agreement."""
    assert not claims_of(f"Defence ministry news\n\n{line}", kind=Kind.INSTRUMENT_EVENT)


UNSAID = {
    "a fragment": ("The accord dates from 1982. Renewed in 2005.", ("extended", "2005")),
    "it": (
        "The Sunder Sea Treaty was long discussed. It was launched at Rome on 5 May 2020.",
        ("announced", "2020-05-05"),
    ),
    "participation in it": (
        "Norway suspended its participation in the naval treaty in May 2023.",
        ("suspended", "2023-05"),
    ),
    "membership of it": ("Norway ended its membership of the naval pact in May 2023.", ("terminated", "2023-05")),
    "bears signatures": ("The naval treaty bears the signatures of Norway and Italy.", ("signed", None)),
}


@pytest.mark.parametrize(("text", "expected"), UNSAID.values(), ids=UNSAID.keys())
def test_what_was_named_before_is_spoken_of(claims_of, text, expected):
    """A fragment, "it" or "its membership of" tells of the instrument named last."""
    claim = claims_of(f"Defence ministry news\n\n{text}", kind=Kind.INSTRUMENT_EVENT)[-1]

    assert (told(claim)[0], told(claim)[2]) == expected


def test_it_may_be_a_ship(claims_of):
    """What was launched is a frigate where the sentence before speaks of one, whatever treaty stands there too."""
    text = "Defence ministry news\n\nThe frigate HNoMS Roald Amundsen guards waters of the Sunder Sea Treaty. It was launched in 2005."

    assert "announced" not in {told(claim)[0] for claim in claims_of(text, kind=Kind.INSTRUMENT_EVENT)}


def test_theirs_is_of_those_who_act(claims_of):
    """Whose memorandum it is follows from the sentence, whomever the text speaks of otherwise."""
    found = claims_of(
        "Singapore and Sweden renewed their memorandum of understanding on defence research until 2030. "
        "Japan and France met in Paris. Japan and France agreed on talks about a defence agreement.",
        kind="instrument_event",
    )

    renewed = next(claim for claim in found if claim.word("event") == "extended")
    assert [filler.entity for filler in renewed.fillers("party")] == ["SGP", "SWE"]
