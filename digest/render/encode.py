"""Untrusted text becomes Markdown, a URL, HTML, YAML, JSON, XML, CSV, BibTeX or RIS here and nowhere else: one encoder per sink.

Every encoder takes plain text and returns text that its sink reads back as exactly that (after ``one_line``:
one line, no control or invisible characters), and as nothing more.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import msgspec
import yaml

from digest.text.normalise import one_line

REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
TEXT_SPECIAL = re.compile("[&<>]")
ATTRIBUTE_SPECIAL = re.compile("[&<>\"']")

MARKDOWN_SPECIAL = re.compile(
    r"""
      (?P<tag>[<>])
    | (?P<amp>&(?![ ]))                # "Smith & Sons" is left alone
    | (?P<slash>[\\`*_#])              # emphasis, code, headings, escapes
    | (?P<refer>[{}|~^]                # attr_list, Jinja, tables, strikethrough, superscript
        | :(?=//)                      # https://
        | (?<=\w):(?=[\w.+-]+@)        # mailto:a@b
        | :(?!\d\d:)(?=[\w+-]+:)       # :emoji:, but not 10:30:15
        | (?<=[\w.+-])@(?=\w)          # a@b.c
        | (?<=[wW]{3})\.               # www.a.b
        | =(?==)|(?<==)=               # ==mark==
        | \+(?=\+)|(?<=\+)\+           # ++insert++
        | \$(?=\$)|(?<=\$)\$           # $$math$$
        | !(?=\[)                      # image
        )
    | (?P<bracket>[\[\]])
    """,
    re.VERBOSE,
)
PLAIN_PROSE = re.compile(r"(?!\d+[.)])[^\W_][^<>&\\`*_#{}|~^:@=+$!\[\]]*")
"""Most sentences: they open with a letter or digit, and nothing in them is special."""
MARKDOWN_START = re.compile(r"\d+(?=[.)])|(?=[-+\[=:]|!!!|\?\?\?|///|[$]{2})")
"""What opens a list, heading, definition, fence, admonition or reference where a line begins."""
ESCAPABLE = frozenset(".)-+[")
"""Line openers for which every reader knows the backslash."""
ASIDE = re.compile(r"(?<![\[\]!\w])\[(?=\w[\w .,’'-]*\](?![\[({:]))|(?<=[\w.,’'-])\](?![\[({:])")
"""A bracket of an editor's insertion, as in "[the minister] said", which is no link and reads best as it stands."""


def _reference(character: str) -> str:
    return REFERENCES.get(character) or f"&#{ord(character)};"


def markdown(text: str) -> str:
    r"""``text`` as Markdown that shows exactly it: no markup, link, template or character of its own, wherever it is put.

    Neutral for CommonMark, GitHub's tables, strikethrough and task lists, Python-Markdown with attr_list, abbr, footnotes, def_list, tables,
    pymdown's blocks and inlines, and Jinja. A backslash is used where all of them know it, else a character reference;
    what cannot mean anything where it stands is left to read well.
    (GitHub's autolink extension is to be left off: it looks for mail addresses after references are resolved, so nothing can hide one.)
    A blank line, not this function, must keep neighbours apart; put no ``(``, ``[``, ``{`` or ``:`` straight after it.

    >>> print(markdown("Dams & [the] *weirs*: 3_4, {{ x }} <b>"))
    Dams & [the] \*weirs\*: 3\_4, &#123;&#123; x &#125;&#125; &lt;b&gt;
    >>> markdown("1. May")
    '1\\. May'
    """
    line = one_line(text)
    if not line:
        return ""
    if PLAIN_PROSE.fullmatch(line) and "www." not in line.casefold():
        return line
    asides = {match.start() for match in ASIDE.finditer(line)} if "[" in line else set()
    start = MARKDOWN_START.match(line)
    first = start.end() if start else -1

    def encode(match: re.Match[str]) -> str:
        character = match[0]
        if match.lastgroup == "slash":
            return "\\" + character
        if match.lastgroup == "bracket":
            return character if match.start() in asides and match.start() != first else "\\" + character
        return _reference(character)

    if first < 0:
        return MARKDOWN_SPECIAL.sub(encode, line)
    opener = "\\" + line[first] if line[first] in ESCAPABLE else _reference(line[first])
    # The rest is encoded with what precedes it in sight, since some characters matter only after others.
    rest = MARKDOWN_SPECIAL.sub(encode, " " * first + "x" + line[first + 1 :])
    return line[:first] + opener + rest[first + 1 :]


def html(text: str) -> str:
    """``text`` as HTML between tags.

    >>> html("a < b & c")
    'a &lt; b &amp; c'
    """
    return TEXT_SPECIAL.sub(lambda match: REFERENCES[match[0]], one_line(text))


def attribute(text: str) -> str:
    """``text`` as the value of an HTML attribute inside quotation marks of either kind."""
    return ATTRIBUTE_SPECIAL.sub(lambda match: REFERENCES[match[0]], one_line(text))


def xml(text: str) -> str:
    """``text`` as XML character data or attribute value; ``one_line`` has removed what XML 1.0 forbids."""
    return attribute(text)


REMEMBERED = 16_384
"""Addresses and directives that are remembered: a quote stands on some ten pages, lists and feeds of one night."""
SAFE_URL = "!$'()*+,;:@/?=~-._&%[]"
HOST = re.compile(r"[^\s/?#@\\<>\"'`{}|^\[\]()*&;,!$%]+|\[[0-9a-fA-F:.]+\]")
PLAIN_ADDRESS = re.compile(
    r"https?://[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*(?::[1-9]\d{1,3})?"
    r"/(?:[\w!$'()*+,;:@/=~.&-]|%[0-9a-fA-F]{2})*(?:\?(?:[\w!$'()*+,;:@/?=~.&-]|%[0-9a-fA-F]{2})+)?(?:#[\w./=-]+)?",
    re.ASCII,
)
"""Most addresses are fine as they are; looking at this first makes pages with many links a third faster."""
BAD_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})")


