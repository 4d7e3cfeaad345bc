"""The words of a page's Markdown as a reader of the rendered page sees them, so that they can be compared with its data."""

from __future__ import annotations

import html
import re

from cmarkgfm import markdown_to_html

from digest.site.pages import front_matter

TAG = re.compile(r"<[^>]*>")
BLOCK_QUOTE = re.compile(r"<blockquote>(.*?)</blockquote>", re.DOTALL)
BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|blockquote)>")
MARKED = re.compile(r"“([^“”]*)”?")


def text_of(markdown: str) -> str:
    r"""The words of a Markdown page without its markup; blocks are parted by blanks.

    >>> text_of("---\ntitle: x\n---\n> “A &#42; b” [[1]](https://a.example/)\n")
    '“A * b” [1]'
    """
    return _plain(markdown_to_html(front_matter(markdown)[1]))


def block_quotes(markdown: str) -> list[str]:
    """The words of each block quotation of a Markdown page, without marks."""
    rendered = markdown_to_html(front_matter(markdown)[1])
    return [_plain(match.group(1)) for match in BLOCK_QUOTE.finditer(rendered)]


def marked_words(text: str) -> list[str]:
    """The stretches of ``text`` inside double marks, or all of it where it has none.

    >>> marked_words("“A b,” … “c”"), marked_words("A b")
    (['A b,', 'c'], ['A b'])
    """
    found = [match.group(1).strip() for match in MARKED.finditer(text)]
    return [words for words in found if words] or [text]


def _plain(rendered: str) -> str:
    return " ".join(html.unescape(TAG.sub("", BLOCK_END.sub(" ", rendered))).split())
