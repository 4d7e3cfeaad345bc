"""Any text passes every sink as exactly that text and nothing more."""

from __future__ import annotations

import csv
import html as html_lib
import io
import json
import posixpath
import re
from urllib.parse import quote, unquote, urlsplit
from xml.etree import ElementTree as ET

import markdown as python_markdown
import pytest
import yaml
from cmarkgfm import cmark
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.render import encode
from digest.render.page import relative
from digest.text.normalise import one_line

EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "sane_lists",
    "tables",
    "toc",
    "wikilinks",
    "pymdownx.betterem",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.html",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]
OUR_TAGS = re.compile(r'</?(?:p|li|ul|h1|h2|blockquote)(?: id="[^"]*")?>')
PLACES = {
    "a paragraph": ("", ""),
    "a heading": ("# ", ""),
    "a list": ("- ", ""),
    "a block quotation": ("> ", ""),
    "quotation marks": ("“", "” said Brandt"),
    "the middle of a line": ("Brandt said: ", " [[1]](https://a.example/)"),
}
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "[click](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "[x]: https://evil.example",
    "[^1]: a note",
    "*[HTML]: a trap",
    "{: onclick=alert(1) }",
    "text {: .warning #id }",
    "{{ config.site_name }} {% include 'x' %}",
    "{--del--} {++add++} {>>note<<}",
    '--8<-- "/etc/passwd"',
    ';--8<-- "x"',
    "```sh\nrm -rf /\n```",
    "~~~ x",
    "    indented",
    "1. one",
    "2) two",
    "- item",
    "+ item",
    "* item",
    "> quoted",
    "# head #",
    "===",
    "---",
    "--- ",
    "***",
    "| a | b |\n|---|---|",
    ": definition",
    "!!! note",
    "??? note",
    "/// note",
    '=== "tab"',
    "[TOC]",
    "[[wiki]]",
    "[ ] task",
    "- [x] task",
    "https://evil.example/?a=1&copy=2",
    "see www.evil.example now",
    ":smile: and 10:30:15",
    "==mark== ^^ins^^ ~~del~~ H~2~O x^2^ ++ctrl++",
    "a_b_c _em_ __strong__ *em* **strong** `code`",
    "&lt;b&gt; &#60; &amp;amp; AT&T",
    "back\\slash \\* end\\",
    "two  \nlines",
    "tab\there",
    "\u202eright to left\u202c \u200bzero\ufeff",
    "nul\x00 bell\x07 stx\x02wzxhzdk:0\x03 del\x7f nel\x85 ls\u2028ps\u2029",
    "lone \ud800 surrogate",
    "]]> --> <!-- x",
    "$5 and $6, $$x$$",
    "\u200d\u200cjoined",
    "שלום (עולם) [x] – مرحبا",
)


PYTHON_MARKDOWN = python_markdown.Markdown(extensions=EXTENSIONS)


def as_python_markdown(source: str) -> str:
    return PYTHON_MARKDOWN.reset().convert(source)


def as_cmark(source: str) -> str:
    """GitHub's dialect but for autolinks, which look for mail addresses after references are resolved."""
    rendered: str = cmark.markdown_to_html_with_extensions(
        source, 0, ["table", "strikethrough", "tagfilter", "tasklist"]
    )
    return rendered


def shown(rendered: str) -> str:
    """What a reader sees, with whatever element is not ours left in."""
    link = '<a href="https://a.example/">[1]</a>'
    return html_lib.unescape(OUR_TAGS.sub("", rendered.replace(link, "[1]"))).strip()


def assert_only_text(text: str) -> None:
    encoded, plain = encode.markdown(text), one_line(text)
    for where, (before, after) in PLACES.items():
        if not plain and where not in ("quotation marks", "the middle of a line"):
            continue
        opener = before if before.strip() not in ("#", "-", ">") else ""
        expected = (opener + plain + after.replace("[[1]](https://a.example/)", "[1]")).strip()
        for render in (as_python_markdown, as_cmark):
            assert shown(render(before + encoded + after + "\n")) == expected, (where, encoded)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(text: str) -> None:
    assert_only_text(text)


