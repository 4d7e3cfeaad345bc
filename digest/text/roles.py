"""Roles as printed beside a name: titles, small-letter roles before it, appositions behind it."""

from __future__ import annotations

import re

from digest.languages.names import NameTable
from digest.model import Span

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ\u0391-\u03a9\u0400-\u042f"
"""Capitals of the Latin, Greek and Cyrillic letters, as a character class."""
APPOSITION = re.compile(
    r",[ \u00a0]((?:(?:a|an|the|one|who|now|then|former|his|her|their|its)[ \u00a0])?[^,.;:“”\"()—–\n\x00]{3,90})"
)
BROKEN_OFF = re.compile(rf"(?<=\b[{UPPER}])\.|[\w ]")
"""What stands behind an apposition that was cut inside a name ("of the U" of "U.S.") or at its longest."""
PAREN_GAP = re.compile(r"[ \u00a0]\([^()\n]{1,40}\)")
WORD_BEFORE = re.compile(r"(?<![\w.-])(\w[\w-]*)[ \u00a0]\Z")
ROLE_CHARS = 70
"""Characters before a name in which its role is looked for; five long words."""
BODY_BEFORE = re.compile(r"[ \u00a0]([a-z]+)[ \u00a0]\Z")
"""The word in small letters right before a name."""
APPOSED_TO = re.compile(rf"(?<![\w-])([\w-]+)(?: (?:of|at|for) (?:the )?[{UPPER}][\w ]{{1,30}})?, \Z")
WORD = re.compile(r"\S+")
POSSESSIVES = ("'s", "’s", "s'", "s’")
"""Endings of words that own what follows."""
ROLE_WORDS = 4
"""Words that may extend a role before its noun: "former deputy assistant chief engineer"."""
HEAD_WORDS = 8
"""Words of an apposition in which its role stands at the latest: "a former deputy assistant secretary"."""
APPOSED_CHARS = 60
"""Characters before a name in which the role is looked for that it is in apposition to; a bound on work."""


def is_courtesy(title: str) -> bool:
    """Whether a title is mere courtesy ("Mr."), which tells no role."""
    return title.rstrip(".").casefold() in ("mr", "mrs", "ms", "miss", "mx")


def role_before(text: str, start: int, table: NameTable) -> Span | None:
    """Small-letter words before a name whose last is a role: "campaign manager" in "her campaign manager Okoro"."""
    if start < 3 or text[start - 1] not in "  " or not text[start - 2].isalpha():
        return None
    before = text[max(0, start - ROLE_CHARS) : start - 1].rpartition("\n")[2]
    words = before.replace(" ", " ").split(" ")
    if words[-1].casefold() not in table.roles:
        return None
    count = 1
    while count < min(len(words), 5) and _extends_role(words[-count - 1], table):
        count += 1
    length = sum(len(word) + 1 for word in words[-count:])
    return Span(start - length, start - 1)


def whole_title(text: str, title: Span | None, table: NameTable) -> Span | None:
    """A title with what makes another of it: "Vellish President", "former Deputy Secretary of State", "ex-Prime Minister"."""
    if title is None or is_courtesy(title.of(text)):
        return title
    start = title.start
    for _ in range(ROLE_WORDS):
        word = WORD_BEFORE.search(text, max(0, start - ROLE_CHARS), start)
        if word is None or not _qualifies(word[1], table):
            break
        start = word.start(1)
    return Span(start, title.end)


def _qualifies(word: str, table: NameTable) -> bool:
    """Whether a word before a title is part of it: an adjective of nation, a qualifier, or one that hangs on it ("ex-Prime")."""
    plain = word.casefold()
    prefix, hyphen, _ = plain.partition("-")
    nation = word[0].isupper() and plain in table.nations
    qualifies = plain in table.qualifiers or f"{prefix}{hyphen}" in table.qualifiers
    return nation or (qualifies and (word[0].isupper() or plain not in table.prepositions))


