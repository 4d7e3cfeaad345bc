"""How much of an edition a page or a mail tells, and of all people a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the site reads only LISTED, and the edition's rooms are a third of what it would load
    from digest.edition.tallies import Tally

LISTED = 40
"""Stories after those told that home and the mail name, a line each; the day's own page names all."""

REGISTERED = 5_000
"""People in the register and in the list of feeds (range 1,000 to 20,000). Of 4,000 people quoted in a stream of 2,900 articles
84 of 100 were quoted once: after ten nights of 5,000 articles there are 43,000, a page of 6 MB and 11 MB of feeds that nobody
takes, made anew every night. Everybody keeps a page, data and feeds, and stands in the index of all addresses."""


def registered(people: Sequence[Tally]) -> tuple[Tally, ...]:
    """Those of ``people`` that a register of ``REGISTERED`` has room for, in their order: who was quoted last, then who most."""
    if len(people) <= REGISTERED:
        return tuple(people)
    ranked = sorted(people, key=lambda one: (-(one.last.toordinal() if one.last else 0), -one.count, one.slug))
    kept = {one.slug for one in ranked[:REGISTERED]}
    return tuple(one for one in people if one.slug in kept)
