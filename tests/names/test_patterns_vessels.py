"""Ships by prefix, by type, in lists."""

import pytest

from foedera.names.patterns import find_vessels

FOUND = {
    "prefix": ("HMS Sunder left Westhaven.", ["HMS Sunder"]),
    "several words": (
        "HNLMS De Zeven Provinciën and FS Marlow-Tréville sailed.",
        ["HNLMS De Zeven Provinciën", "FS Marlow-Tréville"],
    ),
    "nickname in quotes": ('The USS Hershel "Woody" Marlow is due.', ['USS Hershel "Woody" Marlow']),
    "type and name": ("The frigate Marlow met her.", ["Marlow"]),
    "plural and a list": ("The frigates Marlow, Sunder and Santa Marta sailed.", ["Marlow", "Sunder", "Santa Marta"]),
    "quoted name": ("The patrol vessel “Marlow” sailed.", ["Marlow"]),
    "possessive": ("JS Onami's crew waved.", ["JS Onami"]),
    "aboard": ("They met aboard the Sagres.", ["Sagres"]),
    "class": ("A Murasame-class destroyer passed.", ["Murasame-class destroyer"]),
}
NOT_FOUND = {
    "no name": "The frigate sailed in October.",
    "nationality after type": "The frigate Japanese sailors saw.",
    "feed": "RSS feeds are fine.",
    "institute": "SAS Institute sells software.",
}


@pytest.mark.parametrize(("text", "names"), FOUND.values(), ids=FOUND.keys())
def test_vessels_are_found(text: str, names: list[str]) -> None:
    """A prefix, a type of ship or "aboard" makes the name that follows a ship, and each name of a list one."""
    assert [pattern.text for pattern in find_vessels(text) if not pattern.generic] == names


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_no_vessels(text: str) -> None:
    """A type without a name, or a prefix that is something else, makes no ship."""
    assert [pattern.text for pattern in find_vessels(text) if not pattern.generic] == []


def test_parts_of_a_ship() -> None:
    """Type and pennant number stand beside the name, which alone is the name."""
    (ship,) = find_vessels("the destroyer Akebono (DD-108)")
    assert (ship.text, ship.part("type").text, ship.part("pennant").text) == ("Akebono", "destroyer", "DD-108")  # type: ignore[union-attr]


def test_plain_ships_are_generic() -> None:
    """A common noun for a ship is kept, as generic, with what tells its sort."""
    assert [(ship.text, ship.generic) for ship in find_vessels("two anti-submarine frigates")] == [
        ("anti-submarine frigates", True)
    ]


def test_type_and_prefix_together() -> None:
    """A ship with both type and prefix keeps both as parts, so that its bare name is known later."""
    (ship,) = find_vessels("the frigate BRP Antonio Marlow (FF-151)")
    roles = {part.role: part.text for part in ship.parts}
    assert roles == {"type": "frigate", "prefix": "BRP", "name": "Antonio Marlow", "pennant": "FF-151"}
