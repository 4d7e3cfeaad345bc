"""YAML lists of sources, topics and overrules: what a team follows, watches and has decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from digest.ingest.links import host_of
from digest.ingest.reading import problem
from digest.model import Overrule, Problem, Source, Topic
from digest.text.normalise import one_line

SECTIONS = ("sources", "topics", "overrules")
FULL_TEXT = ("auto", "always", "never")
ACTIONS = ("merge", "split", "keep_out")
MOST_LIST_BYTES = 1024 * 1024
"""A list is smaller (range 100 kB to 10 MB; 10,000 sources take 900 kB)."""
DEEPEST_BRACKETS = 8
"""Brackets within brackets that a list may have (range 3 to 50; a source needs two): PyYAML takes quadratic time on them."""
SOURCE_KEYS = frozenset({"name", "url", "outlet", "language", "topics", "full_text", "licence", "license", "excerpt"})


@dataclass(frozen=True, slots=True)
class Lists:
    """What one or more list files say."""

    sources: tuple[Source, ...] = ()
    topics: tuple[Topic, ...] = ()
    overrules: tuple[Overrule, ...] = ()
    problems: tuple[Problem, ...] = ()


class _Loader(yaml.SafeLoader):
    """Safe YAML that takes every plain value but numbers and truth values as text, dates too, and refuses repeated keys."""


_Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_list(text: str, path: str) -> Lists:
    """What a YAML list says; every fault costs its own line and leaves a problem that says how to mend it."""
    holder = Source(name=path, path=path)
    if len(text) > MOST_LIST_BYTES:
        return _refused(
            holder, f"The list is longer than {MOST_LIST_BYTES} characters.", "Split it into several files."
        )
    try:
        fault = _excess(text)
        if fault:
            return _refused(holder, fault, "Write every entry out, on lines of its own.")
        document = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, with dates left as text
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        return _refused(
            holder, f"This is no valid YAML{where}.", "Check the indentation and put names with a colon in quotes."
        )
    if not isinstance(document, Mapping):
        return _refused(
            holder, "The file is no list of sources.", "Begin it with `sources:`, `topics:` or `overrules:`."
        )
    return _sections(document, holder)


def _excess(text: str) -> str | None:
    """What a list has that none needs and that can take hours to read: aliases, and brackets within brackets."""
    depth = 0
    for token in yaml.scan(text, Loader=_Loader):
        if isinstance(token, yaml.AliasToken):
            return "The list uses YAML aliases (`*name`)."
        if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
            depth += 1
        elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
            depth -= 1
        if depth > DEEPEST_BRACKETS:
            return f"The list nests brackets more than {DEEPEST_BRACKETS} deep."
    return None


def _refused(holder: Source, detail: str, remedy: str) -> Lists:
    return Lists(problems=(problem(holder, "bad-list", detail, remedy),))


def _sections(document: Mapping[Any, Any], holder: Source) -> Lists:
    problems = [
        problem(holder, "unknown-section", f"There is no section {str(key)[:40]!r}.", f"Use {', '.join(SECTIONS)}.")
        for key in document
        if key not in SECTIONS
    ]
    kept: dict[str, list[Any]] = {}
    readers: tuple[Callable[[Mapping[str, Any], Source], Any], ...] = (_source, _topic, _overrule)
    for section, reader in zip(SECTIONS, readers, strict=True):
        kept[section] = []
        for number, fields in enumerate(_rows(document.get(section), section, holder, problems), 1):
            try:
                kept[section].append(reader(fields, holder))
            except ValueError as fault:
                problems.append(
                    problem(holder, "bad-entry", f"{section}, number {number}: {fault}", "Mend or remove it.")
                )
            unknown = sorted(str(key) for key in fields if section == "sources" and key not in SOURCE_KEYS)
            if unknown:
                remedy = f"Known are {', '.join(sorted(SOURCE_KEYS))}."
                problems.append(
                    problem(holder, "unknown-key", f"sources, number {number}: {', '.join(unknown)}", remedy)
                )
    return Lists(tuple(kept["sources"]), tuple(kept["topics"]), tuple(kept["overrules"]), tuple(problems))


def _rows(value: object, section: str, holder: Source, problems: list[Problem]) -> list[Mapping[str, Any]]:
    """The rows of a section; a lone address counts as a source."""
    if value is None:
        return []
    if not isinstance(value, list):
        problems.append(problem(holder, "bad-list", f"`{section}` is no list.", "Begin every entry with `- `."))
        return []
    rows: list[Mapping[str, Any]] = []
    for number, row in enumerate(value, 1):
        if isinstance(row, str) and section == "sources":
            rows.append({"url": row})
        elif isinstance(row, Mapping):
            rows.append({str(key): content for key, content in row.items()})
        else:
            detail = f"{section}, number {number} is no entry with names and values."
            problems.append(problem(holder, "bad-entry", detail, "Write it as `name: value` lines."))
    return rows


def _source(fields: Mapping[str, Any], holder: Source) -> Source:
    url = _text(fields, "url")
    if not url:
        raise ValueError("it has no `url`.")
    full_text = (_text(fields, "full_text") or "auto").casefold()
    if full_text not in FULL_TEXT:
        raise ValueError(f"`full_text` is one of {', '.join(FULL_TEXT)}.")
    excerpt = fields.get("excerpt")
    if excerpt is not None and (isinstance(excerpt, bool) or not isinstance(excerpt, int) or excerpt < 0):
        raise ValueError("`excerpt` is a number of characters.")
    return Source(
        name=_text(fields, "name") or host_of(url) or url.partition("?")[0],
        url=url,
        path=holder.path,
        outlet=_text(fields, "outlet"),
        language=_text(fields, "language"),
        topics=_texts(fields, "topics"),
        full_text=full_text,
        licence=_text(fields, "licence") or _text(fields, "license"),
        excerpt_chars=excerpt,
    )


def _topic(fields: Mapping[str, Any], _holder: Source) -> Topic:
    name, match = _text(fields, "name"), _texts(fields, "match")
    if not name or not match:
        raise ValueError("a topic has a `name` and phrases under `match`.")
    return Topic(name, match)


def _overrule(fields: Mapping[str, Any], _holder: Source) -> Overrule:
    action = next((action for action in ACTIONS if action in fields), None)
    ids = _texts(fields, action) if action else ()
    if not action or not ids:
        raise ValueError(f"an overrule has one of {', '.join(ACTIONS)} with a list of ids.")
    return Overrule(action, ids, _text(fields, "reason") or "")


def _text(fields: Mapping[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None:
        return None
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return one_line(str(value)) or None
    raise ValueError(f"`{key}` is no text.")


def _texts(fields: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = fields.get(key)
    values = value if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(one, str | int | float) and not isinstance(one, bool) for one in values):
        raise ValueError(f"`{key}` is a list of texts.")
    return tuple(line for line in (one_line(str(one)) for one in values) if line)
