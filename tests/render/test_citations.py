"""Citations as BibTeX, RIS and CSL-JSON, read by strict readers written from the grammars and not from what Digest writes."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.edition.story import StoryPage
from digest.render.files import Site, render_stories

PATH = "data/stories/2026/03/04/minister-rejects-audit-vellmar-dam"
BIBTEX_MACROS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
"""Names without braces that every BibTeX style defines."""
KEY = re.compile(r"[A-Za-z0-9:._/+-]+")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")
RIS_TAGS = frozenset(["TY", "ER", "TI", "AU", "PB", "PY", "DA", "UR", "N1"])
SPECIAL = frozenset("&%$#_")
"""Signs that TeX takes for commands unless a backslash stands before them."""
VERBATIM = frozenset({"url"})
"""Fields that styles set as they are."""


class BibtexReader:
    """Reads ``@type{key, name = {value}, …}`` entries with nothing but blanks between them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def entries(self) -> list[dict[str, str]]:
        """Each entry's fields, with ``ENTRY`` its type and ``ID`` its key. Raises ValueError at the first sign that fits no rule."""
        found = []
        self._blanks()
        while self._at < len(self._text):
            found.append(self._entry())
            self._blanks()
        return found

    def _entry(self) -> dict[str, str]:
        self._take("@")
        fields = {"ENTRY": self._word(NAME)}
        self._take("{")
        fields["ID"] = self._word(KEY)
        while self._next(","):
            if self._peek() == "}":
                break
            name = self._word(NAME).lower()
            self._take("=")
            if name in fields:
                raise ValueError(f"{name} stands twice")
            fields[name] = self._value(verbatim=name in VERBATIM)
        self._take("}")
        return fields

    def _value(self, *, verbatim: bool) -> str:
        if self._peek() != "{":
            macro = self._word(NAME)
            if macro not in BIBTEX_MACROS:
                raise ValueError(f"{macro} is no macro")
            return macro
        start, depth = self._at, 0
        while self._at < len(self._text):
            sign, before = self._text[self._at], self._text[self._at - 1]
            depth += (sign == "{") - (sign == "}")  # BibTeX counts braces whether or not a backslash stands before them
            if sign in SPECIAL and before != "\\" and not verbatim:
                raise ValueError(f"{sign} would be a command")
            self._at += 1
            if depth == 0:
                return self._text[start + 1 : self._at - 1]
        raise ValueError("a brace is not closed")

    def _blanks(self) -> None:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1

    def _peek(self) -> str:
        self._blanks()
        return self._text[self._at : self._at + 1]

    def _next(self, sign: str) -> bool:
        found = self._peek() == sign
        self._at += found
        return found

    def _take(self, sign: str) -> None:
        if not self._next(sign):
            raise ValueError(f"{sign!r} is missing at {self._text[self._at : self._at + 30]!r}")

    def _word(self, pattern: re.Pattern[str]) -> str:
        self._blanks()
        match = pattern.match(self._text, self._at)
        if not match:
            raise ValueError(f"no name at {self._text[self._at : self._at + 30]!r}")
        self._at = match.end()
        return match[0]


def read_ris(text: str) -> list[dict[str, str]]:
    """Each record's fields by tag. Raises ValueError for a line that is none, a tag twice, or a record without an end."""
    records: list[dict[str, str]] = []
    open_record: dict[str, str] | None = None
    *lines, rest = text.split("\r\n")
    if rest:
        raise ValueError("the last line has no end")
    for line in lines:
        match = RIS_LINE.fullmatch(line)
        if not match or match[1] not in RIS_TAGS:
            raise ValueError(f"{line!r} is no line of RIS")
        tag, value = match.groups()
        if (tag == "TY") is not (open_record is None) or tag in (open_record or {}):
            raise ValueError(f"{tag} stands where it may not")
        if tag == "ER":
            records.append(open_record or {})
            open_record = None
        else:
            open_record = {**(open_record or {}), tag: value}
    if open_record is not None:
        raise ValueError("the last record does not end")
    return records


@pytest.fixture
def story(dam: StoryPage, site: Site) -> dict[str, bytes]:
    return {file.path: file.data for file in render_stories((dam.view,), site)}


TEX = re.compile(r"\\\\([&%$#_])")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def test_the_page_and_every_report_are_cited_alike_in_the_three_formats(story: dict[str, bytes]) -> None:
    csl = json.loads(story[f"{PATH}.csl.json"])
    bib = BibtexReader(story[f"{PATH}.bib"].decode()).entries()
    ris = read_ris(story[f"{PATH}.ris"].decode())
    assert len(csl) == len(bib) == len(ris) == 7
    assert [entry["ID"] for entry in bib] == [item["id"] for item in csl]
    assert len({entry["ID"] for entry in bib}) == 7
    for item, entry, record in zip(csl, bib, ris, strict=True):
        assert TEX.sub(r"\1", entry["title"]) == f"{{{item['title']}}}"
        assert record["TI"] == item["title"]
        assert TEX.sub(r"\1", entry["organization"]) == record["PB"] == item["container-title"]
        assert TEX.sub(r"\1", entry["note"]) == record["N1"] == item["note"]
        assert entry.get("url") == record.get("UR") == item.get("URL")
        assert [entry.get("author", "")[1:-1], record.get("AU", "")] == [
            one["literal"] for one in item.get("author", [{"literal": ""}])
        ] * 2
        year, month, day = item["issued"]["date-parts"][0]
        assert (entry["year"], entry["month"]) == (record["PY"], MONTHS[month - 1]) == (str(year), MONTHS[month - 1])
        assert entry["date"] == record["DA"].replace("/", "-") == f"{year}-{month:02}-{day:02}"
        assert (record["TY"], item["type"]) in {("ELEC", "webpage"), ("NEWS", "article-newspaper")}


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=60) | st.just('Dams } & {weirs}, "50 %" _of_ $5 #1\\ \r\nER  - x'))
def test_whatever_a_title_holds_every_citation_is_read_whole(dam: StoryPage, site: Site, title: str) -> None:
    source = replace(dam.view.coverage[0], headline=title, byline=title)
    view = replace(
        dam.view,
        headline=replace(dam.view.headline, text=title),
        coverage=(source, *dam.view.coverage[1:]),
    )
    files = {file.path: file.data.decode("utf-8", "surrogatepass") for file in render_stories((view,), site)}
    assert len(BibtexReader(files[f"{PATH}.bib"]).entries()) == 7
    assert len(read_ris(files[f"{PATH}.ris"])) == 7
    assert len(json.loads(files[f"{PATH}.csl.json"])) == 7


READERS = {
    "an open brace": "@online{a,\n title = {b,\n}\n",
    "a command": "@online{a,\n title = {b & c},\n}\n",
    "a field twice": "@online{a,\n title = {b},\n title = {c},\n}\n",
    "no comma": "@online{a,\n title = {b}\n note = {c},\n}\n",
}


@pytest.mark.parametrize("case", READERS)
def test_the_reader_of_citations_refuses_what_is_wrong(case: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        BibtexReader(READERS[case]).entries()
    with pytest.raises(ValueError, match=r"."):
        read_ris("TY  - NEWS\r\nTI  - a\nb\r\nER  - \r\n")


def test_a_citation_key_stays_when_the_headline_changes(dam: StoryPage, site: Site) -> None:
    other = replace(dam.view, headline=replace(dam.view.headline, text="Another"))
    one, two = (
        json.loads({f.path: f.data for f in render_stories((view,), site)}[f"{PATH}.csl.json"])[0]["id"]
        for view in (dam.view, other)
    )
    assert one == two
