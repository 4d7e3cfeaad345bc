"""What someone who has never seen YAML drops into the folder is read, or answered in one line with what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from digest.ingest.check import check_path, check_text
from digest.ingest.folder import read_folder
from digest.ingest.recognise import recognise

HARBOUR = "https://harbour.example/feed"
READ: dict[str, str | bytes] = {
    "addresses, one a line": f"{HARBOUR}\n",
    "a name before the address": f"# ours\n\nHarbour Post: {HARBOUR}\n",
    "a name after the address": f"- {HARBOUR} Harbour Post\r\n",
    "a link of Markdown": f"* [Harbour Post]({HARBOUR})\n",
    "a shortcut of Windows": f"[InternetShortcut]\r\nURL={HARBOUR}\r\nIconIndex=0\r\n",
    "a shortcut of a Linux desktop": f"[Desktop Entry]\nType=Link\nName=Harbour Post\nURL={HARBOUR}\n",
    "a shortcut of a Mac": f'<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x">\n<plist version="1.0">\n'
    f"<dict>\n\t<key>URL</key>\n\t<string>{HARBOUR}</string>\n</dict>\n</plist>",
    "the settings of a planet": f"# Ours\n[Planet]\nname = Harbour Planet\nlink = https://planet.example/\n\n[{HARBOUR}]\nname = Harbour\n",
    "settings that begin with a section": f"[harbour]\n  title = Harbour\n  link  = https://harbour.example\n  feed  = {HARBOUR}\n",
    "a list with line ends of Windows": f"\ufeffsources:\r\n  - name: Harbour\r\n    url: {HARBOUR}\r\n",
    "a list as Notepad saves Unicode": f"sources:\r\n  - url: {HARBOUR}\r\n".encode("utf-16"),
    "a list without its heading": f"- name: Harbour\n  url: {HARBOUR}\n",
    "one source without its hyphen": f"sources:\n  name: Harbour\n  url: {HARBOUR}\n",
    "a list written as JSON": f'{{"sources": [{{"name": "Harbour", "url": "{HARBOUR}"}}]}}',
    "an address without its scheme": "sources:\n  - url: harbour.example/feed\n",
    "quotation marks of a word processor": f"sources:\n  - name: “Harbour”\n    url: “{HARBOUR}”\n",
}
SLIPS = {
    "a misspelt key": (f"sources:\n  - name: Harbour\n    ulr: {HARBOUR}\n", "Write `url` for `ulr`."),
    "another word for a key": (f"sources:\n  - link: {HARBOUR}\n", "Write `url` for `link`."),
    "a misspelt heading": (f"source:\n  - url: {HARBOUR}\n", "Write `sources:`."),
    "a heading in capitals": (f"SOURCES:\n  - url: {HARBOUR}\n", "Write `sources:`."),
    "a tab": (f"sources:\n\t- url: {HARBOUR}\n", "Use spaces"),
    "a line moved in too far": (f"sources:\n  - name: Harbour\n     url: {HARBOUR}\n", "same number of spaces"),
    "a second colon": (f"sources:\n  - name: Radio 4: News\n    url: {HARBOUR}\n", "in quotes"),
    "no space behind a colon": (f"sources:\n  - name:Harbour\n    url:{HARBOUR}\n", "`name: …`"),
}


def _zip(name: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, "x" * 500)
    return held.getvalue()


FOREIGN = {
    "a PDF": (b"%PDF-1.7\n" + bytes(range(256)) * 9, "This is a PDF."),
    "a Word document": (_zip("word/document.xml"), "This is a document of an office program."),
    "an old Word document": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900),
        "This is a document of an office program.",
    ),
    "a zip": (_zip("a.txt"), "This is an archive (zip)."),
    "formatted text": (rb"{\rtf1\ansi The dam holds.\par}", "This is a text with formatting (RTF)."),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "This is a picture."),
    "a table": (b'"Title";"URL";"Date"\r\nDam holds;https://harbour.example/dam;2026-03-04\r\n', "This is a table."),
    "noise": (bytes(range(1, 256)) * 9, "This is no text in any format that Digest reads."),
}
TEXTS = {
    "a text that ends with a link": f"The dam holds, the minister said.\n\n{HARBOUR}\n",
    "a text with a link in it": f"The minister wrote about it on {HARBOUR} and then went on holiday until the end of the month, as every year.\n",
    "a header with a source": "source: Harbour Post\ntitle: Dam holds\n\nThe dam holds, the minister said.\n",
    "a text with sections and sums": "[Budget]\nIncome = 3 million\nThe mayor spoke of a good year.\nSpending = 2 million\nSee https://harbour.example/budget for more.\n",
    "a text with a bullet": "What we know:\n\n- name: Ann Weller\n- age: not told\n",
    "a text with a comma early": "Title, text and tears: how the dam was named\n\nIt was named at night.\n",
}


@pytest.mark.parametrize("case", READ)
def test_it_is_read_as_a_source(case: str, tmp_path: Path) -> None:
    written = READ[case]
    (tmp_path / "Harbour.txt").write_bytes(written if isinstance(written, bytes) else written.encode())
    folder = read_folder(tmp_path, env={})
    assert [source.url for source in folder.sources] == [HARBOUR]
    assert folder.sources[0].name.startswith(("Harbour", "harbour.example"))
    assert (folder.documents, folder.problems) == ((), ())


@pytest.mark.parametrize("case", SLIPS)
def test_a_slip_is_answered_with_one_remedy(case: str, tmp_path: Path) -> None:
    text, remedy = SLIPS[case]
    (tmp_path / "sources.yml").write_text(text, encoding="utf-8")
    check = check_path(tmp_path, env={})
    assert [remedy in fault.remedy for fault in check.problems] == [True]
    assert [row.kind for row in check.files] == ["list"]


@pytest.mark.parametrize("case", FOREIGN)
def test_what_is_no_text_is_called_by_its_name(case: str, tmp_path: Path) -> None:
    data, name = FOREIGN[case]
    (tmp_path / "file").write_bytes(data)
    assert [fault.detail for fault in check_path(tmp_path, env={}).problems] == [name]


@pytest.mark.parametrize("case", TEXTS)
def test_a_text_stays_a_text(case: str) -> None:
    assert recognise(TEXTS[case]) == "text"


def test_a_secret_in_a_list_that_cannot_be_read_is_not_shown(tmp_path: Path) -> None:
    for number, row in enumerate(["name: a: https://a.example/?key=s3cret", "url:https://a.example/?key=s3cret"]):
        (tmp_path / f"{number}.yml").write_text(f"sources:\n  - {row}\n", encoding="utf-8")
    assert "s3cret" not in check_text(check_path(tmp_path, env={}))


def test_a_shortcut_without_an_address_gives_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.webloc").write_text(
        "<plist><dict><key>URL</key><string>\n</string></dict></plist>", encoding="utf-8"
    )
    folder = read_folder(tmp_path, env={})
    assert (folder.sources, [found.path for found in folder.lists]) == ((), ["a.webloc"])


def test_a_list_that_is_all_remarks_is_told_to_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_text("# sources:\n#   - url: https://harbour.example/feed\n", encoding="utf-8")
    assert "sources.yml: list that holds nothing yet" in check_text(check_path(tmp_path, env={}))


def test_a_list_counts_its_own_sources_though_another_has_them_too(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(HARBOUR, encoding="utf-8")
    told = check_text(check_path(tmp_path, env={}))
    assert "b.txt: list, 1 source" in told
    assert "1 source to fetch" in told
