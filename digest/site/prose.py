"""Markdown that has no data beside it, as safe HTML: no raw markup, no ids, no scripts, web addresses only."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import nh3
from cmarkgfm import github_flavored_markdown_to_html

MARKDOWN_LINK = re.compile(r"(?P<stem>[^?#]*?)(?:(?P<index>(?:^|(?<=/))index)|(?P<name>[^/?#]+))\.md(?P<rest>[?#].*)?")


def prose(markdown: str, depth: int) -> str:
    """``markdown`` as HTML. Links to Markdown files lead to their pages; ``depth`` is how much deeper than its source a page lies (0 or 1)."""
    html = github_flavored_markdown_to_html(markdown, options=0)
    return nh3.clean(
        html,
        tags=nh3.ALLOWED_TAGS - {"img"},
        url_schemes={"http", "https"},
        link_rel=None,
        attribute_filter=lambda tag, name, value: page_link(value, depth) if (tag, name) == ("a", "href") else value,
    )


def page_link(target: str, depth: int) -> str:
    """Where a link between Markdown files leads on the site.

    >>> page_link("../people/ilse-brandt.md#x", 1), page_link("index.md", 0), page_link("https://a.example/x.md", 1)
    ('../../people/ilse-brandt/index.html#x', 'index.html', 'https://a.example/x.md')
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not target or target.startswith(("#", "/")):
        return target
    up = "../" * depth
    match = MARKDOWN_LINK.fullmatch(target)
    if not match:
        return up + target
    folder = f"{match['stem']}{match['name']}/" if match["name"] else match["stem"]
    return f"{up}{folder}index.html{match['rest'] or ''}"
