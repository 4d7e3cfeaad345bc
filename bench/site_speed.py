"""What the site costs: CPU seconds, memory and bytes at 1,000 or 20,000 invented stories of 600 words, against plain MkDocs.

    python -m bench.site_speed --stories 1000 --against-mkdocs
    python -m bench.site_speed --stories 20000 --newspaper
    python -m bench.site_speed --stories 20000 --archive 180000

Every build runs in a process of its own, and its CPU seconds are those of user and system together.
With --archive so many stories of earlier months stand in pages, site and memory before the 200 new ones come; their files are
links to a few, so that the world of 200,000 is made in a minute. Lists, feeds, citations, days, people, outlets and topics are part of it. Results are one JSON line a measurement.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from bench.site_pages import write_lists, write_pages, write_story
from bench.site_words import large_vocabulary
from digest.render.files import STORY_ENDINGS
from digest.site.manifest import read_manifest

PROJECT = Path(__file__).parent.parent
LAST_DAY = date(2026, 3, 5)
NEW_STORIES = 200
ROUNDS = 3
"""Builds of each side that are compared."""
ARCHIVE_ENDS = date(2025, 10, 31)
"""Last day of the archive's stories; those of 20,000 begin in November."""
NAMES_OF_A_FILE = 50_000

BUILD = """
import json, sys
from pathlib import Path
from digest.site.build import build_site
config, pages, site, changed, search = sys.argv[1:]
names = None if changed == "-" else frozenset(Path(changed).read_text().split("\\n"))
report = build_site(Path(config), Path(pages), Path(site), changed=names, search=search == "search")
peak = next(int(line.split()[1]) // 1024 for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps({"peak_mb": peak, "pages": report.pages, "rendered": report.rendered, "written": report.written}))
"""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--stories", type=int, default=1000)
    options.add_argument("--against-mkdocs", action="store_true", help="also build the same pages with Material alone")
    options.add_argument("--newspaper", action="store_true", help="draw from 60,000 words as often as papers have them")
    options.add_argument("--archive", type=int, default=0, help="older stories that stand already")
    options.add_argument("--keep", type=Path, help="folder to work in and keep")
    asked = options.parse_args()
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="digest-bench-"))
    try:
        measure(
            folder, asked.stories, against_mkdocs=asked.against_mkdocs, newspaper=asked.newspaper, archive=asked.archive
        )
    finally:
        if not asked.keep:
            shutil.rmtree(folder)


def measure(folder: Path, stories: int, *, against_mkdocs: bool, newspaper: bool, archive: int = 0) -> None:
    """All measurements for a site of ``stories``."""
    config = project(folder)
    pages = folder / "pages"
    world = write_pages(pages, stories, LAST_DAY, vocabulary=large_vocabulary() if newspaper else None)
    if against_mkdocs:
        compare_with_material(folder, config, stories)
    whole = timed(
        "all pages, without search", stories, build_command(config, pages, folder / "plain", None, search=False)
    )
    with_search = timed(
        "all pages, with search", stories, build_command(config, pages, folder / "site", None, search=True)
    )
    say("search index", stories, cpu_s=round(with_search - whole, 2), **sizes(folder / "site" / "search"))
    if archive:
        for name in ("plain", "site"):
            add_archive(pages, folder / name, archive)
        stories += archive
    before = stamps(pages)
    tomorrow = LAST_DAY + timedelta(days=1)
    for number in range(stories, stories + NEW_STORIES):
        write_story(pages, world, number, tomorrow)
    write_lists(pages, world)
    changed = folder / "changed.txt"
    changed.write_text("\n".join(name for name, stamp in stamps(pages).items() if before.get(name) != stamp))
    timed(
        f"{NEW_STORIES} new, without search",
        stories,
        build_command(config, pages, folder / "plain", changed, search=False),
    )
    timed(
        f"{NEW_STORIES} new, with search", stories, build_command(config, pages, folder / "site", changed, search=True)
    )
    say("bytes to open a story, gz", stories, **story_bytes(folder / "site"))


def compare_with_material(folder: Path, config: Path, stories: int) -> None:
    """How many times the CPU seconds of ours Material alone takes for the same story pages: of each the middle of rounds in turn.

    Every round writes to a new folder, before anything is replaced: file systems search long for room among what was just deleted.
    """
    pages, docs = only_stories(folder), material_docs(folder)
    ours, theirs = [], []
    for number in range(ROUNDS):
        command = build_command(config, pages, folder / f"alone-{number}", None, search=True)
        ours.append(timed("stories alone", stories, command))
        theirs.append(timed("the same with Material alone", stories, mkdocs_command(folder, docs, number)))
    say("ratio", stories, times=round(statistics.median(theirs) / statistics.median(ours), 1))


