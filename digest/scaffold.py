"""A fresh feeds folder, and adding to one."""

from __future__ import annotations

import shutil
from pathlib import Path

from digest.errors import UsageError

SOURCES = """\
# The feeds that Digest reads. Run `digest check` after a change: it says in plain words what each line yields.
# Take the signs # away from an example below, or let `digest add ADDRESS` write the lines.
sources: []

# sources:
#   - name: Harbour Post
#     url: https://harbour-post.example/feed.xml
#   - name: Vellmar Radio
#     url: https://radio.example/news.json
#     language: en            # where the feed does not say it
#     full_text: never        # auto (unless said), always or never: whether article pages are fetched
#
# topics:
#   - name: Infrastructure
#     match: [dam, "rail line AND strike", "bridge NOT card game"]
#
# overrules:                  # what a person decided against the program; story and article ids stand in the pages' data
#   - keep_out: [story-id, article-id]
#     reason: Another fire of the same day.
"""

README = """\
# Feeds

Drop files here and they are read every night: RSS, Atom, JSON Feed, saved web pages, plain text, JSON Lines.
What a file is called does not matter.
Addresses of feeds go into `sources.yml`, or one a line into a text file.
`digest check` says what each file yields.
"""

SAMPLE = "sample"


def init(folder: Path, *, remove_sample: bool = False) -> str:
    """Make ``folder`` with an empty source list and a note for editors; say what was made.

    Nothing that exists is touched, but for the sample with ``remove_sample``.
    Raises UsageError where the folder holds the sample and it may not be removed.
    """
    sample = folder / SAMPLE
    if sample.exists() and not remove_sample:
        raise UsageError(f"{sample}: is the sample world; add --remove-sample to delete it, or name another folder")
    if sample.exists():
        shutil.rmtree(sample)
    folder.mkdir(parents=True, exist_ok=True)
    made = [name for name, text in (("README.md", README), ("sources.yml", SOURCES)) if _make(folder / name, text)]
    told = ", ".join(made) if made else "nothing, all was there"
    return f"{folder}: made {told}. Drop files in or edit {folder / 'sources.yml'}, then run `digest check {folder}`."


def _make(file: Path, text: str) -> bool:
    if file.exists():
        return False
    file.write_text(text, encoding="utf-8")
    return True
