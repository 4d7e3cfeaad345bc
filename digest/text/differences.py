"""Two printings of the same words side by side: what both have, what one left out and what it put in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"\s*\S+\s*")
EDGES = re.compile(r"\A\W+|\W+\Z")


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of two printings: ``kept`` in both, ``deleted`` from the one shown, or ``inserted`` by the other."""

    kind: str
    text: str


def differences(shown: str, other: str) -> tuple[Difference, ...]:
    """What ``other`` kept of ``shown``, left out and put in, word by word; blanks stay with the word before them.

    Kept and inserted stretches joined are ``other`` to the letter: a word that differs in marks or capitals alone is kept,
    as ``other`` prints it. Blanks alone are no difference.

    >>> [(d.kind, d.text) for d in differences("We will not move.", "We will move!")]
    [('kept', 'We will '), ('deleted', 'not '), ('kept', 'move!')]
    """
    left, right = TOKEN.findall(shown), TOKEN.findall(other)
    matcher = SequenceMatcher(None, [_plain(word) for word in left], [_plain(word) for word in right], autojunk=False)
    pieces = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Difference("kept", "".join(right[c:d])))
        else:
            pieces += [Difference("deleted", "".join(left[a:b]))] if b > a else []
            pieces += [Difference("inserted", "".join(right[c:d]))] if d > c else []
    return tuple(pieces)


def _plain(word: str) -> str:
    bare = word.strip()
    return EDGES.sub("", bare).casefold().replace("’", "'") or bare
