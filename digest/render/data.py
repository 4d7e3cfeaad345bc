"""A story as JSON: everything on its page, with what proves it. The fields are described in ``docs/reference/data.md``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from digest.edition.lines import ListedStory
from digest.edition.slugs import slug
from digest.edition.views import (
    CopyLine,
    Correction,
    Development,
    KeyQuote,
    Passage,
    Person,
    ReactionLine,
    Source,
    StorySummary,
    StoryView,
)
from digest.model import StoryLink
from digest.render.encode import json_bytes, web_address
from digest.render.page import PageFile, Site, data_file, story_file, url_of
from digest.render.phrases import (
    bin_label,
    chart_words,
    dates_words,
    evidence_words,
    reference_words,
    since_label,
    since_words,
    together_words,
)
from digest.render.quoting import difference, passage_link
from digest.render.words import moment_words

VERSION = 1
Json = dict[str, Any]


def document(path: str, kind: str, fields: Mapping[str, Any]) -> PageFile:
    """A JSON file of the static API."""
    return PageFile(path, json_bytes({"version": VERSION, "kind": kind, **fields}))


def story_json(view: StoryView, site: Site) -> PageFile:
    """The data of a story's page."""
    path = story_file(view.path)
    return document(data_file(path), "story", story_fields(view, site))


def story_fields(view: StoryView, site: Site) -> Json:
    """The fields of a story's data, without version and kind."""
    path = story_file(view.path)
    return {
        "id": view.id,
        "url": url_of(path),
        "saga": view.saga,
        "day": view.day.isoformat(),
        "headline": {
            "text": view.headline.text,
            "outlet": view.headline.outlet,
            "article": view.headline.article,
            "number": view.headline.number,
            "passage": passage_fields(view.headline.passage) if view.headline.passage else None,
        },
        "dates": dates_words(view, site),
        "first": timestamp(view.first),
        "last": timestamp(view.last),
        "open": view.is_open,
        "counts": _counts(view),
        "topics": [topic_fields(topic) for topic in view.topics],
        "people": [person_fields(person) for person in view.people],
        "since": _since(view),
        "brief": [passage_fields(passage) for passage in view.brief],
        "quotes": [quote_fields(quote) for quote in view.quotes],
        "reactions": [_reaction(reaction) for reaction in view.reactions],
        "timeline": _timeline(view, site),
        "coverage": [_source(source) for source in view.coverage],
        "kept_out": None
        if view.kept_out is None
        else {
            **_story_link(view.kept_out.story),
            "score": round(view.kept_out.score, 4),
            "reason": view.kept_out.reason,
        },
        "saga_stories": [_story_link(story) for story in view.sagas],
        "corrections": [correction_fields(item) for item in view.corrections],
        "decisions": [{"action": action, "reason": reason} for action, reason in view.decisions],
        "merges": [{"url": url_of(story_file(merged)), "reason": reason} for merged, reason in view.merges],
        "together": together_words(view.coverage),
        "reference": f"{reference_words(view, site)} {site.address(url_of(path)) if site.url else ''}".strip(),
        "files": _files(path, view.is_open),
    }


def timestamp(when: datetime) -> str:
    """ISO 8601 in UTC to the second.

    >>> timestamp(datetime(2026, 3, 4, 8, 12, tzinfo=UTC))
    '2026-03-04T08:12:00Z'
    """
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def passage_fields(passage: Passage) -> Json:
    """Words with their proof."""
    return {
        "article": passage.article,
        "number": passage.number,
        "anchor": passage.anchor,
        "outlet": passage.outlet,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "pieces": list(passage.pieces()),
        "fragments": [list(fragment) for fragment in passage.fragments],
        "content_hash": passage.content_hash,
        "selector": {
            "type": "TextQuoteSelector",
            "exact": passage.text,
            "prefix": passage.prefix,
            "suffix": passage.suffix,
        },
        "url": web_address(passage.url),
        "link": passage_link(passage),
    }


def quote_id(passage: Passage) -> str:
    """A name for a quote that lasts as long as its article and words do; the same words elsewhere in it have another."""
    mark = f"{passage.article}\n{passage.start if passage.repeated else ''}{passage.text}".encode("utf-8", "replace")
    return "q" + sha256(mark).hexdigest()[:10]


def quote_fields(quote: KeyQuote) -> Json:
    """A quotation with its speaker and how others printed it."""
    return {
        "id": quote_id(quote.passage),
        "passage": passage_fields(quote.passage),
        "kind": quote.kind,
        "when": timestamp(quote.when),
        "new": quote.new,
        "carried_by": list(quote.carried_by),
        "speaker": {
            "name": quote.speaker,
            "kind": quote.speaker_kind,
            "role": quote.role,
            "url": f"people/{quote.slug}/" if quote.slug else None,
        },
        "variants": [
            {
                "passage": passage_fields(v.passage),
                "variant": v.variant,
                "when": timestamp(v.when),
                "difference": [{"kind": d.kind, "text": d.text} for d in difference(quote, v)],
            }
            for v in quote.variants
        ],
    }


def person_fields(person: Person) -> Json:
    """A person as lists name one."""
    return {
        "name": person.name,
        "url": f"people/{person.slug}/",
        "role": person.role,
        "statements": person.statements,
    }


def topic_fields(name: str) -> Json:
    """A topic as lists name one."""
    return {"name": name, "url": f"topics/{slug(name)}/"}


def outlet_url(name: str) -> str:
    """The address of an outlet's page."""
    return f"outlets/{slug(name)}/"