SIGNS = "*_`[](){}<>&#!|~^=+-:;@.$%/\\\"' \t\n01abwx"
MARKUP = [
    "www.",
    "http://",
    "](",
    "![",
    "[^1]",
    "**",
    "==",
    "{{",
    "{%",
    "{:",
    "&#",
    "&amp;",
    "<b>",
    "1.",
    "2)",
    "```",
    "|-|",
    "!!!",
    "???",
    "///",
    "---",
    "]:",
    "$$",
    "<!--",
    "mailto:",
    ":a:",
]
MEANINGFUL = st.sampled_from([*SIGNS, *MARKUP, "- ", "> ", "# ", "\n\n", "    "])


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(MEANINGFUL, max_size=12).map("".join), st.text(max_size=30)))
def test_any_text_is_shown_as_it_is_by_both_readers(text: str) -> None:
    assert_only_text(text)


def test_plain_prose_is_left_to_read_well() -> None:
    prose = "Brandt (56), “[the minister] said”: it's 2.75 % & 5 - 3, at 10:30 – $5 million!"
    assert encode.markdown(prose) == prose


def test_a_heading_of_any_text_has_the_id_of_its_plain_text() -> None:
    from digest.edition.passages import anchor  # noqa: PLC0415 - only here

    for outlet in ("National Wire", "A_B *News* & Co.", "Zürich [Post]", "Ländle.at", "C# 1"):
        rendered = python_markdown.markdown(f"### 1 {encode.markdown(outlet)}", extensions=["toc"])
        assert f'id="{anchor("1", outlet)}"' in rendered


@settings(deadline=None)
@given(st.text(max_size=40))
def test_html_and_xml_hold_the_text_and_nothing_else(text: str) -> None:
    plain = one_line(text)
    assert html_lib.unescape(encode.html(text)) == plain
    assert not set(encode.html(text)) & set("<>")
    element = ET.fromstring(f'<a b="{encode.xml(text)}">{encode.xml(text)}</a>')
    assert (element.text or "") == plain
    assert element.get("b") == plain


@settings(deadline=None)
@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=3))
def test_front_matter_comes_back_from_yaml(title: str, names: list[str]) -> None:
    block = encode.front_matter({"title": title, "outlets": names, "count": 3})
    assert block.startswith("---\n")
    inside = re.match(r"^-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", block, re.DOTALL)
    assert inside is not None
    assert inside.end() == len(block)
    read = yaml.safe_load(inside[1])
    assert html_lib.unescape(read["title"]) == one_line(title)
    assert [html_lib.unescape(name) for name in read["outlets"]] == [one_line(name) for name in names]
    assert not set(read["title"]) & set('<>"')


@settings(deadline=None)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_a_csv_line_is_read_back_and_no_cell_is_a_formula(cells: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(encode.csv_line([*cells, 1]))))
    assert len(rows) == 1
    for written, cell in zip(rows[0], cells, strict=False):
        assert written.removeprefix("'") == one_line(cell).removeprefix("'")
        assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))


@settings(deadline=None)
@given(st.recursive(st.none() | st.text(max_size=20), lambda inner: st.lists(inner, max_size=3)))
def test_json_in_a_script_cannot_end_it(value: object) -> None:
    text = encode.json_in_html(value)
    assert json.loads(text) == value
    assert not set(text) & set("<>&\u2028\u2029")


@settings(deadline=None)
@given(st.text(max_size=40))
def test_bibtex_keeps_its_braces_balanced_and_ris_its_lines(text: str) -> None:
    depth, least = 0, 0
    for sign in re.sub(r"\\[&%$#_]", "", encode.bibtex(text)):
        depth += (sign == "{") - (sign == "}")
        least = min(least, depth)
    assert (depth, least) == (0, 0)
    assert encode.ris("TI", text).count("\n") == 1


