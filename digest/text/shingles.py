"""Shingles: hashes of three consecutive words of a paragraph (Broder 1997)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from digest.text.ragged import Starts, starts_of
from digest.text.tokens import Tokens, mix

WORDS = 3
"""Words in a shingle. Real reprints keep a resemblance near .3 at three words and lose it at five."""

_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)  # odd constants of xxHash64


def shingles(tokens: Tokens) -> tuple[Starts, NDArray[np.uint32], NDArray[np.uint16]]:
    """Where each text's shingles start, their hashes, and the paragraph of each.

    A shingle does not cross paragraphs; one of fewer than three words is a shingle by itself.
    """
    words, place = tokens.word.astype(np.uint64), tokens.text.astype(np.int64) << 20 | tokens.paragraph
    count = len(words)
    value = words * np.uint64(_FACTORS[0])
    whole = np.zeros(count, np.bool_)
    for step in range(1, WORDS):
        inside = np.zeros(count, np.bool_)
        inside[: count - step] = place[step:] == place[: count - step]
        following = np.zeros(count, np.uint64)
        following[: count - step] = words[step:]
        value += np.where(inside, following, 0).astype(np.uint64) * np.uint64(_FACTORS[step])
        whole = inside
    first = np.ones(count, np.bool_)
    first[1:] = place[1:] != place[:-1]
    kept = whole | first
    hashes = (mix(value[kept]) >> np.uint64(32)).astype(np.uint32)
    starts = starts_of(np.bincount(tokens.text[kept], minlength=tokens.texts))
    return starts, hashes, np.minimum(tokens.paragraph[kept], 0xFFFF).astype(np.uint16)