def _extends_role(word: str, table: NameTable) -> bool:
    """Whether a word belongs to the role behind it: no verb in the past, unless it tells what sort of a person it is ("accused")."""
    plain = word.casefold()
    if not word or not word[-1].isalpha() or plain in table.role_stops:
        return False
    return not (word.islower() and plain.endswith("ed")) or plain in table.qualifiers


def role_after(text: str, end: int, table: NameTable) -> Span | None:
    """The apposition after a name if it says what the person is: "a hydrologist at Dam Watch".

    The role stands in the noun phrase that the apposition opens with: "included counts of assault on a soldier" has none.
    A relative clause, a verb behind an apposition that no comma closes, and a possessive whose owner stands elsewhere
    ("its chief") are left out.
    """
    gap = PAREN_GAP.match(text, end)
    end = gap.end() if gap else end
    if not text.startswith(", ", end):
        return None
    match = APPOSITION.match(text, end)
    if match is None:
        return None
    words = list(WORD.finditer(match[1]))
    plain = [word[0].casefold() for word in words]
    if BROKEN_OFF.match(text, match.end()):
        del plain[_last_phrase(plain, table) :]
    if not plain:
        return None
    outside = plain[0].endswith("ing") or (plain[0] in table.role_stops and plain[0] not in table.determiners)
    if outside or not any(one in table.roles or one.rstrip("s") in table.roles for one in _head(plain, table)):
        return None
    first = 1 if plain[0] in table.possessives else 0
    ends = table.relatives | table.speaking
    last = next((place for place, one in enumerate(plain) if one in ends), len(plain)) - 1
    if _names_another([word[0] for word in words[: last + 1]], last + 1 < len(plain), table):
        return None
    return Span(match.start(1) + words[first].start(), match.start(1) + words[last].end())


def _last_phrase(words: list[str], table: NameTable) -> int:
    """Where the last phrase begins that says where or for whom somebody is something ("at the University of"); 0 without any."""
    found = [place for place, word in enumerate(words) if place and word in table.prepositions]
    return next((place for place in reversed(found) if words[place] != "of"), found[0] if found else 0)


def _names_another(words: list[str], acts: bool, table: NameTable) -> bool:
    """Whether what stands behind a comma is a role and a name that goes on to act (``acts``), so that it is somebody else.

    "After a call with Vale, mill director Ruth Ashe said" tells no role of Vale.
    """
    small = [place for place, word in enumerate(words) if not word[0].isupper()]
    return acts and bool(small) and small[-1] + 1 < len(words) and words[small[-1]].casefold() in table.roles


def _head(words: list[str], table: NameTable) -> list[str]:
    """The noun phrase that an apposition opens with: "a hydrologist" of "a hydrologist at Dam Watch"."""
    opens = 2 if words[0] == "one" else 0  # "one of its founders"
    ends = (
        place for place, word in enumerate(words) if place >= opens and word in table.prepositions | table.relatives
    )
    return words[: min(next(ends, HEAD_WORDS), HEAD_WORDS)]


def role_apposed(text: str, span: Span, table: NameTable) -> Span | None:
    """The role that a name in commas stands behind: "chair" in "its chair, Ruth Ashe,", "Bishop of Kessel" in "the Bishop of Kessel, Ruth Ashe,"."""
    before = APPOSED_TO.search(text, max(0, span.start - APPOSED_CHARS), span.start)
    if before is None or not text.startswith(",", span.end) or before[1].casefold() not in table.roles:
        return None
    words = text[max(0, before.start() - ROLE_CHARS) : before.start()].rpartition("\n")[2].split(" ")[:-1]
    count = 0
    while count < min(len(words), ROLE_WORDS) and _extends_role(words[-count - 1], table):
        if words[-count - 1].endswith(POSSESSIVES):  # "the group’s head": whose it is is no part of the role
            break
        count += 1
    return Span(before.start() - sum(len(word) + 1 for word in words[len(words) - count :]), before.end() - len(", "))


def follows_body(text: str, start: int, table: NameTable) -> bool:
    """Whether a noun for a body stands right before a name: "the rights group Open Cells"."""
    word = BODY_BEFORE.search(text, max(0, start - 20), start)
    return word is not None and word[1] in table.organisation_words
