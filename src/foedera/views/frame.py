"""The part of the globe that a drawn map shows."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the globe, in degrees, drawn so many points wide; `stretch` is how much higher than wide a degree is drawn."""

    west: float
    south: float
    east: float
    north: float
    width: float
    stretch: float = 1.0

    @property
    def height(self) -> float:
        """The height of the picture in points."""
        return self.width * (self.north - self.south) / (self.east - self.west) * self.stretch

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north."""
        return self.west, self.south, self.east, self.north

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place lies in the picture."""
        right = (longitude - self.west) / (self.east - self.west) * self.width
        down = (self.north - latitude) / (self.north - self.south) * self.height
        return round(right, 1), round(down, 1)

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a place lies in the frame or on its edge."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


def true_between(south: float, north: float) -> float:
    """The stretch with which distances are true at the latitude in the middle of these two."""
    return 1 / math.cos(math.radians((south + north) / 2))


def degrees_named(degrees: int, plus: str, minus: str) -> str:
    """A longitude (with E and W) or a latitude (with N and S) as it stands at the edge of a map: 10°E, 0°, 5°S."""
    return f"{abs(degrees)}°{plus if degrees > 0 else minus if degrees < 0 else ''}"
