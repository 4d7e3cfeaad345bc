"""The first night after a state was restored from its site: full texts where feeds still have them, and grouping's memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from digest.grouping import Memory, group_night
from digest.grouping.memory import Block
from digest.grouping.naming import free_path
from digest.ingest.articles import Arrivals, KnownIdentities, identity_keys, to_articles
from digest.ingest.identity import digest_of
from digest.mapping import map_articles
from digest.model import Article, CopyGroup, Entry, Overrule, Story
from digest.quotes import find_quotes
from digest.restore import RESTORED, is_restored
from digest.state import ArticleQuotes, Identity, Placement, Tombstone, Version
from digest.store import Store
from digest.tombstones import entombed


def revive(store: Store, entries: Sequence[Entry], overrules: Sequence[Overrule], night: datetime) -> None:
    """Give the restored articles their texts back as far as ``entries`` have them, and make grouping's memory from all.

    Articles keep their ids, stories and dates, whatever grouping would say today. What would open the address of a story
    that was taken down is buried again. One transaction; doing it again changes nothing.
    """
    restored = {article.id: article for article in store.articles.all() if is_restored(article)}
    arrivals = to_articles(entries, KnownIdentities(_ids(store, entries, restored)), night=night)
    revived = [_revived(article, restored[article.id]) for article in arrivals.new if article.id in restored]
    quotes = tuple(map_articles(_quotes, revived))
    buried = _buried(store, [article for article in arrivals.new if article.id not in restored], arrivals, night)
    with store.transaction():
        store.articles.put(revived)
        store.versions.put(_changed(revived, restored, night))
        store.quotes.put(quotes)
        store.identities.put(Identity(key, article) for key, article in arrivals.keys if article in restored)
        store.tombstones.put(buried)
        replayed = _replayed(store, overrules)
        _agree(store, replayed)
        store.remember(_relabelled(store, replayed).rows())
        store.set_fact(RESTORED, "")


def _ids(store: Store, entries: Sequence[Entry], restored: Mapping[str, Article]) -> dict[str, str]:
    """The restored article that each key names: as stored, or since an article's id is the hash of its strongest key."""
    keys = identity_keys(entries)
    ids = {key: name for key in keys if (name := digest_of(key)) in restored}
    return ids | {found.key: found.article for found in store.identities.where("key", keys)}


def _revived(article: Article, before: Article) -> Article:
    """The article as read again, known since before. A day without a time was printed as its last second, which was no date of the publisher."""
    published = article.published if article.day_only else before.published or article.published
    return replace(article, first_seen=before.first_seen, published=published)


def _changed(revived: Iterable[Article], restored: Mapping[str, Article], night: datetime) -> Iterator[Version]:
    """What pages were printed from, where an article was changed after that."""
    for article in revived:
        before = restored[article.id]
        if before.content_hash not in ("", article.content_hash):
            yield Version(before, night)


def _quotes(article: Article) -> ArticleQuotes:
    found = find_quotes(article.id, article.text, language=article.language, block_quotes=article.block_quotes)
    return ArticleQuotes(article.id, found)


def _buried(store: Store, new: Iterable[Article], arrivals: Arrivals, night: datetime) -> list[Tombstone]:
    """Tombstones of articles that would open the address of a story that was taken down."""
    gone = {state.story.path for state in store.stories.all() if not state.story.groups and not state.story.merged_into}
    back = {article.id for article in new if gone and free_path(article, lambda _: False) in gone}
    reason = "Taken down before the state was restored."
    return [Tombstone(entombed(store, key), "article", night, reason) for key, name in arrivals.keys if name in back]


def _replayed(store: Store, overrules: Sequence[Overrule]) -> Memory:
    """What grouping remembers once all articles have come in again, night by night as they did."""
    nights: defaultdict[datetime, list[Article]] = defaultdict(list)
    for article in store.articles.all():
        nights[article.first_seen].append(article)
    memory = Memory.empty()
    for night in sorted(nights):
        memory = group_night(nights[night], memory, overrules=overrules).memory
    return memory


@dataclass(frozen=True, slots=True)
class _Placed:
    """Who is where: ``story`` and ``group`` of each article as restored, ``members`` of each story."""

    story: Mapping[str, str]
    group: Mapping[str, str]
    members: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, placements: Iterable[Placement]) -> _Placed:
        listed = tuple(placements)
        members: defaultdict[str, set[str]] = defaultdict(set)
        for placement in listed:
            members[placement.story].add(placement.article)
        return cls(
            {placement.article: placement.story for placement in listed},
            {placement.article: placement.group for placement in listed},
            {story: frozenset(articles) for story, articles in members.items()},
        )


def _agree(store: Store, memory: Memory) -> None:
    """Take the copy groups and joins of stories that came out again as they were: they say more than the pages did."""
    placed = _Placed.of(store.placements.all())
    for name in sorted(memory.raw_stories):
        story = memory.story(name)
        groups = [memory.group(group) for group in story.groups if group in memory.raw_groups]
        articles = frozenset(article for group in groups for article in group.members)
        if not articles or placed.members.get(name, frozenset()) != articles:
            continue
        state = store.stories.get(name)
        assert state is not None, "who is placed in a story has one"
        store.groups.put(groups)
        store.stories.put([replace(state, story=_joined(state.story, story))])
        store.placements.put(Placement(article, group.id, name) for group in groups for article in group.members)


def _joined(restored: Story, replayed: Story) -> Story:
    return replace(replayed, path=restored.path, slug=restored.slug, saga=restored.saga)


def _relabelled(store: Store, memory: Memory) -> Memory:
    """The memory with every article in the group and story that the state has it in."""
    placed = _Placed.of(store.placements.all())
    blocks = tuple(_block(block, placed) for block in memory.blocks)
    groups = {name for block in blocks for name in block.groups}
    stories = {name for block in blocks for name in block.stories}
    return Memory(
        blocks,
        memory.vocabulary,
        dict(_raw(store.groups.where("id", groups))),
        dict(_raw(state.story for state in store.stories.where("id", stories))),
    )


def _block(block: Block, placed: _Placed) -> Block:
    groups = tuple(placed.group[article] for article in block.ids)
    return replace(block, groups=groups, stories=tuple(placed.story[article] for article in block.ids))


def _raw(values: Iterable[CopyGroup | Story]) -> Iterator[tuple[str, bytes]]:
    return ((value.id, msgspec.json.encode(value)) for value in values)
