"""Words for invented stories: a few plain ones, or as many as a newspaper of years has, as often as it has them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

TYPES = 60_000
"""Different words of 20,000 stories, about what English papers of some months have (Heaps' law)."""
FIRST_NAMES, LAST_NAMES = 300, 4_000
SYLLABLES = [first + vowel + last for first in "bdfgklmnprstv" for vowel in "aeiou" for last in ("", "n", "r", "l")]
MANDELBROT = 2.7
"""Shift of the rank in Zipf's law as Mandelbrot has it: the first word is then some 8 per cent of all."""


@dataclass(frozen=True)
class Vocabulary:
    """Words to draw, each with its weight (all alike where there are none), and the names of people."""

    words: Sequence[str]
    first_names: Sequence[str]
    last_names: Sequence[str]
    shortest: int = 9
    longest: int = 18
    weights: Sequence[float] | None = None
    name_weights: Sequence[float] | None = field(default=None)

    def draw(self, rng: random.Random, many: int) -> list[str]:
        """So many words."""
        return rng.choices(self.words, cum_weights=self.weights, k=many)

    def sentence(self, rng: random.Random) -> str:
        """A sentence of the lengths that this vocabulary has."""
        return " ".join(self.draw(rng, rng.randint(self.shortest, self.longest))).capitalize() + "."

    def name(self, rng: random.Random) -> str:
        """The name of a person."""
        (last,) = rng.choices(self.last_names, cum_weights=self.name_weights, k=1)
        return f"{rng.choice(self.first_names)} {last}"


def large_vocabulary() -> Vocabulary:
    """The vocabulary of a newspaper: many words, few of them often (Zipf's law), in sentences of its length."""
    words = list(dict.fromkeys(_words(TYPES + FIRST_NAMES + LAST_NAMES)))
    first, last = words[-FIRST_NAMES:], words[-FIRST_NAMES - LAST_NAMES : -FIRST_NAMES]
    return Vocabulary(
        words[:TYPES], [n.title() for n in first], [n.title() for n in last], 18, 34, _zipf(TYPES), _zipf(LAST_NAMES)
    )


def _words(many: int) -> list[str]:
    """Invented words, short ones first."""
    one_to_four = itertools.chain.from_iterable(itertools.product(SYLLABLES, repeat=count) for count in range(1, 5))
    step = 7  # neighbours in rank do not share their beginning
    some = [("".join(parts)) for parts in itertools.islice(one_to_four, many * step + 1)]
    short, rest = some[: len(SYLLABLES)], some[len(SYLLABLES) :: step]
    return [*short, *rest]


def _zipf(many: int) -> list[float]:
    return list(itertools.accumulate(1 / (rank + MANDELBROT) for rank in range(1, many + 1)))
