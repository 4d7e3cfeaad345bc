"""Bodies are unpacked within limits, however they are cut into pieces."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.net.decode import ENCODINGS, Body
from digest.ingest.net.faults import FAULTS, Fault
from digest.ingest.net.policy import FetchPolicy

SMALL = FetchPolicy(max_body_bytes=5000, max_ratio=10, ratio_floor_bytes=1000)


def unpack(encoding: str, chunks: Sequence[bytes], policy: FetchPolicy = SMALL) -> bytes | str:
    """The body, or the code of the fault."""
    try:
        body = Body(encoding, policy)
        for chunk in chunks:
            body.feed(chunk)
        return body.finish()
    except Fault as fault:
        return fault.code


def cut(data: bytes, places: Sequence[int]) -> list[bytes]:
    edges = sorted({0, len(data), *(place % (len(data) + 1) for place in places)})
    return [data[start:end] for start, end in pairwise(edges)]


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    " GZIP ": gzip.compress,
    "deflate": zlib.compress,
}


@pytest.mark.parametrize("encoding", PACKERS)
@settings(deadline=None)
@given(data=st.binary(max_size=900), places=st.lists(st.integers(0, 5000), max_size=6))
def test_what_was_packed_comes_back_however_it_is_cut(encoding: str, data: bytes, places: list[int]) -> None:
    assert unpack(encoding, cut(PACKERS[encoding](data), places)) == data


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=900))
def test_deflate_without_its_frame_comes_back(data: bytes) -> None:
    """But for the few whose first two bytes happen to be those of a frame."""
    packed = raw_deflate(data)
    if (packed[0] * 256 + packed[1]) % 31 or packed[0] & 15 != 8:
        assert unpack("deflate", [packed]) == data


@settings(deadline=None)
@given(st.sampled_from(sorted(ENCODINGS)), st.lists(st.binary(max_size=200), max_size=9))
def test_any_bytes_are_a_body_or_a_known_fault(encoding: str, chunks: list[bytes]) -> None:
    body = unpack(encoding, chunks)
    if isinstance(body, str):
        assert body in FAULTS
    else:
        assert len(body) <= SMALL.max_body_bytes


LIMITS = {
    "the largest body": ("", [bytes(5000)], bytes(5000)),
    "a byte more": ("", [bytes(5000), b"x"], "too-large"),
    "as much as was sent times ten": ("gzip", [gzip.compress(bytes(1000))], bytes(1000)),
    "more than that": ("gzip", [gzip.compress(bytes(4000))], "bomb"),
    "more than the largest": ("gzip", [gzip.compress(bytes(range(256)) * 40)], "too-large"),
    "more in a second member": ("gzip", [gzip.compress(bytes(900)) * 6], "bomb"),
    "a member that breaks off": ("gzip", [gzip.compress(b"a") + gzip.compress(b"b")[:-3]], "cut-short"),
    "no bytes at all": ("gzip", [], b""),
    "the head alone": ("gzip", [gzip.compress(b"")[:10]], "cut-short"),
    "a wrong sum": ("gzip", [gzip.compress(b"abc")[:-8] + bytes(8)], "broken-answer"),
    "padding after the end": ("gzip", [gzip.compress(b"abc"), bytes(9), b"x"], b"abc"),
    "padding without end": ("gzip", [gzip.compress(b"abc"), bytes(6000)], "too-large"),
    "a character set in the wrong place": ("UTF-8", [b"abc"], b"abc"),
    "one packing in another": ("gzip, identity", [b"x"], "unknown-encoding"),
    "an unknown packing": ("zstd", [b"x"], "unknown-encoding"),
}


@pytest.mark.parametrize("what", LIMITS)
def test_limits_hold(what: str) -> None:
    encoding, chunks, expected = LIMITS[what]
    assert unpack(encoding, chunks) == expected


def test_a_bomb_is_refused_before_it_has_gone_off() -> None:
    """A gigabyte of zeros in a megabyte: at most the limit is ever unpacked."""
    body = Body("gzip", FetchPolicy())
    packer = zlib.compressobj(wbits=31)
    with pytest.raises(Fault, match="bomb"):
        for _ in range(1024):
            body.feed(packer.compress(bytes(1024 * 1024)))
