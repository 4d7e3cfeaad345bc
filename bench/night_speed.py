"""What a whole night costs: CPU seconds, wall seconds and peak memory of a build, by steps, on the state of earlier nights.

    python -m bench.night_speed                        5,000 articles from 300 feeds on 30 nights of as many
    python -m bench.night_speed --nights 3 --profile   fewer nights of state, and where the time goes

A tenth of the articles are saved pages. Every night is a process of its own; its CPU seconds are those of all its
processes. Nothing is asked of the network. The result is one JSON line a night; the last one is the one that counts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from bench.build_verb import build_verb
from bench.night_world import World, write_night

FIRST = date(2026, 3, 1)
BUILD = """
import sys
from digest.cli import main
sys.exit(main(sys.argv[1:]))
"""


def main() -> None:
    """Run the nights and print what each cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nights", type=int, default=30, help="nights of state before the one that counts (30)")
    parser.add_argument("--articles", type=int, default=5000, help="articles of the last night (5,000)")
    parser.add_argument("--state-articles", type=int, default=5000, help="articles of the nights before (5,000)")
    parser.add_argument("--feeds", type=int, default=300, help="outlets, each with a feed (300)")
    parser.add_argument(
        "--profile", action="store_true", help="tell where the last night's main process spends its time"
    )
    parser.add_argument(
        "--folder",
        type=Path,
        help="work here and keep everything (a temporary folder); nights it has are not built again",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        where = options.folder or Path(temporary)
        world = World(options.feeds)
        built = last_night(where)
        for number in range(options.nights + 1):
            last = number == options.nights
            day = FIRST + timedelta(days=number)
            reports = world.night(day, options.articles if last else options.state_articles)
            if built is not None and day <= built:
                continue
            write_night(where / "feeds", reports)
            print(json.dumps(run(where, day, profile=last and options.profile)), flush=True)


def last_night(where: Path) -> date | None:
    """The newest night that ``where`` holds whole, or None."""
    file = where / "state" / "report.json"
    if not file.exists():
        return None
    return date.fromisoformat(json.loads(file.read_bytes())["nights"][-1]["day"])


def run(where: Path, day: date, *, profile: bool = False) -> dict[str, object]:
    """Build ``day`` in a process of its own; gives its cost and what it says of its steps."""
    verb = build_verb(where, day)
    program = [sys.executable, *(["-m", "cProfile", "-s", "tottime"] if profile else []), "-c", BUILD]
    if profile:
        file = where / "build.py"
        file.write_text(BUILD, encoding="utf-8")
        program = [sys.executable, "-m", "cProfile", "-s", "tottime", str(file)]
    began, before = time.monotonic(), os.times()
    done = subprocess.run([*program, *verb], check=False, stdout=subprocess.PIPE, text=True)
    after = os.times()
    if profile:
        print("\n".join(done.stdout.splitlines()[:60]), file=sys.stderr)
    if done.returncode not in (0, 3):
        raise SystemExit(f"the build of {day} ended with {done.returncode}")
    report = json.loads((where / "state" / "report.json").read_bytes())
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    night = report["nights"][-1]
    return {
        "day": day.isoformat(),
        "cpu_seconds": round(cpu, 1),
        "wall_seconds": round(time.monotonic() - began, 1),
        "peak_mb": max(step["peak_mb"] for step in report["steps"]),
        "steps": {step["name"]: step["seconds"] for step in report["steps"]},
        "new": night["new"],
        "copies": night["copies"],
        "stories_new": night["stories_new"],
        "stories_changed": night["stories_changed"],
        "quotes": night["quotes"],
        "problems": len(night["problems"]),
        "state_mb": round((where / "state" / "digest.db").stat().st_size / 1e6, 1),
    }


if __name__ == "__main__":
    main()
