"""How much of an article, and how little else, is taken out of pages built as news sites build them.

usage: python -m bench.ingest_pages [--write OUT] [--peer]

The pages are made of invented prose (``page_makes``): one set to tune on, two to check with, and plain layouts. Scored are words in order
(longest common runs, ``difflib``): precision, recall and F1 of the extracted text against what an editor calls the article. ``--write`` puts the
pages and their texts into OUT, to try other extractors; ``--peer`` scores trafilatura on the same pages, where it is installed.
Ends with 1 where a set's F1 is below its floor.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import json
import re
import resource
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench.page_layouts import PLAIN
from bench.page_makes import TUNED, Make, Page
from bench.page_makes_last import OTHERS
from bench.page_makes_more import CHECKED
from bench.page_texts import Prose
from digest.ingest.documents import read_patiently
from digest.model import Source

PAGES_OF_A_MAKE = 8
SETS: Mapping[str, tuple[Make, ...]] = {"tuned": TUNED, "checked": CHECKED, "others": OTHERS, "plain": PLAIN}
FLOORS = Path(__file__).parent / "pages_floors.json"
NAMED = re.compile(r"\s(?:class|id|data-[a-z-]+|itemprop|role|name)=(?:\"[^\"]*\"|[^\s>]+)")
Extract = Callable[[str], str]


def ours(source: str) -> str:
    """What Digest takes out of a page."""
    return "\n\n".join(entry.text for entry in read_patiently(source, "html", Source("page")).entries)


def ours_without_names(source: str) -> str:
    """What Digest takes out of a page whose parts have no names: what is left when a site uses words nobody thought of."""
    return ours(NAMED.sub("", source))


def peer() -> Extract | None:
    """What trafilatura takes out of a page; None where it is not installed."""
    try:
        trafilatura = importlib.import_module("trafilatura")
    except ImportError:
        return None
    return lambda source: str(trafilatura.extract(source, include_comments=False) or "")


def pages(name: str, turns: int = PAGES_OF_A_MAKE) -> dict[str, list[Page]]:
    """The pages of a set by make."""
    return {
        make.__name__: [make(Prose(1000 * number + turn)) for turn in range(turns)]
        for number, make in enumerate(SETS[name])
    }


def score(got: str, wanted: Sequence[str]) -> tuple[float, float]:
    """Precision and recall of words in order."""
    found, due = got.split(), " ".join(wanted).split()
    matcher = difflib.SequenceMatcher(None, found, due, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return same / max(1, len(found)), same / max(1, len(due))


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def scores(name: str, extract: Extract, turns: int = PAGES_OF_A_MAKE) -> dict[str, list[tuple[float, float]]]:
    """Precision and recall of every page of a set, by make."""
    return {
        make: [score(extract(page.source), page.wanted) for page in made] for make, made in pages(name, turns).items()
    }


def mean_f1(found: Mapping[str, list[tuple[float, float]]]) -> float:
    """The mean F1 of all pages."""
    every = [f1(*one) for rows in found.values() for one in rows]
    return sum(every) / len(every)


def tell(found: Mapping[str, list[tuple[float, float]]]) -> None:
    """Prints a line a make."""
    for make, rows in found.items():
        precision, recall = (sum(part) / len(rows) for part in zip(*rows, strict=True))
        print(
            f"  {make:15} precision {precision:.3f}  recall {recall:.3f}  F1 {sum(f1(*one) for one in rows) / len(rows):.3f}"
        )


def pages_a_second() -> float:
    """Pages of the tuned set read a second of processor time."""
    made = [page for rows in pages("tuned").values() for page in rows]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    for page in made:
        ours(page.source)
    return len(made) / (resource.getrusage(resource.RUSAGE_SELF).ru_utime - before)


def write(folder: Path) -> None:
    """Writes every page and its text."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SETS:
        for make, made in pages(name).items():
            for turn, page in enumerate(made):
                (folder / f"{name}-{make}-{turn}.html").write_text(page.source, encoding="utf-8")
                (folder / f"{name}-{make}-{turn}.txt").write_text("\n\n".join(page.wanted), encoding="utf-8")


def main() -> int:
    """Prints the figures of every set; 1 where one is below its floor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", type=Path)
    parser.add_argument("--peer", action="store_true")
    options = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    other = peer() if options.peer else None
    low = []
    for name in SETS:
        found = scores(name, ours)
        tell(found)
        told = f"{name:8} F1 {mean_f1(found):.3f} (floor {floors[name]})"
        print(told + (f"  trafilatura {mean_f1(scores(name, other)):.3f}" if other else ""))
        low += [name] if mean_f1(found) < floors[name] else []
    nameless = sum(mean_f1(scores(name, ours_without_names)) for name in SETS) / len(SETS)
    print(f"without any names of parts, mean of the sets: F1 {nameless:.3f} (floor {floors['nameless']})")
    low += ["nameless"] if nameless < floors["nameless"] else []
    print(f"{pages_a_second():.0f} pages/s")
    if options.write:
        write(options.write)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
