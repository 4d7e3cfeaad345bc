"""What several rooms' tests share: a small folder of feeds and a build of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from digest.pipeline import BuildOptions, build
from digest.progress import Progress
from digest.report import BuildReport
from digest.settings import Settings, SiteName

# On a person's machine properties look for new counterexamples; CI repeats the same ones, so that its answer is about the change.
settings.register_profile("here", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("here")

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"

HARBOUR = """title: Lock keeper saves the Tarn ferry
outlet: Harbour Post
url: https://harbour.example/ferry
date: 2026-03-04

The lock keeper of Tarn, Ada Merrin, stopped a drifting ferry with 80 people aboard on Wednesday, the port authority said.

“I saw the rope go and I ran for the winch,” Merrin said. “There was no time to be clever.”

The ferry had lost its engine above the Tarn weir at dawn, port director Olaf Prynne said.

Prynne praised the lock keeper and called for a second winch at the weir.
"""

RADIO = """title: Drifting ferry stopped above Tarn weir
outlet: Vellmar Radio
url: https://radio.example/tarn
date: 2026-03-05

A ferry that drifted towards the Tarn weir on Wednesday was held by one woman and a winch, the port authority said on Thursday.

Lock keeper Ada Merrin had stopped the boat with 80 people aboard after its engine failed above the weir.

“I saw the rope go and I ran for the winch,” she said.

The ferry company, Tarn Lines, rejected the charge that the engine had been known to be faulty.
"""

BAKER = """title: Baker of Ostrow closes after ninety years
outlet: Ostrow Gazette
url: https://gazette.example/baker
date: 2026-03-04

The oldest bakery in Ostrow will bake its last loaf in April, its owner, Henrike Sol, said on Wednesday.

“My hands are older than the oven,” Sol said.
"""


@pytest.fixture
def feeds(tmp_path: Path) -> Path:
    """Three articles of two days: two on one event, one on another."""
    folder = tmp_path / "feeds"
    folder.mkdir()
    for name, text in (("harbour.txt", HARBOUR), ("radio.txt", RADIO), ("baker.txt", BAKER)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


Build = Callable[..., BuildReport]


@pytest.fixture
def run(tmp_path: Path, feeds: Path) -> Build:
    """Build the edition of a day of March 2026 below the test's folder, or below ``where``."""

    def run(day: int, where: Path = tmp_path, **options: Any) -> BuildReport:
        wanted = BuildOptions(
            feeds=options.pop("feeds", feeds),
            state=where / "state",
            pages=where / "pages",
            site=where / "site",
            config=CONFIG,
            day=date(2026, 3, day),
            offline=True,
            **options,
        )
        return build(wanted, Settings(), SiteName("Digest", ""), Progress(quiet=True))

    return run
