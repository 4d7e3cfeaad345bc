"""From the state to the pages folder: what changed is rendered, and a file is written only where its bytes differ."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from digest.dossiers import home
from digest.edition import StoryView
from digest.edition.catalogue import Catalogue, Extras, Moved, Removed, Takedown, Touched, compiled, touched
from digest.edition.lines import StoryLine
from digest.health import health
from digest.journal import Change
from digest.model import Problem, Source, SourceHealth
from digest.nights import day_of
from digest.render.files import PageFile, Site, removed_files, render_indexes, render_stories
from digest.revision import is_home
from digest.settings import Settings
from digest.shelf import StoreShelf, Told
from digest.store import Store

MARKER = "data/index.json"
"""Written last: a pages folder that has it is whole."""
FOLDERS = ("people", "outlets", "topics")
HERE = Path(__file__).parent
PRINTING = ("edition", "render")
"""The rooms that pages come from."""
VIEWS_AT_ONCE = 100
"""Views held at a time (range 10 to 500); one of a story of fifty reports takes 100 kB."""


def printed_by(site: Site, settings: Settings) -> str:
    """A hash of what makes pages of the state: the program's part that does it, and what it asks of the settings.

    Pages that another Digest or other settings printed may lack what today's link to.
    """
    key = hashlib.sha256(f"{site} {settings.open_days}".encode())
    for file in (Path(__file__), *(path for room in PRINTING for path in sorted((HERE / room).rglob("*.py")))):
        key.update(f"{file.name}\0".encode())
        key.update(hashlib.sha256(file.read_bytes()).digest())
    return key.hexdigest()


def print_pages(
    store: Store, pages: Path, site: Site, settings: Settings, *, everything: bool
) -> frozenset[str] | None:
    """Make ``pages`` say what the state says; gives the paths written or removed, or None where all were rendered.

    Without ``everything`` only the stories marked unprinted and the lists they touch are rendered; a folder that is not
    whole is rendered from the state in any case.
    """
    everything = everything or not (pages / MARKER).exists()
    stories = None if everything else frozenset(store.unprinted())
    shown = _catalogue(store, stories, settings)
    made = Change(pages, last=MARKER)
    for file in _files(_views(store, stories), shown, site):
        if _differs(Path(made.where(file.path)), file.data):
            made.write(file.path, file.data)
    removed = sorted(_stale(pages, shown))
    for path in removed:
        made.remove(path)
    made.commit()
    return None if everything else frozenset((*made.written(), *removed))


def _views(store: Store, stories: frozenset[str] | None) -> Iterator[StoryView]:
    """What the pages of ``stories`` say (None: of all); of one that became part of another the last words stay unprinted."""
    wanted = sorted(store.views.all_keys() if stories is None else stories)
    ended = {state.story.id for state in store.stories.having("merged_into")}
    for start in range(0, len(wanted), VIEWS_AT_ONCE):
        views = store.views.where("story", wanted[start : start + VIEWS_AT_ONCE])
        yield from (view for view in views if view.id not in ended)


def _files(views: Iterator[StoryView], shown: Catalogue, site: Site) -> Iterator[PageFile]:
    yield from render_stories(views, site)
    yield from render_indexes(shown, site)


def _differs(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size != len(data) or file.read_bytes() != data
    except FileNotFoundError:
        return True


def _catalogue(store: Store, stories: frozenset[str] | None, settings: Settings) -> Catalogue:
    told = Told.of(store)
    only = None if stories is None else _touched(store, stories, told.by_story)
    extras = Extras(
        health=_health(store),
        corrections=tuple(c for kept in store.corrections.all() for c in kept.corrections),
        moved=tuple(_moved(store, told)),
        removed=tuple(_removed(store)),
        takedowns=tuple(_takedowns(store, settings)),
        has_tables=True,
    )
    dropped = frozenset(item.id for item in extras.removed)
    gone = dropped | {item.id for item in extras.moved}
    topics = tuple(store.topics.all())
    shelf = StoreShelf(store, frozenset(topic.name for topic in topics), dropped, gone)
    counted = told.counted(store, dropped, gone)
    return compiled(counted, shelf, topics, extras, only=only, zone=settings.zone, open_days=settings.open_days)


def _touched(store: Store, stories: frozenset[str], by_story: Mapping[str, Sequence[StoryLine]]) -> Touched:
    """What the nights since the last printing changed: several where nights were caught up."""
    own = [by_story[story] for story in sorted(stories) if story in by_story]
    night = store.last_night()
    assert night is not None, "pages are printed after a night"
    found = touched((lines[-1] for lines in own), night, (line for lines in own for line in lines[:-1]))
    quoted = {statement.slug for statement in store.statements.where("story", stories)}
    days = frozenset((night, *store.unprinted_nights(), *store.unprinted_days()))
    return replace(found, days=days, people=found.people | quoted)


def _health(store: Store) -> tuple[SourceHealth, ...]:
    """The health of every source of the last night, and of whatever else left a problem then."""
    night = store.last_night()
    record = store.nights.get(night.isoformat()) if night else None
    by_source: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in record.problems if record else ():
        by_source[problem.source].append(problem)
    states = [state for state in store.sources.all() if state.days[-1].day == night]
    known = [health(state, by_source.pop(state.source.name, [])) for state in states]
    others = [SourceHealth(Source(name), 0, 0, tuple(problems)) for name, problems in sorted(by_source.items())]
    return (*known, *others)


def _moved(store: Store, told: Told) -> Iterator[Moved]:
    for state in store.stories.having("merged_into"):
        into = home(store, state)
        if into is not state and into.story.id in told.by_story:
            target = told.newest(into.story.id)
            yield Moved(state.story.id, state.story.path, target.path, target.headline)


def _removed(store: Store) -> Iterator[Removed]:
    """Stories without anything that may be printed."""
    for state in store.stories.where("id", {*store.stories.all_keys()} - {*store.views.all_keys()}):
        if is_home(state):
            yield Removed(state.story.id, state.story.path)


def _takedowns(store: Store, settings: Settings) -> Iterator[Takedown]:
    """What was taken down, newest first; the keys of one article count once."""
    found = {
        Takedown(
            day_of(tombstone.when, settings.zone),
            tombstone.kind,
            tombstone.reason,
            f"{tombstone.address}.md" if tombstone.address else None,
        )
        for tombstone in store.tombstones.all()
    }
    return iter(sorted(found, key=lambda t: (-t.day.toordinal(), t.kind, t.reason, t.page or "")))


def _stale(pages: Path, shown: Catalogue) -> Iterator[str]:
    """Files of people, outlets and topics that no story bears any more, and data of stories that moved or went."""
    kept = {
        "people": {tally.slug for tally in shown.all_people} | shown.silent,
        "outlets": {tally.slug for tally in shown.all_outlets},
        "topics": {tally.slug for tally in shown.all_topics},
    }
    emptied = {item.page for item in shown.takedowns}
    for folder in FOLDERS:
        borne = kept[folder] | {"index"}
        for top in (folder, f"data/{folder}"):
            for name in _names_in(pages / top):
                if name.partition(".")[0] not in borne and f"{top}/{name}" not in emptied:
                    yield f"{top}/{name}"
    for path in removed_files((*shown.moved, *shown.removed)):
        if (pages / path).exists():
            yield path


def _names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []
