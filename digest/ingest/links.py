"""Links: which are taken, made absolute, and what of them names a page."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

LONGEST_URL_CHARS = 2048
"""Longer addresses are refused (range 1,000 to 8,000; sitemaps.org allows 2,048)."""

TRACKING = re.compile(
    r"utm_.*|at_(?:medium|campaign|link.*|bbc.*|ptr.*|format)|fbclid|gclid|gclsrc|dclid|msclkid|yclid|igshid|twclid|ttclid|mc_[ce]id|"
    r"_hs(?:enc|mi)|vero_(?:id|conv)|wt\.?(?:mc|z)?_?.*|ns_(?:mchannel|source|campaign|linkname|fee)|cmp(?:id)?|ocid|ito|ftag|"
    r"icid|ncid|src|ref|ref_?src|referrer|rss|partner|smid|smtyp|spm|xtor|traffic_source|campaign_id|guccounter|"
    r"guce_.*|__twitter_impression|outputtype|feedtype|feedname|syndication|oc|taid|emc",
    re.IGNORECASE,
)
"""Query parameters that say where a reader came from and never which article it is."""
FIRST_PAGE = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_UNSAFE = re.compile('[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"<>\\\\^`{|}\ud800-\udfff]')
_INSIDE_SPACE = {9: None, 10: None, 13: None}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,30}):", re.IGNORECASE)


def web_link(link: str | None, base: str | None = None) -> str | None:
    r"""``link`` as an absolute http or https address, made so with ``base`` where it is relative; None where it is none.

    Other schemes, addresses with a password, and hosts that cannot be are refused. Characters that could end the
    address in some other notation are percent-encoded.

    >>> web_link("/a b", "https://harbour.example/feed")
    'https://harbour.example/a%20b'
    >>> web_link(" JaVa\nScript:alert(1)") is None
    True
    """
    if not link:
        return None
    link = link.strip("\x00\x20\t\r\n\xa0\ufeff").translate(_INSIDE_SPACE)
    if not link or len(link) > LONGEST_URL_CHARS:
        return None
    if link[:5].casefold() == "feed:":
        link = "http:" + link[5:] if link[5:7] == "//" else link[5:]
    try:
        parts = urlsplit(urljoin(base, link) if base and not _SCHEME.match(link) else link)
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme.casefold() not in ("http", "https") or not _is_host(host) or parts.username is not None:
        return None
    return _spell(parts, host, port)


def _is_host(host: str) -> bool:
    """Whether a name can be a host: something, and nothing that ends it."""
    return bool(host) and not re.search(r"[\x00-\x20\"'<>%\\^`{|}@]", host) and len(host) <= 253


def _spell(parts: SplitResult, host: str, port: int | None) -> str:
    """The address in one spelling: lower-case scheme and host, no default port, unsafe characters encoded."""
    scheme = parts.scheme.casefold()
    written = parts.netloc.rpartition("@")[2]
    where = f"[{host}]" if ":" in host else written.rpartition(":")[0] if ":" in written else written
    if port is not None and port != {"http": 80, "https": 443}[scheme]:
        where = f"{where}:{port}"
    if not _UNSAFE.search(parts.path + parts.query + parts.fragment):
        return urlunsplit((scheme, where, parts.path, parts.query, parts.fragment))
    path, query, fragment = (
        _UNSAFE.sub(lambda found: quote(found.group(), safe="", errors="replace"), part)
        for part in (parts.path, parts.query, parts.fragment)
    )
    return urlunsplit((scheme, where, path, query, fragment))


def canonical(url: str) -> str | None:
    """What of an address names the page: without scheme, ``www.``, tracking, fragment and order of parameters; None for a home page.

    >>> canonical("https://www.Harbour.example/dam/?utm_source=rss&b=2&a=1#top")
    'harbour.example/dam?a=1&b=2'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = (parts.netloc or "").casefold().removeprefix("www.").removeprefix("amp.").removeprefix("m.")
    path = FIRST_PAGE.sub("/", parts.path)
    kept = sorted(
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(name)
    )
    path = path.removesuffix("/").removesuffix("/amp")
    if not path and not kept:
        return None
    return f"{host}{path}" + (f"?{urlencode(kept)}" if kept else "")


def host_of(url: str | None) -> str | None:
    """The host of an address without ``www.``, for want of an outlet's name."""
    if not url:
        return None
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
