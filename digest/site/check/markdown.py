"""The words of a page's Markdown as a reader of the rendered page sees them, so that they can be compared with its data."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from cmarkgfm import markdown_to_html

from digest.site.pages import front_matter

TAG = re.compile(r"<[^>]*>")
BLOCK_QUOTE = re.compile(r"<blockquote>(.*?)</blockquote>", re.DOTALL)
BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|blockquote)>")
MARKS = re.compile(r"[“”…]")


@dataclass(frozen=True, slots=True)
class Markdown:
    """What a reader of a Markdown page sees: its words, those of each block quotation without marks, and what its head says of it."""

    text: str
    quotations: tuple[str, ...]
    description: str


def read(markdown: str) -> Markdown:
    r"""The words of a Markdown page without its markup; blocks are parted by blanks.

    >>> read("---\ndescription: x\n---\n> “A &#42; b” [[1]](https://a.example/)\n")
    Markdown(text='“A * b” [1]', quotations=('“A * b” [1]',), description='x')
    """
    head, body = front_matter(markdown)
    rendered = markdown_to_html(body)
    quotations = tuple(_plain(match.group(1)) for match in BLOCK_QUOTE.finditer(rendered))
    # MkDocs' templates print front matter as it is, so that it holds character references.
    return Markdown(_plain(rendered), quotations, html.unescape(str(head.get("description") or "")))


def stretches(text: str) -> list[str]:
    """The words of ``text`` between the marks and gaps that Digest sets; those that an article sets itself part them too.

    An article may print its marks the wrong way round or leave one out, so they cannot be read in pairs.

    >>> stretches("“A b,” … “c”"), stretches("“” … so it was”"), stretches("A b")
    (['A b,', 'c'], ['so it was'], ['A b'])
    """
    return [words for words in map(str.strip, MARKS.split(text)) if words]


def _plain(rendered: str) -> str:
    return " ".join(html.unescape(TAG.sub("", BLOCK_END.sub(" ", rendered))).split())
