"""A text is read with any header or none: what it says of the article is taken, what it says besides is not in the text."""

from __future__ import annotations

import pytest

from digest.ingest.plain import read_plain

BODY = "The dam holds, the minister said.\n\nSo far."
# Each case: the text, then its title, date, and author as written.
HEADERS = {
    "none": (BODY, None, None, None),
    "a date before the text": (f" date 2026-03-04 {BODY}", None, "2026-03-04", None),
    "lines of ours": (f"title: Dam holds\ndate: 2026-03-04\n\n{BODY}", "Dam holds", "2026-03-04", None),
    "no blank behind the colon": (f"title:Dam holds\n\n{BODY}", "Dam holds", None, None),
    "no blank line below": (f"TITLE: Dam holds\nAUTHOR: Ann Weller\n{BODY}", "Dam holds", None, "Ann Weller"),
    "that of a mail": (
        f"From: Ann Weller\nTo: desk@harbour.example\nSubject: Dam holds\nDate: Wed, 4 Mar 2026 08:00:00 +0100\nMIME-Version: 1.0\n\n{BODY}",
        "Dam holds",
        "Wed, 4 Mar 2026 08:00:00 +0100",
        "Ann Weller",
    ),
    "between hyphens": (
        f'---\ntitle: "Dam holds"\ntags: [dam]\ndate: 2026-03-04\n---\n\n{BODY}',
        "Dam holds",
        "2026-03-04",
        None,
    ),
    "a line that is a date": (f"4 March 2026\n\n{BODY}", None, "4 March 2026", None),
    "names nobody knows alone": (f"Brandt: It holds.\n\n{BODY}", None, None, None),
    "an address": (f"https://harbour.example/dam\n\n{BODY}", None, None, None),
    "a rule": (f"---\n\n{BODY}", None, None, None),
    "a quotation as the title": (f'title: "It holds," says Brandt\n\n{BODY}', '"It holds," says Brandt', None, None),
}


@pytest.mark.parametrize("case", HEADERS)
def test_a_header_is_read(case: str) -> None:
    text, title, published, author = HEADERS[case]
    item = read_plain(text)
    assert (item.title, item.published, item.authors) == (title, published, (author,) if author else ())
    assert (item.body or "").endswith(BODY)


@pytest.mark.parametrize("case", [case for case in HEADERS if HEADERS[case][1:3] != (None, None)])
def test_nothing_of_a_header_is_in_the_text(case: str) -> None:
    assert read_plain(HEADERS[case][0]).body == BODY


def test_speech_by_turns_is_text_and_no_header() -> None:
    turns = "Brandt: It holds.\nOkoro: It does not.\nBrandt: It does.\n"
    assert read_plain(turns).body == turns.strip()
