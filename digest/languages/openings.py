"""With which letters a match of a pattern can begin.

Reads as much of the syntax of patterns as the tables of phrases use. What it does not read it takes for "anything", so
that an answer may be too wide and is never too narrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LETTERS = 4
"""Letters of an opening (range 1 to 6): fewer let too many patterns through, more make no difference ("said", "was ")."""
_ELEMENT = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<group>\((?:\?P<\w+>|\?[a-z-]*:)?)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|"
    r"(?P<edge>\\[bBAZ]|[\^$])|(?P<space>\\s|[ ])|(?P<kind>\\[a-zA-Z0-9]|\.)|\\?(?P<letter>.)",
    re.DOTALL,
)
_REPEAT = re.compile(r"(?P<often>[?*+]|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")
_LETTER_SET = re.compile(r"\[[^\\^\]-]+\]\Z")
_MOST = 500
"""Different openings of a part from which on it counts as "anything"."""

_Opening = tuple[str, bool]
"""Letters, and whether what follows in the pattern comes right behind them."""
_NOTHING: frozenset[_Opening] = frozenset({("", True)})
_ANYTHING: frozenset[_Opening] = frozenset({("", False)})


def branches(pattern: str) -> tuple[str, ...]:
    """The alternatives of ``pattern`` on its outermost level, in order; those of a group that is a whole alternative, too.

    >>> branches("said|(?:was|is) sure|(?:[|]|told)")
    ('said', '(?:was|is) sure', '[|]', 'told')
    """
    return tuple(
        part for branch in _split(pattern) for part in (branches(branch[3:-1]) if _is_group(branch) else (branch,))
    )


def _is_group(branch: str) -> bool:
    return branch.startswith("(?:") and _closed(branch, 3) == len(branch)


def _split(pattern: str) -> tuple[str, ...]:
    found, start, depth = [], 0, 0
    for element in _elements(pattern):
        if element["group"] or element["look"]:
            depth += 1
        elif element["letter"] == ")" and element[0] == ")":
            depth -= 1
        elif element[0] == "|" and not depth:
            found.append(pattern[start : element.start()])
            start = element.end()
    return (*found, pattern[start:])


def openings(pattern: str) -> frozenset[str]:
    r"""Small letters, at most ``LETTERS``, one of which every match of ``pattern`` opens with; a blank stands for any space.

    The empty text among them says that a match can open with anything.

    >>> sorted(openings(r"(?:re)?opened|is\s+not"))
    ['is ', 'open', 'reop']
    """
    return frozenset(letters for letters, _ in _alternatives(pattern))


def _elements(pattern: str) -> Iterator[re.Match[str]]:
    return _ELEMENT.finditer(pattern)


def _alternatives(pattern: str) -> frozenset[_Opening]:
    return frozenset(opening for branch in branches(pattern) for opening in _sequence(branch))


def _sequence(branch: str) -> frozenset[_Opening]:
    """The openings of a pattern without alternatives of its own."""
    found, at = _NOTHING, 0
    while at < len(branch) and any(goes_on for _, goes_on in found):
        element = _ELEMENT.match(branch, at)
        if element is None:
            return _ANYTHING
        own, at = _own(element, branch)
        repeat = _REPEAT.match(branch, at)
        if repeat:
            own, at = _repeated(own, repeat), repeat.end()
        found = _behind(found, own)
    return found


def _own(element: re.Match[str], branch: str) -> tuple[frozenset[_Opening], int]:
    """The openings of one element, and where the next begins."""
    if element["look"] or element["group"]:
        end = _closed(branch, element.end())
        return (_NOTHING if element["look"] else _alternatives(branch[element.end() : end - 1])), end
    if element["edge"]:
        return _NOTHING, element.end()
    if element["space"]:
        return frozenset({(" ", True)}), element.end()
    if element["letter"]:
        return _letters(element["letter"]), element.end()
    plain = _LETTER_SET.match(element["set"] or "")
    return (_letters(element["set"][1:-1]) if plain else _ANYTHING), element.end()


def _closed(pattern: str, begin: int) -> int:
    """Where the group ends whose inside begins at ``begin``."""
    depth = 1
    for element in _ELEMENT.finditer(pattern, begin):
        depth += 1 if element["group"] or element["look"] else -1 if element[0] == ")" else 0
        if not depth:
            return element.end()
    return len(pattern) + 1


def _letters(letters: Iterable[str]) -> frozenset[_Opening]:
    """Each of ``letters``; one beyond ASCII may be the capital or small form of another ("ſ" of "S")."""
    plain = all(letter.isascii() or not letter.isalpha() for letter in letters)
    return frozenset((letter.lower(), True) for letter in letters) if plain else _ANYTHING


def _repeated(own: frozenset[_Opening], repeat: re.Match[str]) -> frozenset[_Opening]:
    """``own`` where it may be missing or come again."""
    again = own if repeat["often"] == "?" else frozenset((letters, False) for letters, _ in own)
    missing = repeat["often"] in ("?", "*") or (repeat["least"] is not None and not int(repeat["least"] or 0))
    return again | _NOTHING if missing else again


def _behind(found: frozenset[_Opening], own: frozenset[_Opening]) -> frozenset[_Opening]:
    longer = {
        (f"{first}{letters}"[:LETTERS], goes_on and len(first) + len(letters) < LETTERS)
        for first, more in found
        if more
        for letters, goes_on in own
    }
    both = frozenset({opening for opening in found if not opening[1]} | longer)
    return both if len(both) <= _MOST else _ANYTHING
