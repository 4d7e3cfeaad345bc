"""Writes the golden state of the present schema: run it once, before the release that brings the schema."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

from digest.export import export_state
from digest.pipeline import BuildOptions, build
from digest.progress import Progress
from digest.settings import Settings, SiteName
from digest.store import FILE, SCHEMA, Store

HERE = Path(__file__).parent
CONFIG = HERE.parent.parent / "mkdocs.yml"
ARTICLES = HERE / "feeds"


def main() -> None:
    """Build two nights of ``feeds/`` and keep the state they leave."""
    target = HERE / f"schema-{SCHEMA}"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        for day in (4, 5):
            feeds, state, pages, site = (ARTICLES, where / "state", where / "pages", where / "site")
            options = BuildOptions(feeds, state, pages, site, CONFIG, date(2026, 3, day), offline=True)
            build(options, Settings(), SiteName("Digest", ""), Progress(quiet=True))
        with closing(sqlite3.connect(where / "state" / FILE)) as database:
            database.execute("VACUUM")
        shutil.copyfile(where / "state" / FILE, target / FILE)
        with Store.open(where / "state", create=False) as store:
            export_state(store, target / "export")


if __name__ == "__main__":
    main()
