"""Bytes are read in the encoding they are in, whatever they say."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.encoding import decode
from digest.ingest.unpack import unpack

WESTERN = "Café “Zur Möwe” – déjà vu"
RUSSIAN = "Министр отклонил проверку плотины"
MIXED = "Café – Плотина 大坝 𝒳"


def declared(name: str, text: str) -> str:
    return f'<?xml version="1.0" encoding="{name}"?><title>{text}</title>'


CASES = {
    "UTF-8 that says so": (declared("utf-8", MIXED).encode(), MIXED),
    "UTF-8 that says Latin-1": (declared("iso-8859-1", MIXED).encode(), MIXED),
    "UTF-8 that says UTF-16": (declared("utf-16", MIXED).encode(), MIXED),
    "UTF-8 in an encoding nobody knows": (declared("x-nope", MIXED).encode(), MIXED),
    "UTF-8 with a mark": (b"\xef\xbb\xbf" + declared("utf-8", MIXED).encode(), MIXED),
    "UTF-8 encoded twice": (declared("utf-8", MIXED).encode().decode("latin-1").encode(), MIXED),
    "UTF-8 with one stray byte": (declared("utf-8", MIXED).encode().replace("é".encode(), b"\xe9"), MIXED),
    "UTF-16 with a mark": (b"\xff\xfe" + declared("utf-16", MIXED).encode("utf-16-le"), MIXED),
    "UTF-16 without one": (declared("utf-16", MIXED).encode("utf-16-be"), MIXED),
    "UTF-32 with a mark": (b"\xff\xfe\0\0" + declared("utf-32", MIXED).encode("utf-32-le"), MIXED),
    "Windows-1252 that says Latin-1": (declared("iso-8859-1", WESTERN).encode("cp1252"), WESTERN),
    "Windows-1252 that says UTF-8": (declared("utf-8", WESTERN).encode("cp1252"), WESTERN),
    "Windows-1251 that says so": (declared("windows-1251", RUSSIAN).encode("cp1251"), RUSSIAN),
    "Windows-1251 that says UTF-8": (declared("utf-8", RUSSIAN).encode("cp1251"), RUSSIAN),
    "Windows-1251 that says nothing": (f"<title>{RUSSIAN}</title>".encode("cp1251"), RUSSIAN),
    "KOI8-R that says nothing": (f"<title>{RUSSIAN}</title>".encode("koi8-r"), RUSSIAN),
    "Shift JIS that says so": (declared("shift_jis", "日本語の見出し").encode("shift_jis"), "日本語の見出し"),
    "Shift JIS that says nothing": ("<title>日本語の見出しです</title>".encode("shift_jis"), "日本語の見出しです"),
    "GB 18030 that says GB 2312": (declared("gb2312", "朱镕基").encode("gb18030"), "朱镕基"),
}


@pytest.mark.parametrize("case", CASES)
def test_text_is_read_exactly(case: str) -> None:
    data, text = CASES[case]
    assert f"<title>{text}</title>" in decode(data).text


def test_the_transport_is_believed_where_the_document_is_silent() -> None:
    assert (
        decode("<title>łódź</title>".encode("iso-8859-2"), "text/xml; charset=iso-8859-2").text == "<title>łódź</title>"
    )


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_all_bytes_have_a_text(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_what_is_utf_8_and_no_double_is_read_as_it_is(text: str) -> None:
    found = decode(text.encode("utf-8", "replace"))
    assert (
        found.repaired
        or found.text == text.encode("utf-8", "replace").decode("utf-8").removeprefix("\ufeff")
        or "\0" in text[:9]
    )


def test_gzip_is_undone_also_twice_and_in_members() -> None:
    assert unpack(gzip.compress(gzip.compress(b"one"))).data == b"one"
    assert unpack(gzip.compress(b"one") + gzip.compress(b"two")).data == b"onetwo"


def test_a_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b" " * 20_000_000)
    assert unpack(bomb) == (b"", "too-large")
    assert unpack(gzip.compress(bomb)) == (b"", "too-large")


def test_of_a_file_cut_short_what_came_before_is_kept() -> None:
    text = "".join(map(str, range(20_000))).encode()
    data, flaw = unpack(gzip.compress(text)[:-2000])
    assert flaw == "cut-off"
    assert data
    assert text.startswith(data)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_damage_behind_the_mark_of_gzip_is_told(data: bytes) -> None:
    found = unpack(b"\x1f\x8b\x08" + data)
    assert found.flaw in (None, "cut-off", "too-large")
