"""Sitemaps: one for each part of the site (stories of a month, people of an initial …), joined by an index.

A night writes those of the parts that got or lost a page, and the index.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from html import escape
from urllib.parse import quote

from digest.site.head import SiteFacts
from digest.site.manifest import part_of
from digest.site.pages import address_of

MOST_ADDRESSES = 50_000
"""Most addresses of one sitemap (sitemaps.org)."""
NOT_OURS = ("sitemap.xml", "sitemap.xml.gz")
"""What MkDocs writes; ours is an index and is not packed."""
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
HANDMADE = "handwritten"
"""The part of pages that nothing was generated for."""


def all_sitemaps(site: SiteFacts, pages: Iterable[str], handmade: Iterable[str]) -> dict[str, bytes]:
    """Every sitemap of a site by address, ``sitemap.xml`` being their index; of no other build does anything stand yet."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for path in pages:
        parts[part_of(path)].append(path)
    counts = {part: len(found) for part, found in parts.items()}
    return sitemap_files(site, counts, parts, handmade)


def sitemap_files(
    site: SiteFacts, counts: Mapping[str, int], changed: Mapping[str, Collection[str]], handmade: Iterable[str]
) -> dict[str, bytes]:
    """The index of all sitemaps and those of the parts that ``changed``, with the paths of their pages.

    ``counts`` says how many pages every part has, ``handmade`` are the addresses of files that are not generated.
    Empty where the site is private or its address is not known.
    """
    if site.private or not site.address:
        return {}
    folders = {part: [address_of(path) for path in paths] for part, paths in changed.items()}
    folders[HANDMADE] = [
        address.removesuffix("index.html")
        for address in handmade
        if address.endswith("/index.html") and address != "search/index.html"
    ]
    files = {}
    for part, found in folders.items():
        ordered = sorted(found)
        for number, name in enumerate(_names(part, len(found))):
            files[name] = _urlset(site, ordered[number * MOST_ADDRESSES : (number + 1) * MOST_ADDRESSES])
    files["sitemap.xml"] = _index(site, sitemap_names({**counts, HANDMADE: len(folders[HANDMADE])}))
    return files


def sitemap_names(counts: Mapping[str, int]) -> list[str]:
    """The addresses of the sitemaps of a site whose parts have so many pages, without the index."""
    return [name for part in sorted(counts) for name in _names(part, counts[part])]


def _names(part: str, pages: int) -> list[str]:
    return [
        f"sitemaps/{part}{f'-{start // MOST_ADDRESSES + 1}' if start else ''}.xml"
        for start in range(0, pages, MOST_ADDRESSES)
    ]


def _urlset(site: SiteFacts, addresses: Iterable[str]) -> bytes:
    lines = "\n".join(f"<url><loc>{_location(site, address)}</loc></url>" for address in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">\n{lines}\n</urlset>\n'.encode()


def _index(site: SiteFacts, files: Iterable[str]) -> bytes:
    lines = "\n".join(f"<sitemap><loc>{_location(site, address)}</loc></sitemap>" for address in files)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{NAMESPACE}">\n{lines}\n</sitemapindex>\n'.encode()


def _location(site: SiteFacts, address: str) -> str:
    return escape(f"{site.address}/{quote(address)}")
