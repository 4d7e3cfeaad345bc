"""Fingerprints of coming nights made by other processes while a night is grouped."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from digest.model import Article
from digest.text.fingerprints import TEXTS_AT_ONCE, WORTH_PROCESSES, Fingerprints, fingerprints, joined

AHEAD = 24
"""Parts of ``TEXTS_AT_ONCE`` texts handed out before they are needed: about 30 MB of fingerprints."""

Night = Sequence[Article]


def night_fingerprints(night: Night) -> Fingerprints:
    """The fingerprints of a night's articles, in their order."""
    return fingerprints([article.headline or "" for article in night], [article.text for article in night])


def fingerprinted(nights: Sequence[Night], processes: int) -> Iterator[tuple[Night, Fingerprints]]:
    """Each night with its fingerprints, in order; the same with one process as with more.

    Further processes start only where there are ``WORTH_PROCESSES`` articles or more.
    """
    if processes < 2 or sum(map(len, nights)) < WORTH_PROCESSES:
        yield from ((night, night_fingerprints(night)) for night in nights)
        return
    parts = ((at, night[start : start + TEXTS_AT_ONCE]) for at, night in enumerate(nights) for start in _starts(night))
    with ProcessPoolExecutor(processes - 1, mp_context=get_context("spawn")) as pool:
        waiting: deque[tuple[int, Future[Fingerprints]]] = deque()
        ready: list[Fingerprints] = []
        for at, night in enumerate(nights):
            while len(ready) < len(_starts(night)):
                for owner, part in parts:
                    waiting.append((owner, pool.submit(night_fingerprints, part)))
                    if len(waiting) >= AHEAD:
                        break
                owner, future = waiting.popleft()
                assert owner == at
                ready.append(future.result())
            yield night, joined(ready)
            ready = []


def _starts(night: Night) -> range:
    return range(0, max(len(night), 1), TEXTS_AT_ONCE)
