"""One document, as bytes from anywhere, to its entries: unpacked, decoded, recognised, and read the strict way or in the cage."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace

from digest.incoming import Entry, Problem, Source
from digest.ingest.cage import Cage
from digest.ingest.documents import read_strict
from digest.ingest.encoding import Decoded, decode
from digest.ingest.foreign import foreign
from digest.ingest.mime import article_part, is_mime
from digest.ingest.reading import MOST_BYTES, MOST_ENTRIES, Reading, condense, problem
from digest.ingest.recognise import recognise
from digest.ingest.unpack import unpack
from digest.ingest.warc import is_warc, responses

NO_ARTICLE = frozenset({"no-article", "empty", "unknown-format"})
"""What is no fault of a page inside an archive: front pages and redirects are archived along with articles."""
STRICT_MOST_TAGS = 250_000
"""Documents with more tags go to the cage (range 50,000 to 1,000,000): a feed of 200 kB has about 5,000."""
STRICT_MOST_CHARS = 8_000_000
"""Longer documents go to the cage (range 1 to 15 million)."""


def read_document(data: bytes, source: Source, *, content_type: str | None = None, cage: Cage | None = None) -> Reading:
    """The entries of one document and what was wrong with it.

    ``data`` are the bytes as they came, gzipped or not, at most ``MOST_BYTES`` once unpacked; ``content_type`` is the
    transport's header, whose character set counts least. The format is told from the content. What is well-formed and tame is read here; what is damaged,
    huge or HTML is read in ``cage``, or in one of its own for this call. Never raises on bad input: every fault is a problem.
    """
    if is_warc(data):
        return _read_archive(data, source, cage)
    unpacked = unpack(data)
    problems: list[Problem] = []
    if unpacked.flaw == "too-large":
        return Reading("unknown", problems=(_too_large(source),))
    if unpacked.flaw:
        problems.append(_cut_off(source))
    if is_mime(unpacked.data):
        return _read_mime(unpacked.data, source, cage, problems)
    decoded = decode(unpacked.data, content_type)
    kind = recognise(decoded.text)
    if kind == "unknown":
        return Reading(kind, problems=condense((*problems, foreign(unpacked.data, source))))
    reading = read_text(decoded.text, kind, source, cage)
    if decoded.repaired and reading.entries:
        problems.append(_encoding(source, decoded))
    return replace(reading, problems=condense((*problems, *reading.problems))) if problems else reading


def _read_archive(data: bytes, source: Source, cage: Cage | None) -> Reading:
    """The entries of all readable documents of a WARC file."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    with nullcontext(cage) if cage is not None else Cage() as inside:
        for found in responses(data):
            if found.flaw:
                problems.append(_cut_off(source))
                continue
            page = replace(source, url=found.url or source.url)
            reading = read_document(found.data, page, content_type=found.content_type, cage=inside)
            entries += reading.entries
            problems += [
                replace(fault, item=fault.item or found.url)
                for fault in reading.problems
                if fault.code not in NO_ARTICLE
            ]
    if not entries and not problems:
        problems.append(_empty_archive(source))
    return Reading("warc", tuple(entries[:MOST_ENTRIES]), condense(problems))


def _read_mime(data: bytes, source: Source, cage: Cage | None, problems: Sequence[Problem]) -> Reading:
    """The entry of a mail, or of a page that a browser saved as one file."""
    part = article_part(data)
    if part is None or is_mime(part.data):
        return Reading("mail", problems=condense((*problems, _no_part(source))))
    page = replace(source, url=part.url or source.url)
    decoded = decode(part.data, part.content_type)
    reading = read_text(decoded.text, "html" if part.content_type.startswith("text/html") else "text", page, cage)
    return replace(reading, problems=condense((*problems, *reading.problems)))


def read_text(text: str, kind: str, source: Source, cage: Cage | None = None) -> Reading:
    """The reading of a decoded document of a recognised kind."""
    if len(text) <= STRICT_MOST_TAGS or (len(text) <= STRICT_MOST_CHARS and _tags(text) <= STRICT_MOST_TAGS):
        reading = read_strict(text, kind, source)
        if reading is not None:
            return reading
    if cage is not None:
        return cage.read(text, kind, source)
    with Cage() as own:
        return own.read(text, kind, source)


def _empty_archive(source: Source) -> Problem:
    return problem(
        source,
        "no-article",
        "The archive holds no page with an article.",
        "Check that pages, and not only their pictures and scripts, were archived.",
    )


def _no_part(source: Source) -> Problem:
    return problem(
        source, "no-article", "The mail holds no text.", "Open it, copy the text, and save that as a text file."
    )


def _tags(text: str) -> int:
    """About how many tags a document has at most, escaped ones included."""
    return text.count("<") + text.count("&") + text.count("\\u00")


def _too_large(source: Source) -> Problem:
    return problem(
        source,
        "too-large",
        f"The document is larger than {MOST_BYTES // 2**20} MiB once unpacked; nothing of it was read.",
        "Split it, or check that it is what you think: a small file that unpacks to this size is an attack.",
    )


def _cut_off(source: Source) -> Problem:
    return problem(
        source,
        "cut-off",
        "The compressed file is damaged or breaks off; what came before that was read.",
        "Fetch or copy it again.",
    )


def _encoding(source: Source, decoded: Decoded) -> Problem:
    return problem(
        source,
        "wrong-encoding",
        f"The document declares a wrong encoding, or none and is not in UTF-8; it was read as {decoded.encoding}.",
        "Check the accents of a headline; tell the publisher.",
    )
