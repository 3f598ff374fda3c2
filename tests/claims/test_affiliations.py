"""Who holds which office where, and which body belongs to which."""

from __future__ import annotations

import pytest

from foedera.model import Claim, Kind

TEXT_ABOUT = "The navies of Norway and Japan met for a naval exercise. "


def told(claim: Claim) -> tuple[str, str, str]:
    """Member, body and office of a claim, in words."""
    member, body = claim.fillers("member")[0].text, claim.fillers("of")[0].text
    return member, body, claim.word("as")


OFFICES = {
    "title before a name": (
        "NATO Secretary General Mark Rutte visited the naval base.",
        ("Mark Rutte", "NATO", "Secretary General"),
    ),
    "nationality before the title": (
        "South Korean Defence Minister Ahn Gyu-back visited the naval base.",
        ("Ahn Gyu-back", "South Korean", "Defence Minister"),
    ),
    "possessive and comma": (
        "Norway's Minister of Foreign Affairs, Espen Barth Eide, visited the naval base.",
        ("Espen Barth Eide", "Norway", "Minister of Foreign Affairs"),
    ),
    "office behind the name": (
        "Cho Tae-yul, Minister of Foreign Affairs of the Republic of Korea, visited the naval base.",
        ("Cho Tae-yul", "Republic of Korea", "Minister of Foreign Affairs"),
    ),
    "possessive behind the name": (
        "Josep Borrell, the EU's High Representative, visited the naval base.",
        ("Josep Borrell", "EU", "High Representative"),
    ),
    "rank between name and office": (
        "Colonel Xerxes Trinidad, public affairs chief of the Armed Forces of the Philippines (AFP), spoke.",
        ("Xerxes Trinidad", "Armed Forces of the Philippines", "public affairs chief"),
    ),
    "office, comma, body": (
        "Rear Admiral Jone Vakatawa, Commander, Republic of Fiji Navy, visited the naval base.",
        ("Jone Vakatawa", "Republic of Fiji Navy", "Commander"),
    ),
    "who heads": (
        "Mart Noorma, who heads the NATO Cooperative Cyber Defence Centre of Excellence, spoke to the navy.",
        ("Mart Noorma", "NATO Cooperative Cyber Defence Centre of Excellence", "heads"),
    ),
    "counterpart": (
        "Japan's Defence Minister Gen Nakatani met his French counterpart, Sébastien Lecornu, at the naval base.",
        ("Sébastien Lecornu", "French", "counterpart"),
    ),
    "two titles with a stroke": (
        "EU High Representative/Vice-President Kaja Kallas visited the naval base.",
        ("Kaja Kallas", "EU", "High Representative/Vice-President"),
    ),
    "a body whose name ends like a title": (
        "European Commission President Ursula von der Leyen visited the naval base.",
        ("Ursula von der Leyen", "European Commission", "President"),
    ),
    "works as": (
        "Elena Lazarou works as a policy analyst at the European Parliamentary Research Service and writes on navies.",
        ("Elena Lazarou", "European Parliamentary Research Service", "policy analyst"),
    ),
    "in command of": (
        "Captain Yuko Suzuki, in command of the frigate JS Mogami, spoke.",
        ("Yuko Suzuki", "JS Mogami", "command"),
    ),
    "took command of": (
        "Rear Admiral John Smith assumed command of Combined Task Force 151 on 3 March 2024.",
        ("John Smith", "Combined Task Force 151", "command"),
    ),
    "handed command to": (
        "Rear Admiral John Smith handed over command of Combined Task Force 151 to Commodore Anna Berg.",
        ("Anna Berg", "Combined Task Force 151", "command"),
    ),
    "under the command of": (
        "Under the command of Rear Admiral Rogerio Martins de Brito, EUNAVFOR patrols the area.",
        ("Rogerio Martins de Brito", "EUNAVFOR", "command"),
    ),
    "of a ship with its nationality": (
        "Captain Ole Hansen, commander of the Norwegian frigate HNoMS Otto Sverdrup, spoke.",
        ("Ole Hansen", "HNoMS Otto Sverdrup", "commander"),
    ),
    "staff of a body": (
        "The former head of the Joint Staff, General Yoshihide Yoshida, spoke of the navy.",
        ("Yoshihide Yoshida", "Joint Staff", "head"),
    ),
    "title before the name": (
        "Prof. Tunde Bakare, University of Ibadan, spoke.",
        ("Tunde Bakare", "University of Ibadan", ""),
    ),
    "the captain of the ship": (
        "JS Onami joined. The captain, Commander Hiroshi Kato, spoke.",
        ("Hiroshi Kato", "JS Onami", "captain"),
    ),
    "chief of a state's staff": (
        "The UK sent ships. The Chief of the Defence Staff, Admiral Sir Tony Radakin, spoke.",
        ("Tony Radakin", "UK", "Chief of the Defence Staff"),
    ),
    "a name in the sentence before": (
        "General John Smith spoke of the navy. He commands Combined Task Force 151.",
        ("John Smith", "Combined Task Force 151", "commands"),
    ),
    "a list of ministers": (
        "Estonian Minister Hanno Pevkur, Latvian Minister of Defence Andris Sprūds and others signed for the navies.",
        ("Andris Sprūds", "Latvian", "Minister of Defence"),
    ),
    "a surname first, behind the state": (
        "Ambassador of Japan to the Philippines Endo Kazuya visited the naval base.",
        ("Endo Kazuya", "Japan", "Ambassador of Japan to the Philippines"),
    ),
    "a president whom everybody knows": (
        "President Ferdinand Marcos Jr. and Prime Minister Fumio Kishida visited the naval base.",
        ("Ferdinand Marcos Jr.", "Philippines", "President"),
    ),
    "a body without a name": (
        "Lieutenant Colonel Birthe Klint, who commands the garrison, spoke to the army.",
        ("Birthe Klint", "garrison", "commands"),
    ),
    "once of": (
        "Captain Ulrika Nordin, formerly of the Swedish Navy, spoke.",
        ("Ulrika Nordin", "Swedish Navy", "formerly"),
    ),
    "speaks for": (
        "Sanna Lehtimäki, who speaks for Naval Group, spoke to the army.",
        ("Sanna Lehtimäki", "Naval Group", "speaks"),
    ),
    "serving in a service": (
        "Captain Mary Roe, Royal Navy, commanding officer of HMS Trent, spoke.",
        ("Mary Roe", "HMS Trent", "commanding officer"),
    ),
    "a label before a name": (
        "Northern Coasts is a naval exercise. Exercise director: Colonel Håkon Lunde",
        ("Håkon Lunde", "Northern Coasts", "Exercise director"),
    ),
    "an institute of a state": (
        "Jane Roe, a senior fellow at Singapore's Institute of Naval Studies, spoke.",
        ("Jane Roe", "Institute of Naval Studies", "senior fellow"),
    ),
    "rank and service": (
        "Major Tuula Hiltunen of the Finnish Navy spoke to the army.",
        ("Tuula Hiltunen", "Finnish Navy", "Major"),
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), OFFICES.values(), ids=OFFICES.keys())
def test_a_person_holds_an_office(claims_of, sentence, expected):
    """A title beside a name says who holds which office, and of which body."""
    assert expected in [told(claim) for claim in claims_of(TEXT_ABOUT + sentence, kind=Kind.AFFILIATION)]


