"""The place and agency that open a report: ``VELLMAR, March 6 (National Wire) -``."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from digest.languages.agencies import AGENCIES
from digest.languages.dates import MONTH_NAMES
from digest.text.normalise import fold

LOOK_CHARS = 160
"""A dateline ends within this many characters (range 80 to 250; the longest real one seen had 92)."""
_MONTH = "|".join(
    sorted(
        {name for names in MONTH_NAMES.values() for row in names for name in row.split()},
        key=lambda name: (-len(name), name),
    )
)
_PLACE = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+|[A-ZÀ-Þ][\w'’.-]+)(?:(?:[ /]|,\s)(?:[A-ZÀ-Þ][\w'’.-]*|de|la|of|del|al|am|an der))*"
_CAPITAL_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}(?:(?:[ /]|,\s)[A-ZÀ-Þ][\w'’.-]+){0,4}"
_DAY = rf"(?:,?\s(?:(?i:{_MONTH})\.?\s\d{{1,2}}|\d{{1,2}}\.?\s(?i:{_MONTH})\.?)(?:,?\s\d{{4}})?)?"
_DASH = r"\s?(?:--|[-–—])+\s"
WITH_AGENCY = re.compile(
    rf"(?P<place>{_PLACE})?{_DAY}\s?\((?P<agency>[^\W\d_][\w .&/’'-]{{1,40}})\)\s?(?:{_DASH}|:\s|\s)"
)
WITHOUT_AGENCY = re.compile(rf"(?P<place>{_CAPITAL_PLACE}){_DAY}{_DASH}")


class Dateline(NamedTuple):
    """The opening as printed, and the agency it names, as printed; either may be missing."""

    text: str | None
    agency: str | None


def read_dateline(text: str) -> Dateline:
    """The dateline that opens ``text``, if one does.

    >>> read_dateline("VELLMAR, March 6 (National Wire) - Infrastructure minister")
    Dateline(text='VELLMAR, March 6 (National Wire)', agency='National Wire')
    >>> read_dateline("OSTROW – A warehouse burned")
    Dateline(text='OSTROW', agency=None)
    """
    head = text[:LOOK_CHARS].partition("\n")[0]
    found = WITH_AGENCY.match(head)
    # In small letters a bracket after a name is an age, a party or an abbreviation.
    if found and _is_dateline(found):
        return Dateline(found.group()[: found.end("agency") - found.start() + 1].strip(), found.group("agency").strip())
    bare = WITHOUT_AGENCY.match(head)
    return Dateline(re.sub(rf"{_DASH}$", "", bare.group()).strip() if bare else None, None)


def _is_dateline(found: re.Match[str]) -> bool:
    place = found.group("place")
    if place and not place[:1].isupper():
        return False
    closed_by_dash = found.group().rstrip()[-1] in "-–—"
    known = fold(found.group("agency")) in AGENCIES
    return closed_by_dash or (known and (not place or place.isupper()))


def agency_of(byline: str | None, dateline: str | None, outlet: str | None, local: Collection[str]) -> str | None:
    """The agency a report is from: that of its dateline, else of its byline, else the outlet where that is one.

    ``local`` are folded names of agencies seen in other datelines of the same night: agencies that no table knows.
    """
    if dateline:
        return AGENCIES.get(fold(dateline), dateline)
    for name in re.split(r",|;|/|\band\b|\bwith\b|\bund\b|\bet\b", byline or ""):
        folded = fold(name)
        if folded in AGENCIES:
            return AGENCIES[folded]
        if folded and folded in local:
            return name.strip()
    folded = fold(outlet or "")
    if folded in AGENCIES:
        return AGENCIES[folded]
    return outlet if folded and folded in local else None
