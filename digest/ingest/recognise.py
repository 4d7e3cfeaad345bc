"""What a document is, told from its content and never from its name."""

from __future__ import annotations

import re

from digest.ingest.addresses import SHORTCUT, holds_addresses
from digest.ingest.foreign import is_table
from digest.ingest.kinds import KINDS

LOOK_CHARS = 65_536
"""Characters looked at for the first telling element (range 4,000 to 1,000,000): PHP warnings and comments come before."""
FIRST_LOOK_CHARS = 4096
"""Characters looked at first (range 1,000 to 16,000): nearly every document tells there what it is, and whether it is text."""
ODD_SHARE = 0.02
"""Share of control or undecodable characters above which a document is no text (range .005 to .1)."""

_ROOT = re.compile(
    r"<(?P<name>(?:[A-Za-z_][\w.-]{0,30}:)?(?:rss|rdf|feed|entry|opml|newsitem|newsmessage|packageitem|planningitem|conceptitem"
    r"|knowledgeitem|catalogitem|newsml|nitf|channel|html|head|body|article)|!doctype\s{1,9}html)(?=[\s>/])",
    re.IGNORECASE,
)
_FEED = re.compile(r"<(?:[A-Za-z_][\w.-]{0,30}:)?(?P<name>rss|rdf|feed)\s[^<>]{0,200}(?:xmlns|version)", re.IGNORECASE)
_FOREIGN_ROOT = re.compile(r"\s{0,100}<(?:xs|xsd|xsl|svg|soap|wsdl):[a-z]", re.IGNORECASE)
"""Documents that may carry HTML as their notes: schemas, style sheets, drawings, messages between programs."""
_SKIPPED = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}
_OPENINGS = re.compile(r"<!--|<\?|<!\[CDATA\[")
_LIST = re.compile(
    r"^(?:(?:sources|topics|overrules)[ \t]*:[ \t]*(?:#.*|\[.*)?\r?$"
    r"|(?:sources?|feeds?|topics?|overrules?)[ \t]*:[ \t]*\r?\n(?:[ \t]*-[ \t]|[ \t]+[a-z]+[ \t]*:))",
    re.MULTILINE | re.IGNORECASE,
)
_JSON_LIST = re.compile(r"\{\s*\"(?:(?:topics|overrules)\"\s*:\s*\[\s*\{|sources\"\s*:\s*\[)")
_FIRST_ENTRY = re.compile(
    r"-[ \t]+(?:name|url)[ \t]*:|(?:sources|topics|overrules)[ \t]*:[ \t]*[!&*{|>]", re.IGNORECASE
)
"""How only a list begins: with an entry, or with one of its words before a sign of YAML's own."""
_SECTION = re.compile(r"\[[A-Za-z][^\[\]{}\",\r\n]{0,2048}\][ \t]{0,80}\r?\n\s{0,80}[A-Za-z_]{1,40}[ \t]{0,80}=")
"""How a file of settings begins, which is no JSON though it opens with a bracket."""
_ODD = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_ELEMENT = re.compile(r"\s*<[A-Za-z_!?]")


def recognise(text: str) -> str:
    r"""The kind of a decoded document.

    One of ``KINDS``' values, ``html``, ``json``, ``warc``, ``list``, ``addresses``, ``text``, ``empty``, ``xml`` (of a kind nobody named) or ``unknown``.

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
    if len(_ODD.findall(head, 0, FIRST_LOOK_CHARS)) > ODD_SHARE * min(len(head), FIRST_LOOK_CHARS):
        return "unknown"
    if head.startswith("{\\rtf") or is_table(head):
        return "unknown"
    if head[0] in "{[" and not SHORTCUT.match(head) and not _SECTION.match(head):
        return "list" if _JSON_LIST.match(head) else "json"
    return _of_markup(head) or _of_words(head)


def _of_words(head: str) -> str:
    """The kind of what has no markup. A file of nothing but remarks is a list that has been emptied."""
    first = next((row for line in head.splitlines() if (row := line.strip()) and not row.startswith("#")), None)
    if first is None or _FIRST_ENTRY.match(first) or _LIST.search(head):
        return "list"
    return "addresses" if holds_addresses(head) else "text"


def _of_markup(head: str) -> str | None:
    """The kind of a document that holds a telling element or begins with any; None for other text."""
    for size in (FIRST_LOOK_CHARS, LOOK_CHARS):
        bare = _without_skipped(head[:size], cut=size < len(head))
        # Some feeds come wrapped in a page; a page never holds a feed's root but escaped.
        root = _FEED.search(bare) or _ROOT.search(bare)
        kind = KINDS.get(root.group("name").casefold().rpartition(":")[2], "html") if root else None
        if kind in (None, "html") and _FOREIGN_ROOT.match(bare):
            return "xml"
        if kind and (kind != "html" or size == LOOK_CHARS):
            return kind
    if not _ELEMENT.match(head):
        return None
    if holds_addresses(head):
        return "addresses"
    return "html" if re.search(r"<(?:p|div|br|h1|title|meta|script)\b", head, re.IGNORECASE) else "xml"


def _without_skipped(head: str, *, cut: bool) -> str:
    """``head`` without comments, processing instructions and CDATA sections.

    One that does not end hides nothing, or all that follows where ``head`` is ``cut`` from a longer text.
    """
    pieces = []
    start = 0
    endless: set[str] = set()
    for found in _OPENINGS.finditer(head):
        opening = found.group()
        if found.start() < start or opening in endless:
            continue
        end = head.find(_SKIPPED[opening], found.end())
        if end >= 0:
            pieces.append(head[start : found.start()])
            start = end + len(_SKIPPED[opening])
        elif cut:
            return "".join([*pieces, head[start : found.start()]])
        else:
            endless.add(opening)
    return "".join([*pieces, head[start:]])
