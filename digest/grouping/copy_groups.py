"""Copy groups as the model tells them, from what the copy room decided about rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.copies.fold import Folding
from digest.copies.relation import Adoption
from digest.grouping.memory import Block, Memory
from digest.model import Article, Copy, CopyGroup


def placed_groups(kept: Sequence[Block], block: Block, folding: Folding) -> tuple[str, ...]:
    """The copy group of each of tonight's articles; ``kept`` are the blocks that were folded with them."""
    names = [name for past in kept for name in past.groups] + list(block.ids)
    return tuple(names[row] for row in folding.group.tolist())


def template_pairs(kept: Sequence[Block], block: Block, folding: Folding) -> frozenset[tuple[str, str]]:
    """Pairs of copy groups, an older and one of tonight, that fill in one template with other facts."""
    names = [name for past in (*kept, block) for name in past.groups]
    older, newer = (rows.tolist() for rows in folding.templates)
    return frozenset((names[left], names[right]) for left, right in zip(older, newer, strict=True))


def changed_groups(
    memory: Memory, kept: Sequence[Block], block: Block, folding: Folding, articles: Mapping[str, Article]
) -> dict[str, CopyGroup]:
    """The copy groups that are new or won an article, complete, in order of their ids."""
    ids = [name for past in (*kept, block) for name in past.ids]
    names = [name for past in kept for name in past.groups] + list(block.ids)
    groups = {own: CopyGroup(own, own) for own, name in zip(block.ids, block.groups, strict=True) if own == name}
    for adoption in folding.adoptions:
        group = _group(names[adoption.group], adoption, ids, memory)
        groups[group.id] = group
    return {name: _with_agency(groups[name], articles) for name in sorted(groups)}


def _group(name: str, adoption: Adoption, ids: Sequence[str], memory: Memory) -> CopyGroup:
    """The group as it now stands; members whose shingles are forgotten stay as they were."""
    copies = {
        ids[member.row]: Copy(ids[member.row], member.relation, member.score, member.new_paragraphs, member.reason)
        for member in adoption.members
    }
    original = ids[adoption.original]
    if name not in memory.raw_groups:
        return CopyGroup(name, original, tuple(copies.values()))
    before = memory.group(name)
    seen = {original, *copies}
    old = [copy for copy in before.copies if copy.article not in seen]
    if before.original not in seen:
        forgotten = {copy.article: copy for copy in before.copies}
        if original in forgotten:
            copies[original] = forgotten[original]
        original = before.original
    return CopyGroup(name, original, (*old, *copies.values()), before.agency)


def _with_agency(group: CopyGroup, articles: Mapping[str, Article]) -> CopyGroup:
    """The group with the agency that one of its articles of tonight names, the original's first."""
    members = (group.original, *(copy.article for copy in group.copies))
    told = [articles[name].agency for name in members if name in articles and articles[name].agency]
    return CopyGroup(group.id, group.original, group.copies, group.agency or (told[0] if told else None))
