"""Adding a file needs no knowledge of YAML: lists are taken over, anything else is copied."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.adding import add
from digest.errors import DigestError, UsageError
from digest.ingest.net import FetchPolicy

NOW = datetime(2026, 3, 4, tzinfo=UTC)
OPML = """<opml version="2.0"><head/><body><outline text="North">
<outline type="rss" text="Harbour Post" xmlUrl="https://harbour.example/feed"/>
<outline type="rss" text="Vellmar Radio" xmlUrl="https://radio.example/feed"/>
</outline></body></opml>"""


def added(what: Path | str, feeds: Path) -> str:
    return add(str(what), feeds, policy=FetchPolicy(), env={}, now=NOW)


def test_a_list_of_another_reader_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "subscriptions.opml").write_text(OPML, encoding="utf-8")
    told = added(tmp_path / "subscriptions.opml", tmp_path / "feeds")
    written = (tmp_path / "feeds" / "sources.yml").read_text("utf-8")
    assert "Added 2 sources" in told
    assert "https://harbour.example/feed" in written
    assert "https://radio.example/feed" in written


def test_a_text_is_copied_and_what_it_yields_is_told(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("title: Dam holds\ndate: 2026-03-04\n\nThe dam at Vellmar holds.\n", "utf-8")
    told = added(tmp_path / "note.txt", tmp_path / "feeds")
    assert (tmp_path / "feeds" / "note.txt").exists()
    assert "1 entry" in told


def test_a_file_of_the_same_name_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The dam at Vellmar holds.", "utf-8")
    added(tmp_path / "note.txt", tmp_path / "feeds")
    with pytest.raises(UsageError, match="exists already"):
        added(tmp_path / "note.txt", tmp_path / "feeds")


def test_an_address_that_may_not_be_asked_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(DigestError, match=r"127\.0\.0\.1"):
        added("http://127.0.0.1/feed", tmp_path / "feeds")


@pytest.mark.parametrize(
    ("name", "written", "told"),
    [
        ("a.pdf", b"%PDF-1.7\n" + bytes(range(256)), "This is a PDF."),
        ("a.yml", b"sources:\n  - name: Harbour\n    ulr: https://harbour.example/feed\n", "Write `url` for `ulr`."),
    ],
)
def test_a_file_that_yields_nothing_is_not_added_and_the_reason_is_told(
    name: str, written: bytes, told: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(written)
    with pytest.raises(DigestError, match=re.escape(told)):
        added(tmp_path / name, tmp_path / "feeds")
    assert list((tmp_path / "feeds").iterdir()) == []


def test_a_path_that_leads_nowhere_is_no_address(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        added(tmp_path / "none.xml", tmp_path / "feeds")


def test_a_shortcut_is_taken_over_as_a_source(tmp_path: Path) -> None:
    (tmp_path / "Harbour.url").write_text("[InternetShortcut]\nURL=https://harbour.example/feed\n", encoding="utf-8")
    assert "Added 1 source of" in added(tmp_path / "Harbour.url", tmp_path / "feeds")
