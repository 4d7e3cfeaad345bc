"""The finished site from generated pages and hand-written ones: what has not changed is not touched."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from digest.site.frame import Frame, frame_key, load, make_frame, read_frame
from digest.site.manifest import DamagedManifestError, Manifest, forgotten, read_manifest
from digest.site.pages import read_page
from digest.site.plan import Plan, plan
from digest.site.pour import Pourer, section_fallbacks
from digest.site.publish import Publisher
from digest.site.search.update import SearchUpdate, dates_of
from digest.site.sitemap import sitemap_files, sitemap_names

MEMORY = ".digest"
"""Folder below the site where a build remembers what it did; not a page, and safe to delete."""

VALUES_BETWEEN_COLLECTIONS = 100_000
"""New values after which Python looks for garbage; its own 700 are meant for programs that hold little."""


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What a build of the site did. ``changed`` are addresses of the files that differ from before."""

    pages: int
    rendered: int
    written: int
    removed: int
    parts_indexed: int
    changed: frozenset[str]
    warnings: tuple[str, ...]


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Look for garbage less often: pages are trees of a hundred thousand values without a ring, and looking took a tenth of the time."""
    known = gc.get_threshold()
    gc.set_threshold(VALUES_BETWEEN_COLLECTIONS, *known[1:])
    try:
        yield
    finally:
        gc.set_threshold(*known)


@_rare_collections()
def build_site(
    config_file: Path,
    pages: Path,
    site: Path,
    *,
    changed: frozenset[str] | None = None,
    search: bool = True,
    approve: Callable[[Publisher], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> SiteReport:
    """Make ``site`` hold what ``config_file``, its hand-written pages and the generated ones below ``pages`` say.

    ``changed`` names the files below ``pages`` that the night wrote or removed, so that nothing else is looked at; None has all compared
    by size and time. A change of configuration, theme, template, version or hand-written page renders everything again.
    ``search`` False leaves the search index as it is. ``progress`` is told pages done and pages to do.
    Nothing shows before all is made and ``approve``, which may look at it all, has returned; what it raises leaves the site as it was.
    Raises DigestError where MkDocs cannot read its configuration.
    """
    site.mkdir(parents=True, exist_ok=True)
    memory = site / MEMORY
    publisher = Publisher(site)
    frame, fresh = _frame(config_file, memory, publisher)
    manifest, todo = _plan(site, pages, changed=None if fresh else changed, everything=fresh)
    pourer = Pourer(frame.shells, frame.facts)
    dates = dates_of((*todo.copy, *todo.same, *todo.missing)) if search else set()
    index = SearchUpdate(pages, publisher, dates, ZoneInfo(frame.facts.timezone))
    _publish_pages(pages, publisher, pourer, todo, index, progress)
    manifest.update(todo.stamps, todo.missing)
    _publish_rest(publisher, pourer, frame, manifest, everything=fresh)
    index.finish()
    _remember(publisher, manifest)
    _approved(publisher, approve)
    publisher.commit()
    return SiteReport(
        pages=sum(manifest.page_counts().values()),
        rendered=len(todo.render),
        written=publisher.written,
        removed=publisher.removed,
        parts_indexed=index.indexed,
        changed=frozenset(publisher.touched),
        warnings=frame.warnings,
    )


def _plan(site: Path, pages: Path, *, changed: frozenset[str] | None, everything: bool) -> tuple[Manifest, Plan]:
    """What the last build knew, and what is to do; without a whole manifest all files are compared."""
    known = read_manifest(site / MEMORY)
    if known is not None:
        with suppress(DamagedManifestError):
            return known, plan(pages, known, changed=changed, everything=everything)
    lost = forgotten(site)
    return lost, plan(pages, lost, changed=None, everything=everything)


def _approved(publisher: Publisher, approve: Callable[[Publisher], None] | None) -> None:
    try:
        if approve is not None:
            approve(publisher)
    except BaseException:
        publisher.abandon()
        raise


def _frame(config_file: Path, memory: Path, publisher: Publisher) -> tuple[Frame, bool]:
    """The frames, and whether they were made anew; hand-written pages are published as they are made."""
    config = load(config_file)
    key = frame_key(config_file, Path(config.docs_dir))
    known = read_frame(memory / "frame.json", key)
    if known and all((publisher.site / address).is_file() for address in known.files):
        return known, False
    with tempfile.TemporaryDirectory(prefix="digest-frame-") as folder:
        frame = make_frame(config, Path(folder), key)
        for address in frame.files:
            publisher.copy(Path(folder) / address, address)
    publisher.write(f"{MEMORY}/frame.json", msgspec.json.encode(frame))
    return frame, True


def _publish_pages(
    pages: Path,
    publisher: Publisher,
    pourer: Pourer,
    todo: Plan,
    index: SearchUpdate,
    progress: Callable[[int, int], None] | None,
) -> None:
    for path in todo.copy:
        publisher.share(f"{pages}/{path}", path)
    for path in todo.same:
        if not publisher.has(path):
            publisher.share(f"{pages}/{path}", path)
    for done, path in enumerate(todo.render, start=1):
        page = read_page(pages, path)
        publisher.write(f"{page.address}index.html", pourer.page(page).encode())
        index.take(page)
        if progress:
            progress(done, len(todo.render))
    for address in todo.gone:
        publisher.remove(address)


def _publish_rest(publisher: Publisher, pourer: Pourer, frame: Frame, manifest: Manifest, *, everything: bool) -> None:
    """Pages of sections that nothing was generated for, the search page, the sitemaps; what no longer belongs is removed."""
    before = frozenset(manifest.handmade)
    rest: dict[str, bytes] = dict(section_fallbacks(pourer, lambda path: manifest.stamp(path) is not None))
    counts = manifest.page_counts()
    parts = counts if everything else manifest.changed() & counts.keys()
    rest |= sitemap_files(frame.facts, counts, {part: manifest.pages(part) for part in parts}, frame.files)
    for address, content in rest.items():
        publisher.write(address, content)
    standing = sitemap_names(counts) if "sitemap.xml" in rest else []
    manifest.handmade = tuple(sorted({*rest, *standing, *frame.files}))
    for address in sorted(before.difference(manifest.handmade)):
        if not manifest.holds(address):
            publisher.remove(address)


def _remember(publisher: Publisher, manifest: Manifest) -> None:
    for name, data in manifest.files():
        if data is None:
            publisher.remove(f"{MEMORY}/{name}")
        else:
            publisher.write(f"{MEMORY}/{name}", data)
