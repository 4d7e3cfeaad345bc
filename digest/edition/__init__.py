"""From what is known of a story to what its page says; from the stories of a day to its edition."""

from digest.edition.allowance import Allowance
from digest.edition.day import edition
from digest.edition.story import Limits, StoryPage, story_page
from digest.edition.topics import compile_topics, match_topics
from digest.edition.views import Edition, Statement, StorySummary, StoryView

__all__ = [
    "Allowance",
    "Edition",
    "Limits",
    "Statement",
    "StoryPage",
    "StorySummary",
    "StoryView",
    "compile_topics",
    "edition",
    "match_topics",
    "story_page",
]
