"""Generated pages poured into their frames: the finished HTML of one page, or of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from digest.site import assets
from digest.site.body import TITLES, Bodies
from digest.site.head import SiteFacts, head
from digest.site.pages import GeneratedPage, find_files, read_page
from digest.site.prose import prose
from digest.site.publish import Publisher
from digest.site.search.update import SearchUpdate, dates_of
from digest.site.shell import SECTION_OF_KIND, SECTIONS, Shell, way_to_root
from digest.site.sitemap import NOT_OURS, all_sitemaps

__all__ = ["Pourer", "SiteFacts", "pour_everything"]

EMPTY_TEXT = {
    "home": ("Nothing yet", "No edition has been built. Put feeds into feeds/ and run: digest build"),
    "people": ("People", "Nobody has been quoted yet."),
    "outlets": ("Outlets", "No outlet has been read yet."),
    "topics": ("Topics", "No topic is watched yet."),
    "stories": ("Stories", "No story has been published yet."),
    "days": ("Days", "No edition has been built yet."),
    "sources": ("Source health", "No source has been read yet."),
    "corrections": ("Corrections", "No correction has been seen yet."),
}
"""What a section's page says before the first night."""


class Pourer:
    """Makes finished pages. One is made for a build and used for all its pages."""

    def __init__(self, shells: Mapping[str, Shell], site: SiteFacts) -> None:
        self._shells = shells
        self._site = site
        self._bodies = Bodies(ZoneInfo(site.timezone))

    def page(self, page: GeneratedPage) -> str:
        """The HTML of one generated page."""
        base = way_to_root(page.address)
        title = page_title(page)
        values: dict[str, Any] = {"page": page.data, "files": _files(page)}
        if page.kind == "prose":
            depth = 0 if page.path.endswith("index.md") else 1
            values["prose"] = Markup(prose(page.body, depth))  # noqa: S704 - nh3 has cleaned it
        if page.kind in ("home", "day"):
            values["front"] = page.kind == "home"
        if page.kind == "moved":
            values["title"] = title
        main = self._bodies.render(page.kind, base, **values)
        return self._poured(page.kind, page.address, title=title, data=page.data, main=main)

    def empty(self, section: str) -> str:
        """A section's page while nothing has been generated for it."""
        heading, text = EMPTY_TEXT[section]
        address = _address_of_section(section)
        base = way_to_root(address)
        main = self._bodies.render("empty", base, heading=heading, text=text, site=self._site)
        return self._poured(
            "prose" if section == "home" else section, address, title=heading, data={}, main=main, section=section
        )

    def search(self) -> str:
        """The search page."""
        base = way_to_root("search/")
        main = self._bodies.render("search", base, script=assets.name_of("search.js"))
        return self._poured("search", "search/", title="Search", data={}, main=main)

    def _poured(
        self, kind: str, address: str, *, title: str, data: Mapping[str, Any], main: str, section: str = ""
    ) -> str:
        base = way_to_root(address)
        shell = self._shells[section or SECTION_OF_KIND.get(kind) or _section_at(address)]
        full = self._site.name if kind == "home" else f"{title} – {self._site.name}"
        tags = head(self._site, kind=kind, address=address, base=base, title=title, data=data)
        return shell.pour(base=base, title=full, head=tags, main=main)


def page_title(page: GeneratedPage) -> str:
    """A page's title without the site's name."""
    data = page.data
    if page.kind == "story":
        return str(data["headline"]["text"])
    known = TITLES.get(page.kind)
    return known[0] if known else str(data.get("name") or data.get("label") or data.get("title") or page.path)


def pour_everything(pages: Path, site: Path, shells: Mapping[str, Shell], facts: SiteFacts) -> None:
    """Write every generated page and file below ``pages`` to ``site``, and the pages of sections that have none.

    ``site`` holds what MkDocs made; its own sitemap, which knows nothing of generated pages, gives way to ours.
    """
    pourer, publisher = Pourer(shells, facts), Publisher(site)
    handmade = sorted(path.relative_to(site).as_posix() for path in site.rglob("index.html"))
    present = set(find_files(pages))
    search = SearchUpdate(pages, publisher, dates_of(present), ZoneInfo(facts.timezone))
    for path in sorted(present):
        publisher.share(f"{pages}/{path}", path)
        if path.endswith(".md"):
            page = read_page(pages, path)
            publisher.write(f"{page.address}index.html", pourer.page(page).encode())
            search.take(page)
    for address in NOT_OURS:
        publisher.remove(address)
    rest = dict(section_fallbacks(pourer, present.__contains__))
    rest |= all_sitemaps(facts, (path for path in present if path.endswith(".md")), handmade)
    for address, content in rest.items():
        publisher.write(address, content)
    search.finish()
    publisher.commit()


def section_fallbacks(pourer: Pourer, present: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """The search page, and a page for every section that nothing was generated for; ``present`` tells of a path whether it was."""
    yield "search/index.html", pourer.search().encode()
    for section, path in SECTIONS.items():
        if section != "search" and not present(path):
            yield f"{_address_of_section(section)}index.html", pourer.empty(section).encode()


def _files(page: GeneratedPage) -> dict[str, str]:
    stem = f"data/{page.path.removesuffix('.md')}"
    found = {"json": f"{stem}.json", "atom": f"{stem}.xml", "json_feed": f"{stem}.feed.json", "markdown": page.path}
    if page.path in ("sources/index.md", "corrections/index.md"):
        stem = f"data/{page.path.split('/')[0]}"
        found |= {"json": f"{stem}.json", "atom": f"{stem}.xml", "json_feed": f"{stem}.feed.json"}
    return found


def _address_of_section(section: str) -> str:
    return "" if section == "home" else f"{section}/"


def _section_at(address: str) -> str:
    root = address.split("/", 1)[0]
    return root if root in SECTIONS else "home"
