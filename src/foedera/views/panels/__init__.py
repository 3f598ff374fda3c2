"""Panels: the record as tables of states, pairs, instruments and years, for statistics."""

from foedera.views.panels.options import Codes, Habits, PanelOptions, PartialYears, Unit, habits_of
from foedera.views.panels.tables import Panel, show_panel

__all__ = ["Codes", "Habits", "Panel", "PanelOptions", "PartialYears", "Unit", "habits_of", "show_panel"]
