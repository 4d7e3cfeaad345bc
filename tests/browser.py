"""Sees to a browser for the tests that drive one, and says in one line what it found. ``make test`` runs this first."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def find_browser() -> str | None:
    """The program of a Chromium browser on this machine; the variable DIGEST_BROWSER names another."""
    named = os.environ.get("DIGEST_BROWSER")
    if named:
        return named
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in PLACES if Path(place).is_file()), None)


def install_browser() -> str | None:
    """Chromium from the packages of Debian or Ubuntu, where this user may install them."""
    if platform.system() != "Linux" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ):
        if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
            return None
    return find_browser()


def main() -> int:
    """Exit status: 1 only where CI has no browser, for there nothing may go untested."""
    browser = find_browser() or install_browser()
    if browser:
        sys.stdout.write(f"Browser tests use {browser}.\n")
        return 0
    sys.stdout.write(
        "No Chromium found: the browser tests (marked `browser`) cannot run and are skipped. "
        "Install Chromium or Chrome, or name one with DIGEST_BROWSER.\n"
    )
    return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
