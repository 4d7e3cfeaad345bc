"""Bytes to text: what the bytes themselves prove counts first, then what the document says, then what its letters look like.

Of three witnesses (bytes, declaration, transport) the declaration is the one most often wrong: valid UTF-8 beyond ASCII is
UTF-8 whatever is declared, since text in another encoding forms valid sequences by accident only in a few characters.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDER: Mapping[str, str] = MappingProxyType(
    {
        "iso8859-1": "cp1252",
        "ascii": "cp1252",
        "iso8859-9": "cp1254",
        "iso8859-11": "cp874",
        "tis-620": "cp874",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "shift_jis": "cp932",
        "euc_kr": "cp949",
        "big5": "big5hkscs",
    }
)
"""What browsers read where the narrower name is declared (WHATWG Encoding Standard, section 4.2)."""
SEVEN_BIT = frozenset({"iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_jp_ext", "iso2022_kr", "hz"})
REFUSED = frozenset(
    {"utf-7", "idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined", "mbcs", "oem", "palmos"}
)
STRAY_SHARE = 0.5
"""Bad bytes a valid UTF-8 sequence up to which a text is damaged UTF-8 and nothing else (range 0.1 to 1; in Latin-1 or Cyrillic
texts, stray bytes outnumber accidental sequences ten to one)."""
NATIVE_RUN_BYTES = 2.5
"""Mean length of runs of high bytes from which the script is not Latin (range 2 to 4; French has 1.1, Russian 5, Chinese 8)."""
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})|<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
CYRILLIC_VOWELS = frozenset("аеёиоуыэюяіїєАЕЁИОУЫЭЮЯІЇЄ")


class Decoded(NamedTuple):
    """A text, the encoding it was read in, and whether bytes had to be repaired or the declaration overruled."""

    text: str
    encoding: str
    repaired: bool = False


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    r"""The text of ``data``. ``content_type`` is the transport's header, if any. Every byte string has an answer.

    >>> decode(b'<?xml version="1.0" encoding="windows-1251"?><t>\xcf\xf0\xe8\xe2\xe5\xf2</t>').encoding
    'cp1251'
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return Decoded(rest.decode(name, "replace"), name) if name != "utf-8" else _as_utf8(rest, content_type)
    wide = _without_mark(data[:64])
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    return _as_utf8(data, content_type)


def _without_mark(head: bytes) -> str | None:
    """The UTF-16 or UTF-32 that a document beginning with ``<`` or ``{`` shows by its zero bytes."""
    for sign in (b"<", b"{", b"["):
        for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
            wide = sign.decode().encode(name)
            if head.startswith(wide) and head[len(wide) : 2 * len(wide)].count(0) == wide.count(0):
                return name
    return None


def _as_utf8(data: bytes, content_type: str | None) -> Decoded:
    declared = _declared(data, content_type)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)
    if declared in SEVEN_BIT and b"\x1b" in data + (b"\x1b" if declared == "hz" else b""):
        return Decoded(data.decode(declared, "replace"), declared)
    single = _encoded_twice(text)
    return Decoded(single, "utf-8", repaired=True) if single else Decoded(text, "utf-8")


def _declared(data: bytes, content_type: str | None) -> str | None:
    """The codec of the document's own declaration, else of the transport's; None where Python has none."""
    found = _DECLARED.search(data, 0, 4096)
    names = [(found.group(1) or found.group(2)).decode("ascii", "replace")] if found else []
    transport = _CHARSET.search(content_type or "")
    names += [transport.group(1)] if transport else []
    for name in names:
        try:
            codec = codecs.lookup(name)
        except (LookupError, ValueError):
            continue
        if codec.name not in REFUSED and getattr(codec, "_is_text_encoding", True):
            return WIDER.get(codec.name, codec.name)
    return None


def _encoded_twice(text: str) -> str | None:
    """The text under a text that was encoded as UTF-8 two times; None where it was not."""
    first = _NOT_ASCII.search(text)
    if not first or not "\u00c2" <= first.group() <= "\u00f4":
        return None
    for narrow in ("latin-1", "cp1252"):
        try:
            single = text.encode(narrow).decode("utf-8")
        except UnicodeError:
            continue
        return single
    return None


def _not_utf8(data: bytes, declared: str | None) -> Decoded:
    """Damaged UTF-8, else the declared encoding where it fits, else the likeliest."""
    sequences = len(_SEQUENCE.findall(data))
    stray = len(_SEQUENCE.sub(b"", data).translate(None, _ASCII))
    if sequences and stray <= sequences * STRAY_SHARE and declared in (None, "utf-8", "cp1252"):
        return Decoded(_mend_utf8(data), "utf-8", repaired=True)
    if declared and declared != "utf-8" and not declared.startswith(("utf-16", "utf-32")):
        try:
            return Decoded(data.decode(declared), declared)
        except UnicodeDecodeError:
            return Decoded(data.decode(declared, "replace"), declared, repaired=True)
    name = _likeliest(data)
    return Decoded(data.decode(name, "replace"), name, repaired=True)


_ASCII = bytes(range(128))


def _mend_utf8(data: bytes) -> str:
    """UTF-8 whose stray bytes are read as Windows-1252, the commonest thing pasted into it."""
    pieces = []
    rest = data
    while rest:
        try:
            pieces.append(rest.decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            pieces.append(rest[: error.start].decode("utf-8"))
            pieces.append(rest[error.start : error.end].decode("cp1252", "replace"))
            rest = rest[error.end :]
    return "".join(pieces)


def _likeliest(data: bytes) -> str:
    """The encoding that the high bytes look like: Latin, one of the Cyrillic, or one of East Asia."""
    runs = _HIGH_RUN.findall(data[:200_000])
    if not runs or sum(map(len, runs)) / len(runs) < NATIVE_RUN_BYTES:
        return "cp1252"
    sample = b" ".join(runs)
    lower, upper = (sum(low <= byte <= low + 31 for byte in sample) for low in (0xE0, 0xC0))
    cyrillic = "cp1251" if lower >= upper else "koi8-r"
    letters = [letter for letter in sample.decode(cyrillic, "replace") if letter.isalpha()]
    native = [letter for letter in letters if "\u0400" <= letter <= "\u04ff"]
    vowels = sum(letter in CYRILLIC_VOWELS for letter in native)
    if len(native) >= 0.9 * len(sample.replace(b" ", b"")) and 0.25 <= vowels / max(1, len(native)) <= 0.6:
        return cyrillic
    fitting = {name: _east_asian_fit(data, name) for name in ("cp932", "euc_jp", "cp949", "gb18030", "big5hkscs")}
    best = max(fitting, key=lambda name: fitting[name])
    return best if fitting[best] > 0 else cyrillic


def _east_asian_fit(data: bytes, name: str) -> float:
    """How well a multi-byte encoding fits, 0 where it does not decode: the share of kana, hangul or common ideographs."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return 0.0
    native = [sign for sign in text if sign > "\u00ff"]
    kana = sum("\u3040" <= sign <= "\u30ff" for sign in native)
    hangul = sum("\uac00" <= sign <= "\ud7a3" for sign in native)
    ideographs = sum("\u4e00" <= sign <= "\u9fff" for sign in native)
    odd = len(native) - kana - hangul - ideographs
    script = {"cp949": hangul, "cp932": 2 * kana + ideographs / 2, "euc_jp": 2 * kana + ideographs / 2}.get(
        name, ideographs
    )
    return max(0.0, (script - odd / 2) / max(1, len(native)))
