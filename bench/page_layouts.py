"""Plain layouts of article pages, with invented words: what a page can be made like, without the ballast of a real system.

Content systems, hand-made tables, text in divs, line breaks for paragraphs, class names that are hashes.
"""

from __future__ import annotations

import html
import random
from collections.abc import Callable

from bench.page_makes import Make, Page
from bench.page_texts import Prose

SYLLABLES = (
    "ba",
    "dor",
    "vel",
    "mar",
    "kes",
    "lin",
    "hav",
    "en",
    "ost",
    "row",
    "sker",
    "ry",
    "tarn",
    "holt",
    "ar",
    "un",
    "the",
    "a",
)


class Writer:
    """Invented words from one seeded chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def words(self, count: int) -> str:
        """``count`` words."""
        return " ".join("".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 3))) for _ in range(count))

    def sentence(self, least: int = 8, most: int = 24) -> str:
        """A sentence with a comma now and then."""
        first, second = (
            self.words(self.chance.randint(least, most) // 2),
            self.words(self.chance.randint(least, most) // 2),
        )
        return f"{first.capitalize()}{self.chance.choice((',', '', ''))} {second}."

    def paragraph(self) -> str:
        """One to four sentences; every sixth a short one, as in dialogue."""
        if self.chance.random() < 1 / 6:
            return f"“{self.words(4).capitalize()}.”"
        return " ".join(self.sentence() for _ in range(self.chance.randint(1, 4)))

    def article(self) -> list[str]:
        """Six to eighteen paragraphs."""
        return [self.paragraph() for _ in range(self.chance.randint(6, 18))]

    def links(self, count: int, tag: str = "li") -> str:
        """A list of headlines that lead elsewhere."""
        return "".join(
            f'<{tag}><a href="/x{n}">{self.words(self.chance.randint(4, 9)).capitalize()}</a></{tag}>'
            for n in range(count)
        )

    def linked(self, paragraph: str) -> str:
        """A paragraph with a link and a stressed word in it, escaped."""
        words = html.escape(paragraph, quote=False).split(" ")
        at = self.chance.randrange(len(words))
        words[at] = f'<a href="/topic">{words[at]}</a>'
        at = self.chance.randrange(len(words))
        if "<" not in words[at]:
            words[at] = f"<em>{words[at]}</em>"
        return " ".join(words)


Layout = Callable[[Writer, str, list[str]], str]


def paragraphs(writer: Writer, text: list[str], tag: str = "p", cls: str = "") -> list[str]:
    """The article's paragraphs as elements."""
    attribute = f' class="{cls}"' if cls else ""
    return [f"<{tag}{attribute}>{writer.linked(paragraph)}</{tag}>" for paragraph in text]


