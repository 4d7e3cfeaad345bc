"""The shape of the house: imports point one way, and effects live in few places."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "digest"

STEPS = ("ingest", "copies", "stories", "quotes", "reactions", "edition", "render", "site")
"""Rooms that turn one kind of value into the next and know nothing of each other."""

GROUND = ("incoming", "model", "errors", "text", "languages")
"""What every room may import."""

MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "incoming": (),
    "model": ("incoming",),
    "errors": (),
    "languages": ("languages", "model"),
    "text": ("text", "languages", "model"),
    "ingest": ("ingest", *GROUND),
    "copies": ("copies", *GROUND),
    "stories": ("stories", *GROUND),
    "quotes": ("quotes", *GROUND),
    "reactions": ("reactions", "quotes", *GROUND),
    "edition": ("edition", *GROUND),
    "render": ("render", "edition", *GROUND),
    "site": ("site", "render", "edition", "settings", "journal", *GROUND),
}
"""Reactions read the names that quotes found, pages are printed from editions, a site is made of rendered pages."""

EFFECTS = {"socket", "subprocess", "sqlite3", "httpcore", "asyncio", "time", "random", "secrets", "uuid"}
PURE = ("incoming", "model", "text", "languages", "copies", "stories", "quotes", "reactions", "edition", "render")


def modules() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_imports_point_one_way(path: Path) -> None:
    allowed = MAY_IMPORT.get(room(path))
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("digest.")} - {"__version__"}
    if allowed is not None:
        assert ours <= set(allowed)
    assert "cli" not in ours or room(path) == "reference", "nobody imports cli but the page that is made from it"


@pytest.mark.parametrize(
    "path", [p for p in modules() if room(p) in PURE], ids=lambda path: str(path.relative_to(HOUSE))
)
def test_judgement_has_no_effects(path: Path) -> None:
    assert not {name.split(".")[0] for name in imported(path)} & EFFECTS
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"open", "print", "input", "exec", "eval"}


COMPOSING = {
    "__init__": "the version",
    "adding": "`digest add`",
    "allowances": "how much of an article pages may print",
    "changes": "what publishers changed",
    "cli": "the command line",
    "doctor": "`digest doctor`",
    "dossiers": "a story put together from the state",
    "engine": "`digest group` and `digest quotes`",
    "export": "the state as JSON Lines",
    "findings": "the engines of one story, one after the other",
    "grouping": "copies and stories over a night",
    "health": "how sources do",
    "intake": "all that comes in",
    "journal": "changing a folder as a whole",
    "lines": "articles as JSON Lines",
    "lock": "one build at a time",
    "mapping": "articles over processes",
    "night": "one night as one transaction",
    "nights": "days and their clocks",
    "people": "who is who across stories",
    "pipeline": "the whole flow",
    "placeholder": "words that are no longer kept",
    "printing": "from the state to the pages folder",
    "progress": "what is told while work goes on",
    "quarantine": "documents kept to be tried again",
    "records": "one table of the state",
    "reference": "the pages made from the code",
    "report": "what a build did",
    "restore": "a state from a published site",
    "retention": "old texts dropped",
    "unnaming": "names that earlier editions printed and a later report made doubtful",
    "revival": "the first night after a restoration",
    "revision": "stories that changed, made anew",
    "scaffold": "a fresh feeds folder",
    "settings": "what an operator may set",
    "shelf": "what pages print in full, fetched from the state",
    "site_data": "published data read back",
    "state": "the records of the state",
    "store": "the state",
    "tables": "the tables of the state",
    "takedown": "`digest takedown`",
    "forgetting": "articles that leave groups, stories and memory, for `night` and `takedown`",
    "tombstones": "what does not come back",
    "verify": "`digest verify`",
    "why": "`digest why`",
}
"""Modules that put the rooms together; what each is for."""


def test_every_module_is_in_a_room_or_puts_rooms_together() -> None:
    assert {room(path) for path in modules()} - set(MAY_IMPORT) <= set(COMPOSING)
