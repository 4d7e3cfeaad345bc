"""What can be had from a damaged document: each item by itself, so that damage costs the item it is in and no other.

A recovering parser reads a broken feed as one tree and lets one lost tag swallow everything behind it. Here the text is cut
at the tags that begin and end items, each piece is parsed strictly, then mended, then read by libxml2's recovering parser.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

from digest.ingest.jsonlines import load_json
from digest.ingest.xmltree import ILLEGAL, local, parse_strictly

MOST_PIECES = 20_000
"""Pieces one document is cut into (range 1,000 to 100,000), as many as entries are taken."""
_ITEM_TAG = re.compile(r"<(/?)(?:[A-Za-z_][\w.-]{0,30}:)?(item|entry)(?=[\s>/])[^<>]{0,2000}>", re.IGNORECASE)
_ROOT_TAG = re.compile(r"<(?:[A-Za-z_][\w.-]{0,30}:)?(?:rss|rdf|feed)\b[^<>]{0,20000}>", re.IGNORECASE)
_XMLNS = re.compile(r"\s(xmlns(?::[\w.-]{1,40})?)\s{0,9}=\s{0,9}(\"[^\"<]{0,300}\"|'[^'<]{0,300}')")
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]{0,40}):[A-Za-z_]")
_BARE_AMPERSAND = re.compile(r"&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)")
_REFERENCE = re.compile(r"&#(?:(\d{1,20})|[xX]([0-9A-Fa-f]{1,20}));")
_BARE_LESS = re.compile(r"<(?![A-Za-z_/!?])")
_ANY_TAG = re.compile(r"<[^<>]*>")
CDATA_OPENS, CDATA_ENDS = "<![CDATA[", "]]>"
KNOWN_SPACES: Mapping[str, str] = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "media": "http://search.yahoo.com/mrss/",
    "atom": "http://www.w3.org/2005/Atom",
    "dcterms": "http://purl.org/dc/terms/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
"""What a prefix nobody declared is taken for."""
FIELD_NAMES = (
    "title|link|description|guid|pubDate|author|category|comments|source|content|summary|updated|published|issued|modified|id|"
    "content:encoded|dc:creator|dc:date|dc:subject|dc:title|dc:description|media:description"
)
_FIELD = re.compile(rf"<({FIELD_NAMES})(?:\s[^<>]{{0,2000}})?>", re.IGNORECASE)
_EMPTY_LINK = re.compile(r"<(?:[\w.-]{1,20}:)?link\s[^<>]{0,2000}/>", re.IGNORECASE)


class Salvaged(NamedTuple):
    """A tree of the items that could be had, what the document's fault was, and about how many characters were left behind."""

    root: etree._Element | None
    fault: str
    lost_chars: int = 0


