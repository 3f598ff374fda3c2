"""What the lexicon finds in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.names import Lexicon, NameForm, load_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def found(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    """Text and entity of every match."""
    return [(match.text, match.entity.id) for match in lexicon.match(text)]


PLAIN = {
    "the pronoun is no state": ("They told us that it ends.", []),
    "the acronym is": ("The US and the U.S. Navy.", [("US", "USA"), ("U.S. Navy", "us-navy")]),
    "a pronoun in a line of capitals is no state": ("CONTACT US", []),
    "a currency is no state": ("It costs US$40 million.", []),
    "a bird is no state": ("Roast turkey in March, in May, in August.", []),
    "Turkey is": ("Turkey and Chad", [("Turkey", "TUR"), ("Chad", "TCD")]),
    "a man called Jordan is no state": ("Michael Jordan scored.", []),
    "Jordan after a preposition is": ("exercises in Jordan", [("Jordan", "JOR")]),
    "a lined-up Georgia is a state": ("Armenia, Georgia", [("Armenia", "ARM"), ("Georgia", "GEO")]),
    "Georgia after Atlanta is none": ("in Savannah, Georgia", []),
    "part of another name is none": ("New Mexico", []),
    "a longer name wins": ("the Gulf of Aden", [("Gulf of Aden", "gulf-of-aden")]),
    "headlines in capitals": ("FINLAND JOINS", [("FINLAND", "FIN")]),
    "an acronym as the British press writes it": ("Nato said", [("Nato", "NATO")]),
    "a possessive stays outside": ("Japan's and the EU’s", [("Japan", "JPN"), ("EU", "EU")]),
    "a hyphen parts two names": ("Japan-EU talks", [("Japan", "JPN"), ("EU", "EU")]),
    "so does a dash": ("EU–Japan talks", [("EU", "EU"), ("Japan", "JPN")]),
    "and a stroke": ("a UK/French force", [("UK", "GBR"), ("French", "FRA")]),
    "first halves of adjectives": ("Franco-German", [("Franco", "FRA"), ("German", "DEU")]),
    "of Latin origin too": ("Sino-Japanese", [("Sino", "CHN"), ("Japanese", "JPN")]),
    "what is not the Union's is not named by it": ("non-EU and pro-EU", [("EU", "EU")]),
    "Indo-Pacific is one place": ("the Indo-Pacific", [("Indo-Pacific", "indo-pacific")]),
    "a known navy": ("the Spanish Navy", [("Spanish Navy", "spanish-navy")]),
    "a navy that no table has": ("the Chilean Coast Guard", [("Chilean Coast Guard", "chilean-coast-guard")]),
    "a navy in small letters": ("Canadian navy ships", [("Canadian navy", "royal-canadian-navy")]),
    "a ministry by its state": ("Italian Ministry of Defence", [("Italian Ministry of Defence", "mindef-italy")]),
    "native scripts need no spaces": ("三菱重工は日本と", [("三菱重工", "mhi"), ("日本", "JPN")]),
    "broken over two lines": ("Self-\nDefense Forces", [("Self-\nDefense Forces", "jsdf")]),
    "with a non-breaking space": ("Gulf\u00a0of  Aden", [("Gulf\u00a0of  Aden", "gulf-of-aden")]),
    "a paragraph's end parts a name": ("in South\n\nKorea", [("Korea", "KOR")]),
    "accents may be left out": ("Turkiye and Türkiye", [("Turkiye", "TUR"), ("Türkiye", "TUR")]),
    "a soft hyphen does not matter": ("Ja\u00adpan", [("Ja\u00adpan", "JPN")]),
    "an article of the name in small letters": ("in the Hague", [("the Hague", "the-hague")]),
    "a head word in small letters": ("the Pukpuk treaty", [("Pukpuk treaty", "aus-png-pukpuk-treaty")]),
    "a type of agreement in small letters": (
        "a status of forces agreement",
        [("status of forces agreement", "status-of-forces-agreement")],
    ),
    "two words in small letters are none": ("security treaty talks", []),
    "an agreement by its parties": ("the EU–Japan SPA", [("EU–Japan SPA", "eu-jpn-spa")]),
    "in either order": ("the Japan-EU EPA", [("Japan-EU EPA", "eu-jpn-epa")]),
    "with the type written out": (
        "Japan-Philippines Reciprocal Access Agreement",
        [("Japan-Philippines Reciprocal Access Agreement", "jpn-phl-raa")],
    ),
    "an agreement of a type that no table has": ("the Peru-Oman ACSA", [("Peru-Oman ACSA", "omn-per-acsa")]),
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.values(), ids=PLAIN.keys())
def test_names_are_found_as_they_are_written(lexicon: Lexicon, text: str, expected: list[tuple[str, str]]):
    """A name is found where its letters, its capitals and its boundaries agree, and the longest wins."""
    assert found(lexicon, text) == expected


FORMS = {
    "Japan": NameForm.NAME,
    "EU": NameForm.ACRONYM,
    "Japanese": NameForm.DEMONYM,
    "Germans": NameForm.DEMONYM,
    "Tokyo": NameForm.METONYM,
    "the White House": NameForm.METONYM,
    "Mitsubushi Electric": NameForm.MISSPELT,
}


@pytest.mark.parametrize("text", FORMS)
def test_a_match_says_in_which_form_the_thing_is_named(lexicon: Lexicon, text: str):
    """A match says whether it is a name, an acronym, an adjective, a seat of government or a slip."""
    assert [match.form for match in lexicon.match(text)] == [FORMS[text]]


@pytest.mark.parametrize(("seat", "speaks_for"), [("Tokyo", "JPN"), ("Brussels", "EU"), ("the Kremlin", "RUS")])
def test_a_seat_of_government_is_a_place_that_can_speak_for_its_state(lexicon: Lexicon, seat: str, speaks_for: str):
    """The match keeps the place and says whom it can stand for; the reader of the sentence decides."""
    (match,) = lexicon.match(seat)

    assert (match.entity.kind, match.stands_for) == ("place", speaks_for)


SLIPS = {
    "one letter of a company": ("Mitsubishy Electric", "mitsubishi-electric"),
    "a letter too many in an acronym": ("JSMSDF", "jmsdf"),
    "two letters swapped": ("Afhganistan", "AFG"),
    "inside a longer name": ("Japan Maritme Self-Defense Force", "jmsdf"),
}


@pytest.mark.parametrize(("text", "entity"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_in_a_name_is_seen_through(lexicon: Lexicon, text: str, entity: str):
    """A name with one wrong letter is found, and the text stays as written."""
    assert [(match.text, match.entity.id, match.form) for match in lexicon.match(f"It is {text}, they said.")] == [
        (text, entity, NameForm.MISSPELT)
    ]


@pytest.mark.parametrize("text", ["Atlanta", "a jappan", "Northmoor", "Mani", "Scandinavian", "Parties", "UNMISK"])
def test_a_word_that_merely_looks_like_a_name_is_left_alone(lexicon: Lexicon, text: str):
    """Ordinary words, short words and other names are no slips."""
    assert not [match for match in lexicon.match(f"It is {text}.") if match.form is NameForm.MISSPELT]


WEAK = {
    "a surname after the full name": ("Kaja Kallas spoke. Kallas left.", ["Kaja Kallas", "Kallas"]),
    "a surname after a title": ("Minister Kubilius", ["Kubilius"]),
    "a surname alone": ("Then Kubilius left.", []),
    "a ship's bare name after its full one": ("HNLMS Tromp sailed; Tromp called.", ["HNLMS Tromp", "Tromp"]),
    "a ship's bare name after its type": ("the frigate Tromp", ["Tromp"]),
    "an ordinary word": ("Supply is short.", []),
    "an institution's word beside its body": ("The EU acts. The Commission proposes.", ["EU", "Commission"]),
    "the word alone": ("The Commission proposes.", []),
    "codes of states in a list": ("Present: EST, LTU, SWE.", ["EST", "LTU", "SWE"]),
    "one code alone": ("per CAN bus", []),
}


@pytest.mark.parametrize(("text", "expected"), WEAK.values(), ids=WEAK.keys())
def test_a_doubtful_name_needs_support_from_the_text(lexicon: Lexicon, text: str, expected: list[str]):
    """Surnames, ordinary words and bare ship names count only where the text bears them out."""
    assert [match.text for match in lexicon.match(text)] == expected


@pytest.mark.parametrize(("country", "entity"), [("Canada", "dnd-canada"), ("the Philippines", "dnd-philippines")])
def test_an_ambiguous_acronym_follows_the_state_that_the_text_names(lexicon: Lexicon, country: str, entity: str):
    """DND is the ministry of the state that the text is about; the other reading is kept beside it."""
    match = lexicon.match(f"In {country}, DND said so.")[-1]

    assert match.entity.id == entity
    assert len(match.others) >= 1


def test_a_composed_name_keeps_its_parts(lexicon: Lexicon):
    """The parties of an agreement named by them are still to be had."""
    (match,) = lexicon.match("Japan-EU SPA")

    assert [part.entity.id for part in match.parts[:2]] == ["JPN", "EU"]


def test_an_entity_is_had_by_its_id(lexicon: Lexicon):
    """Every entity of a match is known by its id, made ones too; an unknown id gives None."""
    assert lexicon.entity("chilean-coast-guard") == lexicon.match("Chilean Coast Guard")[0].entity
    assert lexicon.entity("northmoor") is None


WORDS = [
    "Japan",
    "EU",
    "us",
    "the",
    "Spanish Navy",
    "Gulf of\nAden",
    "Mitsubushi",
    "(JMSDF)",
    "–",
    "-",
    "\u00ad",
    "日本",
]
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join), st.lists(st.sampled_from(WORDS)).map("".join)
)


@given(text=TEXTS)
def test_matches_lie_in_the_text_in_order_and_apart(text: str):
    """Whatever the text: each match is its slice, and none overlaps the one before."""
    end = 0
    for match in load_lexicon().match(text):
        assert end <= match.start < match.end <= len(text)
        assert match.text == text[match.start : match.end]
        end = match.end


@given(text=TEXTS)
def test_matching_twice_gives_the_same(text: str):
    """The same text has the same names, whoever asked before."""
    lexicon = load_lexicon()

    assert lexicon.match(text) == lexicon.match(text)
    assert lexicon.learn(text).match(text) == lexicon.learn(text).match(text)