def correction_fields(item: Correction) -> Json:
    """What a publisher changed."""
    return {
        "story": item.story,
        "story_url": url_of(story_file(item.path)),
        "headline": item.headline,
        "article": item.article,
        "number": item.number,
        "outlet": item.outlet,
        "url": web_address(item.url),
        "when": timestamp(item.when),
        "before": item.before,
        "after": item.after,
        "new": item.new,
    }


def _counts(view: StoryView | ListedStory) -> Json:
    counts = view.counts
    return {
        "reports": counts.reports,
        "outlets": counts.outlets,
        "copies": counts.copies,
        "quotes": counts.quotes,
        "reactions": counts.reactions,
    }


def _since(view: StoryView) -> Json | None:
    since = view.since
    if since is None:
        return None
    return {
        "day": since.day.isoformat(),
        "label": since_label(since),
        "text": since_words(since),
        "reports": list(since.reports),
        "copies": since.copies,
        "quotes": since.quotes,
        "speakers": list(since.speakers),
    }


def _reaction(reaction: ReactionLine) -> Json:
    return {
        "actor": reaction.actor,
        "url": f"people/{reaction.slug}/" if reaction.slug else None,
        "role": reaction.role,
        "stance": reaction.stance,
        "when": timestamp(reaction.when),
        "new": reaction.new,
        "passage": passage_fields(reaction.passage),
    }


def _timeline(view: StoryView, site: Site) -> Json:
    timeline = view.timeline
    return {
        "hours_per_bin": timeline.hours_per_bin,
        "bins": [
            {
                "start": timestamp(item.start),
                "label": bin_label(timeline, place, site),
                "reports": item.reports,
                "copies": item.copies,
            }
            for place, item in enumerate(timeline.bins)
        ],
        "text": chart_words(timeline, site),
        "developments": [_development(item, site) for item in timeline.developments],
    }


def _development(item: Development, site: Site) -> Json:
    return {
        "when": timestamp(item.when),
        "label": moment_words(item.when, site.zone, year=False),
        "kind": item.kind,
        "text": item.text,
        "outlet": item.outlet,
        "number": item.number,
        "anchor": item.anchor,
        "url": web_address(item.url),
    }


def _source(source: Source) -> Json:
    return {
        "number": source.number,
        "anchor": source.anchor,
        "article": source.article,
        "outlet": source.outlet,
        "outlet_url": outlet_url(source.outlet),
        "headline": source.headline,
        "title": source.title,
        "url": web_address(source.url),
        "when": timestamp(source.when),
        "dated": source.dated,
        "agency": source.agency,
        "byline": source.byline,
        "language": source.language,
        "new": source.new,
        "corrected": timestamp(source.corrected) if source.corrected else None,
        "note": source.note,
        "score": round(source.score, 4),
        "evidence": [{"kind": kind, "detail": detail} for kind, detail in source.evidence],
        "evidence_text": evidence_words(source.evidence),
        "copies": [_copy(copy) for copy in source.copies],
    }


def _copy(copy: CopyLine) -> Json:
    return {
        "number": copy.number,
        "article": copy.article,
        "outlet": copy.outlet,
        "outlet_url": outlet_url(copy.outlet),
        "headline": copy.headline,
        "url": web_address(copy.url),
        "when": timestamp(copy.when),
        "relation": copy.relation,
        "score": round(copy.score, 4),
        "new": copy.new,
        "adds": [passage_fields(passage) for passage in copy.adds],
    }


def _story_link(story: StoryLink) -> Json:
    return {
        "id": story.id,
        "url": url_of(story_file(story.path)),
        "headline": story.headline,
        "day": story.day.isoformat(),
    }


def _files(path: str, is_open: bool) -> Json:
    files = {
        "json": data_file(path),
        "markdown": path,
        "bibtex": data_file(path, ".bib"),
        "ris": data_file(path, ".ris"),
        "csl": data_file(path, ".csl.json"),
    }
    if is_open:
        files |= {"atom": data_file(path, ".xml"), "json_feed": data_file(path, ".feed.json")}
    return files


def line_fields(summary: ListedStory) -> Json:
    """A story on one line of a list, with the ids of its articles."""
    path = story_file(summary.path)
    return {
        "id": summary.id,
        "url": url_of(path),
        "data": data_file(path),
        "headline": summary.headline,
        "first": timestamp(summary.first),
        "last": timestamp(summary.last),
        "counts": _counts(summary),
        "days": [day.isoformat() for day in summary.days],
        "articles": list(summary.articles),
    }


def summary_fields(summary: StorySummary, site: Site) -> Json:
    """A story in a list."""
    path = story_file(summary.path)
    return {
        "id": summary.id,
        "url": url_of(path),
        "data": data_file(path),
        "saga": summary.saga,
        "headline": summary.headline,
        "headline_outlet": summary.headline_outlet,
        "dates": dates_words(summary, site),
        "first": timestamp(summary.first),
        "last": timestamp(summary.last),
        "open": summary.is_open,
        "counts": _counts(summary),
        "people": [person_fields(person) for person in summary.people],
        "topics": [topic_fields(topic) for topic in summary.topics],
        "lead": passage_fields(summary.lead) if summary.lead else None,
        "quote": quote_fields(summary.quote) if summary.quote else None,
        "stances": [{"stance": stance, "count": count} for stance, count in summary.stances],
        "since": since_words(summary.since) if summary.since else "",
        "days": [day.isoformat() for day in summary.days],
        "articles": list(summary.articles),
        "outlets": [
            {
                "name": share.outlet,
                "url": outlet_url(share.outlet),
                "reports": share.reports,
                "copies": share.copies,
                "first": share.first,
            }
            for share in summary.shares
        ],
    }