def salvage_items(text: str, kind: str) -> Salvaged:
    """The items of a damaged XML document. ``text`` has gone through ``prepare``."""
    fault = _fault(text)
    mended = mend(text)
    root = parse_strictly(_without_surroundings(mended))
    if root is not None:
        return Salvaged(root, fault)
    if kind not in ("rss", "atom"):
        root = _recover(mended)
        return Salvaged(root, fault, _lost(mended, root))
    head, pieces, tail = _cut(mended)
    opening, spaces = _opening(head, mended)
    trees = [tree for piece in pieces if (tree := _piece_tree(piece, spaces)) is not None]
    root = _recover(opening + head_fields(head)) if pieces else _recover(mended)
    if root is None:
        return Salvaged(None, fault, _length(mended))
    holder = next((child for child in root if local(child.tag) == "channel"), root)
    for tree in trees:
        holder.append(tree)
    return Salvaged(root, fault, max(0, _lost(mended, root) - _length(tail) // 2) if pieces else _lost(mended, root))


def _fault(text: str) -> str:
    """What the strict parser says is wrong, in its own words."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8")
    try:
        etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except etree.XMLSyntaxError as error:
        return str(error.msg or "syntax error")[:200]
    except (etree.LxmlError, ValueError) as error:
        return type(error).__name__
    return "it uses entities of its own."


def mend(text: str) -> str:
    """The text without characters and references that XML forbids, bare ampersands and less-than signs escaped."""
    text = ILLEGAL.sub("", text)
    text = _REFERENCE.sub(_legal_reference, text.replace("&#X", "&#x"))
    return "".join(part if marked else _escape_bare(part) for part, marked in _sections(text))


def _sections(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is a whole CDATA section. One that never ends is none."""
    start = 0
    while (begin := text.find(CDATA_OPENS, start)) >= 0 and (end := text.find(CDATA_ENDS, begin)) >= 0:
        yield text[start:begin], False
        yield text[begin : end + 3], True
        start = end + 3
    yield text[start:], False


def _escape_bare(text: str) -> str:
    return _BARE_LESS.sub("&lt;", _BARE_AMPERSAND.sub("&amp;", text))


def _legal_reference(found: re.Match[str]) -> str:
    number = int(found.group(1)) if found.group(1) else int(found.group(2), 16)
    legal = (
        number in (9, 10, 13) or 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD or 0x10000 <= number <= 0x10FFFF
    )
    return found.group() if legal else ""


def _without_surroundings(text: str) -> str:
    """The text from its root element to that element's end, its undeclared prefixes declared."""
    found = _ROOT_TAG.search(text)
    if not found:
        return text
    tag = found.group()
    name = tag[1:].split(None, 1)[0].rstrip("/>")
    end = text.rfind(f"</{name}")
    close = text.find(">", end) if end > 0 else -1
    inside = text[found.end() : close + 1] if close > 0 else text[found.end() :]
    declared = {name.rpartition(":")[2] for name, _ in _XMLNS.findall(tag) if ":" in name}
    missing = sorted(
        {prefix for prefix in _PREFIX.findall(inside) if prefix not in declared and prefix.casefold() != "xml"}
    )
    extra = "".join(
        f' xmlns:{prefix}="{KNOWN_SPACES.get(prefix.casefold(), "urn:unknown:" + prefix)}"' for prefix in missing
    )
    return tag[:-1].rstrip("/") + extra + ">" + inside


def _cut(text: str) -> tuple[str, list[str], str]:
    """What comes before the first item, the items as pieces of text, and what comes after the last."""
    pieces: list[str] = []
    start: int | None = None
    first = last = len(text)
    for tag in _ITEM_TAG.finditer(_blank_cdata(text)):
        if len(pieces) >= MOST_PIECES:
            break
        first = min(first, tag.start())
        if tag.group(1):
            if start is not None:
                pieces.append(text[start : tag.end()])
                start, last = None, tag.end()
        else:
            if start is not None:
                pieces.append(text[start : tag.start()])
            start, last = tag.start(), len(text)
    if start is not None:
        pieces.append(text[start:])
    return text[:first], pieces, text[last:]


def _blank_cdata(text: str) -> str:
    """The text with CDATA sections blanked, at the same offsets, so that tags quoted in them do not count."""
    return "".join(" " * len(part) if marked else part for part, marked in _sections(text))


def _opening(head: str, text: str) -> tuple[str, str]:
    """A root tag for the salvaged tree and the namespace declarations that its pieces need."""
    found = _ROOT_TAG.search(head)
    tag = found.group() if found else "<rss>"
    declared = dict(_XMLNS.findall(tag))
    for prefix in sorted(set(_PREFIX.findall(text))):
        if prefix.casefold() != "xml":
            fallback = KNOWN_SPACES.get(prefix.casefold(), "urn:unknown:" + prefix)
            declared.setdefault(f"xmlns:{prefix}", f'"{fallback}"')
    spaces = "".join(f" {name}={value}" for name, value in declared.items())
    return tag, spaces


def head_fields(head: str) -> str:
    """What stands between the root tag and the first item."""
    found = _ROOT_TAG.search(head)
    return head[found.end() :] if found else head


def _piece_tree(piece: str, spaces: str) -> etree._Element | None:
    """The element of one item: parsed strictly, else field by field, else as far as the recovering parser gets."""
    wrapped = f"<piece{spaces}>{piece}</piece>"
    root = parse_strictly(wrapped)
    if root is None:
        opening = _ITEM_TAG.match(piece)
        tag = opening.group().strip("<>/") if opening else "item"
        name = tag.split(None, 1)[0]
        fields = _whole_fields(piece[opening.end() if opening else 0 :])
        root = parse_strictly(f"<piece{spaces}><{name}>{fields}</{name}></piece>")
    if root is None:
        root = _recover(wrapped)
    if root is None:
        return None
    return next((child for child in root if isinstance(child.tag, str)), None)


def _whole_fields(piece: str) -> str:
    """The fields of an item one after another, each with its content escaped where that is no CDATA section.

    A field that does not end lasts until the next one begins, or the item ends.
    """
    lowered = piece.lower()
    parts = []
    endless: set[str] = set()
    found = _FIELD.search(piece)
    while found:
        name, start = found.group(1), found.end()
        following = _FIELD.search(piece, start)
        end = -1 if name.lower() in endless else lowered.find(f"</{name.lower()}", start)
        if end < 0:
            endless.add(name.lower())
            end = following.start() if following else len(piece)
        parts.append(
            f"{found.group()}{_escaped(piece[start:end])}</{name}>"
            if not found.group().endswith("/>")
            else found.group()
        )
        found = _FIELD.search(piece, end)
    links = [link.group() for link in _EMPTY_LINK.finditer(piece) if not any(link.group() in part for part in parts)]
    return "".join([*parts, *links])


def _escaped(content: str) -> str:
    """A field's content as character data: what is in CDATA sections as it is, the rest with its brackets escaped."""
    stripped = content.strip()
    if stripped.startswith("<![CDATA["):
        inside = stripped[9:].removesuffix(">").removesuffix("]]")
        return f"<![CDATA[{inside.replace(']]>', ']]&gt;')}]]>"
    return content.replace("]]>", "]]&gt;").replace("<", "&lt;").replace(">", "&gt;")


def _recover(text: str) -> etree._Element | None:
    """What libxml2's recovering parser makes of the text."""
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _lost(text: str, root: etree._Element | None) -> int:
    """About how many characters of running text are in ``text`` but not in the tree."""
    kept = _length(str(etree.tostring(root, method="text", encoding="unicode"))) if root is not None else 0
    there = _length("".join(part[9:-3].replace("<", " ") if marked else part for part, marked in _sections(text)))
    return max(0, there - kept - there // 50)


def _length(text: str) -> int:
    return sum(map(len, _ANY_TAG.sub(" ", text).split()))


def salvage_json_items(text: str) -> tuple[list[Mapping[str, Any]], str]:
    """The whole objects of a damaged JSON array, feed or set of lines, and what the fault was."""
    try:
        load_json(text)
        fault = "unknown"
    except json.JSONDecodeError as error:
        fault = f"{error.msg} in line {error.lineno}"
    except (ValueError, RecursionError):
        fault = "nested too deep, or a number too long"
    return list(_whole_objects(text)), fault


def _whole_objects(text: str) -> Iterator[Mapping[str, Any]]:
    decoder = json.JSONDecoder(parse_int=lambda digits: int(digits) if len(digits) < 20 else digits)
    items = re.search(r'"items"\s{0,99}:\s{0,99}\[', text)
    position = items.end() if items else 0
    for _ in range(MOST_PIECES):
        position = text.find("{", position)
        if position < 0:
            return
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            position += 1
            continue
        if isinstance(value, Mapping):
            yield value
