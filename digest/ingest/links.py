"""Links: which are taken, made absolute, and what of them names a page."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

LONGEST_URL_CHARS = 2048
"""Longer addresses are refused (range 1,000 to 8,000; sitemaps.org allows 2,048)."""

CAMPAIGN = re.compile(
    r"utm_.*|at_(?:medium|campaign|link.*|bbc.*|ptr.*|format)|fbclid|gclid|gclsrc|dclid|msclkid|yclid|igshid|twclid|ttclid|mc_[ce]id|"
    r"_hs(?:enc|mi)|vero_(?:id|conv)|wt\.?(?:mc|z)?_?.*|ns_(?:mchannel|source|campaign|linkname|fee)|xtor|traffic_source|campaign_id|"
    r"guccounter|guce_.*|__twitter_impression|ref_?src|smid|smtyp|icid|ncid|ocid|cmpid|ftag|taid",
    re.IGNORECASE,
)
"""Query parameters that only count where a reader came from: an address is stored and printed without them."""
BYWAY = re.compile(
    r"cmp|ito|src|ref|referrer|rss|partner|spm|outputtype|feedtype|feedname|syndication|oc|emc",
    re.IGNORECASE,
)
"""Query parameters that say by which way a reader came and never which article it is. Besides ``CAMPAIGN``: those that a server may still
need: an address keeps those, but is the same page without them."""
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


def without_campaign(link: str) -> str:
    """``link`` without what only counts where a reader came from, in its query or its fragment; all else keeps its spelling.

    >>> without_campaign("https://harbour.example/dam?id=7&utm_source=rss#xtor=RSS-1")
    'https://harbour.example/dam?id=7'
    """
    if "=" not in link:
        return link
    parts = urlsplit(link)
    query = [one for one in parts.query.split("&") if not _counts(one)]
    fragment = parts.fragment if not all(map(_counts, parts.fragment.split("&"))) else ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(query), fragment))


def _counts(parameter: str) -> bool:
    """Whether ``name=value`` is a parameter of a campaign."""
    return CAMPAIGN.fullmatch(unquote(parameter.partition("=")[0].removeprefix("amp;"))) is not None


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
    pairs = parse_qsl(parts.query.replace("&amp;", "&"), keep_blank_values=True)
    kept = sorted(pair for pair in pairs if not (CAMPAIGN.fullmatch(pair[0]) or BYWAY.fullmatch(pair[0])))
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
