"""What hostile documents cost a build of good ones, and whether any good article is lost.

usage: python -m bench.hostile_mix HOSTILE [--sources N] [--share PERCENT]

HOSTILE is a folder of bombs and damage. A folder of N good feeds of invented reports is built, then once more with PERCENT per cent of
hostile documents among them, taken from the dearest kinds on. Prints processor seconds of both, children included, and what went missing.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import hostile_feeds as feeds

ITEMS = 3
"""Reports of a feed: few, so that what the hostile ones cost weighs more."""
BUILD = [sys.executable, "-m", "digest.cli", "build", "--offline", "--quiet", "--date", "2026-03-05"]
COUNT = "import sys,resource,subprocess;r=subprocess.run(sys.argv[1:]).returncode;u=resource.getrusage(resource.RUSAGE_CHILDREN);print(r,u.ru_utime+u.ru_stime,u.ru_maxrss//1024)"
"""Runs a command and prints its exit code, the processor seconds of it and its children, and the largest one's memory in MB."""


def good_feeds(folder: Path, count: int) -> None:
    """``count`` feeds of a few reports each."""
    folder.mkdir(parents=True)
    for number in range(count):
        items = "".join(_item(number * ITEMS + one) for one in range(ITEMS))
        feed = f'<rss version="2.0"><channel><title>Post {number}</title><link>https://{feeds.HOST}/</link>{items}</channel></rss>'
        (folder / f"good-{number:04}.xml").write_text(feed, encoding="utf-8")


def _item(number: int) -> str:
    title = f"Mill {feeds.word(3 * number)} of {feeds.word(3 * number + 1).title()} burns"
    body = "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in feeds.text(lambda _: "seven", number).split("\n\n"))
    return (
        f"<item><title>{title}</title><link>https://{feeds.HOST}/{number}</link><guid>{number}</guid>"
        f"<pubDate>Wed, 04 Mar 2026 08:00:00 GMT</pubDate><description>{body}</description></item>"
    )


def build(where: Path) -> tuple[float, int, int]:
    """Processor seconds, peak memory in MB and exit code of a build below ``where``."""
    folders = [word for name in ("feeds", "state", "pages", "site") for word in (f"--{name}", str(where / name))]
    done = subprocess.run([sys.executable, "-c", COUNT, *BUILD, *folders], capture_output=True, text=True, check=True)
    code, seconds, peak = done.stdout.splitlines()[-1].split()
    if "Traceback" in done.stderr + done.stdout:
        print(done.stderr)
    return float(seconds), int(peak), int(code)


def addresses(where: Path) -> set[str]:
    """The addresses of good reports in the data of the pages."""
    found = set()
    for path in (where / "pages" / "data" / "stories").rglob("*.json"):
        story = json.loads(path.read_bytes())
        if isinstance(story, dict) and "coverage" in story:
            every = [one for source in story["coverage"] for one in (source, *source["copies"])]
            found |= {one["url"] for one in every if one["url"] and f"//{feeds.HOST}/" in one["url"]}
    return found


def main(options: argparse.Namespace) -> int:
    """Builds both and compares; 1 where a good article was lost or a build fell over."""
    with tempfile.TemporaryDirectory(prefix="digest-mix-") as work:
        good, mixed = Path(work) / "good", Path(work) / "mixed"
        good_feeds(good / "feeds", options.sources)
        shutil.copytree(good / "feeds", mixed / "feeds")
        hostile = sorted(path for path in options.hostile.rglob("*") if path.is_file() and path.name != "SECRET.txt")
        wanted = max(1, round(options.sources * options.share / 100))
        chosen = hostile[:: max(1, len(hostile) // wanted)][:wanted] if options.share < 100 else hostile
        for path in chosen:
            shutil.copy(path, mixed / "feeds" / f"{path.stem}-h{path.suffix}")
        plain, hurt = build(good), build(mixed)
        lost = addresses(good) - addresses(mixed)
        print(f"{options.sources} good feeds: {plain[0]:.1f} s, {plain[1]} MB, exit {plain[2]}")
        print(f"with {len(chosen)} hostile: {hurt[0]:.1f} s, {hurt[1]} MB, exit {hurt[2]}")
        print(f"{100 * (hurt[0] / plain[0] - 1):+.0f} %, {len(addresses(good))} good articles, {len(lost)} lost")
        print("hostile:", ", ".join(path.name for path in chosen))
        return int(bool(lost) or hurt[2] not in (0, 3))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hostile", type=Path)
    parser.add_argument("--sources", type=int, default=300)
    parser.add_argument("--share", type=float, default=1.0)
    sys.exit(main(parser.parse_args()))
