"""XML namespaces under the prefixes this code uses for them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "": "",
        "http://purl.org/rss/1.0/": "",
        "http://purl.org/net/rss1.1#": "",
        "http://my.netscape.com/rdf/simple/0.9/": "",
        "http://channel.netscape.com/rdf/simple/0.9/": "",
        "http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
        "http://backend.userland.com/rss": "",
        "http://backend.userland.com/rss2": "",
        "http://backend.userland.com/rss091": "",
        "http://backend.userland.com/rss092": "",
        "http://backend.userland.com/rss093": "",
        "http://blogs.law.harvard.edu/tech/rss": "",
        "http://www.rssboard.org/rss-specification": "",
        "http://www.w3.org/2005/atom": "atom",
        "https://www.w3.org/2005/atom": "atom",
        "http://purl.org/atom/ns#": "atom",
        "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/elements/1.0/": "dc",
        "http://purl.org/dc/terms/": "dcterms",
        "http://purl.org/rss/1.0/modules/content/": "content",
        "http://purl.org/rss/1.0/modules/syndication/": "sy",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
        "http://www.w3.org/1999/xhtml": "xhtml",
        "http://search.yahoo.com/mrss/": "media",
        "http://search.yahoo.com/mrss": "media",
        "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
        "http://www.w3.org/xml/1998/namespace": "xml",
        "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
        "http://iptc.org/std/nar/2006-10-01/": "nar",
        "http://iptc.org/std/nitf/2006-10-18/": "nitf",
    }
)
"""Namespace addresses in lower case (feeds disagree on their case) and their prefixes."""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


def short_name(element: etree._Element, known: dict[str, str]) -> str:
    """``prefix:name`` (or ``name`` for RSS itself) of an element, in lower case; ``known`` remembers names already worked out.

    An unknown namespace gives ``?:name``; comments and the like give an empty name.
    """
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    name = known.get(tag)
    if name is None:
        space, _, rest = tag.rpartition("}")
        prefix = PREFIXES.get(space[1:].casefold(), "?")
        name = known[tag] = f"{prefix}:{rest.casefold()}" if prefix else rest.casefold()
    return name
