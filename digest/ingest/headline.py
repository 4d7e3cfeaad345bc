"""Headlines without the outlet's name and the section's, bylines without mailboxes: what an editor would print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from digest.languages.furniture import LABEL, SECTIONS, SITE_WORDS
from digest.text.normalise import fold, one_line

LEARNED_FROM = 3
"""Headlines of one source that must end alike before that ending is taken for the outlet's name (range 3 to 10)."""
LEARNED_SHARE = 0.6
"""Share of a source's headlines that must end so (range .5 to .9)."""
_SEPARATOR = re.compile(r"\s+(?:[-–—|·•»«]|::|//)\s+|\s*\|\s*")
_PREFIX = re.compile(r"([^\W\d_][\w &-]{1,24}?)\s?(?:\||:|»|·)\s+(?=\S)")
_NAME_FIRST = re.compile(r"([^\W\d_][\w .&'’-]{1,40}?)(?:\s?[|:»·]|\s[-–—])\s+(?=\S)")
_BY = re.compile(r"^(?:(?:written|reported|story|text)\s+)?by:?\s+", re.IGNORECASE)
SMALL_WORDS = frozenset({"and", "for", "of", "the", "on", "in"})
"""Words that titles do not capitalise."""
_MAILBOX = re.compile(r"[<(\[]?\b[^\s<>()\"@]{1,64}@[^\s<>()\"@]{1,190}\.[a-z]{2,24}\b[>)\]]?", re.IGNORECASE)


def endings(headlines: Iterable[str]) -> frozenset[str]:
    """What most headlines of one source end in behind a separator, folded: the outlet's name, however it is spelled.

    >>> sorted(endings(["Dam holds - H. Post", "Fire out - H. Post", "Rents capped - H. Post"]))
    ['h post']
    """
    tails = [fold(parts[-1]) for headline in headlines if len(parts := _SEPARATOR.split(headline)) > 1]
    return frozenset(
        tail
        for tail, count in Counter(tails).items()
        if tail and count >= LEARNED_FROM and count >= LEARNED_SHARE * len(tails)
    )


def clean_headline(headline: str, names: Collection[str]) -> str:
    """``headline`` without the outlet's name at either end, a section's name before it, and agencies' version marks.

    ``names`` are the outlet's names, folded. What is left is never empty.

    >>> clean_headline("Politics | Dam audit rejected - Harbour Post", {"harbour post"})
    'Dam audit rejected'
    """
    line = one_line(headline)
    known = frozenset(_bare(name) for name in names)
    cut = False
    for _ in range(2):
        ends = list(_SEPARATOR.finditer(line))
        if ends and ends[-1].start() > 0:
            printed, bar = line[ends[-1].end() :], "|" in ends[-1].group()
            tail = fold(printed)
            of_section = tail.replace(" ", "-") in SECTIONS and (cut or bar)
            if of_section or _bare(tail) in known or _is_site(printed, tail.split(), known):
                line = line[: ends[-1].start()].rstrip()
                cut = True
        begins = _PREFIX.match(line)
        section = begins is not None and fold(begins.group(1)).replace(" ", "-") in SECTIONS
        begins = begins if section else _NAME_FIRST.match(line)
        if begins and (section or _bare(fold(begins.group(1))) in known):
            line = line[begins.end() :]
    line = LABEL.sub("", line, count=1) if LABEL.match(line) else line
    return line or one_line(headline)


def _bare(name: str) -> str:
    """A folded name without its article: papers write themselves with and without it."""
    return name.removeprefix("the ")


def _is_site(tail: str, own: list[str], names: frozenset[str]) -> bool:
    """Whether the end of a headline is what a site calls itself: "WVLM 4 Vellmar News", "Ostrow News, Weather & Sports".

    ``own`` are its words folded. It is written as a title and has two words of SITE_WORDS, or one of them, or a number, beside a name of one word.
    """
    printed = re.findall(r"[\w.]+", tail)
    if not all(word[0].isupper() or not word[0].isalpha() or word in SMALL_WORDS for word in printed):
        return False
    of_sites = len({word for word in own if word in SITE_WORDS})
    return of_sites > 1 or (not names.isdisjoint(own) and (of_sites == 1 or any(word.isdigit() for word in own)))


def settled_headline(headline: str | None, known: str | None) -> str | None:
    """``headline``, or the ``known`` one where that differs only by an ending cut off before.

    What an outlet puts behind its headlines is learned from a night's feed, and some nights bring too few to learn from.

    >>> settled_headline("Dam holds - H. Post", "Dam holds")
    'Dam holds'
    """
    if headline and known and headline.startswith(known) and _SEPARATOR.match(headline, len(known)):
        return known
    return headline


def clean_byline(byline: str | None) -> str | None:
    """The names alone: no "By", no mailbox, nothing where that is all there was.

    >>> clean_byline("By Hanne Osterby (osterby@wire.example)")
    'Hanne Osterby'
    """
    if not byline:
        return None
    line = _BY.sub("", _MAILBOX.sub("", one_line(byline))).strip(" ,;|-–—/")
    return line or None
