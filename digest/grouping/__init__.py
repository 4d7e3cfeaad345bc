"""Copies and stories composed over a night: what the pipeline and the engine's own command call."""

from digest.grouping.forgetting import group_without, story_without, without_articles
from digest.grouping.memory import Memory, changed_rows
from digest.grouping.night import NightGrouping, group_night
from digest.grouping.series import group_placed, group_series

__all__ = [
    "Memory",
    "NightGrouping",
    "changed_rows",
    "group_night",
    "group_placed",
    "group_series",
    "group_without",
    "story_without",
    "without_articles",
]
