"""Short forms of names that the text gave in full before."""

import pytest

from foedera.names.patterns import find_patterns

SHORT = {
    "exercise": ("Exercise Silver Heron began. Silver Heron ended in May.", "Silver Heron"),
    "ship without prefix": ("HMS Sunderby sailed. Later Sunderby returned.", "Sunderby"),
    "last name": ("Colonel Jane Quillfeather spoke. Nobody but Quillfeather left.", "Quillfeather"),
    "acronym": ("The Westhaven Sea Research Institute (WSRI) closed. So WSRI is gone.", "WSRI"),
    "company": ("Marlowby Yards Ltd won. Then Marlowby Yards lost.", "Marlowby Yards"),
}


@pytest.mark.parametrize(("text", "short"), SHORT.values(), ids=SHORT.keys())
def test_short_form_leads_to_the_full_name(text: str, short: str) -> None:
    """A later mention by the short form is found, and says which name it is short for."""
    last = find_patterns(text)[-1]
    assert last.text == short
    assert last.part("full") is not None


def test_everyday_word_is_no_short_form() -> None:
    """A ship called after an everyday word is not seen wherever that word begins a sentence."""
    found = find_patterns("HMS Victory sailed. Victory was theirs.")
    assert [pattern.text for pattern in found] == ["HMS Victory"]
