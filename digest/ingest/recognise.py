"""What a document is, told from its content and never from its name."""

from __future__ import annotations

import re

LOOK_CHARS = 65_536
"""Characters looked at for the first telling element (range 4,000 to 1,000,000): PHP warnings and comments come before."""
ODD_SHARE = 0.02
"""Share of control or undecodable characters above which a document is no text (range .005 to .1)."""

_ROOT = re.compile(
    r"<(?P<name>(?:[A-Za-z_][\w.-]{0,30}:)?(?:rss|rdf|feed|entry|opml|newsitem|newsmessage|packageitem|planningitem|conceptitem"
    r"|knowledgeitem|catalogitem|newsml|nitf|channel|html|head|body|article)|!doctype\s{1,9}html)(?=[\s>/])",
    re.IGNORECASE,
)
_SKIPPED = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_LIST = re.compile(r"^(?:sources|topics|overrules)[ \t]*:[ \t]*(?:#.*|\[.*)?$", re.MULTILINE)
_ODD = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_ELEMENT = re.compile(r"\s*<[A-Za-z_!?]")

KINDS = {
    "rss": "rss",
    "rdf": "rss",
    "channel": "rss",
    "feed": "atom",
    "entry": "atom",
    "opml": "opml",
    "newsitem": "newsml-g2",
    "newsmessage": "newsml-g2",
    "packageitem": "newsml-g2",
    "planningitem": "newsml-g2",
    "conceptitem": "newsml-g2",
    "knowledgeitem": "newsml-g2",
    "catalogitem": "newsml-g2",
    "newsml": "newsml",
    "nitf": "nitf",
}
"""Root elements and the kinds of document they begin; every other telling element is HTML."""
XML_KINDS = frozenset(KINDS.values())


def recognise(text: str) -> str:
    r"""The kind of a decoded document.

    One of ``KINDS``' values, ``html``, ``json``, ``warc``, ``list``, ``text``, ``empty``, ``xml`` (of a kind nobody named) or ``unknown``.

    >>> recognise('<?xml version="1.0"?><!-- <html> --><rss version="2.0">')
    'rss'
    >>> recognise("sources:\n  - url: https://harbour.example/feed")
    'list'
    """
    head = text[:LOOK_CHARS].lstrip("\ufeff \t\r\n")
    if not head:
        return "empty" if len(text) <= LOOK_CHARS or not text.strip() else recognise(text.lstrip())
    if head.startswith("WARC/"):
        return "warc"
    if len(_ODD.findall(head)) > ODD_SHARE * len(head):
        return "unknown"
    if head[0] in "{[":
        return "json"
    return _of_markup(head) or ("list" if _LIST.search(head) else "text")


def _of_markup(head: str) -> str | None:
    """The kind of a document that holds a telling element or begins with any; None for other text."""
    root = _ROOT.search(_SKIPPED.sub("", head))
    if root:
        name = root.group("name").casefold().rpartition(":")[2]
        return KINDS.get(name, "html")
    if not _ELEMENT.match(head):
        return None
    return "html" if re.search(r"<(?:p|div|br|h1|title|meta|script)\b", head, re.IGNORECASE) else "xml"
