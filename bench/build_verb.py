"""The words of a quiet, offline build of one day whose folders all lie in one place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def build_verb(where: Path, day: date, checkout: Path = PROJECT) -> list[str]:
    """What ``digest`` is called with to build ``day`` from and into folders below ``where``, by the ``mkdocs.yml`` of ``checkout``."""
    folders = [word for name in ("feeds", "state", "pages", "site") for word in (f"--{name}", str(where / name))]
    config = str(checkout / "mkdocs.yml")
    return ["build", "--offline", "--quiet", "--date", day.isoformat(), "--config", config, *folders]
