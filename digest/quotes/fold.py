"""One utterance, however many outlets printed it: the version to show and how the others differ."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from digest.model import PRINTED_FROM, Article, Printing, Quote, QuoteKind, Utterance, Variant
from digest.quotes.same_name import is_full, same_name

WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
SHINGLE_WORDS = 3
"""Words in a row that two printings must share before they are compared at all."""
SHARED_KNOWN, SHARED_UNKNOWN = 0.6, 0.8
"""Least share (0 to 1) of the shorter printing's words found, in order, in the longer: for one known speaker, and where
a speaker is unknown. Invented rewordings keep .65 and more; two different remarks of one speaker on one subject stay below .4."""
SHORT_WORDS = 4
"""A fragment with fewer words folds only if all its words stand in a row in the longer and the speaker is known and the same."""
OPENS = re.compile(r"\W*[^\W_a-zß-öø-ÿ]")
"""How a sentence opens: with a capital or a figure. Its end tells nothing: before a cue a comma, or nothing, stands for its stop."""


def fold(articles: Sequence[Article], quotes: Sequence[Quote]) -> tuple[Utterance, ...]:
    """The utterances of a story, in the order they were first printed; each quote is in exactly one.

    ``articles`` must hold the article of every quote. The longest whole sentence is shown (of equals the earliest), words inside marks before reported ones;
    a partial quote folds into the longer one. Quotes of two speakers who are known and different never fold.
    The order of the input changes nothing.
    """
    by_id = {article.id: article for article in articles}
    printed = [_Printed.of(quote, by_id[quote.article]) for quote in quotes if quote.article in by_id]
    clusters = _clusters(
        sorted(printed, key=lambda p: (not p.whole, p.quote.kind is QuoteKind.INDIRECT, -len(p.words), *p.place))
    )
    utterances = [(min(p.place for p in cluster), _utterance(cluster)) for cluster in clusters]
    return tuple(utterance for _, utterance in sorted(utterances, key=lambda pair: pair[0]))


@dataclass(frozen=True, slots=True)
class _Printed:
    """A quote with what folding needs of it. ``place`` orders printings: time, outlet, article, offset."""

    quote: Quote
    outlet: str
    words: tuple[str, ...]
    whole: bool
    name: str | None
    place: tuple[str, str, str, int]

    @classmethod
    def of(cls, quote: Quote, article: Article) -> _Printed:
        spans = quote.content if quote.kind is QuoteKind.INDIRECT else quote.fragments
        said = " ".join(article.text[start:end] for start, end in spans or (quote.span,))
        whole = is_whole(quote, said)
        name = quote.speaker.name if quote.confidence >= PRINTED_FROM else None
        place = (article.when.isoformat(), article.outlet, article.id, quote.span.start)
        return cls(quote, article.outlet, _words(said), whole, name, place)


def is_whole(quote: Quote, said: str) -> bool:
    """Whether ``said``, the words of ``quote`` inside marks, opens a sentence and is no mere part of one."""
    return quote.kind is not QuoteKind.INDIRECT and bool(OPENS.match(said))


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold().replace("’", "'")))


def _clusters(printed: Iterable[_Printed]) -> list[list[_Printed]]:
    """Printings gathered around a shown one. Whole and long ones come first, so each either opens a cluster or joins one."""
    clusters: list[list[_Printed]] = []
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for one in printed:
        shared = Counter(index for key in _keys(one.words) for index in holders.get(key, ()))
        ranked = sorted(shared, key=lambda index: (-shared[index], index))
        index = next((index for index in ranked if _folds(one, clusters[index])), None)
        if index is None:
            index = len(clusters)
            clusters.append([])
            for key in _keys(one.words):
                holders[key].append(index)
        clusters[index].append(one)
    return clusters


def _keys(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Runs of one to ``SHINGLE_WORDS`` words; single words and pairs let short fragments find their sentence."""
    lengths = (1, 2, SHINGLE_WORDS) if len(words) <= SHINGLE_WORDS else (2, SHINGLE_WORDS)
    return {words[i : i + n] for n in lengths for i in range(len(words) - n + 1)}


def _folds(one: _Printed, cluster: list[_Printed]) -> bool:
    names = [other.name for other in cluster if other.name]
    if one.name and any(not same_name(one.name, name) for name in names):
        return False
    known = bool(one.name and names)
    shown = cluster[0].words
    shorter, longer = sorted((one.words, shown), key=len)
    if not shorter:
        return False
    held = set(longer)
    common = sum(word in held for word in shorter)
    if common < (len(shorter) if len(shorter) < SHORT_WORDS else min(SHARED_KNOWN, SHARED_UNKNOWN) * len(shorter)):
        return False  # spares the alignment, which can share no more words than there are in both
    matcher = SequenceMatcher(None, longer, shorter, autojunk=False)
    if len(shorter) < SHORT_WORDS:
        return known and matcher.find_longest_match().size == len(shorter)
    shared = sum(
        block.size for block in matcher.get_matching_blocks() if block.size > 1 or len(shorter) < 2 * SHORT_WORDS
    )
    return shared / len(shorter) >= (SHARED_KNOWN if known else SHARED_UNKNOWN)


def _utterance(cluster: list[_Printed]) -> Utterance:
    shown = cluster[0]
    others = sorted(cluster[1:], key=lambda p: p.place)
    carriers = dict.fromkeys(p.outlet for p in sorted(cluster, key=lambda p: p.place))
    named = [p for p in sorted(cluster, key=lambda p: p.place) if p.name]
    best = max(named, key=lambda p: (is_full(p.name or ""), len(p.name or ""), p.quote.confidence), default=None)
    roles = (p.quote.speaker.role for p in ([best] if best else []) + named if p.quote.speaker.role)
    return Utterance(
        quote=shown.quote,
        others=tuple(Printing(p.quote, _variant(shown.words, p.words)) for p in others),
        carried_by=tuple(carriers),
        name=best.name if best else None,
        role=next(roles, None),
    )


def _variant(shown: tuple[str, ...], other: tuple[str, ...]) -> Variant:
    if shown == other:
        return Variant.SAME
    rest = iter(shown)
    return Variant.SHORTENED if all(word in rest for word in other) else Variant.REWORDED
