"""A story's page as Markdown: what happened, who said what, who answered, how it developed, who reported it."""

from __future__ import annotations

from collections.abc import Sequence

from digest.edition.slugs import slug
from digest.edition.views import CopyLine, Correction, KeyQuote, Source, StoryView
from digest.render.encode import markdown, markdown_url
from digest.render.page import (
    PageFile,
    Site,
    bullets,
    data_file,
    day_file,
    link,
    page_file,
    relative,
    section,
    story_file,
    url_of,
)
from digest.render.phrases import (
    RELATIONS,
    chart_words,
    dates_words,
    evidence_words,
    outlets_words,
    reference_words,
    reports_words,
    since_label,
    since_words,
    together_words,
)
from digest.render.quoting import attribution, block_quote, reaction_line, source_link, variant_line
from digest.render.words import day_words, moment_words, plural

EXCHANGED_WORDS = 12
"""Most words, old and new together, of a correction that is printed as an exchange; longer ones are printed whole."""


def story_markdown(view: StoryView, site: Site) -> PageFile:
    """The page of a story, complete and readable by itself."""
    path = story_file(view.path)
    blocks = (
        f"# {markdown(view.headline.text)}",
        counts_line(view, path, site),
        _since(view),
        *section("In brief", bullets([f"{markdown(p.text)} {source_link(p)}" for p in view.brief])),
        *section("Key quotes", *(block for quote in view.quotes for block in _quote(quote, path, site))),
        *section("Reactions", bullets([reaction_line(reaction) for reaction in view.reactions])),
        *section("Timeline", *_timeline(view, site)),
        *section("Coverage", *(block for source in view.coverage for block in _source(source, path, site))),
        *section("About this page", *_about(view, path, site)),
    )
    return page_file(path, _fields(view, path, site), blocks)


def _fields(view: StoryView, path: str, site: Site) -> dict[str, object]:
    outlets = [o for source in view.coverage for o in (source.outlet, *(copy.outlet for copy in source.copies))]
    return {
        "title": view.headline.text,
        "kind": "story",
        "date": view.first.astimezone(site.zone).date(),
        "story": view.id,
        "outlets": list(dict.fromkeys(outlets)),
        "people": [person.name for person in view.people],
        "topics": list(view.topics),
        "description": view.brief[0].text if view.brief else f"{reports_words(view.counts)}, {dates_words(view, site)}",
        "data": data_file(path),
    }


def counts_line(view: StoryView, path: str, site: Site) -> str:
    """Independent reports, outlets, copies, days, and whose headline it is."""
    counts = view.counts
    parts = [f"**{reports_words(counts)}**", outlets_words(counts)]
    if counts.copies:
        parts.append(plural(counts.copies, "copy", "copies"))
    parts += [dates_words(view, site), _whose_headline(view)]
    if view.topics:
        parts.append("topic: " + ", ".join(link(path, f"topics/{slug(topic)}.md", topic) for topic in view.topics))
    return " · ".join(parts)


def _whose_headline(view: StoryView) -> str:
    lead = "lead of " if view.headline.passage else ""
    return f"headline: {lead}{markdown(view.headline.outlet)}"


def _since(view: StoryView) -> str:
    if view.since is None:
        return ""
    return f"**{since_label(view.since)}:** {markdown(since_words(view.since))}."


def _quote(quote: KeyQuote, path: str, site: Site) -> tuple[str, ...]:
    """A block quotation, who said it, and how others printed it. The line between keeps neighbouring quotations apart."""
    others = [variant for variant in quote.variants if variant.variant != "same"]
    lines = [variant_line(variant, quote) for variant in others]
    return (
        block_quote(quote.passage, quote.kind),
        attribution(quote, path, site),
        *((f"{'Another version' if len(lines) == 1 else 'Other versions'} in print:", bullets(lines)) if lines else ()),
    )


def _timeline(view: StoryView, site: Site) -> tuple[str, ...]:
    lines = []
    for item in view.timeline.developments:
        address = markdown_url(item.url) or f"#{item.anchor}"
        kind = "" if item.kind == "report" else f"{item.kind}: "
        when = moment_words(item.when, site.zone, year=False)
        lines.append(f"{when} — {kind}{markdown(item.text)} ({markdown(item.outlet)}) [[{item.number}]]({address})")
    return (markdown(chart_words(view.timeline, site)), bullets(lines)) if view.timeline.bins else ()


def _source(source: Source, path: str, site: Site) -> tuple[str, ...]:
    title = _titled(source.title or "without words", source.url)
    facts = [
        title,
        moment_words(source.when, site.zone)
        if source.dated
        else f"undated, seen {moment_words(source.when, site.zone, clock=False)}",
    ]
    if source.byline:
        facts.append(markdown(source.byline))
    if source.agency and source.agency != source.outlet:
        facts.append(f"wire copy: {markdown(source.agency)}")
    if source.corrected:
        facts.append(f"corrected {moment_words(source.corrected, site.zone, year=False, clock=False)}")
    if source.note:
        facts.append(markdown(source.note))
    if source.new:
        facts.append("new")
    outlet = link(path, f"outlets/{slug(source.outlet)}.md", f"more from {source.outlet}")
    return (
        f"### {source.number} {markdown(source.outlet)}",
        " · ".join((*facts, outlet)),
        bullets(copy_lines(source.copies, site)),
    )


