"""The tables of a language, found by its tag."""

from __future__ import annotations

from digest.languages import names_en, speech_en
from digest.languages.names import NameTable
from digest.languages.reports import ReportTable, read_reports
from digest.languages.speech import SpeechTable

NAMES: dict[str, NameTable] = {"en": names_en.ENGLISH}
SPEECH: dict[str, SpeechTable] = {"en": speech_en.ENGLISH}


def primary(language: str) -> str:
    """The first part of a BCP 47 tag, in small letters.

    >>> primary("en-GB")
    'en'
    """
    return language.replace("_", "-").partition("-")[0].casefold()


def name_table(language: str) -> NameTable | None:
    """What classifies names in ``language``, or None where there is no table."""
    return NAMES.get(primary(language))


def speech_table(language: str) -> SpeechTable | None:
    """What attributes speech in ``language``, or None where there is no table."""
    return SPEECH.get(primary(language))


def report_table(language: str) -> ReportTable:
    """What is known of reported speech in ``language``: nothing where there is no table."""
    tag = primary(language)
    return read_reports(tag) if tag in SPEECH else ReportTable(frozenset(), {}, {})
