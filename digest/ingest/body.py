"""The article's own words out of a whole page: where paragraphs are dense and links are few.

The idea is Arc90's Readability (2009): a paragraph votes for the elements that hold it, by its length and commas; the element
with most votes, after links are subtracted, holds the article. Boilerplate inside is told by its name or its links.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from digest.ingest.markup import Passage, drop_hidden, passage_of_tree, purge
from digest.ingest.xmltree import all_text
from digest.text.normalise import fold, one_line

SHORTEST_PARAGRAPH_CHARS = 25
"""Shorter paragraphs do not vote (range 10 to 80; Readability's own value)."""
MOST_LINK_SHARE = 0.5
"""Share of a block's characters inside links from which it is navigation (range .3 to .7)."""
DEAREST_PARAGRAPH = 8
"""Votes one paragraph can have at most (range 3 to 20), so that one long comment does not outvote an article."""
DISTANCE_WEIGHTS = (1, 2, 6, 12)
"""What a paragraph's vote is divided by for the element that holds it, the one around that, and so on (Readability's 1, 2, 6)."""
NAMED_VOTES = 25
"""Votes for being called an article's body, as much as two long paragraphs (range 10 to 50; Readability's own value)."""
NEIGHBOUR_SHARE = 0.25
"""Share of the best element's votes from which its neighbour belongs to the article (range .1 to .5)."""

UNLIKELY = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|footer|footnotes?-nav|masthead|breadcrumbs?|menu|nav|navigation|navbar|sidebar|side-?bar|related|"
    r"recommend(?:ed|ations?)?|most-?(?:read|popular|viewed)|trending|popular|promo(?:ted)?|sponsor(?:ed)?|advert(?:isement)?|ads?|"
    r"adslot|banner|share|sharing|social|newsletter|subscribe|subscription|signup|sign-up|paywall|cookies?|consent|gdpr|modal|popup|"
    r"overlay|pagination|pager|tags?|taglist|toolbar|tools|widget|teaser|outbrain|taboola|caption|credit|byline|author-?(?:bio|info|box)|"
    r"timestamp|dateline-date|read-?more|more-?(?:on|stories|news)|also-?read|skip-?link|visually-?hidden|sr-only|"
    r"screen-?reader(?:-text)?|print-?only|infobox|copyright|disclaimer|correction-policy|rating|poll|quiz)(?:$|[\s_-])",
    re.IGNORECASE,
)
READERS_OWN = re.compile(r"comment|disqus|related|recommend|newsletter|cookie|consent|most-?read|footer", re.IGNORECASE)
"""Names of parts that can hold more running text than the article and are none of it all the same."""
WRAPPER_SHARE = 0.4
"""Share of a page's running text from which a part of a suspicious name ("has-sidebar") wraps the article (range .3 to .7)."""
LIKELY = re.compile(
    r"article[-_]?(?:body|text|content)|story[-_]?(?:body|text|content)|post[-_]?(?:body|content)|entry[-_]?content|articlebody",
    re.IGNORECASE,
)
PARAGRAPHS = ("p", "pre", "blockquote", "li")
"""Elements that are one paragraph whatever is in them; other blocks vote for themselves with their loose text."""
REMOVED = (
    "nav",
    "aside",
    "footer",
    "form",
    "header",
    "figure",
    "iframe",
    "script",
    "style",
    "noscript",
    "svg",
    "button",
    "select",
)


def article_passage(root: etree._Element, title: str | None) -> Passage:
    """The passage of the article in a parsed page; empty where the page holds none. The tree is spent afterwards."""
    body = next(root.iter("body"), root)
    purge(body)
    drop_hidden(body)
    _drop_boilerplate(body)
    parts = _article_elements(body)
    if not parts:
        return Passage("")
    holder = etree.Element("div")
    for part in parts:
        part.tail = None
        holder.append(part)
    _drop_link_lists(holder)
    _drop_headline(holder, title)
    return passage_of_tree(holder)


def _drop_boilerplate(body: etree._Element) -> None:
    """Takes out of a page what no article has, by kind and by name, unless it wraps the article itself."""
    for element in list(body.iter(*REMOVED)):
        if element is not body and not (element.tag in ("header", "figure") and _text_length(element) > 2000):
            _remove(element)
    whole = _running_chars(body)
    for element in list(body.iter("div", "section", "ul", "ol", "p", "span", "aside", "table", "h2", "h3", "h4", "a")):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if names == " " or not UNLIKELY.search(names) or LIKELY.search(names):
            continue
        wraps = next(element.iter("article", "main", "h1"), None) is not None
        if not wraps and (READERS_OWN.search(names) or _running_chars(element) < WRAPPER_SHARE * whole):
            _remove(element)


