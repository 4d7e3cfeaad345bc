"""Words an editor looks at when choosing a sentence to print on its own, per language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class EditingWords:
    """Lower-case words.

    ``dangling`` open a sentence that needs the one before, ``leaning`` do so even after another word;
    ``personal`` make a sentence someone's own voice.
    ``pronouns`` name nobody when printed as a speaker. ``tails`` end a clause that only says who reported ("a court heard").
    ``furniture`` are openings of lines that are about the page and not the news. ``weak`` are words that mark a headline as no news headline.
    """

    dangling: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()
    leaning: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    furniture: tuple[str, ...] = ()
    weak: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = EditingWords(
    dangling=_words(
        "he she it they his her their its this that these those such but and or so yet however also then there both "
        "meanwhile moreover furthermore still instead thus therefore similarly otherwise nor neither him them "
        "another others additionally afterwards later earlier"
    ),
    personal=_words("i we you my our your me us"),
    leaning=_words("he she it they his her their its him them"),
    pronouns=_words("i he she it they we you who one this that these those his her their someone somebody"),
    tails=_words("said says reported reports heard told announced confirmed added wrote according"),
    furniture=(
        "read more", "read also", "see also", "related:", "sign up", "subscribe", "follow us", "click", "photo", "image",
        "video", "advertisement", "reporting by", "additional reporting", "editing by", "copyright", "©", "all rights",
        "share this", "listen to", "watch:", "this article", "this story", "updated", "correction:", "with files from",
        "source:", "by ", "getty", "last updated", "published", "more to follow", "for more", "our newsletter",
    ),
    weak=_words("live watch video photos pictures gallery podcast opinion editorial analysis comment quiz updates recap roundup"),
)  # fmt: skip

TABLES: Mapping[str, EditingWords] = MappingProxyType({"en": ENGLISH})
NEUTRAL = EditingWords()


def editing_words(language: str) -> EditingWords:
    """The table of ``language`` (a BCP 47 tag; only its first part counts), or one without words.

    >>> "however" in editing_words("en-GB").dangling
    True
    """
    return TABLES.get(language.partition("-")[0].casefold(), NEUTRAL)
