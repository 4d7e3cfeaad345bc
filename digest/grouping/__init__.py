"""Copies and stories composed over a night: what the pipeline and the engine's own command call."""

from digest.grouping.memory import Memory
from digest.grouping.night import NightGrouping, group_night
from digest.grouping.series import group_series

__all__ = ["Memory", "NightGrouping", "group_night", "group_series"]