def test_one_person_may_hold_two_offices(claims_of):
    """Two offices of two bodies behind one name are two claims."""
    text = (
        "H.E. Mr. Josep Borrell Fontelles, High Representative of the European Union (EU) for Foreign Affairs and "
        "Security Policy / Vice-President of the European Commission, spoke on defence."
    )

    found = [told(claim)[1] for claim in claims_of(text, kind=Kind.AFFILIATION)]

    assert found == ["European Union", "European Commission"]


def test_an_office_without_body_belongs_to_the_state_spoken_of(claims_of):
    """“Defense Secretary” in a text about the Philippines is of the Philippines."""
    text = "The Philippines ratified the defence treaty. It was welcomed by Defense Secretary Gilberto Teodoro."

    (claim,) = claims_of(text, kind=Kind.AFFILIATION)

    assert told(claim) == ("Gilberto Teodoro", "Philippines", "Defense Secretary")


def test_her_commanding_officer_is_the_ships(claims_of):
    """After a ship, “her commanding officer” is the ship's."""
    text = "HMAS Warramunga joined the naval exercise. Her commanding officer, Commander Jennifer Graham, was pleased."

    found = [told(claim) for claim in claims_of(text, kind=Kind.AFFILIATION)]

    assert ("Jennifer Graham", "HMAS Warramunga", "commanding officer") in found


def test_a_company_belongs_to_another(claims_of):
    """“X, part of Y” says that one body belongs to another."""
    text = "The tanks are assembled by Bumar-Labedy, part of the state-owned Polish Armaments Group (PGZ)."

    (claim,) = claims_of(text, kind=Kind.AFFILIATION)

    assert told(claim) == ("Bumar-Labedy", "Polish Armaments Group", "part")


