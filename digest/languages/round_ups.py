"""What headlines of round-ups say, per language: such an article holds pieces of many texts and is a copy of none."""

from __future__ import annotations

ROUND_UPS: dict[str, tuple[str, ...]] = {
    "en": (
        "morning briefing",
        "evening briefing",
        "daily briefing",
        "news briefing",
        "your briefing",
        "news in brief",
        "world in brief",
        "business in brief",
        "things to know this",
        "things to know today",
        "news roundup",
        "news round-up",
        "weekly roundup",
        "daily roundup",
        "week in review",
        "today's headlines",
        "top stories of the",
        "morning digest",
        "evening digest",
        "newspaper headlines",
        "the papers",
    ),
}
