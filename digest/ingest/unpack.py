"""Gzip undone within limits of size, ratio and nesting."""

from __future__ import annotations

import zlib
from typing import NamedTuple

from digest.ingest.reading import MOST_BYTES

MAGIC = b"\x1f\x8b\x08"
MOST_MEMBERS = 20_000
"""Gzip members of one file (range 1,000 to 100,000): a WARC has one a record."""
MOST_LAYERS = 2
"""Gzip inside gzip (range 1 to 3): a server that compresses a file that already was."""


class Unpacked(NamedTuple):
    """The bytes, and what went wrong: ``too-large`` (nothing kept) or ``cut-off`` (what came before the damage)."""

    data: bytes
    flaw: str | None = None


def unpack(data: bytes, most_bytes: int = MOST_BYTES) -> Unpacked:
    """``data`` without its gzip layers; at most ``most_bytes`` long, however small it came.

    >>> import gzip
    >>> unpack(gzip.compress(b"The dam holds."))
    Unpacked(data=b'The dam holds.', flaw=None)
    """
    for _ in range(MOST_LAYERS):
        if not data.startswith(MAGIC):
            break
        data, flaw = _one_layer(data, most_bytes)
        if flaw:
            return Unpacked(data, flaw)
    if len(data) > most_bytes or data.startswith(MAGIC):
        return Unpacked(b"", "too-large")
    return Unpacked(data)


def _one_layer(data: bytes, most_bytes: int) -> Unpacked:
    pieces: list[bytes] = []
    room = most_bytes
    rest = data
    for _ in range(MOST_MEMBERS):
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        try:
            piece = member.decompress(rest, room + 1)
        except zlib.error:
            return Unpacked(b"".join(pieces), "cut-off")
        pieces.append(piece)
        room -= len(piece)
        if room < 0:
            return Unpacked(b"", "too-large")
        if not member.eof:
            return Unpacked(b"".join(pieces), "cut-off")
        rest = member.unused_data
        if not rest.startswith(MAGIC):
            return Unpacked(b"".join(pieces))
    return Unpacked(b"".join(pieces), "cut-off")
