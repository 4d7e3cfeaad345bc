"""A sentence as a row of words and marks, each with the kind that its place in a clause shows by."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from digest.languages.speech import SpeechTable
from digest.model import Span

TOKEN = re.compile(r"\x00(?:[\x00.]*\x00)?|[^\W_](?:[\w’'.&-]*\w)?|[^\s\w]")
ENDINGS = ("ing", "ed", "ly", "s")
"""Endings that tell of a word that no table knows; the longest first that a word may have."""
QUOTED = "quoted"
"""The kind of a stretch in marks."""
EDGE = "edge"
"""The kind of what stands before the first word of a sentence and behind the last."""


class Token(NamedTuple):
    """One word or mark: its place, the word in small letters, and its kind.

    A word of the language's grammar, and a mark, are each a kind of their own; other words are told by their form.
    """

    start: int
    end: int
    word: str
    kind: str


@lru_cache(maxsize=8)
def grammar_words(speech: SpeechTable) -> frozenset[str]:
    """The words of a language that each say something of a clause: prepositions, conjunctions, pronouns, auxiliaries."""
    return (
        speech.prepositions | speech.conjunctions | speech.copulas | speech.determiners | speech.pronouns
        | speech.between | speech.auxiliaries
    )  # fmt: skip


def tokens_of(frame: str, sentence: Span, speech: SpeechTable) -> list[Token]:
    """The tokens of a sentence of a frame, in order."""
    grammar = grammar_words(speech)
    found = TOKEN.finditer(frame, sentence.start, sentence.end)
    return [Token(one.start(), one.end(), *_word(one[0], grammar)) for one in found]


def kind_at(tokens: list[Token], at: int) -> str:
    """The kind of a token; outside the sentence ``EDGE``."""
    return tokens[at].kind if 0 <= at < len(tokens) else EDGE


def word_at(tokens: list[Token], at: int) -> str:
    """The word of a token, but of a name or number its kind, so that no weight knows whom texts speak of."""
    kind = kind_at(tokens, at)
    return kind if kind in (EDGE, "capital", "number") else tokens[at].word


@lru_cache(maxsize=20_000)
def _word(printed: str, grammar: frozenset[str]) -> tuple[str, str]:
    """A word in small letters and its kind."""
    if printed[0] == "\x00":
        return QUOTED, QUOTED
    word = printed.casefold()
    if word in grammar or not printed[0].isalnum():
        kind = word
    elif printed[0].isdigit():
        kind = "number"
    elif printed[0].isupper():
        kind = "day" if printed.endswith("day") else "capital"
    else:
        kind = next((ending for ending in ENDINGS if word.endswith(ending)), "word")
    return word, kind
