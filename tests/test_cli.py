"""The command line: help without a manual, one clear line for each fault, exit codes a scheduler can use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from digest.cli import main, parser

VERBS = [
    "build",
    "serve",
    "init",
    "add",
    "check",
    "why",
    "verify",
    "takedown",
    "doctor",
    "export",
    "import",
    "group",
    "quotes",
]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_says_what_it_does(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([verb, "--help"])
    assert caught.value.code == 0
    assert len(capsys.readouterr().out) > 100


def test_the_help_lists_every_verb() -> None:
    help_text = parser().format_help()
    assert all(verb in help_text for verb in VERBS)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        pytest.param(["why", "x", "--state", "NONE"], 1, "holds no state", id="a missing state"),
        pytest.param(["group", "NONE"], 2, "cannot be read", id="a missing file"),
        pytest.param(["build", "--date", "soon"], 2, "write it as", id="a day that is none"),
        pytest.param(["build", "--feeds", "NONE"], 2, "is no folder", id="feeds that are none"),
        pytest.param(["build", "--config", "NONE"], 1, "--config", id="missing settings"),
        pytest.param(["import", "--from", "NONE", "--state", "NONE"], 2, "is no export", id="an export that is none"),
        pytest.param(["export", "--feeds", "NONE", "--opml", "NONE"], 2, "lists no source", id="no sources to export"),
        pytest.param(["serve", "--site", "NONE"], 2, "NONE", id="a site that is none"),
    ],
)
def test_a_fault_is_one_clear_line(
    words: list[str], code: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none") if word == "NONE" else word for word in words]) == code
    (line,) = capsys.readouterr().err.strip().split("\n")
    assert line.startswith("digest: ")
    assert told.replace("NONE", str(tmp_path / "none")) in line


ROWS = [
    {"id": "b", "title": "Ferry held", "text": "“I ran for the winch,” lock keeper Ada Merrin said.", "lang": "en"},
    {"id": "a", "text": "Baker closes. Henrike Sol said: “My hands are older than the oven.”", "date": None},
]


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("group", {"id", "story", "saga", "copy_group", "original", "relation", "new_paragraphs", "reasons"}),
        ("quotes", {"id", "quotes"}),
    ],
)
def test_the_engine_answers_one_line_an_article_in_the_order_given(
    verb: str, fields: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    assert main([verb, str(file)]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in found] == ["b", "a"]
    assert set(found[0]) == fields


def test_quotes_are_slices_of_the_text_exactly_as_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "\r\n  e\u0301 “I ran for the winch,”\u00a0lock keeper Ada Merrin said.\n"
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps({"id": "a", "text": text}), encoding="utf-8")
    main(["quotes", str(file)])
    (quote,) = json.loads(capsys.readouterr().out)["quotes"]
    assert text[quote["start"] : quote["end"]] == quote["text"]
    assert quote["speaker_resolved"] == "Ada Merrin"


def test_a_damaged_line_names_file_line_and_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text('{"id": "a", "text": "x"}\n{"id": 3}\n', encoding="utf-8")
    assert main(["quotes", str(file)]) == 2
    assert f"{file}:2" in capsys.readouterr().err


def test_sources_are_exported_for_a_feed_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    feeds, file = tmp_path / "feeds", tmp_path / "feeds.opml"
    feeds.mkdir()
    (feeds / "sources.yml").write_text("sources:\n  - url: https://harbour.example/f?k=${KEY}\n", encoding="utf-8")
    assert main(["export", "--feeds", str(feeds), "--opml", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: 1 source\n"
    assert 'xmlUrl="https://harbour.example/f?k=${KEY}"' in file.read_text("utf-8")


def test_a_check_says_what_is_wrong_with_a_topic(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "topics.yml").write_text("topics:\n  - name: Dams\n    match: [weir, dam AND (]\n", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 3
    told = capsys.readouterr().out
    assert "topics.yml: list, 1 topic\n  bad-topic: `dam AND (` cannot be read: a phrase is missing.\n" in told
