"""Progress of long work on stderr: a bar on a terminal, plain lines otherwise, nothing when quiet."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO, TypeVar

from tqdm import tqdm

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """Where and how much to tell: ``quiet`` says nothing, ``verbose`` tells the small steps too."""

    quiet: bool = False
    verbose: bool = False
    stream: TextIO | None = None

    @property
    def out(self) -> TextIO:
        """The stream told to: stderr of this moment, unless another was given."""
        return self.stream or sys.stderr

    def say(self, line: str) -> None:
        """Tell one line of progress."""
        if not self.quiet:
            tqdm.write(line, file=self.out)

    def detail(self, line: str) -> None:
        """Tell one line that only ``-v`` asks for."""
        if self.verbose:
            self.say(line)

    def over(self, items: Iterable[T], what: str, total: int) -> Iterator[T]:
        """Pass ``items`` on while a bar (on a terminal) or a last line (elsewhere) counts them."""
        if self.quiet or not self.out.isatty():
            yield from items
            self.detail(f"{what}: {total}")
            return
        yield from tqdm(items, desc=what, total=total, file=self.out, leave=False, dynamic_ncols=True)