@lru_cache(REMEMBERED)
def web_address(url: str | None) -> str | None:
    """``url`` as a plain ASCII http or https address, or None where it is no such thing.

    The host is kept as given in lower case (IDNA where needed), a user name or password is removed, everything that is not
    allowed in an address is percent-encoded and escapes already there stay.

    >>> web_address("https://press.example/a b?x=ä#top")
    'https://press.example/a%20b?x=%C3%A4#top'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    if not url or PLAIN_ADDRESS.fullmatch(url):
        return url or None
    try:
        parts = urlsplit(one_line(url))
        host, port = parts.hostname, parts.port
        name = f"[{host}]" if host and ":" in host else (host or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("http", "https") or not HOST.fullmatch(name):
        return None
    tail = (_escape(parts.path), _escape(parts.query), _escape(parts.fragment))
    return urlunsplit((parts.scheme, f"{name}:{port}" if port else name, *tail))


def _escape(part: str) -> str:
    return quote(BAD_ESCAPE.sub("%25", part), safe=SAFE_URL)


LINK_SPECIAL = str.maketrans(
    {sign: f"%{ord(sign):02X}" for sign in "()<>[]{}\\\"'`*|^~!$ "} | {"&": "&amp;", "_": "%5F"}
)


def markdown_url(url: str | None) -> str | None:
    """``url`` as the destination of a Markdown link, or None where it is not http or https.

    >>> markdown_url("https://press.example/a_(b)?c=1&d=2")
    'https://press.example/a%5F%28b%29?c=1&amp;d=2'
    """
    address = web_address(url)
    return None if address is None else address.translate(LINK_SPECIAL)


def path_url(path: str) -> str:
    """A path of our own below the site's root as a relative URL reference; letters of any script are percent-encoded.

    >>> path_url("people/zoë/")
    'people/zo%C3%AB/'
    """
    return quote(path, safe="/-._~#")


TEXT_DIRECTIVE_WORDS = 5
"""Words at either end that a text fragment names. Browsers match whole words, and four or five are nearly always unique in an article."""
TEXT_DIRECTIVE_WHOLE = 12
"""Words up to which a passage is named whole rather than by its ends."""
WORD = re.compile(r"\w(?:[\w.,’'-]*\w)?")


@lru_cache(REMEMBERED)
def text_fragment(passage: str, prefix: str = "") -> str:
    """The text directive (WICG, ``#:~:text=``) that makes a browser open a page at ``passage``, or an empty string without a word in it.

    Long passages are named by their first and last words, since a directive must fit an address and quotation marks inside may differ.
    ``prefix`` are the words before it, given where the passage's own words stand more than once.
    Dash, comma and ampersand have a meaning in a directive, so everything but letters, digits and dots is percent-encoded.

    >>> text_fragment("A gauge, that nobody reads")
    ':~:text=A%20gauge%2C%20that%20nobody%20reads'
    """
    line = one_line(passage)
    words = list(WORD.finditer(line))
    if not words:
        return ""
    if len(words) <= TEXT_DIRECTIVE_WHOLE:
        parts = [line[words[0].start() : words[-1].end()]]
    else:
        head, tail = words[TEXT_DIRECTIVE_WORDS - 1].end(), words[-TEXT_DIRECTIVE_WORDS].start()
        parts = [line[words[0].start() : head], line[tail : words[-1].end()]]
    before = [_directive(one_line(prefix)) + "-"] if one_line(prefix) else []
    return ":~:text=" + ",".join(before + [_directive(part) for part in parts])


def _directive(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D").replace("_", "%5F").replace("~", "%7E")


def at_passage(url: str | None, passage: str, prefix: str = "") -> str | None:
    """``url`` with the text directive of ``passage``; a fragment that is there already is kept before it.

    >>> at_passage("https://press.example/a#top", "Dam audit")
    'https://press.example/a#top:~:text=Dam%20audit'
    """
    address = web_address(url)
    return None if address is None else _with_directive(address, text_fragment(passage, prefix))


def markdown_at_passage(url: str | None, passage: str, prefix: str = "") -> str | None:
    """``at_passage`` as the destination of a Markdown link."""
    address = web_address(url)
    if address is None:
        return None
    # The directive has only letters, digits and escapes in it; encoding it again would break the words it names.
    return _with_directive(address.translate(LINK_SPECIAL), text_fragment(passage, prefix))


def _with_directive(address: str, directive: str) -> str:
    plain = address.partition(":~:")[0].partition(":%7E:")[0]
    return plain + ("#" if directive and "#" not in plain else "") + directive


def front_matter(fields: Mapping[str, Any]) -> str:
    """A YAML block between lines of dashes; values are strings, numbers, dates and lists of strings, each on one line.

    Strings are written as HTML text, since MkDocs and its themes print front matter unescaped: ``&``, ``<``, ``>`` and ``"`` as references.
    """
    return "---\n" + "".join(_yaml_line(name, _plain_field(value)) for name, value in fields.items()) + "---\n"


PLAIN_ITEM = re.compile(r"[^\W\d_](?:[\w’]|[ /-](?=\w))*")
PLAIN_VALUE = re.compile(r"[^\W\d_](?:[\w’]|[ /.-](?=\w)|[,;.] ?(?=\w))*\.?")
"""Text that YAML takes as it is in a list and after a colon; anything else goes through the library, ten times slower."""
RESERVED = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
"""Words that YAML 1.1 takes for something else than text."""


def _yaml_line(name: str, value: Any) -> str:
    """One field on one line, lists in brackets, so that no value can look like the end of the block."""
    if isinstance(value, list):
        return f"{name}: [{', '.join(map(_scalar, value))}]\n"
    return f"{name}: {_scalar(value, PLAIN_VALUE)}\n"


def _scalar(value: Any, plain: re.Pattern[str] = PLAIN_ITEM) -> str:
    if isinstance(value, str) and plain.fullmatch(value) and value.casefold() not in RESERVED:
        return value
    listed: str = yaml.safe_dump([value], allow_unicode=True, default_flow_style=True, width=float("inf"))
    return listed[1:-2]


def _plain_field(value: Any) -> Any:
    if isinstance(value, str):
        return attribute(value).replace("&#39;", "'")
    if isinstance(value, Sequence):
        return [_plain_field(item) for item in value]
    return value


def json_bytes(value: Any) -> bytes:
    """``value`` as JSON: sorted keys, one blank of indent, UTF-8, one trailing line feed; the same value gives the same bytes."""
    return msgspec.json.format(_packed(value), indent=1) + b"\n"


def _packed(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value, order="sorted")
    except UnicodeEncodeError:
        # A lone surrogate, which no reading of ours lets through but a caller may hand in; the standard library replaces it.
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "replace")


def json_in_html(value: Any) -> str:
    r"""``value`` as JSON inside a ``<script type="application/ld+json">``: nothing in it can end the script or open a comment.

    >>> print(json_in_html({"a": "</script>"}))
    {"a":"\u003c/script\u003e"}
    """
    text = _packed(value).decode()
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def csv_line(cells: Sequence[object]) -> str:
    r"""One line of CSV (RFC 4180, CRLF). A text that a spreadsheet would take for a formula gets an apostrophe in front.

    >>> csv_line(["a, b", "=1+1", 3])
    '"a, b",\'=1+1,3\r\n'
    """
    return ",".join(map(_csv_cell, cells)) + "\r\n"


def _csv_cell(value: object) -> str:
    if not isinstance(value, str):
        return "" if value is None else str(value)
    line = one_line(value)
    if line[:1] in tuple("=+-@＝＋－＠|%"):
        line = "'" + line
    return '"' + line.replace('"', '""') + '"' if re.search('[",;]', line) else line


BIBTEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
} | {sign: "\\" + sign for sign in "&%$#_"}
BIBTEX_SPECIAL = re.compile("[" + re.escape("".join(BIBTEX)) + "]")


def bibtex(text: str) -> str:
    r"""``text`` as the value of a BibTeX field inside braces.

    >>> print(bibtex("Dams & {weirs} 5%"))
    Dams \& {\textbraceleft}weirs{\textbraceright} 5\%
    """
    return BIBTEX_SPECIAL.sub(lambda match: BIBTEX[match[0]], one_line(text))


def ris(tag: str, text: str) -> str:
    r"""One RIS line; the value is one line, so it cannot begin another tag.

    >>> ris("TI", "Dam audit")
    'TI  - Dam audit\r\n'
    """
    return f"{tag}  - {one_line(text)}\r\n"
