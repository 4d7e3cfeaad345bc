"""Printed words against stored articles: exact slices, or a fault that says in which way they are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from digest.model import PRINTED_FROM
from digest.site.check.faults import Fault, StoredText

SHOWN_WORDS = 80
"""Most characters of doubtful words that a fault repeats."""

Articles = Mapping[str, StoredText]
Confidences = Mapping[tuple[str, int, int], float]
"""Confidence (0 to 1) of the speaker of the quote of an article from one offset to another."""


def one_line(text: str) -> str:
    """``text`` with every run of blanks as one: what a page may change of a text and nothing more."""
    return " ".join(text.split())


def slice_fault(page: str, words: str, place: tuple[str, int, int], articles: Articles) -> Fault | None:
    """What is wrong with ``words`` printed as standing at ``place`` (article, start, end); None if they do."""
    article, start, end = place
    stored = articles.get(article)
    if stored is None:
        return Fault(
            page, "unknown-article", f"“{_short(words)}” is said to stand in {article}, which is not in the state"
        )
    if one_line(stored.text[start:end]) == one_line(words):
        return None
    bare = one_line(words)
    if bare and bare in one_line(stored.text):
        return Fault(page, "other-place", f"“{_short(words)}” stands in {article}, but not at {start} to {end}")
    elsewhere = next((name for name, other in articles.items() if bare and bare in one_line(other.text)), None)
    if elsewhere:
        return Fault(page, "other-source", f"“{_short(words)}” stands in {elsewhere}, not in {article}")
    return Fault(page, "no-source", f"“{_short(words)}” stands in no stored article")


def changed_since(fault: Fault | None, words: str, article: str, earlier: Iterable[Articles]) -> Fault | None:
    """``fault``, or that the source has changed where ``words`` stood in an ``earlier`` state of ``article``."""
    if fault is None or fault.code != "no-source":
        return fault
    older = (states[article].text for states in earlier if article in states)
    if not any(one_line(words) in one_line(text) for text in older):
        return fault
    return Fault(fault.page, "source-changed", f"“{_short(words)}” stood in {article}, which has changed since")


PASSAGE = frozenset({"article", "start", "end", "text", "content_hash"})
"""The fields by which a passage is known wherever it stands."""


def records(value: Any) -> Iterator[dict[str, Any]]:
    """Every object anywhere in a page's JSON, in no order."""
    left = [value]
    while left:
        one = left.pop()
        if type(one) is dict:
            yield one
            left += one.values()
        elif type(one) is list:
            left += one


def passages(value: Any) -> Iterator[dict[str, Any]]:
    """Every passage anywhere in a page's JSON."""
    return (record for record in records(value) if record.keys() >= PASSAGE)


def passage_faults(page: str, passage: Mapping[str, Any], articles: Articles) -> Iterator[Fault]:
    """What is wrong with one passage of a page's JSON: its words, its pieces, its selector, the state of its article."""
    article, start = passage["article"], passage["start"]
    fault = slice_fault(page, passage["text"], (article, start, passage["end"]), articles)
    if fault:
        stored = articles.get(article)
        if stored and stored.content_hash != passage["content_hash"]:
            fault = Fault(page, "source-changed", f"“{_short(passage['text'])}”: {article} has changed since")
        yield fault
        return
    if passage["text"] != articles[article].text[start : passage["end"]]:
        yield Fault(page, "no-slice", f"“{_short(passage['text'])}” differs from {article} in its blanks")
    pieces = [articles[article].text[one:other] for one, other in passage.get("fragments", ())] or [passage["text"]]
    if "pieces" in passage and not _are_pieces(passage["pieces"], pieces):
        yield Fault(page, "pieces", f"“{_short(' … '.join(passage['pieces']))}” are not the quoted pieces of {article}")
    exact = (passage.get("selector") or {}).get("exact")
    if exact is not None and one_line(exact) not in one_line(passage["text"]):
        yield Fault(page, "selector", f"the selector “{_short(exact)}” is not part of its passage")


def _are_pieces(printed: Sequence[str], stored: Sequence[str]) -> bool:
    """Whether each printed piece is the stored one; a page may leave out the comma that English sets before a closing mark."""
    return len(printed) == len(stored) and all(
        one in (other, other.rstrip().removesuffix(",")) for one, other in zip(printed, stored, strict=True)
    )


def speaker_faults(
    page: str, found: Iterable[Mapping[str, Any]], confidences: Confidences, articles: Articles
) -> Iterator[Fault]:
    """Key quotes among the records ``found`` that name a speaker whom the state does not hold for certain enough.

    Quotes of a text that has changed since are left out: who said them was judged by the text as it stood.
    """
    for record in found:
        if "speaker" in record and "passage" in record:
            stored = articles.get(record["passage"]["article"])
            if stored and stored.content_hash == record["passage"]["content_hash"]:
                yield from _speaker_fault(page, record, confidences)


def _speaker_fault(page: str, quote: Mapping[str, Any], confidences: Confidences) -> Iterator[Fault]:
    name = (quote["speaker"] or {}).get("name")
    passage = quote["passage"]
    sure = confidences.get((passage["article"], passage["start"], passage["end"]))
    if name and sure is not None and sure < PRINTED_FROM:
        yield Fault(
            page, "speaker", f"{name} is named for “{_short(passage['text'])}” at {sure:.2f}, below {PRINTED_FROM}"
        )


def missing_words(page: str, text: str, wanted: Iterable[str], code: str) -> Iterator[Fault]:
    """Words of the page's JSON that its text, blanks aside, does not have."""
    bare = one_line(text)
    for words in wanted:
        if one_line(words) not in bare:
            yield Fault(page, code, f"“{_short(words)}” stands in the page's data but not here")


def _short(words: str) -> str:
    bare = one_line(words)
    return bare if len(bare) <= SHOWN_WORDS else bare[: SHOWN_WORDS - 1] + "…"
