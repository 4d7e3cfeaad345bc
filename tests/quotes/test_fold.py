"""One utterance in several outlets is one entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from digest.model import Article, Quote, QuoteKind, Span, Speaker, SpeakerKind, Variant
from digest.quotes.fold import fold

WHOLE = "We will open every gate of the dam on Monday, and nobody will stop us."
SHORTER = "open every gate of the dam on Monday"
REWORDED = "We are going to open every gate of this dam on Monday, and nobody can stop us."
OTHER = "The river has always belonged to the people who live beside it."


def printing(hour: int, words: str, name: str | None = "Ilse Brandt") -> tuple[Article, Quote]:
    text = f"“{words}”"
    when = datetime(2026, 3, 4, hour, tzinfo=UTC)
    article = Article(f"a{hour}", "test", f"Outlet {hour}", None, None, text, when, f"hash{hour}")
    kind = QuoteKind.DIRECT if words.endswith(".") else QuoteKind.MIXED
    speaker = Speaker(name, None, name, SpeakerKind.PERSON if name else SpeakerKind.UNKNOWN)
    inner = Span(1, len(text) - 1)
    quote = Quote(
        article.id, Span(0, len(text)), text, (inner,), (inner,), kind, speaker, "said", 0.9 if name else 0.2, "cue"
    )
    return article, quote


def folded(*printings: tuple[Article, Quote]) -> list[tuple[str, list[tuple[str, str]], tuple[str, ...]]]:
    utterances = fold([a for a, _ in printings], [q for _, q in printings])
    return [(u.quote.article, [(p.quote.article, p.variant.value) for p in u.others], u.carried_by) for u in utterances]


def test_a_partial_quote_folds_into_the_whole_sentence_and_its_outlet_stays_first_carrier() -> None:
    assert folded(printing(1, SHORTER), printing(2, WHOLE), printing(3, REWORDED)) in (
        [("a3", [("a1", "reworded"), ("a2", "reworded")], ("Outlet 1", "Outlet 2", "Outlet 3"))],
        [("a2", [("a1", "shortened"), ("a3", "reworded")], ("Outlet 1", "Outlet 2", "Outlet 3"))],
    )


def test_a_sentence_whose_stop_became_a_comma_before_its_cue_is_whole() -> None:
    article, quote = printing(2, WHOLE.removesuffix(".") + ", and that is that,")
    longer = (article, replace(quote, kind=QuoteKind.DIRECT))
    assert folded(printing(1, WHOLE), longer)[0][0] == "a2"


def test_same_words_in_other_marks_and_capitals_are_the_same() -> None:
    assert folded(printing(1, WHOLE), printing(2, WHOLE.upper())) == [
        ("a1", [("a2", "same")], ("Outlet 1", "Outlet 2"))
    ]


def test_different_speakers_never_fold() -> None:
    assert len(folded(printing(1, WHOLE), printing(2, WHOLE, "Tomas Okoro"))) == 2


def test_a_nameless_printing_does_not_bring_two_speakers_together() -> None:
    utterances = fold(
        *zip(*[printing(1, WHOLE), printing(2, WHOLE, None), printing(3, WHOLE, "Tomas Okoro")], strict=True)
    )
    names = [{p.quote.speaker.name for p in u.others} | {u.quote.speaker.name} for u in utterances]
    assert not any({"Ilse Brandt", "Tomas Okoro"} <= group for group in names)


def test_a_nameless_printing_takes_the_name_of_the_others() -> None:
    (utterance,) = fold(*zip(*[printing(1, WHOLE, None), printing(2, WHOLE)], strict=True))
    assert utterance.name == "Ilse Brandt"


def test_other_words_of_the_same_speaker_are_another_utterance() -> None:
    assert [shown for shown, _, _ in folded(printing(1, WHOLE), printing(2, OTHER))] == ["a1", "a2"]


def test_reported_words_are_not_shown_where_quoted_ones_are() -> None:
    article, quote = printing(1, f"that the ministry would {SHORTER} and on every other day")
    indirect = (article, replace(quote, kind=QuoteKind.INDIRECT, fragments=quote.content))
    assert folded(indirect, printing(2, SHORTER)) == [("a2", [("a1", "reworded")], ("Outlet 1", "Outlet 2"))]


def test_a_short_fragment_folds_only_for_the_same_speaker() -> None:
    assert len(folded(printing(1, WHOLE), printing(2, "every gate"))) == 1
    assert len(folded(printing(1, WHOLE), printing(2, "every gate", None))) == 2


PRINTINGS = st.lists(
    st.tuples(
        st.sampled_from((WHOLE, SHORTER, REWORDED, OTHER, "every gate")),
        st.sampled_from((None, "Ilse Brandt", "Brandt", "Tomas Okoro")),
    ),
    max_size=6,
)


@given(PRINTINGS, st.data())
def test_quotes_are_partitioned_whatever_their_order(choice: list[tuple[str, str | None]], data: st.DataObject) -> None:
    printings = [printing(hour, words, name) for hour, (words, name) in enumerate(choice)]
    utterances = fold([a for a, _ in printings], [q for _, q in printings])
    found = sorted(q.article for u in utterances for q in (u.quote, *(p.quote for p in u.others)))
    assert found == sorted(a.id for a, _ in printings)
    shuffled = data.draw(st.permutations(printings))
    assert fold([a for a, _ in shuffled], [q for _, q in shuffled]) == utterances


def test_variants_have_three_names() -> None:
    assert [variant.value for variant in Variant] == ["same", "shortened", "reworded"]
