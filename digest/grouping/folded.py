"""The first half of a night: its articles folded into copy groups, and what the second half needs of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from digest.copies.fold import fold
from digest.grouping.copy_groups import changed_groups, placed_groups, template_pairs
from digest.grouping.memory import Block, Memory
from digest.grouping.window import heads, known_records, new_block, tonight_records
from digest.model import Article
from digest.text.fingerprints import Fingerprints, Terms, fingerprints, terms_of


@dataclass(frozen=True, eq=False)
class FoldedNight:
    """A night whose copies are folded.

    ``block`` has no terms and no stories yet; ``terms`` are those of the articles that lead a copy group. ``groups`` are
    the copy groups that are new or won an article, as JSON, complete. ``apart`` are pairs of copy groups of two events.
    """

    block: Block
    terms: Terms
    groups: Mapping[str, bytes]
    apart: frozenset[tuple[str, str]]


def fold_night(memory: Memory, tonight: Sequence[Article]) -> FoldedNight:
    """Fold articles that are in order and new to ``memory``, of which only the copy groups are looked at."""
    kept = [block for block in memory.blocks if block.shingles]
    prints = night_fingerprints(tonight)
    records = tonight_records(tonight, prints)
    folding = fold(known_records(kept), records)
    number, night = (memory.blocks[-1].number + 1, memory.blocks[-1].last_night + 1) if memory.blocks else (1, 1)
    block = new_block(number, night, tonight, records, folding)
    block = replace(block, groups=placed_groups(kept, block, folding))
    groups = changed_groups(memory, kept, block, folding, {article.id: article for article in tonight})
    raw = {name: msgspec.json.encode(group) for name, group in groups.items()}
    return FoldedNight(block, terms_of(prints, heads(block)), raw, template_pairs(kept, block, folding))


def night_fingerprints(night: Sequence[Article]) -> Fingerprints:
    """The fingerprints of a night's articles, in their order."""
    return fingerprints([article.headline or "" for article in night], [article.text for article in night])