def _running_chars(element: etree._Element) -> int:
    """Characters of an element that stand in paragraphs of some length."""
    lengths = (_text_length(paragraph) for paragraph in element.iter("p"))
    return sum(length for length in lengths if length >= SHORTEST_PARAGRAPH_CHARS)


def _article_elements(body: etree._Element) -> list[etree._Element]:
    """The element with most votes and those of its neighbours that belong to it, in document order."""
    votes = _votes(body)
    if not votes:
        named = [element for element in body.iter("article", "main") if _text_length(element)]
        return named[:1]
    order = {element: number for number, element in enumerate(body.iter())}
    best = max(votes, key=lambda element: (votes[element] * (1 - _link_share(element)), -order[element]))
    parent = best.getparent()
    if best is body or parent is None:
        return [best]
    floor = max(10.0, votes[best] * NEIGHBOUR_SHARE)
    return [near for near in parent if near is best or votes.get(near, 0.0) >= floor or _continues(near, best, votes)]


def _votes(body: etree._Element) -> dict[etree._Element, float]:
    """The votes of paragraphs for the elements that hold them."""
    votes: dict[etree._Element, float] = {}
    for paragraph in body.iter("p", "pre", "blockquote", "li", "div", "td", "section"):
        own = _own_words(paragraph)
        if len(own) < SHORTEST_PARAGRAPH_CHARS:
            continue
        vote = 1 + own.count(",") + min(len(own) / 100, DEAREST_PARAGRAPH)
        vote *= 1 - _link_share(paragraph)
        for distance, holder in enumerate(_holders(paragraph)):
            votes[holder] = votes.get(holder, 0.0) + vote / DISTANCE_WEIGHTS[distance]
    for element in votes:
        names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        if LIKELY.search(names) or element.tag == "article":
            votes[element] += NAMED_VOTES
    return votes


def _continues(near: etree._Element, best: etree._Element, votes: Mapping[etree._Element, float]) -> bool:
    """Whether a neighbour goes on with the article: it is made like the best element and has paragraphs, or is one itself."""
    made_alike = bool(best.get("class")) and (near.tag, near.get("class")) == (best.tag, best.get("class"))
    return (made_alike and votes.get(near, 0.0) >= 1.0) or _is_paragraph(near)


def _own_words(element: etree._Element) -> str:
    """The words of a paragraph; of other blocks only those in no block below them."""
    if element.tag in PARAGRAPHS:
        return one_line(all_text(element))
    parts = [element.text or ""]
    for child in element:
        if child.tag in ("a", "b", "i", "em", "strong", "span", "br", "q", "cite", "u", "sup", "sub", "font"):
            parts += [all_text(child)]
        parts.append(child.tail or "")
    return one_line(" ".join(parts))


def _holders(element: etree._Element) -> list[etree._Element]:
    """The element itself where it is a block of loose text, and up to three around it."""
    found = [] if element.tag in PARAGRAPHS else [element]
    parent = element.getparent()
    while parent is not None and len(found) < 3 and parent.tag != "html":
        found.append(parent)
        parent = parent.getparent()
    return found


def _is_paragraph(element: etree._Element) -> bool:
    """Whether a neighbour is a paragraph of running text."""
    if element.tag != "p":
        return False
    words = one_line(all_text(element))
    return len(words) > 80 and _link_share(element) < 0.25


def _drop_link_lists(holder: etree._Element) -> None:
    """Takes out blocks that are mostly links, and headings with nothing under them."""
    for element in list(holder.iter("ul", "ol", "div", "p", "table", "section", "h2", "h3", "h4")):
        length = _text_length(element)
        if element.getparent() is not None and length and length < 1000 and _link_share(element) > MOST_LINK_SHARE:
            _remove(element)


def _drop_headline(holder: etree._Element, title: str | None) -> None:
    """Takes the headline out where the text repeats it."""
    wanted = fold(title or "")
    for element in list(holder.iter("h1", "h2")):
        if element.tag == "h1" or fold(all_text(element)) == wanted:
            _remove(element)


def _link_share(element: etree._Element) -> float:
    """Share of an element's characters that stand inside links, 0 to 1."""
    total = _text_length(element)
    linked = sum(_text_length(link) for link in element.iter("a") if not (link.get("href") or "").startswith("#"))
    return min(1.0, linked / total) if total else 0.0


def _text_length(element: etree._Element) -> int:
    return len(all_text(element).strip())


def _remove(element: etree._Element) -> None:
    """Takes an element out and leaves what follows it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    before = element.getprevious()
    parent.remove(element)
    if tail:
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
