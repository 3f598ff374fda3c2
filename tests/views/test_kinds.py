"""What kinds, roles and words are called on a page."""

from __future__ import annotations

from foedera.model.kinds import KINDS, Kind
from foedera.views.kinds import show_kind, show_role, show_word


def test_every_kind_has_a_name_for_one_and_for_several():
    named = {show_kind(kind, several=several) for kind in Kind for several in (False, True)}

    assert len(named) == 2 * len(Kind)


def test_every_role_has_a_name():
    assert all(show_role(role.name) for spec in KINDS.values() for role in spec.roles)


def test_words_of_closed_lists_are_written_as_people_write_them():
    assert show_word("port_call") == "port call"
