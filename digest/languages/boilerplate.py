"""What news sites print under, over and between their texts, per language: no part of any report.

A paragraph that holds one of the phrases, or opens with one of the openings, is boilerplate from the first night on.
Case and punctuation do not count. What a single outlet repeats besides is learned from its articles.
"""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "en": (
        "all rights reserved",
        "may not be published broadcast",
        "sign up for our",
        "sign up to our",
        "sign up for the free",
        "subscribe now to",
        "subscribe to our",
        "become a subscriber",
        "to get breaking news",
        "download our app",
        "download the app",
        "follow us on",
        "on facebook twitter",
        "like us on facebook",
        "comments are moderated",
        "comments are closed",
        "keep comments respectful",
        "support independent journalism",
        "support our journalism",
        "by clicking accept",
        "terms of service and privacy",
        "cookies for analytics",
        "contact our newsroom",
        "raised in this article",
        "delivered to your inbox",
        "straight to your inbox",
        "story was generated using",
        "article was generated using",
    ),
}
"""Three words or more: shorter ones stand in real reports too."""

OPENINGS: dict[str, tuple[str, ...]] = {
    "en": (
        "read also",
        "read more",
        "also read",
        "related stories",
        "related articles",
        "more on this story",
        "with files from",
        "click here",
        "advertisement",
        "copyright",
    ),
}