def add_archive(pages: Path, site: Path, stories: int) -> None:
    """Put ``stories`` of earlier months, 200 a day, into ``pages`` and ``site`` and into what the site remembers of its last build."""
    manifest = read_manifest(site / ".digest")
    assert manifest is not None, "the site was built a moment ago"
    model = min(pages.glob("stories/2026/03/05/*.md")).relative_to(pages).as_posix().removesuffix(".md")
    real = {"": (f"{model}.md", "{}.md"), "data": (f"data/{model}.json", "data/{}.json")}
    known: dict[str, tuple[int, int]] = {}
    for number in range(stories):
        stem = f"stories/{ARCHIVE_ENDS - timedelta(days=number // NEW_STORIES):%Y/%m/%d}/{number}"
        for source, target in real.values():
            _link(pages / source, pages / target.format(stem), number)
        _link(site / model / "index.html", site / stem / "index.html", number)
        known |= dict.fromkeys(
            [f"{stem}.md", *(f"data/{stem}{ending}" for ending in STORY_ENDINGS)], (NEW_STORIES, number)
        )
    manifest.update(known, ())
    for name, data in manifest.files():
        assert data is not None
        (site / ".digest" / name).write_bytes(data)


def _link(source: Path, target: Path, number: int) -> None:
    """Another name for ``source``, or now and then a copy: a file may have some 65,000 names."""
    shelf = source.with_name(f"{source.name}.{number // NAMES_OF_A_FILE}")
    if not shelf.exists():
        shutil.copy(source, shelf)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    target.hardlink_to(shelf)


def project(folder: Path) -> Path:
    """A copy of the project's configuration that knows where the theme is."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "method.md").write_text("# How this digest is made\n\nBy rules.\n")
    text = (
        (PROJECT / "mkdocs.yml")
        .read_text()
        .split("nav:")[0]
        .replace("custom_dir: digest", f"custom_dir: {PROJECT}/digest")
    )
    config = folder / "mkdocs.yml"
    config.write_text(text.replace("# site_url: ", "site_url: "))
    return config


def build_command(config: Path, pages: Path, site: Path, changed: Path | None, *, search: bool) -> list[str]:
    """The command that builds the site in a process of its own."""
    return [
        sys.executable,
        "-c",
        BUILD,
        str(config),
        str(pages),
        str(site),
        str(changed or "-"),
        "search" if search else "plain",
    ]


def only_stories(folder: Path) -> Path:
    """The story pages and their data, without lists and feeds."""
    chosen = folder / "only"
    for path in (folder / "pages").glob("stories/2026/*/*/*.md"):
        name = path.relative_to(folder / "pages")
        for one in (name, Path("data") / name.with_suffix(".json")):
            (chosen / one).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(folder / "pages" / one, chosen / one)
    return chosen


def material_docs(folder: Path) -> Path:
    """The Markdown of the same stories, and a home page."""
    docs = folder / "material-docs"
    shutil.copytree(folder / "only" / "stories", docs / "stories")
    (docs / "index.md").write_text("# Stories\n")
    return docs


def mkdocs_command(folder: Path, docs: Path, number: int) -> list[str]:
    """Plain MkDocs with Material and its search on ``docs``, none of its stories in the navigation."""
    config = folder / f"material-{number}.yml"
    config.write_text(
        f"site_name: Digest\ndocs_dir: {docs}\nsite_dir: {folder}/material-site-{number}\ntheme: {{name: material, font: false}}\n"
        "plugins: [search]\nnav: [index.md]\nvalidation: {nav: {omitted_files: ignore}}\n"
    )
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)]


def timed(what: str, stories: int, command: list[str]) -> float:
    """Run a command; print and give its CPU seconds."""
    child = subprocess.Popen(
        command, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert child.stdout is not None
    told = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, command
    cpu = usage.ru_utime + usage.ru_stime
    say(
        what,
        stories,
        cpu_s=round(cpu, 2),
        of_it_system_s=round(usage.ru_stime, 2),
        **(json.loads(told) if told.strip() else {}),
    )
    return cpu


def story_bytes(site: Path) -> dict[str, int]:
    """What a browser fetches to open a story for the first time, compressed."""
    page = next(site.glob("stories/2026/03/05/*/index.html"))
    html = len(gzip.compress(page.read_bytes()))
    rest = sum(
        len(gzip.compress(next((site / "assets/digest").glob(name)).read_bytes()))
        for name in ("digest.*.css", "digest.*.js", "early.*.js")
    )
    return {"html": html, "style_and_script": rest, "all": html + rest}


def sizes(folder: Path) -> dict[str, int]:
    """How many files a folder holds and how many bytes."""
    found = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return {"files": len(found), "kb": sum(found) // 1000}


def stamps(pages: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file."""
    return {
        path.relative_to(pages).as_posix(): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in pages.rglob("*")
        if path.is_file()
    }


def say(what: str, stories: int, **figures: float) -> None:
    """Print one measurement."""
    print(json.dumps({"what": what, "stories": stories, **figures}), flush=True)


if __name__ == "__main__":
    main()
