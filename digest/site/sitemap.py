"""Sitemaps: one a month of stories and one of everything else, joined by an index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from digest.site.head import SiteFacts
from digest.site.pages import address_of, kind_of

MOST_ADDRESSES = 50_000
"""Most addresses of one sitemap (sitemaps.org)."""
NOT_OURS = ("sitemap.xml", "sitemap.xml.gz")
"""What MkDocs writes; ours is an index and is not packed."""
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(site: SiteFacts, pages: Sequence[str], handmade: Iterable[str]) -> dict[str, bytes]:
    """Sitemaps by address, ``sitemap.xml`` being their index. Empty where the site is private or its address is not known."""
    if site.private or not site.address:
        return {}
    groups: dict[str, list[str]] = defaultdict(list)
    for path in pages:
        month = "-".join(path.split("/")[1:3]) if kind_of(path) == "story" else ""
        groups[f"stories-{month}" if month else "pages"].append(address_of(path))
    groups["pages"] += [
        address.removesuffix("index.html")
        for address in handmade
        if address.endswith("/index.html") and address != "search/index.html"
    ]
    files = {}
    for name, addresses in sorted(groups.items()):
        for part in range(0, len(addresses), MOST_ADDRESSES):
            suffix = f"-{part // MOST_ADDRESSES + 1}" if part else ""
            files[f"sitemaps/{name}{suffix}.xml"] = _urlset(site, sorted(addresses)[part : part + MOST_ADDRESSES])
    files["sitemap.xml"] = _index(site, files)
    return files


def _urlset(site: SiteFacts, addresses: Iterable[str]) -> bytes:
    lines = "\n".join(f"<url><loc>{_location(site, address)}</loc></url>" for address in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">\n{lines}\n</urlset>\n'.encode()


def _index(site: SiteFacts, files: Iterable[str]) -> bytes:
    lines = "\n".join(f"<sitemap><loc>{_location(site, address)}</loc></sitemap>" for address in files)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{NAMESPACE}">\n{lines}\n</sitemapindex>\n'.encode()


def _location(site: SiteFacts, address: str) -> str:
    return escape(f"{site.address}/{quote(address)}")