def _titled(text: str, url: str | None) -> str:
    address = markdown_url(url)
    return f"[{markdown(text)}]({address})" if address else markdown(text)


def copy_lines(copies: Sequence[CopyLine], site: Site) -> list[str]:
    """The copies of a report, a line each with what it adds; those that add nothing together on one line a relation."""
    lines: dict[str, list[CopyLine]] = {}
    for copy in copies:
        alone = copy.adds or copy.relation == "update"
        lines.setdefault(copy.number if alone else copy.relation, []).append(copy)
    return [_copy_line(own[0], site) if key == own[0].number else _plain_copies(own) for key, own in lines.items()]


def _plain_copies(copies: Sequence[CopyLine]) -> str:
    words = RELATIONS.get(copies[0].relation, copies[0].relation)
    named = ", ".join(f"{copy.number} {_titled(copy.outlet, copy.url)}" for copy in copies)
    return f"{named}: {words if len(copies) == 1 else _many(words)}"


def _many(words: str) -> str:
    return words.replace("copy", "copies").replace("excerpt", "excerpts")


def _copy_line(copy: CopyLine, site: Site) -> str:
    head = f"{copy.number} {_titled(copy.outlet, copy.url)}, {moment_words(copy.when, site.zone, year=False)}: "
    head += RELATIONS.get(copy.relation, copy.relation) + (" · new" if copy.new else "")
    adds = " ".join(f"{markdown(passage.text)} {source_link(passage)}" for passage in copy.adds)
    return f"{head} · adds: {adds}" if adds else head


def _about(view: StoryView, path: str, site: Site) -> tuple[str, ...]:
    return (
        "### Why these belong together",
        markdown(together_words(view.coverage)),
        bullets(
            [
                f"{s.number} {markdown(s.outlet)}: {markdown(evidence_words(s.evidence))}"
                for s in view.coverage
                if s.evidence
            ]
        ),
        _kept_out(view, path),
        bullets([f"Decided by hand: {markdown(action)}, {markdown(reason)}" for action, reason in view.decisions]),
        bullets([_merge_line(merged, reason) for merged, reason in view.merges]),
        *_listed("### Corrections", [correction_line(item, site) for item in view.corrections]),
        *_listed("### In the same matter", [_saga_line(view, path, place) for place in range(len(view.sagas))]),
        "### Cite and reuse",
        f"{markdown(reference_words(view, site))} {markdown_url(site.address(url_of(path))) or ''}".strip(),
        _files(view, path),
    )


def _listed(title: str, lines: list[str]) -> tuple[str, ...]:
    return (title, bullets(lines)) if lines else ()


def _kept_out(view: StoryView, path: str) -> str:
    if view.kept_out is None:
        return ""
    story = view.kept_out.story
    reason = f" ({markdown(view.kept_out.reason)})" if view.kept_out.reason else ""
    return f"Kept out: {link(path, story_file(story.path), story.headline)}{reason}."


def _merge_line(merged: str, reason: str) -> str:
    """Which page became part of this one, and why; the address is told and not linked, since it leads back here."""
    return f"The page {markdown(url_of(story_file(merged)))} became part of this one: {markdown(reason)}"


def _saga_line(view: StoryView, path: str, place: int) -> str:
    story = view.sagas[place]
    return f"{link(path, story_file(story.path), story.headline)}, {day_words(story.day)}"


def correction_line(item: Correction, site: Site) -> str:
    """What a publisher changed: of a long sentence the words exchanged, then the sentence as it stands now."""
    head = f"{markdown(item.outlet)}, {moment_words(item.when, site.zone)}"
    if not item.before:
        return f"{head}: added “{markdown(item.after)}”"
    if not item.after:
        return f"{head}: removed “{markdown(item.before)}”"
    old, new = exchanged(item.before, item.after)
    if old and new and len(f"{old} {new}".split()) <= EXCHANGED_WORDS and len(new) < len(item.after):
        return f"{head}: “{markdown(old)}” became “{markdown(new)}” in “{markdown(item.after)}”"
    return f"{head}: “{markdown(item.before)}” became “{markdown(item.after)}”"


def exchanged(before: str, after: str) -> tuple[str, str]:
    """The stretch of words in which two texts differ, in each.

    >>> exchanged("They read 14 of 60 gauges.", "They read 41 of 60 gauges.")
    ('14', '41')
    """
    old, new = before.split(), after.split()
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    rest = min(len(old), len(new)) - start
    end = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return " ".join(old[start : len(old) - end]), " ".join(new[start : len(new) - end])


def _files(view: StoryView, path: str) -> str:
    kinds = [("JSON", ".json"), ("BibTeX", ".bib"), ("RIS", ".ris"), ("CSL-JSON", ".csl.json")]
    if view.is_open:
        kinds += [("follow by Atom", ".xml"), ("follow by JSON Feed", ".feed.json")]
    links = " · ".join(f"[{name}]({relative(path, data_file(path, ending))})" for name, ending in kinds)
    return f"Data: {links} · {link(path, day_file(view.day), f'edition of {day_words(view.day)}')}"
