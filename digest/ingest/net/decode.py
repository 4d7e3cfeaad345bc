"""Unpacking of answers within limits that hold while it goes on, not after."""

from __future__ import annotations

import zlib

from digest.ingest.net.faults import Fault
from digest.ingest.net.policy import FetchPolicy

ACCEPT_ENCODING = "gzip, deflate"
ENCODINGS = {
    "": None,
    "identity": None,
    "gzip": zlib.MAX_WBITS | 32,
    "x-gzip": zlib.MAX_WBITS | 32,
    "deflate": zlib.MAX_WBITS | 32,
}
PACKINGS = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz", "aes128gcm", "exi", "pack200-gzip"})
"""What IANA lists besides, none of which was asked for."""

GZIP_MAGIC = b"\x1f\x8b"
PIECE_BYTES = 64 * 1024

MAX_MEMBERS = 1000
"""Most gzip members in one answer; servers send one, a bomb of empty members costs time without giving bytes."""


FEW_CRUMBS = 8_000
LEAST_CRUMB_BYTES = 64
"""An answer in more than so many pieces of fewer bytes on average is refused: each costs as much as a large one.

Pages written out tag by tag come in some thousands; a byte at a time is an attack on the reader's processor.
"""


class Body:
    """The body of one answer as it grows: unpacked, counted, and refused when it passes a limit.

    ``encoding`` is the value of Content-Encoding. Raises ``Fault``: "unknown-encoding", "too-large", "bomb",
    "broken-answer", "cut-short".
    """

    def __init__(self, encoding: str, policy: FetchPolicy) -> None:
        name = encoding.strip().lower()
        if name in PACKINGS or "," in name:
            raise Fault("unknown-encoding")
        self._wbits = ENCODINGS.get(name)  # some servers name the character set here: that packs nothing
        self._policy = policy
        self._sent_bytes = 0
        self._chunks = 0
        self._size = 0
        self._pieces: list[bytes] = []
        self._members = 0
        self._inflater = None if self._wbits is None else zlib.decompressobj(self._wbits)

    def feed(self, chunk: bytes) -> None:
        """Takes the next bytes as they were sent."""
        self._sent_bytes += len(chunk)
        self._chunks += 1
        if self._sent_bytes > self._policy.max_body_bytes:
            raise Fault("too-large")
        if self._chunks > FEW_CRUMBS and self._sent_bytes < LEAST_CRUMB_BYTES * self._chunks:
            raise Fault("broken-answer", "in crumbs")
        if self._inflater is None:
            self._keep(chunk)
        else:
            self._inflate(chunk)

    def finish(self) -> bytes:
        """The whole body, once all of it was fed."""
        if self._inflater is not None and self._sent_bytes and not self._inflater.eof:
            raise Fault("cut-short")
        return b"".join(self._pieces)

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._policy.max_body_bytes:
            raise Fault("too-large")
        if self._size > max(self._policy.ratio_floor_bytes, self._policy.max_ratio * self._sent_bytes):
            raise Fault("bomb")
        self._pieces.append(piece)

    def _inflate(self, data: bytes) -> None:
        while data:
            assert self._inflater is not None
            if self._inflater.eof:
                if not data.startswith(GZIP_MAGIC):
                    return  # padding after the end, as some servers send
                self._next_member()
            data = self._inflate_piece(data)

    def _next_member(self) -> None:
        self._members += 1
        if self._members > MAX_MEMBERS:
            raise Fault("bomb")
        self._inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)

    def _inflate_piece(self, data: bytes) -> bytes:
        assert self._inflater is not None
        try:
            piece = self._inflater.decompress(data, PIECE_BYTES)
        except zlib.error:
            if self._size or self._wbits != ENCODINGS["deflate"]:
                raise Fault("broken-answer") from None
            return self._restart_raw(data)
        self._keep(piece)
        return self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail

    def _restart_raw(self, data: bytes) -> bytes:
        """Some servers send "deflate" without the zlib frame that RFC 9110 (8.4.1.2) asks for."""
        self._wbits = -zlib.MAX_WBITS
        self._inflater = zlib.decompressobj(self._wbits)
        return data
