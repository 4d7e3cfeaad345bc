"""The kinds of XML documents that Digest reads, by the elements that begin them."""

from __future__ import annotations

KINDS = {
    "rss": "rss",
    "rdf": "rss",
    "channel": "rss",
    "feed": "atom",
    "entry": "atom",
    "opml": "opml",
    "newsitem": "newsml-g2",
    "newsmessage": "newsml-g2",
    "packageitem": "newsml-g2",
    "planningitem": "newsml-g2",
    "conceptitem": "newsml-g2",
    "knowledgeitem": "newsml-g2",
    "catalogitem": "newsml-g2",
    "newsml": "newsml",
    "nitf": "nitf",
}
"""Root elements and the kinds of document they begin; every other telling element is HTML."""
XML_KINDS = frozenset(KINDS.values())
