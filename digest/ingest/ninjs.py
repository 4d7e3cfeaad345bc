"""IPTC ninjs 1.x to 3.x, news in JSON: the document as items, each in the format's own spelling.

1.x has ``headline`` and ``body_xhtml``, 2.x lists ``headlines`` and ``bodies``, 3.x writes names in camel case: read alike here.
https://iptc.org/std/ninjs/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from digest.ingest.adapt import Item
from digest.ingest.jsonfeed import text_of
from digest.ingest.nitf import nitf_content

NOT_TEXT = frozenset({"picture", "graphic", "video", "audio", "animation"})
NO_ARTICLE = frozenset({"event", "planning"})
TELLING = (
    "versioncreated",
    "pubstatus",
    "bodies",
    "headlines",
    "body_xhtml",
    "body_html",
    "body_text",
    "usageterms",
    "associations",
    "eventdetails",
)
"""Properties of which no other JSON that Digest reads has any."""
Fields = Mapping[str, Any]


def is_ninjs(document: Fields) -> bool:
    """Whether a JSON object is a ninjs item: it has a ``uri`` and something only ninjs has, or says so."""
    fields = _lowered(document)
    standard = fields.get("standard") or fields.get("$standard")
    if isinstance(standard, Mapping) and "ninjs" in str(standard.get("name", "")).casefold():
        return True
    return "uri" in fields and "items" not in fields and any(name in fields for name in TELLING)


def read_ninjs(document: Fields) -> Iterator[Item | None]:
    """The item of a ninjs object, if it is one that can be an article; events and plans give nothing."""
    fields = _lowered(document)
    if str(fields.get("type", "text")).casefold() in NO_ARTICLE or (
        "eventdetails" in fields and "bodies" not in fields
    ):
        return
    yield _item(fields)


def _item(fields: Fields) -> Item:
    kind = str(fields.get("type", "text")).casefold()
    body, plain = _body(fields, "bodies", "body")
    summary, summary_plain = _body(fields, "descriptions", "description")
    created = text_of(fields.get("versioncreated"))
    return Item(
        guid=text_of(fields.get("uri")),
        link=_link(fields),
        title=_headline(fields),
        body=body,
        body_plain=plain,
        summary=summary,
        summary_plain=summary_plain,
        authors=tuple(name for name in (text_of(fields.get("by")) or text_of(fields.get("byline")),) if name),
        published=text_of(fields.get("firstcreated")) or text_of(fields.get("contentcreated")) or created,
        updated=created,
        language=text_of(fields.get("language")),
        outlet=_source(fields) or text_of(fields.get("copyrightholder")),
        dateline=_place(fields),
        agency=_source(fields) or text_of(fields.get("copyrightholder")),
        status=text_of(fields.get("pubstatus")),
        embargo=text_of(fields.get("embargoed")),
        version=text_of(fields.get("version")),
        whole=bool(body) or None,
        medium=kind if kind in NOT_TEXT else "text",
    )


def _lowered(document: Fields) -> Fields:
    """The properties with lower-case names, so that 2.x and 3.x read alike."""
    return {str(key).casefold(): value for key, value in document.items()}


def _headline(fields: Fields) -> str | None:
    """The main headline, else the first, else the title."""
    rows = [_lowered(row) for row in _rows(fields.get("headlines")) if text_of(_lowered(row).get("value"))]
    rows.sort(key=lambda row: str(row.get("role", "main")).casefold() != "main")
    if rows:
        return text_of(rows[0].get("value"))
    named = [text_of(fields[key]) for key in sorted(fields) if key.startswith("headline_")]
    return text_of(fields.get("headline")) or next(filter(None, named), None) or text_of(fields.get("title"))


def _body(fields: Fields, listed: str, prefix: str) -> tuple[str | None, bool]:
    """The richest form of a body or description as ``(text, plain)``: markup before plain text, since it keeps paragraphs."""
    forms: list[tuple[str, str]] = []
    for row in _rows(fields.get(listed)):
        lowered = _lowered(row)
        value = text_of(lowered.get("value"))
        if value:
            forms.append((f"{lowered.get('contenttype', '')} {lowered.get('role', '')}".casefold(), value))
    forms += [
        (key.partition("_")[2], value)
        for key in sorted(fields)
        if (key == prefix or key.startswith(prefix + "_")) and (value := text_of(fields[key]))
    ]
    if not forms:
        return None, False
    kind, value = min(forms, key=lambda form: (_poverty(*form), -len(form[1])))
    if "nitf" in kind or "<body.content" in value:
        return nitf_content(value), False
    return value, _poverty(kind, value) > 1


def _poverty(kind: str, value: str) -> int:
    """0 for HTML, 1 for other markup, 2 for plain text, 3 for what is a summary by its role."""
    if any(role in kind for role in ("summary", "creditline", "keyword", "slug")):
        return 3
    if "html" in kind:
        return 0
    return 1 if "nitf" in kind or "</p>" in value else 2


def _rows(value: object) -> list[Fields]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _link(fields: Fields) -> str | None:
    """The address of the item's page: a web rendition, else the item's own identifier where it is one."""
    renditions = fields.get("renditions")
    rows = (
        renditions.values() if isinstance(renditions, Mapping) else renditions if isinstance(renditions, list) else ()
    )
    for row in rows:
        lowered = _lowered(row) if isinstance(row, Mapping) else {}
        mime = str(lowered.get("mimetype") or lowered.get("contenttype") or "")
        if mime.startswith("text/html") and text_of(lowered.get("href")):
            return text_of(lowered.get("href"))
    uri = text_of(fields.get("uri")) or ""
    return uri if uri.startswith(("http://", "https://")) else None


def _source(fields: Fields) -> str | None:
    """The name of the information source, as an agency names itself."""
    for row in _rows(fields.get("infosources")) + _rows(fields.get("infosource")):
        name = text_of(_lowered(row).get("name"))
        if name:
            return name
    return None


def _place(fields: Fields) -> str | None:
    return text_of(fields.get("located"))
