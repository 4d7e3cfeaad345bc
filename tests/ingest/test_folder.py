"""Whatever is put into the feeds folder is read, found by content; what cannot be read says why."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from digest.ingest.check import check_path, check_text
from digest.ingest.folder import read_folder, read_local
from digest.ingest.lists import read_list
from digest.ingest.opml import write_opml
from digest.model import Overrule, Source, Topic

YAML = """
# what we follow
sources:
  - name: Harbour Post
    url: https://harbour.example/feed
    outlet: Harbour Post
    topics: [Dams]
    full_text: never
    excerpt: 200
  - https://kessel.example/rss
topics:
  - name: Dams
    match: [dam AND audit, Vellmar]
overrules:
  - merge: [a1, b2]
    reason: one event
"""
OPML = """<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
<outline text="News"><outline text="Coast"><outline type="rss" xmlUrl="https://coast.example/feed"/></outline></outline>
<outline text="Harbour &amp; Post" type="rss" xmlUrl="https://harbour.example/feed2" htmlUrl="https://harbour.example"/>
<outline type="include" url="https://elsewhere.example/list.opml"/></body></opml>"""


@pytest.fixture
def feeds(tmp_path: Path) -> Path:
    folder = tmp_path / "feeds"
    folder.mkdir()
    return folder


def test_lists_and_documents_are_told_by_content_whatever_their_names(feeds: Path) -> None:
    (feeds / "anything").write_text(YAML, encoding="utf-8")
    (feeds / "list.txt").write_text(OPML, encoding="utf-8")
    (feeds / "b.yml").write_text("The dam holds, the minister said.", encoding="utf-8")
    folder = read_folder(feeds, env={})
    assert [source.url for source in folder.sources] == [
        "https://harbour.example/feed",
        "https://kessel.example/rss",
        "https://coast.example/feed",
        "https://harbour.example/feed2",
    ]
    assert folder.topics == (Topic("Dams", ("dam AND audit", "Vellmar")),)
    assert folder.overrules == (Overrule("merge", ("a1", "b2"), "one event"),)
    assert [document.source.name for document in folder.documents] == ["b.yml"]
    assert folder.problems == ()


def test_a_source_keeps_what_its_list_says(feeds: Path) -> None:
    (feeds / "list.yml").write_text(YAML, encoding="utf-8")
    first = read_folder(feeds, env={}).sources[0]
    assert (first.outlet, first.topics, first.full_text, first.excerpt_chars) == (
        "Harbour Post",
        ("Dams",),
        "never",
        200,
    )


def test_folders_of_an_opml_list_are_topics_and_outlines_without_a_title_are_named_by_host(feeds: Path) -> None:
    (feeds / "subs.opml").write_text(OPML, encoding="utf-8")
    coast, harbour = read_folder(feeds, env={}).sources
    assert (coast.name, coast.topics) == ("coast.example", ("News", "Coast"))
    assert harbour.name == "Harbour & Post"


def test_an_opml_list_with_a_bare_ampersand_is_read_and_said_to_be_damaged(feeds: Path) -> None:
    (feeds / "subs.opml").write_text(OPML.replace("&amp;", "&"), encoding="utf-8")
    folder = read_folder(feeds, env={})
    assert len(folder.sources) == 2
    assert [problem.code for problem in folder.problems] == ["malformed"]


@pytest.mark.parametrize(
    "name",
    ['The "Coast" Post', "Posts <em>Coast</em>", "Coast & <br> Sea", "It's 5 > 4", 'a="b"'],
    ids=lambda name: name,
)
def test_an_opml_list_with_marks_and_tags_in_its_names_keeps_every_source_and_folder(feeds: Path, name: str) -> None:
    lines = [
        '<opml version="1.0"><body><outline text="News">',
        f'<outline text="{name}" xmlUrl="https://a.example/f?a=1&b=2" type="rss" />',
        f'<outline text="Radio" description="{name} and more" xmlUrl="https://b.example/f" /></outline>',
        '<outline text="Sea" xmlUrl="https://c.example/f"></outline></body>',
    ]
    (feeds / "subs.opml").write_text("\n".join(lines), encoding="utf-8")
    folder = read_folder(feeds, env={})
    assert [(source.url, source.topics) for source in folder.sources] == [
        ("https://a.example/f?a=1&b=2", ("News",)),
        ("https://b.example/f", ("News",)),
        ("https://c.example/f", ()),
    ]
    assert [source.name for source in folder.sources[1:]] == ["Radio", "Sea"]
    assert [fault.code for fault in folder.problems] == ["malformed"]


def test_sources_written_as_opml_come_back(feeds: Path) -> None:
    sources = (
        Source("A & B", "https://a.example/f?k=${KEY}", "subs.opml", topics=("Dams", "Coast")),
        Source("C", "https://c.example/f", "subs.opml", language="de"),
    )
    text = write_opml(sources, "Feeds")
    assert text == write_opml(sources[::-1], "Feeds")
    (feeds / "subs.opml").write_text(text, encoding="utf-8")
    assert read_folder(feeds, env={"KEY": "secret"}).sources == sources


def test_hidden_backup_and_readme_files_are_skipped(feeds: Path) -> None:
    for name in (".hidden", "old~", "README.md", "README"):
        (feeds / name).write_text("The dam holds.", encoding="utf-8")
    (feeds / ".git").mkdir()
    (feeds / ".git" / "a.txt").write_text("The dam holds.", encoding="utf-8")
    assert read_folder(feeds, env={}).documents == ()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_that_leaves_the_folder_is_refused_and_one_inside_is_read(feeds: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Not for print.", encoding="utf-8")
    (feeds / "real.txt").write_text("The dam holds.", encoding="utf-8")
    (feeds / "out.txt").symlink_to(tmp_path / "secret.txt")
    (feeds / "up").symlink_to(tmp_path)
    (feeds / "in.txt").symlink_to(feeds / "real.txt")
    (feeds / "nowhere.txt").symlink_to(feeds / "gone.txt")
    folder = read_folder(feeds, env={})
    assert [document.source.name for document in folder.documents] == ["in.txt", "real.txt"]
    assert {problem.source: problem.code for problem in folder.problems} == {
        "nowhere.txt": "broken-link",
        "out.txt": "link-leaves-folder",
        "up": "link-leaves-folder",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(feeds: Path) -> None:
    os.mkfifo(feeds / "pipe")
    assert [problem.code for problem in read_folder(feeds, env={}).problems] == ["no-file"]


def test_a_secret_stays_a_placeholder_and_is_asked_for(feeds: Path) -> None:
    (feeds / "list.yml").write_text("sources:\n  - url: https://a.example/f?k=${KEY}\n", encoding="utf-8")
    with_secret, without = read_folder(feeds, env={"KEY": "s3cret"}), read_folder(feeds, env={})
    assert with_secret.sources[0].url == "https://a.example/f?k=${KEY}"
    assert "s3cret" not in repr(with_secret)
    assert [problem.code for problem in without.problems] == ["missing-secret"]


def test_an_address_that_cannot_be_fetched_is_refused_without_showing_its_password(feeds: Path) -> None:
    text = (
        "sources: [{url: 'file:///etc/passwd'}, {url: 'https://ann:s3cret@a.example/f'}, {url: 'https://a.example/f'}]"
    )
    (feeds / "list.yml").write_text(f"topics: []\n{text}\n", encoding="utf-8")
    folder = read_folder(feeds, env={})
    assert [source.url for source in folder.sources] == ["https://a.example/f"]
    assert [problem.code for problem in folder.problems] == ["bad-address", "bad-address"]
    assert "s3cret" not in repr(folder)


def test_names_are_told_apart_and_addresses_fetched_once(feeds: Path) -> None:
    rows = [
        ("News", "https://a.example/f"),
        ("News", "https://b.example/f"),
        ("News", "https://b.example/g"),
        ("Again", "https://a.example/f"),
    ]
    text = "sources:\n" + "".join(f"  - {{name: {name}, url: '{url}'}}\n" for name, url in rows)
    (feeds / "list.yml").write_text(text, encoding="utf-8")
    assert [source.name for source in read_folder(feeds, env={}).sources] == [
        "News",
        "News (b.example)",
        "News (2)",
    ]


LIST_FAULTS = {
    "a source without an address": ("sources: [{name: x}]", "bad-entry"),
    "a number where a list is due": ("sources: 7", "bad-list"),
    "a wrong choice": ("sources: [{url: 'https://a.example', full_text: sometimes}]", "bad-entry"),
    "a key nobody knows": ("sources: [{url: 'https://a.example', ulr: x}]", "unknown-key"),
    "a section nobody knows": ("sauces: []\nsources: []", "unknown-section"),
    "an alias bomb": ("sources: &a [x, x]\ntopics: [*a, *a]", "bad-list"),
    "no YAML": ("sources:\n - [", "bad-list"),
    "an object to be made": ("sources: !!python/object/apply:os.system ['true']", "bad-list"),
    "deep nesting": ("sources: " + "[" * 20_000, "bad-list"),
}


@pytest.mark.parametrize("case", LIST_FAULTS)
def test_a_fault_in_a_list_is_told_with_a_remedy(case: str) -> None:
    text, code = LIST_FAULTS[case]
    problems = read_list(text, "list.yml").problems
    assert [problem.code for problem in problems] == [code]
    assert problems[0].remedy


def test_a_local_document_that_vanished_is_a_problem(feeds: Path) -> None:
    (feeds / "a.txt").write_text("The dam holds.", encoding="utf-8")
    document = read_folder(feeds, env={}).documents[0]
    document.path.unlink()
    assert [problem.code for problem in read_local(document).problems] == ["unreadable"]


def test_the_check_tells_what_each_file_yields(feeds: Path) -> None:
    (feeds / "a.txt").write_text("date: 2026-02-31\ntitle: Dam\n\nThe dam holds.", encoding="utf-8")
    (feeds / "b.txt").write_text("date: 2026-03-04\n\nThe dam holds.", encoding="utf-8")
    (feeds / "list.yml").write_text(YAML, encoding="utf-8")
    check = check_path(feeds, env={})
    text = check_text(check)
    assert [problem.code for problem in check.problems] == ["impossible-date"]
    assert "a.txt: plain text, 1 entry, 1 without a date, 100 % with full text" in text
    assert "b.txt: plain text, 1 entry, 2026-03-04, 100 % with full text" in text
    assert "list.yml: list, 2 sources, 1 topic, 1 overrule" in text
    assert text.endswith("3 files, 2 entries, 2 sources to fetch, 1 topic, 1 overrule; 1 problem.")


def test_the_check_says_when_a_feed_is_empty(feeds: Path) -> None:
    (feeds / "a.xml").write_text("<rss version='2.0'><channel><title>Harbour</title></channel></rss>", encoding="utf-8")
    assert [problem.code for problem in check_path(feeds, env={}).problems] == ["no-entries"]


def test_one_file_can_be_checked_alone(feeds: Path) -> None:
    (feeds / "a.txt").write_text("The dam holds.", encoding="utf-8")
    (feeds / "b.txt").write_text("The dam holds.", encoding="utf-8")
    assert [row.path for row in check_path(feeds / "b.txt", env={}).files] == ["b.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_text_or_steers_a_terminal_is_written_out(tmp_path: Path) -> None:
    for name in (b"Gr\xf6\xdfe.txt", b"a\nline.txt", b"\x1b[2Jclear.txt", "\u202etxt.fdp".encode()):
        (tmp_path / os.fsdecode(name)).write_text("title: The weir holds\n\nThe weir of Tarn holds.", encoding="utf-8")
    folder = read_folder(tmp_path, env={})
    names = [document.source.name for document in folder.documents]
    assert names == ["Gr\\udcf6\\udcdfe.txt", "\\u202etxt.fdp", "\\x1b[2Jclear.txt", "a\\nline.txt"]
    assert all(read_local(document).entries for document in folder.documents)


@pytest.mark.parametrize("value", ["!!python/object/apply:os.system [id]", "*others", "{a: b}", "|"])
def test_a_list_that_does_not_hold_up_is_never_taken_for_an_article(value: str, tmp_path: Path) -> None:
    (tmp_path / "list.yml").write_text(f"sources: {value}\n", encoding="utf-8")
    folder = read_folder(tmp_path, env={})
    assert folder.documents == ()
    assert folder.problems


def test_a_folder_that_is_too_deep_or_closed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path.joinpath(*["d"] * 33)
    deep.mkdir(parents=True)
    (tmp_path / "closed").mkdir()
    scan = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    folder = read_folder(tmp_path, env={})
    assert {(problem.code, problem.source) for problem in folder.problems} == {
        ("too-deep", "/".join(["d"] * 33)),
        ("unreadable", "closed"),
    }
