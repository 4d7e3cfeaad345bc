"""Stories in lists: the blocks that day, month, outlet and topic pages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.edition.lines import ListedStory
from digest.edition.slugs import slug
from digest.edition.views import Person, StorySummary
from digest.render.encode import markdown
from digest.render.page import Site, bullets, link, story_file
from digest.render.phrases import dates_words, outlets_words, reports_words, since_words
from digest.render.quoting import block_quote, from_elsewhere, speaker_words, words_of
from digest.render.words import plural

STANCE_WORDS = {
    "response": "answered by",
    "condemns": "condemned by",
    "welcomes": "welcomed by",
    "rejects": "rejected by",
    "denies": "denied by",
    "warns": "warned of by",
    "regrets": "regretted by",
    "supports": "supported by",
}
"""Stances that fit "welcomed by 2"; the others are only counted as reactions."""
STANCES_SHOWN = 3
"""Stances named in a line of counts: the response, then the most frequent."""


def lead_story(summary: StorySummary, page: str, site: Site) -> tuple[str, ...]:
    """The first story of an edition: headline, its strongest quote (else what happened), counts, what is new."""
    words: tuple[str, ...] = ()
    if summary.quote is not None:
        quote = summary.quote
        address = from_elsewhere(quote.passage, page, summary.path)
        who = f"— {speaker_words(quote, page)}, in [{markdown(quote.passage.outlet)}]({address})"
        words = (block_quote(quote.passage, quote.kind), who)
    happened = markdown(summary.lead.text) if summary.lead else ""
    return (
        f"## {link(page, story_file(summary.path), summary.headline)}",
        happened,
        *words,
        meta_line(summary, page, site),
    )


def story_item(summary: StorySummary, page: str, site: Site) -> tuple[str, ...]:
    """A story below the first: headline, one sentence (what happened, else the strongest quote), counts."""
    sentence = ""
    if summary.lead is not None:
        sentence = markdown(summary.lead.text)
    elif summary.quote is not None:
        sentence = f"{words_of(summary.quote.passage, summary.quote.kind)} — {speaker_words(summary.quote, page)}"
    return (f"### {link(page, story_file(summary.path), summary.headline)}", sentence, meta_line(summary, page, site))


def meta_line(summary: StorySummary, page: str, site: Site) -> str:
    """Counts, who was first, how it was received, what is new."""
    del page
    counts = summary.counts
    where = outlets_words(counts) if counts.outlets > 1 else markdown(summary.shares[0].outlet)
    parts = [f"**{reports_words(counts)}** in {where}"]
    first = next((share.outlet for share in summary.shares if share.first), None)
    if first and counts.outlets > 1:
        parts.append(f"first by {markdown(first)}")
    parts += reception(summary)
    if summary.since is not None:
        parts.append(f"new: {markdown(since_words(summary.since))}")
    elif summary.first.astimezone(site.zone).date() < summary.day:
        parts.append(dates_words(summary, site))
    return " · ".join(parts)


def reception(summary: StorySummary) -> list[str]:
    """How a story was received: ``welcomed by 2, rejected by 1``, or the count of reactions."""
    ranked = sorted(summary.stances, key=lambda item: (item[0] != "response", -item[1]))
    said = [f"{STANCE_WORDS[stance]} {count}" for stance, count in ranked if stance in STANCE_WORDS][:STANCES_SHOWN]
    if said:
        return [", ".join(said)]
    return [plural(summary.counts.reactions, "reaction")] if summary.counts.reactions else []


def story_lines(summaries: Iterable[ListedStory], page: str, site: Site) -> str:
    """Stories as a plain list, a line each."""
    return bullets([story_line(summary, page, site) for summary in summaries])


def story_line(summary: ListedStory, page: str, site: Site) -> str:
    """A story on one line: headline, days, counts."""
    facts = f"{dates_words(summary, site)} · {reports_words(summary.counts)}, {outlets_words(summary.counts)}"
    return f"{link(page, story_file(summary.path), summary.headline)} · {facts}"


def edition_line(summary: StorySummary, page: str) -> str:
    """A story of an edition on one line: headline, and who reported it or how many did."""
    alone = summary.counts.outlets == 1
    who = (
        markdown(summary.shares[0].outlet)
        if alone
        else f"{reports_words(summary.counts)}, {outlets_words(summary.counts)}"
    )
    return f"{link(page, story_file(summary.path), summary.headline)} · {who}"


def people_lines(people: Sequence[Person], page: str) -> str:
    """People with how often they are quoted."""
    lines = []
    for person in people:
        role = f", {markdown(person.role)}" if person.role else ""
        lines.append(
            f"{link(page, f'people/{person.slug}.md', person.name)}{role} · {plural(person.statements, 'statement')}"
        )
    return bullets(lines)


def topic_link(page: str, name: str) -> str:
    """A link to a topic's page."""
    return link(page, f"topics/{slug(name)}.md", name)
