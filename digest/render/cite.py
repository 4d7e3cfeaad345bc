"""Citations of a story: its page and every report on it, as BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from digest.edition.slugs import slug
from digest.edition.views import StoryView
from digest.render.encode import bibtex, json_bytes, ris, web_address
from digest.render.page import PageFile, Site, data_file, story_file, url_of

BIBTEX_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Reference:
    """One work: Digest's page on a story, or a report that it draws on. ``when`` is None for an undated report."""

    key: str
    title: str
    publisher: str
    author: str | None
    when: datetime | None
    url: str | None
    note: str


def references(view: StoryView, site: Site) -> tuple[Reference, ...]:
    """The page first, then its reports and their copies in order of their numbers."""
    address = site.address(url_of(story_file(view.path)))
    page = Reference(
        _key(site.name, view.id),
        view.headline.text,
        site.name,
        None,
        view.last.astimezone(site.zone),
        address,
        f"Story {view.id}",
    )
    return (page, *_reports(view, site))


def _reports(view: StoryView, site: Site) -> Iterator[Reference]:
    for source in view.coverage:
        title = source.headline or view.headline.text
        when = source.when.astimezone(site.zone) if source.dated else None
        note = f"Source {source.number}" + (f", wire copy: {source.agency}" if source.agency else "")
        yield Reference(
            _key(source.outlet, source.article),
            title,
            source.outlet,
            source.byline,
            when,
            web_address(source.url),
            note,
        )
        for copy in source.copies:
            note = f"Source {copy.number}, copy of {source.number} ({copy.relation})"
            copied = copy.when.astimezone(site.zone)
            yield Reference(
                _key(copy.outlet, copy.article),
                copy.headline or title,
                copy.outlet,
                None,
                copied,
                web_address(copy.url),
                note,
            )


def _key(name: str, mark: str) -> str:
    """A citation key in plain ASCII that stays the same: publisher and a hash of the id."""
    plain = slug(name).encode("ascii", "ignore").decode().strip("-") or "x"
    return f"{plain}-{sha256(mark.encode('utf-8', 'replace')).hexdigest()[:8]}"


def citation_files(view: StoryView, site: Site) -> Iterator[PageFile]:
    """The three files beside a story's data."""
    found, page = references(view, site), story_file(view.path)
    yield PageFile(data_file(page, ".bib"), "\n".join(map(_bibtex, found)).encode())
    yield PageFile(data_file(page, ".ris"), "".join(map(_ris, found)).encode())
    yield PageFile(data_file(page, ".csl.json"), json_bytes([_csl(reference) for reference in found]))


def _bibtex(reference: Reference) -> str:
    fields = [("title", f"{{{bibtex(reference.title)}}}"), ("organization", bibtex(reference.publisher))]
    if reference.author:
        # Double braces: a byline is printed as it stands and not taken apart into names.
        fields.insert(0, ("author", f"{{{bibtex(reference.author)}}}"))
    if reference.when:
        fields += [("year", str(reference.when.year)), ("date", f"{reference.when:%Y-%m-%d}")]
    if reference.url:
        fields.append(("url", reference.url.replace("{", "%7B").replace("}", "%7D")))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in [*fields, ("note", bibtex(reference.note))])
    month = f"  month = {BIBTEX_MONTHS[reference.when.month - 1]},\n" if reference.when else ""
    return f"@online{{{reference.key},\n{lines}{month}}}\n"


def _ris(reference: Reference) -> str:
    lines = [ris("TY", "ELEC" if reference.note.startswith("Story") else "NEWS"), ris("TI", reference.title)]
    if reference.author:
        lines.append(ris("AU", reference.author))
    lines.append(ris("PB", reference.publisher))
    if reference.when:
        lines += [ris("PY", str(reference.when.year)), ris("DA", f"{reference.when:%Y/%m/%d}")]
    if reference.url:
        lines.append(ris("UR", reference.url))
    return "".join([*lines, ris("N1", reference.note), ris("ER", "")])


def _csl(reference: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": reference.key,
        "type": "webpage" if reference.note.startswith("Story") else "article-newspaper",
        "title": reference.title,
        "container-title": reference.publisher,
        "note": reference.note,
    }
    if reference.author:
        item["author"] = [{"literal": reference.author}]
    if reference.when:
        item["issued"] = {"date-parts": [[reference.when.year, reference.when.month, reference.when.day]]}
    if reference.url:
        item["URL"] = reference.url
    return item
