"""What a build remembers of the site: in parts, of which a night touches its own, and never a reason to leave anything stale."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import DigestError
from digest.site.build import build_site
from digest.site.manifest import Manifest, Stamp, part_of, read_manifest

PATHS = st.sampled_from(
    [
        "index.md",
        "data/index.json",
        "stories/2026/03/04/dam.md",
        "data/stories/2026/03/04/dam.json",
        "stories/2026/03.md",
        "stories/2026/04/01/ferry.md",
        "people/ilse-brandt.md",
        "people/плотина.md",
        "people/index.md",
        "days/2026/03/04.md",
    ]
)
NIGHTS = st.lists(st.dictionaries(PATHS, st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9))), max_size=4)


def kept(memory: Path, manifest: Manifest) -> Manifest:
    """The manifest as the next night reads it."""
    for name, data in manifest.files():
        file = memory / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if data is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(data)
    found = read_manifest(memory)
    assert found is not None
    return found


@given(NIGHTS)
def test_nights_one_by_one_remember_what_all_at_once_would(
    tmp_path_factory: pytest.TempPathFactory, nights: list[dict[str, Stamp | None]]
) -> None:
    memory = tmp_path_factory.mktemp("memory")
    manifest, truth = Manifest(), dict[str, Stamp]()
    for night in nights:
        seen = {path: stamp for path, stamp in night.items() if stamp is not None}
        manifest.update(seen, [path for path in night if path not in seen])
        truth = {path: stamp for path, stamp in (truth | night).items() if stamp is not None}
        manifest = kept(memory, manifest)
    assert {path: manifest.stamp(path) for path in manifest.paths()} == truth
    pages = [path for path in truth if path.endswith(".md")]
    assert manifest.page_counts() == {
        part: sum(part_of(path) == part for path in pages) for part in sorted(set(map(part_of, pages)))
    }
    assert all(manifest.holds(path) for path in truth)
    fresh = Manifest()
    fresh.update(truth, ())
    assert dict(fresh.files()) == {
        file.relative_to(memory).as_posix(): file.read_bytes() for file in memory.rglob("*.json")
    } or not (truth or nights)


@pytest.mark.parametrize(
    ("address", "held"),
    [
        ("stories/2026/03/04/dam/index.html", True),
        ("people/index.html", True),
        ("index.html", True),
        ("data/index.json", True),
        ("stories/2026/03/04/index.html", False),
        ("method/index.html", False),
    ],
)
def test_a_file_of_the_site_is_known_by_the_generated_one_it_comes_from(address: str, held: bool) -> None:
    manifest = Manifest()
    manifest.update(
        dict.fromkeys(["stories/2026/03/04/dam.md", "people/index.md", "index.md", "data/index.json"], (1, 1)), ()
    )
    assert manifest.holds(address) is held


def test_a_new_story_touches_what_is_remembered_of_its_month_alone(project: Any) -> None:
    build_site(project.config, project.pages, project.site)
    parts = project.site / ".digest" / "manifest"
    before = {file.name: file.stat().st_mtime_ns for file in parts.iterdir()}
    model = min(project.pages.glob("stories/2026/03/*/*.md")).relative_to(project.pages).with_suffix("")
    new = [f"stories/2026/04/01/new{ending}" for ending in (".md", ".json")]
    for path, ending in zip((new[0], f"data/{new[1]}"), (".md", ".json"), strict=True):
        source = project.pages / ("data" if ending == ".json" else "") / f"{model}{ending}"
        (project.pages / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, project.pages / path)
    build_site(project.config, project.pages, project.site, changed=frozenset((new[0], f"data/{new[1]}")))
    after = {file.name: file.stat().st_mtime_ns for file in parts.iterdir()}
    assert {name for name in after if after[name] != before.get(name)} == {"stories-2026-04.json"}
    other = project.site.with_name("other")
    build_site(project.config, project.pages, other)
    assert {f.name: f.read_bytes() for f in (other / "sitemaps").iterdir()} == {
        f.name: f.read_bytes() for f in (project.site / "sitemaps").iterdir()
    }
    assert (other / "sitemap.xml").read_bytes() == (project.site / "sitemap.xml").read_bytes()


@pytest.mark.parametrize("harm", ["lost", "cut"])
def test_a_part_that_is_not_whole_has_everything_compared(project: Any, harm: str) -> None:
    build_site(project.config, project.pages, project.site)
    part = project.site / ".digest" / "manifest" / "stories-2026-03.json"
    if harm == "lost":
        part.unlink()
    else:
        part.write_bytes(part.read_bytes()[:-9])
    gone = min(project.pages.glob("stories/2026/03/*/*.md")).relative_to(project.pages)
    (project.pages / gone).unlink()
    (project.pages / "data" / gone.with_suffix(".json")).unlink()
    build_site(project.config, project.pages, project.site, changed=frozenset())
    assert not (project.site / gone.with_suffix("") / "index.html").exists()


def test_a_part_of_other_words_and_the_same_size_is_made_anew_or_named(project: Any) -> None:
    build_site(project.config, project.pages, project.site)
    part = project.site / ".digest" / "manifest" / "stories-2026-03.json"
    part.write_bytes(b"!" * part.stat().st_size)
    story = min(project.pages.glob("data/stories/2026/03/*/*[0-9].json"))
    data = json.loads(story.read_text())
    story.write_text(json.dumps(data | {"together": "Other."}))
    report = build_site(
        project.config, project.pages, project.site, changed=frozenset({story.relative_to(project.pages).as_posix()})
    )
    assert report.pages > 0
    part.write_bytes(b"!" * part.stat().st_size)
    manifest = read_manifest(project.site / ".digest")
    assert manifest is not None
    with pytest.raises(DigestError, match=r"remove the site's folder \.digest"):
        manifest.stamp("stories/2026/03/04/x.md")
