"""Corrections by publishers: changes of an article seen by us, and figures that an update of the same outlet gives anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo
from difflib import SequenceMatcher

from digest.edition.dateline import after_dateline
from digest.edition.passages import Sources
from digest.edition.views import Correction
from digest.model import Article, Change, Relation, Span, Story
from digest.text.normalise import one_line
from digest.text.segment import sentences

SAME_SENTENCE = 0.8
"""Ratio (0 to 1) of common words from which a sentence of an update is one of its original; an edited figure leaves .85 and more."""
FIGURE_WORDS = 4
"""Most words on either side of an exchanged figure: "14" for "41", "as many as 41" for "14"."""


def corrections(
    story: Story, headline: str, changes: Sequence[Change], sources: Sources, since: date | None, zone: tzinfo
) -> tuple[Correction, ...]:
    """All corrections of the story's articles, newest first; new are those after ``since``, the previous edition's day."""
    known = [change for change in changes if change.article in sources.articles]
    found = [*known, *(change for change in updated_figures(sources) if change not in known)]
    shown = [change for change in found if not _is_hidden(change, sources)]
    return tuple(
        Correction(
            story=story.id,
            path=story.path,
            headline=headline,
            article=change.article,
            number=sources.numbers[change.article],
            outlet=sources.articles[change.article].outlet,
            url=sources.articles[change.article].url,
            when=change.when,
            before=one_line(change.before),
            after=one_line(change.after),
            new=since is not None and change.when.astimezone(zone).date() > since,
        )
        for change in sorted(shown, key=lambda c: (-c.when.timestamp(), c.article, c.before, c.after))
    )


def _is_hidden(change: Change, sources: Sources) -> bool:
    """Whether what changed stands, or stood, where nothing may be printed."""
    text = sources.articles[change.article].text
    hidden = [one_line(span.of(text)) for span in sources.hidden_in(change.article)]
    return any(
        words and (words in one or one in words)
        for words in map(one_line, (change.before, change.after))
        for one in hidden
    )


def updated_figures(sources: Sources) -> Iterator[Change]:
    """Sentences of an update that give a figure of the same outlet's original anew and else say the same.

    An update that tells of a development has other sentences; those are no corrections.
    """
    for group, members in sources.groups:
        updates = {copy.article for copy in group.copies if copy.relation is Relation.UPDATE}
        for article in members[1:]:
            if article.id in updates and article.outlet == members[0].outlet:
                yield from _changed_figures(members[0], article)


def _changed_figures(before: Article, after: Article) -> Iterator[Change]:
    old, new = _sentences(before), _sentences(after)
    gone = [sentence for sentence in old if sentence not in new]
    for sentence in new:
        match = (
            next((other for other in gone if _only_a_figure(other, sentence)), None) if sentence not in old else None
        )
        if match is not None:
            yield Change(after.id, after.when, match, sentence)


def _sentences(article: Article) -> tuple[str, ...]:
    spans = (after_dateline(article, Span(*span)) for span in sentences(article.text, article.language))
    return tuple(span.of(article.text) for span in spans)


def _only_a_figure(one: str, other: str) -> bool:
    """Whether two sentences differ in a figure and nothing else.

    >>> _only_a_figure("They counted 14 gauges in the dam.", "They counted 41 gauges in the dam.")
    True
    >>> _only_a_figure("They counted 14 gauges in the dam.", "They counted no gauges in the weir.")
    False
    """
    left, right = one.split(), other.split()
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    changed = [(left[a:b], right[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    return matcher.ratio() >= SAME_SENTENCE and all(_figure(old) and _figure(new) for old, new in changed)


def _figure(words: list[str]) -> bool:
    return 0 < len(words) <= FIGURE_WORDS and any(sign.isdigit() for word in words for sign in word)
