"""Reads the published ``data/`` back into the values that pages are made from (see ``docs/reference/data.md``)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from digest.edition.views import KeyQuote, Passage, Person, Statement, StorySummary, StoryView
from digest.errors import StateError
from digest.model import KnownPerson

Json = Mapping[str, Any]
Proof = tuple[str, int, int]
"""The article that has some words, and where they start and end in it."""


class SiteData:
    """The data of one published site below ``folder``. Files are read when they are asked for.

    Every method raises StateError, naming the file, where one is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.index = self.read("index.json")

    def read(self, path: str) -> Json:
        """The object in the file ``path`` below ``data/``."""
        file = self._folder / path
        try:
            found = msgspec.json.decode(file.read_bytes())
        except (OSError, msgspec.DecodeError) as error:
            raise StateError(f"{file}: cannot be read ({error}); fetch the site's data again, whole") from error
        if not isinstance(found, dict):
            raise StateError(f"{file}: holds no object; fetch the site's data again, whole")
        return found

    def days(self) -> tuple[date, ...]:
        """The days that have an edition, oldest first."""
        return tuple(sorted(date.fromisoformat(str(item["day"])) for item in self.index["days"]))

    def summaries(self, day: date) -> Iterator[StorySummary]:
        """The stories of an edition, as they stood on that day."""
        file = self.read(f"days/{day:%Y/%m/%d}.json")
        yield from (_converted(_summary(story, day), StorySummary, str(day)) for story in file["stories"])

    def told(self, day: date) -> frozenset[Proof]:
        """Where the words stand that the table of a day has; nothing for a day without a table."""
        file = self._folder / f"days/{day:%Y/%m/%d}.csv"
        if not file.exists():
            return frozenset()
        with file.open(encoding="utf-8", newline="") as lines:
            return frozenset(
                (row["article"], int(row["start"]), int(row["end"])) for row in csv.DictReader(lines) if row["start"]
            )

    def newest(self, editions: Mapping[date, Sequence[StorySummary]]) -> Iterator[StorySummary]:
        """Every story that has a page, as the last of ``editions`` with news of it has it."""
        stood = {day: {summary.id: summary for summary in stories} for day, stories in editions.items()}
        for story in self._listed():
            day = date.fromisoformat(story["days"][-1])
            try:
                yield stood[day][story["id"]]
            except KeyError:
                raise StateError(
                    f"the edition of {day} lacks the story {story['id']}; fetch the site's data again, whole"
                ) from None

    def _listed(self) -> Iterator[Json]:
        """Every story that has a page, in a line."""
        for month in self.index["months"]:
            for dated in self.read(_below_data(month["data"]))["dates"]:
                yield from self.read(_below_data(dated["data"]))["stories"]

    def view(self, path: str) -> StoryView:
        """The page of the story at ``path`` (``YYYY/MM/DD/slug``)."""
        return story_view(self.read(f"stories/{path}.json"), path)

    def people(self) -> Iterator[KnownPerson]:
        """Everybody who has a page, with the other names printed."""
        for item in self.index["people"]:
            person = self.read(_below_data(item["data"]))
            yield KnownPerson(str(_last(item["url"])), person["name"], tuple(person.get("other_names", ())))

    def statements(self) -> Iterator[Statement]:
        """What the pages of people list."""
        for item in self.index["people"]:
            person = self.read(_below_data(item["data"]))
            for said in person["statements"]:
                fields = {
                    "slug": _last(item["url"]),
                    "name": person["name"],
                    "role": said.get("role", person["role"]),
                    "story": said["story"],
                    "path": story_path(said["story_url"]),
                    "headline": said["headline"],
                    "topics": [topic["name"] for topic in said["topics"]],
                    "quote": _quote(said["quote"]),
                }
                yield _converted(fields, Statement, item["url"])


def story_view(story: Json, path: str) -> StoryView:
    """The page at ``path`` that the JSON of a ``story`` was made from. StateError where it is damaged."""
    view: StoryView = _converted(_view(story, path), StoryView, path)
    return view


def story_path(url: str) -> str:
    """``YYYY/MM/DD/slug`` of a story's address.

    >>> story_path("stories/2026/03/04/dam/")
    '2026/03/04/dam'
    """
    return url.strip("/").removeprefix("stories/")


def statements_of(view: StoryView) -> Iterator[Statement]:
    """What the people quoted on a page say there: a list of people shows the newest alone."""
    people: dict[str, Person] = {person.slug: person for person in view.people}
    for quote in view.quotes:
        person = people.get(quote.slug or "")
        if person is not None and quote.kind != "indirect":
            role = quote.role or person.role
            yield Statement(person.slug, person.name, role, view.id, view.path, view.headline.text, view.topics, quote)


