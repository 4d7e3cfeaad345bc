"""What a team watches: phrases joined by AND, OR and NOT, found in the articles of a story."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from digest.model import Article, Problem, Topic

TOKEN = re.compile(r"\s*(?:(?P<mark>[()])|[\"“„](?P<phrase>[^\"”“]*)[\"”“]|(?P<word>[^\s()\"“”„]+))")
OPERATORS = ("AND", "OR", "NOT")
DEEPEST = 20
"""Most brackets inside brackets; an expression that a person wrote has two or three."""
BLANK = re.compile(r"\s+")

Matcher = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Watch:
    """A topic ready to be looked for: ``matches(text)`` tells whether an article's headline and text satisfy it."""

    name: str
    matchers: tuple[Matcher, ...]

    def matches(self, text: str) -> bool:
        """Whether any of the expressions holds."""
        return any(matcher(text) for matcher in self.matchers)


def compile_topics(topics: Iterable[Topic]) -> tuple[tuple[Watch, ...], tuple[Problem, ...]]:
    """The topics ready for matching; an expression that cannot be read is left out with a problem that says why."""
    watches, problems = [], []
    for topic in topics:
        matchers = []
        for expression in topic.match:
            try:
                matchers.append(compile_expression(expression))
            except ValueError as fault:
                problems.append(
                    Problem(
                        topic.name,
                        "edition",
                        "bad-topic",
                        f"`{expression}` cannot be read: {fault}.",
                        "Write phrases joined by AND, OR, NOT and brackets, as in: dam AND NOT (beaver OR toy).",
                    )
                )
        watches.append(Watch(topic.name, tuple(matchers)))
    return tuple(watches), tuple(problems)


def match_topics(watches: Sequence[Watch], articles: Iterable[Article]) -> tuple[str, ...]:
    """The names of the topics that any of ``articles`` satisfies, in the order watched, each once."""
    texts = [f"{article.headline or ''}\n\n{article.text}" for article in articles]
    return tuple(dict.fromkeys(watch.name for watch in watches if any(watch.matches(text) for text in texts)))


def compile_expression(expression: str) -> Matcher:
    """A test of a text for ``expression``; NOT binds tightest, then AND, then OR.

    Words side by side are a phrase; quotation marks make operators plain words. Letter case and the kind of blank between
    words do not count, word boundaries do; ``*`` at a word's end stands for any ending. Raises ValueError saying what is wrong.

    >>> dam = compile_expression("Vellmar dam AND NOT (beaver OR toy)")
    >>> dam("The Vellmar  Dam holds."), dam("A toy Vellmar dam."), dam("Vellmar damage")
    (True, False, False)
    """
    tokens = _tokens(expression)
    matcher, rest = _either(tokens, 0)
    if rest:
        raise ValueError("a bracket closes that none opened")
    return matcher


def _tokens(expression: str) -> list[str | tuple[str]]:
    """Operators and brackets as strings, phrases as one-tuples."""
    found: list[str | tuple[str]] = []
    words: list[str] = []
    for match in TOKEN.finditer(expression.strip()):
        word, operator = match["word"], match["word"] in OPERATORS or match["mark"] is not None
        if word is not None and not operator:
            words.append(word)
            continue
        if words:
            found.append((" ".join(words),))
            words = []
        found.append(match["mark"] or word if operator else (match["phrase"],))
    return [*found, (" ".join(words),)] if words else found


Rest = list[str | tuple[str]]


def _either(tokens: Rest, depth: int) -> tuple[Matcher, Rest]:
    first, rest = _both(tokens, depth)
    options = [first]
    while rest[:1] == ["OR"]:
        option, rest = _both(rest[1:], depth)
        options.append(option)
    return (lambda text: any(option(text) for option in options)), rest


def _both(tokens: Rest, depth: int) -> tuple[Matcher, Rest]:
    first, rest = _one(tokens, depth)
    parts = [first]
    while rest and rest[0] not in ("OR", ")"):
        # "dam NOT beaver" means AND NOT, as every search box has it.
        part, rest = _one(rest[1:] if rest[0] == "AND" else rest, depth)
        parts.append(part)
    return (lambda text: all(part(text) for part in parts)), rest


def _one(tokens: Rest, depth: int) -> tuple[Matcher, Rest]:
    if not tokens:
        raise ValueError("a phrase is missing")
    piece, rest = tokens[0], tokens[1:]
    if isinstance(piece, tuple):
        return _phrase(piece[0]), rest
    if depth > DEEPEST:
        raise ValueError("brackets are nested too deep")
    if piece == "NOT":
        inner, rest = _one(rest, depth + 1)
        return _none_of(inner), rest
    if piece != "(":
        raise ValueError(f"a phrase is missing before {piece}")
    inner, rest = _either(rest, depth + 1)
    if rest[:1] != [")"]:
        raise ValueError("a bracket is not closed")
    return inner, rest[1:]


def _phrase(phrase: str) -> Matcher:
    words = BLANK.split(phrase.strip())
    if not any(sign.isalnum() for sign in phrase):
        raise ValueError("a phrase has no letter or digit")
    body = r"\s+".join(re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    pattern = re.compile(rf"(?<!\w){body}(?!\w)", re.IGNORECASE)
    return lambda text: pattern.search(text) is not None


def _none_of(inner: Matcher) -> Matcher:
    return lambda text: not inner(text)
