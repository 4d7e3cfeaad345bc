"""The few quotes a reader needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from digest.model import Article, Quote, QuoteKind, Span, Speaker, SpeakerKind, Utterance
from digest.quotes.key import key_utterances

WORDS = "We will open every gate of the dam on Monday."
PART = WORDS.index("will")
"""Where a part of the sentence begins that is none by itself."""
TEXT = f"{WORDS} Brandt and Okoro were there. Okoro left."
ARTICLES = tuple(
    Article(f"a{n}", "test", f"Outlet {n}", None, None, TEXT, datetime(2026, 3, 4, n, tzinfo=UTC), f"hash{n}")
    for n in range(4)
)


def utterance(
    name: str | None,
    article: int = 0,
    start: int = 0,
    end: int = len(WORDS),
    kind: QuoteKind = QuoteKind.DIRECT,
    carried: int = 1,
) -> Utterance:
    span = Span(start, end)
    speaker = Speaker(name, None, name, SpeakerKind.PERSON)
    quote = Quote(
        f"a{article}", span, TEXT[start:end], (span,), (span,), kind, speaker, "said", 0.9 if name else 0.1, "cue"
    )
    return Utterance(quote, (), tuple(f"Outlet {n}" for n in range(carried)), name, None)


def chosen(
    *utterances: Utterance, known: frozenset[str] = frozenset(), limit: int = 9, main_actors: tuple[str, ...] = ()
) -> list[Utterance]:
    picked = key_utterances(utterances, ARTICLES, known=known, limit=limit, main_actors=main_actors)
    return [replace(one, weight=0.0) for one in picked]


def test_a_named_speaker_comes_before_a_nameless_one() -> None:
    named, nameless = utterance("Ilse Brandt", 1), utterance(None, carried=2)
    assert chosen(nameless, named) == [named, nameless]


def test_a_whole_sentence_comes_before_a_fragment() -> None:
    whole, fragment = utterance("Ilse Brandt", 1), utterance("Tomas Okoro", start=PART, kind=QuoteKind.MIXED)
    assert chosen(fragment, whole) == [whole, fragment]


def test_a_short_part_of_a_sentence_is_never_a_key_quote() -> None:
    end = WORDS.index(" of the dam")
    assert chosen(utterance("Tomas Okoro", start=PART, end=end, kind=QuoteKind.MIXED)) == []


def test_a_sentence_that_is_mostly_the_reporters_is_never_a_key_quote() -> None:
    said = "more than anyone on this river should have to carry"
    own, reporters = (
        f"Okoro called it “{said}”.",
        f"The gauges, which nobody had read since 2016, showed on Monday night what Okoro called “{said}”.",
    )
    picked = []
    for text in (own, reporters):
        at = Span(text.index(said), text.index(said) + len(said))
        told = utterance("Tomas Okoro", kind=QuoteKind.MIXED)
        told = replace(told, quote=replace(told.quote, text=said, span=at, fragments=(at,)))
        held = [replace(one, text=text) for one in ARTICLES]
        picked.append(len(key_utterances([told], held, known=frozenset(), limit=1)))
    assert picked == [1, 0]


def test_a_quote_that_needs_the_sentence_before_it_yields_to_one_that_stands_alone() -> None:
    text = "And then we will open every gate of the dam on Monday."
    needy_article = replace(ARTICLES[0], id="n", text=text)
    needy = utterance("Tomas Okoro")
    span = Span(0, len(text))
    needy = replace(needy, quote=replace(needy.quote, article="n", text=text, span=span, fragments=(span,)))
    alone = utterance("Ilse Brandt", 1)
    picked = key_utterances([needy, alone], (*ARTICLES, needy_article), known=frozenset(), limit=2)
    assert [one.name for one in picked] == ["Ilse Brandt", "Tomas Okoro"]


def test_what_many_outlets_carried_comes_first() -> None:
    one, four = utterance("Ilse Brandt"), utterance("Tomas Okoro", 1, carried=4)
    assert chosen(one, four) == [four, one]


def test_what_is_new_since_the_last_edition_comes_first() -> None:
    old, new = utterance("Ilse Brandt", 0, carried=3), utterance("Tomas Okoro", 1)
    assert chosen(old, new, known=frozenset({"a0"})) == [new, old]


def test_a_main_actor_comes_before_a_bystander() -> None:
    bystander, actor = utterance("Mara Lind"), utterance("Tomas Okoro", 1)
    assert chosen(bystander, actor, main_actors=("Okoro",)) == [actor, bystander]


def test_indirect_speech_is_never_a_key_quote() -> None:
    assert chosen(utterance("Ilse Brandt", kind=QuoteKind.INDIRECT)) == []


def test_a_second_quote_of_one_speaker_yields_to_another_speaker() -> None:
    first, second = utterance("Ilse Brandt", carried=4), utterance("Ilse Brandt", 1, carried=4)
    other = utterance("Tomas Okoro", 2)
    assert chosen(first, second, other, limit=2) == [first, other]


def test_the_order_of_the_input_changes_nothing() -> None:
    some = [utterance("Ilse Brandt"), utterance("Tomas Okoro", 1), utterance(None, 2), utterance("Ilse Brandt", 3)]
    assert chosen(*some) == chosen(*some[::-1])


def test_a_part_of_a_sentence_by_nobody_known_is_never_a_key_quote() -> None:
    nobody, brandt = (utterance(name, start=PART, kind=QuoteKind.MIXED) for name in (None, "Ilse Brandt"))
    assert chosen(nobody, brandt) == [brandt]
