"""What stands on a page around its article, told by kind, by name, or by the label it begins with, and taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from digest.ingest.xmltree import all_text
from digest.languages.furniture import BYLINE, FURNITURE, LABEL_OF_BLOCK, is_plea
from digest.text.normalise import one_line

SHORTEST_PARAGRAPH_CHARS = 25
"""Shorter paragraphs do not count as running text (range 10 to 80; Readability's own value)."""
WRAPPER_SHARE = 0.4
"""Share of a page's running text from which a part of a suspicious name ("has-sidebar") or label wraps the article (range .3 to .7)."""
PLEA_SHARE = 0.7
"""The same for a block that begins with a plea (range .5 to .8): the offers of a paywall are longer than what it leaves to read."""
FEWEST_LEFT_CHARS = 80
"""Characters of running text that must be left without a part for it to be no wrapper (range 25 to 250; a brief has 100)."""
LONGEST_LABEL_CHARS = 120
"""Longer lines are no label of a block (range 60 to 200)."""
LARGEST_FIGURE_CHARS = 2000
"""Headers and figures with more text wrap an article rather than belong to one (range 1,000 to 5,000)."""
REMOVED = (
    *(
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
    ),
    *("amp-ad", "amp-consent", "amp-sidebar", "amp-list", "amp-social-share", "dialog", "menu"),
)
ROLES = frozenset({"navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alertdialog"})
NAMED = ("div", "section", "ul", "ol", "dl", "p", "span", "aside", "table", "h2", "h3", "h4", "a", "article", "li")
NAMES = ("class", "id", "data-component", "data-component-name", "data-testid", "data-gu-name", "data-module")
"""Attributes in which sites say what a part is."""
UNLIKELY_WORDS = frozenset(
    {
        *(
            "ad",
            "ads",
            "adslot",
            "advert",
            "adverts",
            "arcad",
            "author",
            "authors",
            "banner",
            "bio",
            "caption",
            "captions",
            "copyright",
            "credit",
        ),
        *(
            "disclaimer",
            "infobox",
            "menu",
            "meta",
            "metadata",
            "modal",
            "nav",
            "navbar",
            "navigation",
            "overlay",
            "pager",
            "pagination",
            "poll",
        ),
        *(
            "popup",
            "print",
            "promo",
            "promos",
            "promoted",
            "quiz",
            "rail",
            "rating",
            "share",
            "sharing",
            "sharedaddy",
            "social",
            "tag",
            "tags",
        ),
        *(
            "taglist",
            "teaser",
            "teasers",
            "timestamp",
            "toc",
            "tool",
            "toolbar",
            "tools",
            "widget",
            "widgets",
            "comment",
            "comments",
            "cta",
            "gate",
            "barrier",
            "upsell",
            "offer",
            "offers",
        ),
    }
)
"""Words in a name that no article's text has."""
UNLIKELY_STEMS = (
    *(
        "advertis",
        "authorbio",
        "breadcrumb",
        "byline",
        "commentlist",
        "consent",
        "cookie",
        "disqus",
        "footer",
        "gdpr",
        "masthead",
        "newsletter",
    ),
    *(
        "outbrain",
        "paywall",
        "recommend",
        "related",
        "richlink",
        "screenreader",
        "sidebar",
        "signup",
        "sponsor",
        "subscri",
        "taboola",
    ),
    *("trending", "popular", "regwall", "mc4wp", "pullquote", "sharebar"),
)
"""Parts of such words, where what stands before and after does not matter."""
UNLIKELY_PAIRS = re.compile(
    r"(?:most|more)-(?:read|popular|viewed|on|stories|news|articles)|(?:read|also|see)-(?:more|read|also|next)|sign-up|skip-link|"
    r"sr-only|screen-reader|visually-hidden|side-bar|pull-quote|rich-link|key-events|video-(?:resource|player)|up-next|share-links|user-feedback|print-only|(?:topic|tag|keyword)s?-(?:list|links)"
)
READERS_OWN = re.compile(
    r"comment|disqus|related|recommend|newsletter|cookie|consent|most-read|footer|teaser|paywall|subscri|regwall|upsell"
    r"|\b(?:gate|barrier|offers?)\b"
)
"""Names of parts that can hold more running text than the article and are none of it all the same."""
LIKELY = re.compile(
    r"(?:(?:article|story|post|entry|news|text|page|asset|content|main)-(?:body|text|content|copy)|articlebody|storybody|storytext|"
    r"richtextbody|bodytext|entrycontent|postcontent|articlecontent|articletext)(?:-(?:container|wrapper|inner|area|column|main|\d+))?$"
)
"""How a name ends that is given to the text of an article."""
RUNNING = etree.XPath(
    f"descendant-or-self::*[not(ancestor-or-self::a)]/text()[string-length(normalize-space()) >= {SHORTEST_PARAGRAPH_CHARS}]"
)
"""Stretches of running text."""
_WORD = re.compile(r"[A-Z]?[a-z]{2,}[0-9]*[a-z]*|[A-Z]+[0-9]*(?![a-z])|[0-9]+[a-z]*|[a-zA-Z]+")


def drop_boilerplate(body: etree._Element) -> None:
    """Takes out of a page what no article has, unless it wraps the article itself."""
    for element in list(body.iter(*REMOVED)):
        if element is not body and not _holds_article(element):
            remove(element)
    for element in [element for element in body.iter(*NAMED) if element.get("role") in ROLES]:
        remove(element)
    whole = running_chars(body)
    _drop_named(body, whole)
    _drop_labelled(body, whole)


def _holds_article(element: etree._Element) -> bool:
    """Whether a header or figure wraps the article, or a figure holds words: a post or a quotation set as one."""
    if element.tag not in ("header", "figure"):
        return False
    quoted = element.tag == "figure" and next(element.iter("blockquote"), None) is not None
    return quoted or text_length(element) > LARGEST_FIGURE_CHARS


def _drop_named(body: etree._Element, whole: int) -> None:
    """Takes out what has a telling name, unless it is so large, alone or together with others of the name, that it is the article."""
    suspects = [
        (element, names, running_chars(element))
        for element in body.iter(*NAMED)
        if (names := _unlikely(_names(element)))
    ]
    held: Counter[str] = Counter()
    for _, names, own in suspects:
        held[names] += own
    left = whole
    gone: set[etree._Element] = set()
    for element, names, own in suspects:
        wraps = next(element.iter("article", "main", "h1"), element) is not element or (
            own and left - own < FEWEST_LEFT_CHARS
        )
        ballast = READERS_OWN.search(names) or held[names] < WRAPPER_SHARE * whole
        if ballast and not wraps and gone.isdisjoint(element.iterancestors()):
            gone.add(element)
            left -= own
            remove(element)


def is_named_body(element: etree._Element) -> bool:
    """Whether an element is called the text of an article."""
    if "articlebody" in (element.get("itemprop") or "").casefold():
        return True
    return any(LIKELY.search(_spelled(name)) for name in _names(element).split())


def _names(element: etree._Element) -> str:
    return " ".join(filter(None, (element.get(name) for name in NAMES)))


@lru_cache(maxsize=4096)
def _unlikely(names: str) -> str | None:
    """The names that tell of boilerplate, in one spelling; None where none does, or one says that this is the article's text."""
    spelled = [_spelled(name) for name in names.split()]
    if any(map(LIKELY.search, spelled)):
        return None
    telling = [name for name in spelled if _tells(name)]
    return " ".join(telling) or None


def _tells(name: str) -> bool:
    words = name.split("-")
    return (
        any(word in UNLIKELY_WORDS for word in words)
        or any(stem in name for stem in UNLIKELY_STEMS)
        or UNLIKELY_PAIRS.search(name) is not None
    )


def _spelled(name: str) -> str:
    """A name as words in lower case with hyphens between, whichever way it was written: ``pageList__adSlot`` is ``page-list-ad-slot``.

    Capitals part words only where every word has three letters: else it is a hash.

    >>> _spelled("RelatedStories__teaser"), _spelled("dlWCEZ")
    ('related-stories-teaser', 'dlwcez')
    """
    found: list[str] = []
    for piece in re.split(r"[^A-Za-z0-9]+", name):
        words = _WORD.findall(piece)
        found += words if all(len(word) > 2 for word in words) else [piece]
    return "-".join(found).casefold().strip("-")


def _drop_labelled(body: etree._Element, whole: int) -> None:
    """Takes out blocks that begin with a label such as "Related stories" or a plea to subscribe, and bylines that stand alone."""
    for element in list(
        body.iter("h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b", "label", "font", "small")
    ):
        if element.getparent() is None or (len(element) and element.tag == "div"):
            continue
        words = one_line(all_text(element))
        if not words or len(words) > LONGEST_LABEL_CHARS:
            continue
        if BYLINE.fullmatch(words):
            remove(element)
        elif is_plea(words):
            remove(_led_block(element, body, PLEA_SHARE * whole))
        elif FURNITURE.fullmatch(words) or LABEL_OF_BLOCK.fullmatch(words):
            remove(_led_block(element, body, WRAPPER_SHARE * whole))


def _led_block(element: etree._Element, body: etree._Element, most: float) -> etree._Element:
    """The largest block that begins with ``element``, holds less running text than ``most`` and is no article."""
    block = element
    for holder in _around(element, body):
        if holder.tag in ("article", "main", "body", "td") or is_named_body(holder) or _begins_before(holder, block):
            break
        if running_chars(holder) >= most:
            break
        block = holder
    return block


def _around(element: etree._Element, body: etree._Element) -> Iterator[etree._Element]:
    """The elements around one, inside the page's body."""
    holder = element.getparent()
    while holder is not None and holder is not body:
        yield holder
        holder = holder.getparent()


def _begins_before(holder: etree._Element, block: etree._Element) -> bool:
    """Whether ``holder`` says anything before ``block``, a child of it."""
    if (holder.text or "").strip():
        return True
    for child in holder:
        if child is block:
            return False
        if text_length(child) or (child.tail or "").strip():
            return True
    return False


def running_chars(element: etree._Element) -> int:
    """Characters of an element that stand in stretches of some length, in a paragraph or loose, and in no link."""
    found = RUNNING(element)
    return sum(map(len, found)) if isinstance(found, list) else 0


def text_length(element: etree._Element) -> int:
    """Characters of all text inside an element."""
    return len(all_text(element).strip())


def remove(element: etree._Element) -> None:
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
