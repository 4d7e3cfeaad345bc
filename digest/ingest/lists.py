"""YAML lists of sources, topics and overrules: what a team follows, watches and has decided."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import yaml

from digest.incoming import Problem, Source
from digest.ingest.links import host_of
from digest.ingest.reading import problem
from digest.model import Overrule, Topic
from digest.text.normalise import one_line

SECTIONS = ("sources", "topics", "overrules")
FULL_TEXT = ("auto", "always", "never")
ACTIONS = ("merge", "split", "keep_out")
MOST_LIST_BYTES = 1024 * 1024
"""A list is smaller (range 100 kB to 10 MB; 10,000 sources take 900 kB)."""
DEEPEST_BRACKETS = 8
"""Brackets within brackets that a list may have (range 3 to 50; a source needs two): PyYAML takes quadratic time on them."""
SOURCE_KEYS = frozenset(
    {"name", "url", "outlet", "language", "topics", "full_text", "licence", "license", "excerpt", "quotes"}
)
SECTIONS_MEANT = {"feeds": "sources", "feed": "sources", "watch": "topics"}
KEYS_MEANT = {
    **dict.fromkeys(("feed", "link", "address", "rss", "href", "xmlurl", "uri"), "url"),
    **dict.fromkeys(("title", "label"), "name"),
    **dict.fromkeys(("publisher", "paper"), "outlet"),
    **dict.fromkeys(("lang", "locale"), "language"),
    **dict.fromkeys(("topic", "tags", "category", "categories"), "topics"),
    **dict.fromkeys(("fulltext", "text"), "full_text"),
}
"""What people write for a word of ours."""
NEAR_ENOUGH = 0.65
"""Likeness from which one word is taken for a slip of another, of 0 to 1 (range .6 to .8): ``ulr`` and ``url`` have .67."""
TYPOGRAPHIC = "“”„«»"
"""Quotation marks that word processors put where YAML wants straight ones."""
_GLUED = re.compile(r"(name|url|outlet|language|merge|split|keep_out|match):\S")


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
        return _refused(holder, *_slip(text, mark.line if mark else None))
    if isinstance(document, list):
        document = {"sources": document}
    if document is None:
        return Lists()
    if not isinstance(document, Mapping):
        return _refused(
            holder, "The file is no list of sources.", "Begin it with `sources:`, `topics:` or `overrules:`."
        )
    return _sections(document, holder)


def _slip(text: str, line: int | None) -> tuple[str, str]:
    """What is wrong with a list that is no YAML, in the words of someone who never heard of YAML, and the remedy.

    ``line`` is where the parser stopped, counted from 0: the slip is there or in the line above.
    """
    lines = text.splitlines()
    near = [number for number in (line, (line or 0) - 1) if number is not None and 0 <= number < len(lines)]
    for number in near:
        written = lines[number]
        if "\t" in written[: len(written) - len(written.lstrip())]:
            return (
                f"Line {number + 1} begins with a Tab.",
                "Use spaces, the same number in front of all that belongs together.",
            )
        key, colon, value = written.partition(": ")
        if colon and ": " in value and value.lstrip()[:1] not in ("'", '"'):
            return (
                f"Line {number + 1} holds a second colon.",
                f'Put what stands behind the first one in quotes: {key.strip(" -")}: "…"',
            )
    where = f"Line {line + 1} does not fit the lines above it" if line is not None else "The list cannot be read"
    return (
        f"{where}.",
        "Move in `name:`, `url:` and what else belongs to a source by the same number of spaces, with one space behind each colon.",
    )


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
    problems: list[Problem] = []
    kept: dict[str, list[Any]] = {section: [] for section in SECTIONS}
    for key, rows in document.items():
        written = str(key)[:40]
        section = _meant(written, {one: one for one in SECTIONS} | SECTIONS_MEANT)
        if written != section:
            remedy = f"Write `{section}:`." if section else f"Use {', '.join(SECTIONS)}."
            problems.append(problem(holder, "unknown-section", f"There is no section {written!r}.", remedy))
        if section:
            kept[section] += _kept(rows, section, holder, problems)
    return Lists(tuple(kept["sources"]), tuple(kept["topics"]), tuple(kept["overrules"]), tuple(problems))


def _kept(value: object, section: str, holder: Source, problems: list[Problem]) -> list[Any]:
    """What the rows of a section say; what is wrong with one costs that one, and goes to ``problems``."""
    found = []
    for number, fields in enumerate(_rows(value, section, holder, problems), 1):
        unknown = [_correction(key) for key in fields if section == "sources" and key not in SOURCE_KEYS]
        where = f"{section}, number {number}" + (f" ({fields['name']})" if fields.get("name") else "")
        if unknown:
            known = f"Known are {', '.join(sorted(SOURCE_KEYS - {'license'}))}."
            remedy = " ".join(told for _, told in unknown if told) or known
            detail = f"{where}: there is no {' and no '.join(f'`{key}`' for key, _ in unknown)}."
            problems.append(problem(holder, "unknown-key", detail, remedy))
        try:
            found.append(READERS[section](fields, holder))
        except ValueError as fault:
            if not unknown:
                problems.append(problem(holder, "bad-entry", f"{where}: {fault}", "Mend or remove it."))
    return found


def _correction(key: str) -> tuple[str, str]:
    """A key nobody knows, and what to write instead where that can be told."""
    meant = _meant(key, {one: one for one in SOURCE_KEYS} | KEYS_MEANT)
    return key[:40], f"Write `{meant}` for `{key[:40]}`." if meant else ""


def _meant(written: str, words: Mapping[str, str]) -> str | None:
    """The word that a person who wrote ``written`` meant, if one is near enough."""
    near = get_close_matches(written.casefold().replace("-", "_"), words, n=1, cutoff=NEAR_ENOUGH)
    return words[near[0]] if near else None


def _rows(value: object, section: str, holder: Source, problems: list[Problem]) -> list[Mapping[str, Any]]:
    """The rows of a section; a lone address counts as a source, and a lone entry as a list of one."""
    if value is None:
        return []
    if isinstance(value, Mapping):
        value = [value]
    if not isinstance(value, list):
        problems.append(problem(holder, "bad-list", f"`{section}` is no list.", "Begin every entry with `- `."))
        return []
    rows: list[Mapping[str, Any]] = []
    for number, row in enumerate(value, 1):
        if isinstance(row, str) and (glued := _GLUED.match(row)):
            detail = f"{section}, number {number}: the space behind a colon is missing."
            remedy = f"Write `{glued.group(1)}: …`, each such pair on a line of its own."
            problems.append(problem(holder, "bad-entry", detail, remedy))
        elif isinstance(row, str) and section == "sources":
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
    return Source(
        name=_text(fields, "name") or host_of(url) or url.partition("?")[0],
        url=url,
        path=holder.path,
        outlet=_text(fields, "outlet"),
        language=_text(fields, "language"),
        topics=_texts(fields, "topics"),
        full_text=full_text,
        licence=_text(fields, "licence") or _text(fields, "license"),
        excerpt_chars=_chars(fields, "excerpt"),
        quote_chars=_chars(fields, "quotes"),
    )


def _chars(fields: Mapping[str, Any], key: str) -> int | None:
    value = fields.get(key)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        raise ValueError(f"`{key}` is a number of characters.")
    return value


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


READERS: Mapping[str, Callable[[Mapping[str, Any], Source], Any]] = {
    "sources": _source,
    "topics": _topic,
    "overrules": _overrule,
}
"""What reads the entries of each section."""


def _text(fields: Mapping[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None:
        return None
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return one_line(str(value)).strip(TYPOGRAPHIC) or None
    raise ValueError(f"`{key}` is no text.")


def _texts(fields: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = fields.get(key)
    values = value if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(one, str | int | float) and not isinstance(one, bool) for one in values):
        raise ValueError(f"`{key}` is a list of texts.")
    return tuple(line for line in (one_line(str(one)) for one in values) if line)