WEB_ADDRESSES = {
    "a plain address stays": ("https://press.example/a/b?c=1#d", "https://press.example/a/b?c=1#d"),
    "blanks and other letters are encoded": ("https://press.example/ü b", "https://press.example/%C3%BC%20b"),
    "an escape that is there stays": ("https://press.example/%20", "https://press.example/%20"),
    "a lone per cent sign is encoded": ("https://press.example/5%", "https://press.example/5%25"),
    "a name and password are dropped": ("https://me:secret@press.example/", "https://press.example/"),
    "a port stays": ("http://press.example:8080/", "http://press.example:8080/"),
    "a host in other letters is IDNA": ("https://zürich.example/", "https://xn--zrich-kva.example/"),
    "letter case of scheme and host does not count": ("HTTPS://Press.Example/A", "https://press.example/A"),
    "a script is no address": ("javascript:alert(1)", None),
    "a blank before a scheme hides nothing": (" java\nscript:alert(1)", None),
    "data is no address": ("data:text/html,<b>", None),
    "a file is no address": ("file:///etc/passwd", None),
    "a path alone is no address": ("/news", None),
    "a host of signs is no address": ("https://a'onload=b/", None),
    "a bad port is no address": ("https://press.example:x/", None),
    "nothing is no address": ("", None),
}


@pytest.mark.parametrize("case", WEB_ADDRESSES)
def test_web_addresses(case: str) -> None:
    given_url, expected = WEB_ADDRESSES[case]
    assert encode.web_address(given_url) == expected


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30), st.text(max_size=20))
def test_a_link_to_any_address_has_one_destination(path: str, query: str) -> None:
    address = f"https://press.example/{path}?q={query}"
    target = encode.markdown_url(address)
    plain = encode.web_address(address)
    assert target is not None
    assert plain is not None
    assert urlsplit(plain).hostname == "press.example"
    for render in (as_python_markdown, as_cmark):
        rendered = render(f"[x]({target})")
        found = re.fullmatch(r'\s*<p><a href="([^"]*)">x</a></p>\s*', rendered)
        assert found, rendered
        assert unquote(html_lib.unescape(found[1])) == unquote(plain)


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=10))
def test_a_text_fragment_of_any_words_is_one_directive(words: str, prefix: str) -> None:
    directive = encode.text_fragment(words, prefix)
    if not re.search(r"\w", one_line(words)):
        assert directive == ""
        return
    body = directive.removeprefix(":~:text=")
    parts = body.split(",")
    assert len(parts) in (1, 2, 3)
    assert "&" not in body
    target = encode.markdown_at_passage("https://press.example/a#b", words, prefix)
    rendered = as_cmark(f"[x]({target})")
    assert re.fullmatch(r'<p><a href="https://press\.example/a#b:~:text=[^"]*">x</a></p>\n', rendered)


def test_a_text_fragment_encodes_what_has_a_meaning_in_it() -> None:
    assert encode.text_fragment("twenty-one, A&B") == ":~:text=twenty%2Done%2C%20A%26B"


def test_a_long_passage_is_named_by_its_ends() -> None:
    words = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen."
    assert (
        encode.text_fragment(words)
        == ":~:text=One%20two%20three%20four%20five,ten%20eleven%20twelve%20thirteen%20fourteen"
    )


def test_a_repeated_passage_is_found_by_the_words_before() -> None:
    assert encode.text_fragment("the dam", "about") == ":~:text=about-,the%20dam"


def test_equal_values_give_equal_bytes() -> None:
    assert (
        encode.json_bytes({"b": 1, "a": "ü"})
        == encode.json_bytes({"a": "ü", "b": 1})
        == '{\n "a": "ü",\n "b": 1\n}\n'.encode()
    )


FOLDERS = st.lists(st.sampled_from(["a", "b", "people", "\u00fc"]), max_size=4).map("/".join)


@given(FOLDERS, FOLDERS, st.sampled_from(["", "/"]))
def test_the_way_from_a_page_to_a_file_is_the_relative_path(folder: str, target: str, ending: str) -> None:
    page = f"{folder}/page.md".lstrip("/")
    told = relative(page, (target or ".") + ending)
    assert told == quote(posixpath.relpath(target or ".", folder or "."), safe="/.")
