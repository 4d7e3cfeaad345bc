"""A day as a mail: one HTML file that needs nothing else, and the same as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill

from digest.edition.views import Edition, KeyQuote, Passage, ReactionLine, StorySummary, Voices
from digest.render.encode import attribute, html
from digest.render.limits import LISTED
from digest.render.page import PageFile, Site, data_file, day_file, story_file, url_of
from digest.render.phrases import outlets_words, reports_words, since_words
from digest.render.quoting import NOT_ESTABLISHED, STANCES, passage_link, words_of
from digest.render.words import day_words, moment_words, plural
from digest.text.normalise import one_line

QUOTES, REACTIONS = 2, 4
"""Quotes and reactions of one story in the mail, new ones first; the page has the others."""
WIDTH = 72
"""Columns of the plain text, as mail readers quote it."""
STYLE = {
    "body": "margin:0;padding:24px 16px;background:#fffefb;color:#1b1b1a;font:17px/1.55 Georgia,serif",
    "main": "max-width:640px;margin:0 auto",
    "h1": "font-size:26px;line-height:1.2;margin:0 0 4px",
    "h2": "font-size:20px;line-height:1.25;margin:28px 0 4px",
    "meta": "font:14px/1.5 Arial,sans-serif;color:#5f5e5a;margin:0 0 10px",
    "quote": "margin:0 0 4px;padding:0 0 0 14px;border-left:3px solid #9a2b20;font-size:18px",
    "title": "color:#1b1b1a;text-decoration:none",
    "link": "color:#9a2b20;font:13px Arial,sans-serif",
    "rule": "border:0;border-top:1px solid #1b1b1a;margin:12px 0 0",
}
"""Mail readers know style attributes and little more."""


def day_mail(edition: Edition, voices: Sequence[Voices], site: Site) -> tuple[PageFile, PageFile]:
    """The edition as HTML and as text, stories in its order; links lead to the site where it has an address."""
    said = {item.story: item for item in voices}
    page = day_file(edition.day)
    return (
        PageFile(data_file(page, ".mail.html"), _html(edition, said, site).encode()),
        PageFile(data_file(page, ".mail.txt"), _text(edition, said, site).encode()),
    )


def _html(edition: Edition, said: dict[str, Voices], site: Site) -> str:
    title = f"{site.name}, {day_words(edition.day, weekday=True)}"
    stories = "\n".join(_story_html(summary, said.get(summary.id), site) for summary in edition.told)
    return "\n".join(
        (
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            f"<title>{html(title)}</title></head>",
            f'<body style="{STYLE["body"]}"><div style="{STYLE["main"]}">',
            f'<h1 style="{STYLE["h1"]}">{html(title)}</h1>',
            f'<p style="{STYLE["meta"]}">{plural(len(edition.stories), "story", "stories")}</p><hr style="{STYLE["rule"]}">',
            stories,
            *_listed_html(edition, site),
            "</div></body></html>\n",
        )
    )


def _listed_html(edition: Edition, site: Site) -> Iterator[str]:
    """A line for each of the first stories after those told, and how many more there are."""
    if edition.listed:
        lines = "".join(
            f"<li>{_link(summary.headline, _page(summary, site), STYLE['title'])} · {html(_meta(summary))}</li>"
            for summary in edition.listed[:LISTED]
        )
        yield f'<hr style="{STYLE["rule"]}"><ul>{lines}</ul>'
    if more := _beyond(edition):
        yield f'<p style="{STYLE["meta"]}">{_link(more, _day(edition, site), STYLE["link"])}</p>'


def _beyond(edition: Edition) -> str:
    more = len(edition.listed) - LISTED
    return f"{plural(more, 'more story', 'more stories')} on the page of the day" if more > 0 else ""


def _day(edition: Edition, site: Site) -> str | None:
    return site.address(url_of(day_file(edition.day))) if site.url else None


def _story_html(summary: StorySummary, voices: Voices | None, site: Site) -> str:
    title = _link(summary.headline, _page(summary, site), STYLE["title"])
    lead = f"<p>{html(summary.lead.text)} {_source(summary.lead)}</p>" if summary.lead else ""
    quotes = "".join(_quote_html(quote, site) for quote in _quotes(voices))
    reactions = "".join(f"<li>{_reaction_html(item)}</li>" for item in _reactions(voices))
    return (
        f'<h2 style="{STYLE["h2"]}">{title}</h2><p style="{STYLE["meta"]}">{html(_meta(summary))}</p>{lead}{quotes}'
        + (f"<ul>{reactions}</ul>" if reactions else "")
    )


def _quote_html(quote: KeyQuote, site: Site) -> str:
    who = f"{html(_who(quote))}, in {_source(quote.passage)}, {moment_words(quote.when, site.zone, clock=False)}"
    return (
        f'<blockquote style="{STYLE["quote"]}">{html(_words(quote))}</blockquote><p style="{STYLE["meta"]}">{who}</p>'
    )


def _reaction_html(reaction: ReactionLine) -> str:
    words = f"{html(reaction.passage.text)} {_source(reaction.passage)}"
    return f"<b>{html(_actor(reaction))}</b> — {_stance(reaction)}: {words}"


def _source(passage: Passage) -> str:
    """The outlet, linked to where the words stand."""
    return _link(passage.outlet, passage_link(passage), STYLE["link"])


def _link(text: str, address: str | None, style: str) -> str:
    return f'<a style="{style}" href="{attribute(address)}">{html(text)}</a>' if address else html(text)


def _quotes(voices: Voices | None) -> list[KeyQuote]:
    return sorted(voices.quotes, key=lambda quote: not quote.new)[:QUOTES] if voices else []


def _reactions(voices: Voices | None) -> list[ReactionLine]:
    return sorted(voices.reactions, key=lambda reaction: not reaction.new)[:REACTIONS] if voices else []


def _page(summary: StorySummary, site: Site) -> str | None:
    return site.address(url_of(story_file(summary.path))) if site.url else None


def _meta(summary: StorySummary) -> str:
    counts = f"{reports_words(summary.counts)}, {outlets_words(summary.counts)}"
    return counts + (f" · new: {since_words(summary.since)}" if summary.since else "")


def _words(quote: KeyQuote) -> str:
    return words_of(quote.passage, quote.kind, one_line)


def _who(quote: KeyQuote) -> str:
    return f"— {quote.speaker or NOT_ESTABLISHED}" + (f", {quote.role}" if quote.role and quote.speaker else "")


def _where(quote: KeyQuote, site: Site) -> str:
    return f"in {quote.passage.outlet}, {moment_words(quote.when, site.zone, clock=False)}"


def _actor(reaction: ReactionLine) -> str:
    return reaction.actor + (f", {reaction.role}" if reaction.role else "")


def _stance(reaction: ReactionLine) -> str:
    return STANCES.get(reaction.stance, reaction.stance)


def _text(edition: Edition, said: dict[str, Voices], site: Site) -> str:
    title = f"{site.name}, {day_words(edition.day, weekday=True)}"
    blocks = [title + "\n" + "=" * len(title), plural(len(edition.stories), "story", "stories")]
    for summary in edition.told:
        blocks += _story_text(summary, said.get(summary.id), site)
    lines = [_wrap(f"- {summary.headline} · {_meta(summary)}", "", "  ") for summary in edition.listed[:LISTED]]
    more = _beyond(edition)
    blocks += [block for block in ("\n".join(lines), more and " ".join((more, _day(edition, site) or ""))) if block]
    return "\n\n".join(blocks) + "\n"


def _story_text(summary: StorySummary, voices: Voices | None, site: Site) -> list[str]:
    address = _page(summary, site)
    head = [_wrap(summary.headline), _wrap(_meta(summary)), *([address] if address else [])]
    blocks = ["\n".join(head)]
    if summary.lead:
        blocks.append(_wrap(f"{summary.lead.text} ({summary.lead.outlet})"))
    blocks += [
        _wrap(_words(quote), "    ") + "\n" + _wrap(f"{_who(quote)}, {_where(quote, site)}", "    ")
        for quote in _quotes(voices)
    ]
    lines = [f"- {_actor(r)}, {_stance(r)}: {r.passage.text} ({r.passage.outlet})" for r in _reactions(voices)]
    return [*blocks, *(["\n".join(_wrap(line, "", "  ") for line in lines)] if lines else [])]


def _wrap(text: str, indent: str = "", hanging: str | None = None) -> str:
    """Lines of at most ``WIDTH`` columns; addresses stay whole."""
    rest = indent if hanging is None else hanging
    return fill(
        one_line(text),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