def chrome(writer: Writer, body: str, title: str) -> str:
    """A page around a body: menu, search, footer, consent banner."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - Harbour Post</title><style>p {{margin:0}}</style></head><body>'
        f'<div id="cookie-consent"><p>{writer.sentence()} {writer.sentence()}</p><button>Accept</button></div>'
        f'<header><a href="/">Harbour Post</a><form><input name="q"></form><nav><ul>{writer.links(9)}</ul></nav></header>{body}'
        f'<footer><ul>{writer.links(8)}</ul><p>{writer.sentence()} All rights reserved.</p></footer><script>var x = "{writer.words(30)}";</script></body></html>'
    )


def weblog(writer: Writer, title: str, text: list[str]) -> str:
    """A common weblog system: entry-content, tags, sharing, author box, comments, sidebar."""
    comments = "".join(
        f'<li class="comment"><div class="comment-body"><p>{writer.paragraph()} {writer.sentence()}</p></div></li>'
        for _ in range(5)
    )
    return chrome(
        writer,
        f'<div id="primary"><main><article class="post hentry"><h1 class="entry-title">{title}</h1><div class="entry-meta">Posted on 4 March by Ann</div>'
        f'<div class="entry-content">{"".join(paragraphs(writer, text))}<div class="sharedaddy"><h3>Share this:</h3><ul>{writer.links(4)}</ul></div>'
        f'<div id="jp-relatedposts" class="related-posts"><h3>Related</h3>{writer.links(3, "p")}</div></div><footer class="entry-footer">Tagged {writer.words(3)}</footer></article>'
        f'<div id="comments" class="comments-area"><ol>{comments}</ol></div></main></div><aside id="secondary" class="widget-area"><p>{writer.sentence()}</p><ul>{writer.links(8)}</ul></aside>',
        title,
    )


def hashed(writer: Writer, title: str, text: list[str]) -> str:
    """A built site: every class a hash, each paragraph wrapped by itself, teasers between."""
    blocks = [
        f'<div data-component="text-block" class="ssrcss-{n}"><div class="e5"><p class="b{n}">{writer.linked(paragraph)}</p></div></div>'
        for n, paragraph in enumerate(text)
    ]
    blocks.insert(2, f'<div data-component="links-block" class="ssrcss-z"><ul>{writer.links(3)}</ul></div>')
    blocks.insert(1, f'<figure><img src="x.jpg" alt=""><figcaption>{writer.sentence()}</figcaption></figure>')
    cards = "".join(f"<div><h3>{writer.links(1, 'span')}</h3><p>{writer.sentence()}</p></div>" for _ in range(6))
    return chrome(
        writer,
        f'<main id="main"><article class="ssrcss-a"><header class="ssrcss-h"><h1>{title}</h1><div>By Ann Reed</div></header>{"".join(blocks)}</article></main>'
        f'<section class="ssrcss-m"><h2>More</h2>{cards}</section>',
        title,
    )


def story_body(writer: Writer, title: str, text: list[str]) -> str:
    """A newspaper: articleBody split by adverts and a newsletter box, related stories inside."""
    parts = paragraphs(writer, text)
    parts.insert(
        3,
        f'<div class="ad-slot"><p>Advertisement</p></div><div class="newsletter-signup"><h3>{writer.words(4)}</h3><p>{writer.sentence()}</p></div>',
    )
    parts.insert(5, f'<aside class="related-inline"><h4>Related</h4><ul>{writer.links(3)}</ul></aside>')
    return chrome(
        writer,
        f'<div class="layout"><h1 itemprop="headline">{title}</h1><section itemprop="articleBody" class="story-body">{"".join(parts)}</section><div class="rail"><ul>{writer.links(12)}</ul></div></div>',
        title,
    )


def table(writer: Writer, title: str, text: list[str]) -> str:
    """A page of the nineties: tables, line breaks, fonts."""
    body = "<br><br>".join(writer.linked(paragraph) for paragraph in text)
    return f"<html><head><title>{title}</title></head><body><table width=100%><tr><td width=20%><font size=1>{writer.links(10, 'b')}</font></td><td><h2>{title}</h2><font>{body}</font></td><td>{writer.links(6, 'b')}</td></tr></table><center><font size=1>Copyright Harbour Post</font></center></body></html>"


def divs(writer: Writer, title: str, text: list[str]) -> str:
    """Paragraphs that are divs."""
    return chrome(
        writer,
        f'<div class="wrap"><div class="col"><h1>{title}</h1>{"".join(paragraphs(writer, text, "div", "txt"))}</div><div class="col2"><div>{writer.links(9, "div")}</div></div></div>',
        title,
    )


def breaks(writer: Writer, title: str, text: list[str]) -> str:
    """One block with single and double line breaks."""
    body = "<br/>\n<br/>".join(writer.linked(paragraph) for paragraph in text)
    return chrome(
        writer,
        f'<div id="content"><h1>{title}</h1><div class="post-text">{body}</div><div class="comments">{"".join(f"<p>{writer.paragraph()}</p>" for _ in range(4))}</div></div>',
        title,
    )


def spread(writer: Writer, title: str, text: list[str]) -> str:
    """An article in several sections, each a sibling, with teasers of equal make below."""
    thirds = [text[: len(text) // 3], text[len(text) // 3 : 2 * len(text) // 3], text[2 * len(text) // 3 :]]
    sections = "".join(
        f'<div class="article-section"><h2>{writer.words(3)}</h2>{"".join(paragraphs(writer, part))}</div>'
        for part in thirds
    )
    return chrome(
        writer,
        f'<div class="page"><h1>{title}</h1>{sections}<div class="teasers">{"".join(f"<div><a href=/t>{writer.sentence()}</a></div>" for _ in range(6))}</div></div>',
        title,
    )


def short(writer: Writer, title: str, text: list[str]) -> str:
    """A brief of three paragraphs amid much else."""
    del text[3:]
    return chrome(
        writer,
        f'<article><h1>{title}</h1><div class="body">{"".join(paragraphs(writer, text))}</div></article><section class="latest"><ul>{writer.links(25)}</ul>{"".join(f"<p>{writer.sentence()}</p>" for _ in range(3))}</section>',
        title,
    )


def quoted(writer: Writer, title: str, text: list[str]) -> str:
    """Block quotations, a list and an embedded post inside the article."""
    parts = paragraphs(writer, text)
    parts[2] = f"<blockquote>{parts[2]}</blockquote>"
    parts[4] = f"<ul><li>{html.escape(text[4], quote=False)}</li></ul>"
    return chrome(
        writer,
        f'<main><article><h1>{title}</h1>{"".join(parts)}<p class="tags">Topics: <a href="/a">{writer.words(1)}</a> <a href="/b">{writer.words(1)}</a></p></article></main>',
        title,
    )


def paywalled(writer: Writer, title: str, text: list[str]) -> str:
    """A page whose visible text is cut and whose linked data hold it whole."""
    body = "\\n\\n".join(paragraph.replace('"', "'") for paragraph in text)
    data = f'<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{title}", "articleBody": "{body}"}}</script>'
    return chrome(
        writer,
        f'{data}<article><h1>{title}</h1>{"".join(paragraphs(writer, text[:2]))}<div class="paywall"><p>{writer.sentence()}</p></div></article>',
        title,
    )


def plain(layout: Layout) -> Make:
    """A layout as a make: its own writer is seeded by the prose it is given."""

    def made(prose: Prose) -> Page:
        writer = Writer(prose.chance.randrange(1_000_000))
        title, wanted = writer.words(7).capitalize(), writer.article()
        return Page(layout(writer, title, wanted), wanted)

    made.__name__ = layout.__name__
    return made


PLAIN: tuple[Make, ...] = tuple(
    plain(layout) for layout in (weblog, hashed, story_body, table, divs, breaks, spread, short, quoted, paywalled)
)
