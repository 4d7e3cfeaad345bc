"""The sample world, built once for all tests of it: three nights, offline, into a folder of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from digest.cli import main
from digest.model import Article, Copy, CopyGroup, Quote, Reaction, Utterance
from digest.report import EXIT_DONE, EXIT_LOSSES
from digest.store import Store

ROOT = Path(__file__).parent.parent.parent
DAYS = ("2026-03-04", "2026-03-05", "2026-03-06")
GAPS = Path(__file__).parent / "gaps.yml"
KEY: Mapping[str, Any] = yaml.safe_load((Path(__file__).parent / "world.yml").read_text(encoding="utf-8"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What gaps.yml names must fail; when the program learns it, the test says so and the line goes."""
    gaps: Mapping[str, str] = yaml.safe_load(GAPS.read_text(encoding="utf-8")) or {}
    here = {item.name: item for item in items if item.path.parent == GAPS.parent}
    for name in gaps.keys() & here.keys():
        here[name].add_marker(pytest.mark.xfail(reason=gaps[name], strict=True))


@dataclass(frozen=True)
class World:
    """What the builds made of the sample, articles named by the keys of ``world.yml``."""

    articles: Mapping[str, Article]
    story: Mapping[str, str]
    group: Mapping[str, CopyGroup]
    copies: Mapping[str, Copy]
    quotes: Mapping[str, tuple[Quote, ...]]
    utterances: tuple[Utterance, ...]
    reactions: Mapping[str, tuple[Reaction, ...]]
    first_night: Mapping[str, Article]
    others: tuple[Article, ...]
    exit_codes: tuple[int, ...]
    problems: tuple[Mapping[str, Any], ...]
    state: Path
    pages: Path
    site: Path


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The sample after its three nights."""
    place = tmp_path_factory.mktemp("sample")
    folders = [f"--{name}={place / name}" for name in ("state", "pages", "site")]
    common = ["build", f"--feeds={ROOT / 'feeds' / 'sample'}", *folders, "--offline", "--quiet"]
    codes, shown = [], []
    for day in DAYS:
        codes.append(main([*common, f"--config={ROOT / 'mkdocs.yml'}", f"--date={day}"]))
        assert codes[-1] in (EXIT_DONE, EXIT_LOSSES)
        shown.append(_known(place / "state"))
    return _read(place, tuple(codes), shown[0])


def _known(state: Path) -> dict[str, Article]:
    with Store.open(state, create=False) as store:
        return _named(store)


def _named(store: Store) -> dict[str, Article]:
    stored = list(store.articles.all())
    found = {key: [a for a in stored if _is(a, clue)] for key, clue in KEY["articles"].items()}
    assert all(len(articles) <= 1 for articles in found.values()), "the clues of world.yml must be unambiguous"
    return {key: articles[0] for key, articles in found.items() if articles}


def _is(article: Article, clue: Mapping[str, str]) -> bool:
    if "url" in clue:
        return (article.url or "").partition("?")[0] == clue["url"]
    return article.text.startswith(clue["starts"])


def _read(place: Path, codes: tuple[int, ...], first_night: Mapping[str, Article]) -> World:
    with Store.open(place / "state", create=False) as store:
        articles = _named(store)
        named = {article.id for article in articles.values()}
        others = tuple(article for article in store.articles.all() if article.id not in named)
        findings = list(store.findings.all())
        story = {p.article: p.story for p in store.placements.all()}
        groups = {article: group for group in store.groups.all() for article in group.members}
    ids = {key: article.id for key, article in articles.items()}
    return World(
        articles=articles,
        story={key: story[i] for key, i in ids.items() if i in story},
        group={key: groups[i] for key, i in ids.items() if i in groups},
        copies={k: c for k, i in ids.items() if i in groups for c in groups[i].copies if c.article == i},
        quotes={k: tuple(q for f in findings for q in f.quotes if q.article == i) for k, i in ids.items()},
        utterances=tuple(utterance for f in findings for utterance in f.utterances),
        reactions={k: tuple(r for f in findings for r in f.reactions if r.article == i) for k, i in ids.items()},
        first_night=first_night,
        others=others,
        exit_codes=codes,
        problems=tuple(json.loads((place / "state" / "report.json").read_text("utf-8"))["nights"][-1]["problems"]),
        state=place / "state",
        pages=place / "pages",
        site=place / "site",
    )