def test_a_commissioner_is_of_the_bloc_spoken_of(claims_of):
    """“High Representative” in a text about the EU is of the EU."""
    text = "The EU trains navies. High Representative Kaja Kallas welcomed the exercise."

    (claim,) = claims_of(text, kind=Kind.AFFILIATION)

    assert told(claim) == ("Kaja Kallas", "EU", "High Representative")


BODIES = {
    "a ship of a force": (
        "JS Akebono belongs to the Escort Flotilla 4 of the JMSDF.",
        [("JS Akebono", "Escort Flotilla 4", "belongs")],
    ),
    "bought": (
        "Davie, the builder that acquired Helsinki Shipyard in November 2023, makes icebreakers for the coast guard.",
        [("Helsinki Shipyard", "Davie", "acquired")],
    ),
    "owned by several": (
        "The missile maker MBDA is jointly owned by Airbus, BAE Systems and Leonardo.",
        [("MBDA", "Airbus", "owned"), ("MBDA", "BAE Systems", "owned"), ("MBDA", "Leonardo", "owned")],
    ),
    "the arm of a group": (
        "Roe Aerospace Ltd, the defence arm of Roe Group plc, makes naval radars.",
        [("Roe Aerospace Ltd", "Roe Group plc", "arm")],
    ),
    "under a command": (
        "The Sunder Training Squadron, which functions under the Southern Naval Command, sailed home.",
        [("Sunder Training Squadron", "Southern Naval Command", "functions")],
    ),
    "a ship operated by a command": (
        "The yard repaired USNS Cesar Chavez, a cargo ship operated by the Military Sealift Command.",
        [("USNS Cesar Chavez", "Military Sealift Command", "operated")],
    ),
    "her commanding officer in brackets": (
        "JS Ikazuchi (commanding officer: Commander Haruto Minegishi) will sail on Friday.",
        [("Haruto Minegishi", "JS Ikazuchi", "commanding officer")],
    ),
    "a firm with its country": (
        "Roe Radars Ltd (NM), a subsidiary of Roe Group plc, makes naval radars.",
        [("Roe Radars Ltd", "Roe Group plc", "subsidiary")],
    ),
    "the flagship of a mission": (
        "ITS Margottini is flagship of Operation Aspides.",
        [("ITS Margottini", "Operation Aspides", "flagship")],
    ),
    "no part of": (
        "The Sunder Cyber Defence Centre is not part of NATO.",
        [("Sunder Cyber Defence Centre", "NATO", "part")],
    ),
    "a stake": (
        "Leonardo holds a 25 percent stake in Hensoldt, which makes naval radars.",
        [("Hensoldt", "Leonardo", "holds")],
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), BODIES.values(), ids=BODIES.keys())
def test_bodies_belong_to_bodies(claims_of, sentence, expected):
    """Ships belong to forces, companies to those who own or bought them, one claim for each owner."""
    assert sorted(told(claim) for claim in claims_of(TEXT_ABOUT + sentence, kind=Kind.AFFILIATION)) == expected


def test_whose_somebody_is_without_an_office(claims_of):
    """“Norway's Jens Stoltenberg” is of Norway; as what, nobody says."""
    text = TEXT_ABOUT * 5 + "Norway's Jens Stoltenberg said that the navy was ready."

    (claim,) = claims_of(text, kind=Kind.AFFILIATION)

    assert told(claim) == ("Jens Stoltenberg", "Norway", "")


def test_a_minister_is_for_no_body(claims_of):
    """What a minister is for is part of the title, and a date is not."""
    text = TEXT_ABOUT + "The UK's Minister for Defence Personnel, Andrew Murrison, was at the base in May."

    (claim,) = claims_of(text, kind=Kind.AFFILIATION)

    assert told(claim) == ("Andrew Murrison", "UK", "Minister for Defence Personnel")


NOTHING = {
    "a navy represented by a ship": "The Indian Navy was represented by INS Shivalik.",
    "a rank is no office": "Commander Jane Doe spoke of the naval exercise.",
    "an office without a person": "The foreign minister spoke of the naval exercise.",
    "a state is no member": "Norway is part of the solution, said the navy.",
    "a match has two sides": "The captain of the home side led the scorers in the army cup.",
}


@pytest.mark.parametrize("sentence", NOTHING.values(), ids=NOTHING.keys())
def test_nobody_belongs_to_anything(claims_of, sentence):
    """Ranks, offices that nobody is named for, and figures of speech make no claim."""
    assert claims_of(sentence, kind=Kind.AFFILIATION) == ()


def test_a_visitor_holds_no_office_of_the_state_visited(claims_of):
    """Of a news item that names only the place, nobody can tell whose minister it is."""
    text = "Defence Minister Ada Winter flew to Norway on Sunday to see the troops."

    assert claims_of(text, kind=Kind.AFFILIATION) == ()
