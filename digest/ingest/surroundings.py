"""Other texts on an article's page: cards of other articles inside it, readers' comments below it, questions of consent around it.

And pages that hold no article at all but a list of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from lxml import etree

from digest.ingest.boilerplate import FEWEST_LEFT_CHARS, WRAPPER_SHARE, is_named_body, remove, running_chars
from digest.ingest.xmltree import all_text
from digest.languages.furniture import COUNTED_COMMENTS, FEWEST_BESIDE, FEWEST_CONSENT_SIGNS, consent_signs
from digest.text.normalise import one_line

FEWEST_LISTED = 3
"""Linked headings with a text each that make a list of articles (range 3 to 6)."""
LISTED_SHARE = 0.6
"""Share of a front page's running text under linked headings from which it is a list (range .5 to .9)."""
LONGEST_TEASER_CHARS = 500
"""Characters of running text under one heading of a list at most (range 300 to 800); posts of a live blog and of a weblog's front page are longer."""
LONGEST_BESIDE_CHARS = 300
"""The same beside an article (range 150 to 400): leads of teasers have one or two sentences."""
FEWEST_SCOPE_CHARS = 250
"""Characters of running text outside of teasers, or of one paragraph, that make an article (range 150 to 500): a standfirst is shorter."""
LONGEST_CONSENT_CHARS = 1500
"""Longer paragraphs ask for no consent (range 800 to 3,000)."""
HEADINGS = ("h2", "h3", "h4", "h5")


def drop_surroundings(body: etree._Element) -> None:
    """Takes out of a page the texts around its article that are whole texts themselves."""
    if "cookie" in all_text(body).casefold():
        _drop_consent(body)
    whole = running_chars(body)
    _drop_cards(body, whole)
    _drop_columns(body, whole)
    _drop_comments(body, whole)


def lists_articles(body: etree._Element, *, front: bool) -> bool:
    """Whether a page lists articles rather than holds one: its running text stands under headings that link elsewhere.

    ``front`` says that the page calls itself a site and no article; of any other all but a line must stand there.
    """
    cards = list(_cards(body))
    if len(cards) < FEWEST_LISTED:
        return False
    whole, listed = running_chars(body), sum(map(running_chars, cards))
    return listed > 0 and (listed >= LISTED_SHARE * whole if front else whole - listed < FEWEST_LEFT_CHARS)


def _cards(body: etree._Element) -> Iterator[etree._Element]:
    """What belongs to each heading that links elsewhere: as much around it as holds no other heading, if that is short."""
    linked = [heading for heading in body.iter(*HEADINGS) if _links_elsewhere(heading)]
    for heading in linked:
        card = heading
        for holder in heading.iterancestors():
            if holder is body or len(list(islice(holder.iter("h1", *HEADINGS), 2))) > 1:
                break
            card = holder
        if card is not heading and running_chars(card) <= LONGEST_TEASER_CHARS:
            yield card


def _links_elsewhere(heading: etree._Element) -> bool:
    """Whether a heading is one link to another page, or inside one. A link to a place in a page is a post's own."""
    length = len(one_line(all_text(heading)))
    inside = (link for link in heading.iter("a") if len(one_line(all_text(link))) >= length)
    return length > 0 and any(
        "#" not in (link.get("href") or "#") for link in chain(inside, heading.iterancestors("a"))
    )


def is_card(element: etree._Element) -> bool:
    """Whether an element is headed by a link to another page."""
    return any(_links_elsewhere(heading) for heading in element.iter(*HEADINGS))


def _drop_cards(body: etree._Element, whole: int) -> None:
    """Takes out ``article`` elements inside another one that are headed by a link, where they are not most of the page."""
    inner = [
        card for card in body.iter("article") if next(card.iterancestors("article"), None) is not None and is_card(card)
    ]
    if sum(map(running_chars, inner)) < WRAPPER_SHARE * whole:
        for card in inner:
            remove(card)


def _drop_columns(body: etree._Element, whole: int) -> None:
    """Takes out teasers that stand outside every ``article`` and named body, where enough running text is left to be the article itself.

    Inside of one they may be a round-up, whose items are made alike.
    """
    teasers = [
        card
        for card in _cards(body)
        if running_chars(card) <= LONGEST_BESIDE_CHARS
        and not any(around.tag == "article" or is_named_body(around) for around in card.iterancestors())
    ]
    if len(teasers) >= FEWEST_LISTED and whole - sum(map(running_chars, teasers)) >= FEWEST_SCOPE_CHARS:
        for card in teasers:
            remove(card)


def _drop_comments(body: etree._Element, whole: int) -> None:
    """Takes out a heading that counts comments and what follows it: they come last, whatever they are called."""
    for heading in list(body.iter(*HEADINGS)):
        if not COUNTED_COMMENTS.fullmatch(one_line(all_text(heading))):
            continue
        following = [heading, *heading.itersiblings()]
        inside = sum(map(running_chars, following))
        if whole - inside >= FEWEST_LEFT_CHARS and not any(
            next(part.iter("h1", "main"), None) is not None for part in following
        ):
            for part in following:
                remove(part)


def _drop_consent(body: etree._Element) -> None:
    """Takes out paragraphs that ask for consent, those beside them that half do, and all around that holds no other running text."""
    signs = {
        element: count
        for element in body.iter("p", "div", "span", "li", "td")
        if next(element.iterchildren("p", "div", "ul", "h1", "h2"), None) is None
        and len(words := one_line(all_text(element))) <= LONGEST_CONSENT_CHARS
        and (count := consent_signs(words)) >= FEWEST_BESIDE
    }
    holders = {element.getparent() for element, count in signs.items() if count >= FEWEST_CONSENT_SIGNS} - {None}
    for element in signs:
        if element.getparent() in holders:
            remove(element)
    for holder in holders:
        emptied = [around for around in _upwards(holder, body) if not running_chars(around)]
        if emptied:
            remove(emptied[-1])
    if holders and running_chars(body) - sum(map(running_chars, body.iter("h1"))) < FEWEST_LEFT_CHARS:
        body.clear()


def _upwards(element: etree._Element | None, body: etree._Element) -> Iterator[etree._Element]:
    """An element and those around it, inside the page's body."""
    while element is not None and element is not body:
        yield element
        element = element.getparent()
