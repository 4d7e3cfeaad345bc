"""A source written into a YAML list: a block added to the file's text, every other byte left as it is."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from digest.errors import UsageError
from digest.incoming import Source
from digest.ingest.net.redact import shown_url
from digest.text.normalise import one_line

PLAIN = re.compile(r"[^\W\d_][\w .,/:?=%~+@()${}'&;!-]*")
"""Values that may stand without quotation marks, if YAML then reads them back as they are."""

HEADING = "sources:"


def source_block(source: Source, indent: int = 2) -> str:
    """The lines of a YAML list that name ``source``, each value encoded so that YAML reads it back as it is.

    >>> print(source_block(Source("Harbour Post", url="https://harbour.example/feed")), end="")
      - name: Harbour Post
        url: https://harbour.example/feed
    """
    first, *rest = (f"{key}: {_encoded(value)}" for key, value in _fields(source).items())
    blank = " " * indent
    return "".join([f"{blank}- {first}\n", *(f"{blank}  {line}\n" for line in rest)])


def add_source(text: str, source: Source) -> str:
    """``text``, a YAML list of sources or an empty file, with ``source`` added as its last one.

    Notes, order, quotation marks and line ends of the rest stay. Raises ``UsageError`` where ``text`` is no list that can be
    added to, or names the address or the name already; the message holds the lines to add by hand.
    """
    before = _loaded(text, source)
    known = [row for row in before.get("sources") or [] if isinstance(row, dict)]
    if any(row.get("url") == source.url for row in known) or source.url in (before.get("sources") or []):
        raise UsageError(f"The file has {shown_url(source.url or '')} already.")
    if any(row.get("name") == source.name for row in known):
        raise UsageError(f"The file has a source called {source.name!r} already; give another name.")
    newline = "\r\n" if "\r\n" in text else "\n"
    whole = text if not text or text.endswith("\n") else text + newline
    added = _added(whole, source, newline)
    expected = before | {"sources": [*(before.get("sources") or []), _fields(source)]}
    if _parsed(added) != expected:
        raise _by_hand(source, "Its sources are written in a way that cannot be added to")
    return added


def _added(text: str, source: Source, newline: str) -> str:
    node = _sources_node(text)
    if node is None:
        block = f"{HEADING}\n{source_block(source)}"
        return text + block.replace("\n", newline)
    if isinstance(node, yaml.SequenceNode) and node.flow_style and node.value:
        end = _end(node.value[-1])
        return f"{text[:end]}, {json.dumps(_fields(source), ensure_ascii=False)}{text[end:]}"
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        place = _line_end(text, _end(node))
        return text[:place] + source_block(source, node.start_mark.column).replace("\n", newline) + text[place:]
    heading = text[: node.start_mark.index].rstrip()  # nothing there yet: null, or an empty list in brackets
    rest = text[node.end_mark.index :]
    note, _, after = rest.partition("\n")
    return f"{heading}{note.rstrip()}{newline}{source_block(source).replace(chr(10), newline)}{after}"


def _fields(source: Source) -> dict[str, Any]:
    fields = {
        "name": source.name,
        "url": source.url,
        "outlet": source.outlet,
        "language": source.language,
        "topics": list(source.topics) or None,
        "full_text": None if source.full_text == "auto" else source.full_text,
        "licence": source.licence,
        "excerpt": source.excerpt_chars,
        "quotes": source.quote_chars,
    }
    return {key: _printable(value) for key, value in fields.items() if value is not None}


def _printable(value: Any) -> Any:
    if isinstance(value, list):
        return [_printable(part) for part in value]
    return "".join(char for char in one_line(value) if char.isprintable()) if isinstance(value, str) else value


def _encoded(value: Any) -> str:
    """``value`` as YAML: plain where that is safe, else in JSON's form, which YAML reads alike."""
    quoted = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and PLAIN.fullmatch(value) and _parsed(f"- a: {value}\n") == [{"a": value}]:
        return value
    return quoted


def _parsed(text: str) -> Any:
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _loaded(text: str, source: Source) -> dict[str, Any]:
    try:
        loaded = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError):
        raise _by_hand(source, "It is no valid YAML") from None
    if loaded is None:
        return {}
    if not isinstance(loaded, dict) or not isinstance(loaded.get("sources") or [], list):
        raise _by_hand(source, "It is no list of sources")
    return loaded


def _by_hand(source: Source, why: str) -> UsageError:
    return UsageError(
        f"The file cannot be added to. {why}. Add these lines by hand:\n{HEADING}\n{source_block(source)}"
    )


def _sources_node(text: str) -> yaml.Node | None:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return None
    return next((value for key, value in root.value if key.value == "sources"), None)


def _end(node: yaml.Node) -> int:
    """Where the text of ``node`` ends; block nodes end after the blank lines and notes that follow them."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _line_end(text: str, place: int) -> int:
    if place and text[place - 1] == "\n":
        return place
    found = text.find("\n", place)
    return len(text) if found < 0 else found + 1
