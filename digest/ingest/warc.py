"""WARC, the archive of fetched pages (ISO 28500): its responses as documents with the address each came from."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from digest.ingest.reading import MOST_BYTES
from digest.ingest.unpack import MAGIC, unpack

MOST_RECORDS = 20_000
"""Records of one archive (range 1,000 to 200,000)."""
LONGEST_HEAD_BYTES = 65_536
"""A record's or response's header lines are shorter (range 8,000 to 1,000,000)."""
READABLE = ("text/html", "application/xhtml", "text/plain", "application/rss", "application/atom", "application/xml", "text/xml", "application/feed", "application/json")  # fmt: skip
"""Types of responses that may hold articles; pictures, scripts and styles are passed over."""


class Response(NamedTuple):
    """One archived document. ``flaw`` says why it has no bytes: ``cut-off`` or ``too-large``."""

    url: str
    content_type: str
    data: bytes
    flaw: str | None = None


def is_warc(data: bytes) -> bool:
    """Whether bytes are a WARC file, gzipped or not."""
    if data.startswith(MAGIC):
        try:
            return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(data[:4096], 5) == b"WARC/"
        except zlib.error:
            return False
    return data.startswith(b"WARC/")


def responses(data: bytes) -> Iterator[Response]:
    """The documents of an archive that may hold articles, in its order; one that is damaged ends it with a flaw."""
    for record in _members(data) if data.startswith(MAGIC) else _plain_records(data):
        fields, block = _head(record)
        if not record or block is None:
            yield Response("", "", b"", "cut-off")
            return
        url = fields.get("warc-target-uri", "").strip("<>")
        if fields.get("warc-type") == "response" and url.startswith(("http://", "https://")):
            found = _response(url, block)
        elif fields.get("warc-type") == "resource":
            found = Response(url, fields.get("content-type", ""), block)
        else:
            continue
        if found and found.content_type.casefold().startswith(READABLE):
            yield found


def _members(data: bytes) -> Iterator[bytes]:
    """The records of an archive gzipped record by record, each unpacked within the limit of a document."""
    rest = data
    for _ in range(MOST_RECORDS):
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        try:
            record = member.decompress(rest, MOST_BYTES + 1)
        except zlib.error:
            yield b""
            return
        if not member.eof:
            yield b""
            return
        # An archive gzipped as a whole is one member with many records.
        yield from _plain_records(record)
        rest = member.unused_data
        if not rest.startswith(MAGIC):
            return


def _plain_records(data: bytes) -> Iterator[bytes]:
    """The records of an archive that is not gzipped, header and block of each."""
    start = 0
    for _ in range(MOST_RECORDS):
        fields, block = _head(data[start : start + LONGEST_HEAD_BYTES])
        length = fields.get("content-length", "")
        if block is None or not (length.isascii() and length.isdigit() and len(length) < 12):
            yield b""
            return
        begin = data.index(b"\r\n\r\n", start) + 4
        end = begin + int(length)
        if end > len(data):
            yield b""
            return
        yield data[start:end]
        start = data.find(b"WARC/", end, end + 64)
        if start < 0:
            return


def _head(record: bytes) -> tuple[Mapping[str, str], bytes | None]:
    """Header fields in lower case and what follows the blank line; None where there is no blank line in reach."""
    end = record.find(b"\r\n\r\n", 0, LONGEST_HEAD_BYTES)
    if end < 0:
        return {}, None
    lines = record[:end].decode("utf-8", "replace").split("\r\n")[1:]
    fields = (line.partition(":") for line in lines)
    return {name.strip().casefold(): value.strip() for name, _, value in fields}, record[end + 4 :]


def _response(url: str, block: bytes) -> Response | None:
    """The document of an HTTP response; None where it was no success or its coding is unknown."""
    fields, body = _head(block)
    status = block[:64].split(b" ", 2)
    if body is None or len(status) < 2 or status[1][:3] != b"200":
        return None
    if "chunked" in fields.get("transfer-encoding", "").casefold():
        body = _unchunked(body)
    coding = fields.get("content-encoding", "").casefold()
    if coding in ("gzip", "x-gzip") and body.startswith(MAGIC):
        body, flaw = unpack(body)
        return Response(url, fields.get("content-type", ""), body, flaw)
    if coding not in ("", "identity", "gzip", "x-gzip"):
        return None
    return Response(url, fields.get("content-type", ""), body)


def _unchunked(body: bytes) -> bytes:
    """A chunked body in one piece; archives that took the chunks away already give it back as it is."""
    pieces: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at, at + 32)) >= 0:
        size = body[at:end].partition(b";")[0].strip()
        try:
            length = int(size, 16)
        except ValueError:
            return body if at == 0 else b"".join(pieces)
        if length <= 0:
            break
        pieces.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
    return b"".join(pieces) or body
