"""Names that begin as somebody types."""

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.record import BASELINE, Record
from tests.answers.world import ENTITIES


def _known(record: Record, *entities: Entity, material: str = "list") -> Record:
    run = record.begin_run("world/1")
    record.enter_sourced(material, (), run=run, entities=entities)
    record.finish_run(run)
    return record


def test_a_name_is_offered_by_its_beginning(record: Record):
    """Three letters are enough, whatever their case; the state comes before its navy."""
    found = _known(record, *ENTITIES).complete_name("nor")

    assert [(each.called, each.kind) for each in found][:2] == [
        ("Northmoor", EntityKind.STATE),
        ("Northmoor Navy", EntityKind.FORCE),
    ]


def test_an_alias_leads_to_the_name(record: Record):
    """Who types another name is told which name the record uses."""
    (found,) = _known(record, *ENTITIES).complete_name("northmoorish")

    assert (found.name, found.called, found.entity) == ("Northmoorish", "Northmoor", "NMR")


def test_only_the_kinds_that_a_form_asks_for(record: Record):
    """A field for agreements offers no states."""
    found = _known(record, *ENTITIES).complete_name("northmoor", kinds=[EntityKind.INSTRUMENT])

    assert [each.entity for each in found] == ["northmoor-pact"]


def test_accents_do_not_matter(record: Record):
    """Who has no key for an accent finds the name all the same."""
    zurich = Entity(EntityId("zurich"), "Zürich", EntityKind.PLACE)

    assert [each.called for each in _known(record, zurich).complete_name("zur")] == ["Zürich"]


def test_what_ships_with_the_program_comes_first(record: Record):
    """A name of a document never pushes a known one down the list."""
    _known(record, Entity(EntityId("sun"), "Sun", EntityKind.UNKNOWN))
    _known(record, Entity(EntityId("sunder-sea"), "Sunder Sea", EntityKind.PLACE), material=BASELINE)

    assert [each.called for each in record.complete_name("sund")] == ["Sunder Sea"]
    assert [each.called for each in record.complete_name("su")] == ["Sunder Sea", "Sun"]


def test_nothing_typed_offers_nothing(record: Record):
    """Neither blanks nor signs alone are the beginning of a name."""
    assert _known(record, *ENTITIES).complete_name(" %_") == ()
