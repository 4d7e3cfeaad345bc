"""The article's own words out of a whole page: where paragraphs are dense and links are few.

The idea is Arc90's Readability (2009): a paragraph votes for the elements that hold it, by its length and commas; the element
with most votes, after links are subtracted, holds the article. Boilerplate inside is told by its name or its links.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from digest.ingest.boilerplate import (
    SHORTEST_PARAGRAPH_CHARS,
    drop_boilerplate,
    is_named_body,
    remove,
    text_length,
)
from digest.ingest.markup import Passage, drop_hidden, passage_of_tree, purge
from digest.ingest.surroundings import FEWEST_SCOPE_CHARS, drop_surroundings, is_card
from digest.ingest.xmltree import all_text
from digest.text.normalise import fold, one_line

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

LONGEST_HEADLINE_CHARS = 500
"""Longer texts are no headline (range 200 to 1,000)."""
FEWEST_TWINS = 3
"""Elements of one make, each in a holder of its own, that are parts of one article (range 3 to 6)."""
INLINE = ("span", "font", "b", "strong")
PARAGRAPHS = ("p", "pre", "blockquote", "li")
"""Elements that are one paragraph whatever is in them; other blocks vote for themselves with their loose text."""


def article_passage(root: etree._Element, title: str | None) -> Passage:
    """The passage of the article in a parsed page; empty where the page holds none. The tree is spent afterwards."""
    body = next(root.iter("body"), root)
    purge(body)
    drop_hidden(body)
    scope = _scope(body, title)
    drop_surroundings(body)
    drop_boilerplate(body)
    _drop_headline(body, title)
    parts = _article_elements(scope if _is_worth(scope) else body)
    if not parts:
        return Passage("")
    holder = etree.Element("div")
    for part in parts:
        part.tail = None
        holder.append(part)
    _drop_link_lists(holder)
    return passage_of_tree(holder)


def fragment_passage(root: etree._Element, title: str | None) -> Passage:
    """The passage of a piece of a page: somebody chose it, so all of it is the article. The tree is spent afterwards."""
    body = next(root.iter("body"), root)
    purge(body)
    drop_hidden(body)
    _drop_headline(body, title)
    return passage_of_tree(body)


def _scope(body: etree._Element, title: str | None) -> etree._Element:
    """The innermost ``article`` or ``main`` that holds the headline; the body where none does."""
    headings = list(body.iter("h1"))
    wanted = fold(title or "")
    named = [heading for heading in headings if fold(all_text(heading)) == wanted] or headings
    if len(named) != 1:
        return body
    around = named[0].iterancestors("article", "main")
    return next((holder for holder in around if _is_worth(holder)), body)


def _is_worth(scope: etree._Element) -> bool:
    """Whether an element holds enough running text to be looked for the article in it alone."""
    lengths = [text_length(paragraph) for paragraph in scope.iter("p")]
    running = [length for length in lengths if length >= SHORTEST_PARAGRAPH_CHARS]
    return len(running) > 1 or sum(running) >= FEWEST_SCOPE_CHARS


def _article_elements(scope: etree._Element) -> list[etree._Element]:
    """The element with most votes and what belongs to it, in document order: its neighbours, or the other parts of its make."""
    order = {element: number for number, element in enumerate(scope.iter())}
    votes = {element: count for element, count in _votes(scope).items() if element in order}
    if not votes:
        named = [element for element in scope.iter("article", "main") if text_length(element)]
        return named[:1]
    best = max(votes, key=lambda element: (votes[element] * (1 - _link_share(element)), -order[element]))
    twins = _twins(best, scope, votes)
    if twins:
        return _parts(twins)
    parent = best.getparent()
    if best is scope or parent is None:
        return [best]
    floor = max(10.0, votes[best] * NEIGHBOUR_SHARE)
    return [near for near in parent if near is best or votes.get(near, 0.0) >= floor or _continues(near, best, votes)]


def _is_made_alike(element: etree._Element, other: etree._Element) -> bool:
    """Whether two elements have the same tag and class, and any class at all."""
    return bool(other.get("class")) and (element.tag, element.get("class")) == (other.tag, other.get("class"))


def _twins(best: etree._Element, scope: etree._Element, votes: Mapping[etree._Element, float]) -> list[etree._Element]:
    """The best element with those of its make that are parts of the same article, each in a holder of its own; empty where there are too few.

    Of one make are elements with the same class or, where they have none, in the same place: with the same tags above them.
    Some of them must hold about as much as the best, or a list of teasers would do.
    """
    made = (best.get("class"), best.get("class") is None and _place(best))
    alike = [
        element
        for element in scope.iter(best.tag)
        if votes.get(element, 0.0) >= 1.0
        and (element.get("class"), element.get("class") is None and _place(element)) == made
    ]
    strong = sum(votes[element] >= NEIGHBOUR_SHARE * votes[best] for element in alike)
    apart = len({element.getparent() for element in alike}) == len(alike)
    return alike if strong >= FEWEST_TWINS and apart else []


def _place(element: etree._Element) -> tuple[str, ...]:
    """The tags above an element."""
    return tuple(str(holder.tag) for holder in element.iterancestors())


def _parts(twins: list[etree._Element]) -> list[etree._Element]:
    """What holds the twins, one element for each, as high as they are apart: a live blog's entries with their headings."""
    chains = [[twin, *twin.iterancestors()] for twin in twins]
    shared = set(chains[0]).intersection(*chains[1:])
    return [next(high for high in reversed(chain) if high not in shared) for chain in chains]


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
        if (element.tag == "article" and not is_card(element)) or is_named_body(element):
            votes[element] += NAMED_VOTES
    return votes


def _continues(near: etree._Element, best: etree._Element, votes: Mapping[etree._Element, float]) -> bool:
    """Whether a neighbour goes on with the article: it is made like the best element and has paragraphs, or is one itself."""
    return (_is_made_alike(near, best) and votes.get(near, 0.0) >= 1.0) or _is_paragraph(near)


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
        length = text_length(element)
        if element.getparent() is not None and length and length < 1000 and _link_share(element) > MOST_LINK_SHARE:
            remove(element)


def _drop_headline(body: etree._Element, title: str | None) -> None:
    """Takes the headline out, the first-level headings and what else says the same."""
    wanted = fold(title or "")
    for element in list(body.iter("h1", "h2", "h3", "p", "div", "span", "font", "b", "strong")):
        if element.tag == "h1" or (
            wanted
            and not _is_inside_a_sentence(element)
            and not _has_blocks(element)
            and fold(all_text(element)) == wanted
        ):
            remove(element)


def _is_inside_a_sentence(element: etree._Element) -> bool:
    """Whether words go on after an inline element on its line: "**Dam Watch** is a group", on a page called so."""
    return element.tag in INLINE and bool((element.tail or "").strip())


def _has_blocks(element: etree._Element) -> bool:
    """Whether an element is more than a line: blocks inside, or much text."""
    return text_length(element) > LONGEST_HEADLINE_CHARS or next(element.iter("p", "div", "h2"), element) is not element


def _link_share(element: etree._Element) -> float:
    """Share of an element's characters that stand inside links, 0 to 1."""
    total = text_length(element)
    linked = sum(text_length(link) for link in element.iter("a") if not (link.get("href") or "").startswith("#"))
    return min(1.0, linked / total) if total else 0.0
