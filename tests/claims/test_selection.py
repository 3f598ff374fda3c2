"""Which sentences are worth reading."""

from __future__ import annotations

from foedera.claims.selection import is_reference, select_sentences
from foedera.claims.sentences import cut_sentences
from foedera.documents import document_from_text
from foedera.names import load_lexicon


def selected(text: str) -> list[str]:
    """The sentences that are read."""
    document = document_from_text(text)
    places = select_sentences(document.text, cut_sentences(document), load_lexicon())
    return [document.text[place.start : place.end] for place in places]


def test_what_runs_on_is_read():
    """A sentence that names nothing of the domain is read near one that does."""
    assert selected("Norway sent a frigate. They were asked twice.") == [
        "Norway sent a frigate.",
        "They were asked twice.",
    ]


def test_other_things_are_not_read():
    """A text that holds no word of the domain is not read at all."""
    assert selected("The growers met in Cognac. Prices fell by a tenth.") == []


def test_what_stands_far_off_is_not_read():
    """In a long text about other things only the neighbourhood of the word is read."""
    text = "Norway sent a frigate. " + "The rain fell on the hills. " * 40

    assert 1 < len(selected(text)) < 20


def test_a_word_at_home_elsewhere_proves_nothing_alone():
    """“Defence” alone may be a matter of sport or of the courts; beside another word of the domain it is ours."""
    assert selected("The champions won with a brilliant defence.") == []
    assert selected("The ministry of defence will arm the drones.") != []


def test_soldiers_alone_prove_nothing_unless_two_states_are_named():
    """What armies do at home is no matter of cooperation; what one does with or for another is."""
    assert selected("The soldiers lost the tug of war to the bakers.") == []
    assert selected("The former army major of Peru was detained.") == []
    assert selected("Norway trains Ukrainian soldiers in Poland.") != []
    assert selected("The soldiers boarded the frigate.") != []


def test_an_agreement_between_states_is_read():
    """Two states that make an agreement are of the domain, whatever it is about."""
    assert selected("Japan and France signed an Agreement on the Security of Information.") != []


def test_an_entry_of_a_list_of_sources_is_a_reference():
    """What a list of sources says is where something stands; what somebody says in a list is said."""
    document = document_from_text(
        "Sources\n\n- Northmoor Gazette, “The Pact enters into force”, February 2022\n"
        "- The minister said, “The Pact is in force”, in February 2022"
    )
    entries = [place for place in cut_sentences(document) if document.text[place.start] not in "S"]

    assert [is_reference(document.text, place) for place in entries] == [True, False]


def test_a_programme_s_own_name_is_a_word_of_the_domain():
    """A text that names a joint force or a programme is read, however short and plain it is."""
    assert selected("Canada joined the Combined Maritime Forces in 2009.") != []
    assert selected("Sweden left GCAP.") != []
    assert selected("Canada joined the choir in 2009.") == []