def _converted(fields: object, kind: type[Any], name: str) -> Any:
    try:
        return msgspec.convert(fields, kind, strict=False)
    except msgspec.ValidationError as error:
        raise StateError(f"the data of {name} is not what this Digest writes ({error}); fetch it again") from error


def _below_data(path: str) -> str:
    return path.removeprefix("data/")


def _last(url: str | None) -> str | None:
    return url.rstrip("/").rpartition("/")[2] if url else None


def _passage(fields: Json) -> Json:
    selector = fields["selector"]
    repeated = "-," in str(fields["link"] or "").partition(":~:text=")[2]
    return {**fields, "prefix": selector["prefix"], "suffix": selector["suffix"], "repeated": repeated}


def _quote(fields: Json) -> Json:
    speaker = fields["speaker"]
    return {
        **fields,
        "passage": _passage(fields["passage"]),
        "speaker": speaker["name"],
        "speaker_kind": speaker["kind"],
        "role": speaker["role"],
        "slug": _last(speaker["url"]),
        "variants": [{**variant, "passage": _passage(variant["passage"])} for variant in fields["variants"]],
    }


def _people(fields: Json) -> list[Json]:
    return [{**person, "slug": _last(person["url"])} for person in fields["people"]]


def _summary(fields: Json, day: date) -> Json:
    return {
        **fields,
        "path": story_path(fields["url"]),
        "day": day.isoformat(),
        "is_open": fields["open"],
        "shares": [{**share, "outlet": share["name"]} for share in fields["outlets"]],
        "people": _people(fields),
        "topics": [topic["name"] for topic in fields["topics"]],
        "lead": _passage(fields["lead"]) if fields["lead"] else None,
        "quote": _quote(fields["quote"]) if fields["quote"] else None,
        "stances": [(item["stance"], item["count"]) for item in fields["stances"]],
        "since": None,
        "fresh_outlets": 0,
    }


def _view(fields: Json, path: str) -> Json:
    headline, kept_out = fields["headline"], fields["kept_out"]
    fixes = [_correction(item) for item in fields["corrections"]]
    since = {**fields["since"], "corrections": [fix for fix in fixes if fix["new"]]} if fields["since"] else None
    return {
        **fields,
        "path": path,
        "headline": {**headline, "passage": _passage(headline["passage"]) if headline["passage"] else None},
        "is_open": fields["open"],
        "topics": [topic["name"] for topic in fields["topics"]],
        "people": _people(fields),
        "since": since,
        "brief": [_passage(passage) for passage in fields["brief"]],
        "quotes": [_quote(quote) for quote in fields["quotes"]],
        "reactions": [
            {**item, "passage": _passage(item["passage"]), "slug": _last(item["url"])} for item in fields["reactions"]
        ],
        "coverage": [_source(source) for source in fields["coverage"]],
        "kept_out": {**kept_out, "story": _link(kept_out)} if kept_out else None,
        "sagas": [_link(story) for story in fields["saga_stories"]],
        "corrections": fixes,
        "decisions": [(decision["action"], decision["reason"]) for decision in fields["decisions"]],
        "merges": [(story_path(merge["url"]), merge["reason"]) for merge in fields.get("merges", ())],
    }


def _source(fields: Json) -> Json:
    return {
        **fields,
        "evidence": [(evidence["kind"], evidence["detail"]) for evidence in fields["evidence"]],
        "copies": [{**copy, "adds": [_passage(passage) for passage in copy["adds"]]} for copy in fields["copies"]],
    }


def _link(fields: Json) -> Json:
    return {**fields, "path": story_path(fields["url"])}


def _correction(fields: Json) -> Json:
    return {**fields, "path": story_path(fields["story_url"])}


def passages(view: StoryView) -> Iterator[Passage]:
    """Every passage that a story's page prints."""
    yield from view.brief
    if view.headline.passage:
        yield view.headline.passage
    yield from (reaction.passage for reaction in view.reactions)
    for quote in view.quotes:
        yield from quoted_passages(quote)
    for source in view.coverage:
        for copy in source.copies:
            yield from copy.adds


def quoted_passages(quote: KeyQuote) -> Iterator[Passage]:
    """The passages of a quotation, as shown and as others printed it."""
    yield quote.passage
    yield from (variant.passage for variant in quote.variants)


def proof_of(passage: Passage) -> Proof:
    """Where the words of ``passage`` stand."""
    return passage.article, passage.start, passage.end
