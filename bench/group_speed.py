"""Speed and memory of grouping on generated articles.

usage: python bench/group_speed.py [--articles 100000] [--nights 20] [--night 5000]

Prints articles a second, wall and CPU seconds and the peak memory of (a) a file given to ``digest group``, start of the
program included, and (b) one night on the state of thirty. Articles are made of invented words: events with names and words of their own, several
reports each, a fifth of them copies, over a common vocabulary in which frequent words are as frequent as in news.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from digest.grouping import Memory, group_night
from digest.languages.stopwords import STOPWORDS
from digest.model import Article

WORDS_OF_AN_ARTICLE = 350
VOCABULARY = 60_000
NAMES = 40_000
EVENT_NAMES, EVENT_WORDS = 8, 30
REPORTS_MEAN = 3.0
COPIES = 0.2
CONTENT_SHARE = 0.55
START = datetime(2026, 1, 5, 6, tzinfo=UTC)
SYLLABLES = [
    "ba",
    "ke",
    "li",
    "mo",
    "nu",
    "ra",
    "se",
    "ti",
    "vo",
    "wa",
    "ze",
    "di",
    "fa",
    "go",
    "hu",
    "ja",
    "pel",
    "tor",
    "min",
    "sar",
]


def words(count: int, seed: int) -> list[str]:
    """Different pronounceable words of no language."""
    chosen = np.random.default_rng(seed).choice(len(SYLLABLES) ** 4, count, replace=False)
    base = len(SYLLABLES)
    return [
        "".join(SYLLABLES[value // base**place % base] for place in range(2 + value % 3))
        + f"{'' if place_of(value) else 'n'}"
        for value in chosen.tolist()
    ]


def place_of(value: int) -> bool:
    """Whether the word of this number ends in a vowel."""
    return value % 7 < 5


class World:
    """Events and reports, drawn from a seed."""

    def __init__(self, seed: int = 1) -> None:
        self.draw = np.random.default_rng(seed)
        self.common = np.array(words(VOCABULARY, 2), dtype=object)
        self.stop = np.array(STOPWORDS["en"].split(), dtype=object)
        self.names = np.array([word.title() for word in words(NAMES, 3)], dtype=object)
        weight = 1 / np.arange(1, VOCABULARY + 1)
        self.chance = np.cumsum(weight / weight.sum())
        self.made = 0

    def night(self, day: int, count: int) -> list[Article]:
        """``count`` articles of one day, some of them copies of one another."""
        articles: list[Article] = []
        while len(articles) < count:
            names = self.names[self.draw.integers(0, NAMES, EVENT_NAMES)]
            topic = self.common[self.draw.integers(2_000, VOCABULARY, EVENT_WORDS)]
            for _ in range(1 + self.draw.poisson(REPORTS_MEAN - 1)):
                if articles and self.draw.random() < COPIES:
                    articles.append(self._article(day, articles[-1].headline or "", articles[-1].text))
                else:
                    articles.append(self._article(day, *self._report(names, topic)))
        return articles[:count]

    def _report(self, names: np.ndarray, topic: np.ndarray) -> tuple[str, str]:
        draw = self.draw
        body = self.common[np.searchsorted(self.chance, draw.random(WORDS_OF_AN_ARTICLE))]
        at = draw.random(WORDS_OF_AN_ARTICLE)
        body[at > CONTENT_SHARE] = self.stop[draw.integers(0, len(self.stop), int((at > CONTENT_SHARE).sum()))]
        body[at < 0.06] = names[draw.integers(0, len(names), int((at < 0.06).sum()))]
        special = (at > 0.06) & (at < 0.16)
        body[special] = topic[draw.integers(0, len(topic), int(special.sum()))]
        sentences = [" ".join(body[start : start + 18]).capitalize() + "." for start in range(0, len(body), 18)]
        paragraphs = [" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3)]
        headline = " ".join([*names[:2], *topic[draw.integers(0, len(topic), 4)]])
        return headline, "\n\n".join(paragraphs)

    def _article(self, day: int, headline: str, text: str) -> Article:
        self.made += 1
        when = START + timedelta(days=day, seconds=int(self.draw.integers(0, 80_000)))
        outlet = f"Outlet {int(self.draw.integers(0, 200))}"
        name = f"{self.made:08d}"
        return Article(name, "feed", outlet, None, headline, text, when, name, published=when)


def timed(nights: Iterator[list[Article]], memory: Memory) -> tuple[Memory, int, float, float]:
    """The memory after ``nights``, the articles grouped, and the wall and CPU seconds that grouping alone took."""
    count, wall, cpu = 0, 0.0, 0.0
    for night in nights:
        wall -= time.perf_counter()
        cpu -= cpu_seconds()
        memory = group_night(night, memory).memory
        wall += time.perf_counter()
        cpu += cpu_seconds()
        count += len(night)
    return memory, count, wall, cpu


def cpu_seconds() -> float:
    """CPU seconds of this process and of those it started."""
    return sum(
        resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )


def peak_megabytes() -> float:
    """The most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def group_file(world: World, articles: int, nights: int) -> None:
    """Write a file of articles, have it grouped by the command and print what that took."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            for day in range(nights):
                lines.writelines(f"{json.dumps(row(article))}\n" for article in world.night(day, articles // nights))
        run = "import sys; from digest.cli import main; sys.exit(main())"
        wall, cpu = time.perf_counter(), cpu_seconds()
        subprocess.run([sys.executable, "-c", run, "group", str(file)], check=True, stdout=subprocess.DEVNULL)
        wall, cpu = time.perf_counter() - wall, cpu_seconds() - cpu
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"file of {articles} articles in {nights} nights: {wall:.1f} s wall, {cpu:.1f} s CPU, {articles / wall:.0f} a second, "
        f"peak of the larger process {peak:.0f} MB"
    )


def row(article: Article) -> dict[str, object]:
    """The article as a line of input has it."""
    when = article.published and article.published.isoformat()
    return {"id": article.id, "title": article.headline, "text": article.text, "date": when, "outlet": article.outlet}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--nights", type=int, default=20)
    parser.add_argument("--night", type=int, default=5_000)
    args = parser.parse_args()
    world = World()
    group_night(world.night(0, 10), Memory.empty())
    if args.articles:
        group_file(world, args.articles, args.nights)
    if args.night:
        memory, _, _, _ = timed((world.night(day, args.night) for day in range(30)), Memory.empty())
        stored = dict(memory.rows())
        wall, cpu = time.perf_counter(), cpu_seconds()
        memory = Memory.from_rows(stored.items())
        print(
            f"state of 30 nights: {sum(map(len, stored.values())) / 1e6:.0f} MB, read in {time.perf_counter() - wall:.1f} s"
        )
        _, count, wall, cpu = timed(iter([world.night(30, args.night)]), memory)
        print(f"night of {count} on it: {wall:.1f} s wall, {cpu:.1f} s CPU, peak {peak_megabytes():.0f} MB")


if __name__ == "__main__":
    main()
