"""A page that a browser saved as one file, and a mail, give their article; what is made to be taken apart for ever gives a problem."""

from __future__ import annotations

import time
from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.cage import Cage
from digest.ingest.mime import MOST_BOUNDARIES, article_part, is_mime
from digest.ingest.read import read_document
from digest.model import Entry, Source

TEXT = "The minister said on Tuesday that the dam above Vellmar was safe, “and that is that”, as he put it in the café."
PAGE = f"<html><head><title>Dam is safe</title></head><body><article><h1>Dam is safe</h1><p>{TEXT}</p></article></body></html>"
SOURCE = Source("mail", path="mail")


def saved_page(encoding: str = "quoted-printable", charset: str = "utf-8") -> bytes:
    whole = EmailMessage()
    whole["From"] = "<Saved by a browser>"
    whole["Snapshot-Content-Location"] = "https://harbour.example/dam"
    whole["Subject"] = "Dam is safe"
    whole.set_content(PAGE, subtype="html", cte=encoding, charset=charset)
    whole.make_related()
    whole.add_related(b"\x89PNG" + bytes(300), "image", "png", cid="<a>")
    return whole.as_bytes()


def mail(html: bool = False) -> bytes:
    whole = EmailMessage()
    whole["From"] = "Ann Weller <ann@ministry.example>"
    whole["To"] = "desk@harbour.example"
    whole["Subject"] = "Minister: “The dam is safe”"
    whole["Date"] = "Wed, 04 Mar 2026 08:00:00 +0100"
    whole.set_content(f"{TEXT}\n\nSo far.\n")
    if html:
        whole.add_alternative(f"<p>{TEXT}</p><p>Unsubscribe here.</p>", subtype="html")
    whole.add_attachment("Not this.", filename="notes.txt")
    return whole.as_bytes()


def read(data: bytes, cage: Cage) -> tuple[Entry, ...]:
    return read_document(data, SOURCE, cage=cage).entries


@pytest.fixture(scope="module")
def cage() -> Iterator[Cage]:
    with Cage() as inside:
        yield inside


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("quoted-printable", "utf-8"), ("base64", "utf-8"), ("8bit", "utf-8"), ("base64", "cp1252")],
)
def test_a_page_saved_as_one_file_gives_its_article(encoding: str, charset: str, cage: Cage) -> None:
    (entry,) = read(saved_page(encoding, charset), cage)
    assert (entry.headline, entry.text, entry.url) == ("Dam is safe", TEXT, "https://harbour.example/dam")


@pytest.mark.parametrize("html", [False, True])
def test_a_mail_gives_its_text_with_subject_and_date(html: bool, cage: Cage) -> None:
    (entry,) = read(mail(html), cage)
    assert entry.headline == "Minister: “The dam is safe”"
    assert entry.text == f"{TEXT}\n\nSo far."
    assert entry.published is not None
    assert entry.published.isoformat() == "2026-03-04T07:00:00+00:00"


def test_a_mail_without_text_is_a_problem(cage: Cage) -> None:
    whole = EmailMessage()
    whole["Subject"] = "A picture"
    whole.set_content(bytes(90), "image", "png")
    assert [fault.code for fault in read_document(whole.as_bytes(), SOURCE, cage=cage).problems] == ["no-article"]


@pytest.mark.parametrize(
    "body",
    [
        b"--a\r\n" * (MOST_BOUNDARIES + 1),
        b"--a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 30 + b"\r\n" * 500_000,
        b"--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" * 2000,
        b"--a\r\nContent-Type: message/rfc822\r\n\r\n" * 1500,
        b"--a\r\nContent-Type: text/html; charset=\xff\xfe\r\nContent-Transfer-Encoding: base64\r\n\r\n=====\r\n",
    ],
    ids=["boundaries", "lines in parts", "multiparts", "mails in mails", "bad header"],
)
def test_a_hostile_mail_costs_little(body: bytes, cage: Cage) -> None:
    data = b"Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" + body
    before = time.process_time()
    assert read_document(data, SOURCE, cage=cage).problems
    assert time.process_time() - before < 5


@given(
    st.binary(max_size=300),
    st.sampled_from(["multipart/mixed; boundary=a", "text/html", "message/rfc822", "multipart/related"]),
)
@settings(max_examples=150, deadline=None)
def test_any_mail_is_taken_apart_without_an_exception(body: bytes, kind: str) -> None:
    data = b"Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: " + kind.encode() + b"\r\n\r\n--a\r\n" + body
    part = article_part(data)
    assert part is None or isinstance(part.data, bytes)


@pytest.mark.parametrize(
    "data", [b"title: Dam\ndate: 2026-03-04\n\nIt holds.", b"The dam: it holds.\n", b"<p>MIME-Version: 1.0</p>", b""]
)
def test_a_text_is_no_mail(data: bytes) -> None:
    assert not is_mime(data)
