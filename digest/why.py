"""Why an article is where it is, told from what was decided and kept; nothing is decided again."""

from __future__ import annotations

from collections.abc import Iterator

from digest.errors import UsageError
from digest.model import Article, Copy, CopyGroup, Join, Story
from digest.state import StoryState
from digest.store import Store


def why(store: Store, identifier: str) -> str:
    """What the state knows of the article or story ``identifier``: its copy group, story, scores, reasons, nearest story.

    Raises UsageError where no article and no story has that id.
    """
    article = store.articles.get(identifier)
    if article is not None:
        return "\n".join(_article(store, article))
    state = store.stories.get(identifier)
    if state is not None:
        return "\n".join(_story(store, state))
    raise UsageError(f"{identifier}: is no article and no story of this state; ids stand in `digest export` and data/")


def _article(store: Store, article: Article) -> Iterator[str]:
    yield f"Article {article.id}: {_title(article)} ({article.outlet}, {article.when:%Y-%m-%d %H:%M} UTC)"
    placement = store.placements.get(article.id)
    if placement is None:
        yield "It is in no story yet: it waits, or was taken out."
        return
    group = store.groups.get(placement.group)
    state = store.stories.get(placement.story)
    assert group is not None, placement.group
    assert state is not None, placement.story
    yield from _copy(store, group, article)
    yield from _join(store, state.story, group.id)
    yield f"Page: stories/{state.story.path}/"


def _copy(store: Store, group: CopyGroup, article: Article) -> Iterator[str]:
    copy = next((copy for copy in group.copies if copy.article == article.id), None)
    if copy is None:
        yield f"Original of copy group {group.id}" + (f" with {len(group.copies)} copies." if group.copies else ".")
        return
    original = store.articles.get(group.original)
    assert original is not None, group.original
    yield f"Copy ({_relation(copy)}) of {original.id}: {_title(original)} ({original.outlet}), score {copy.score:.2f}"
    if copy.reason:
        yield f"  {copy.reason}"
    if copy.new_paragraphs:
        yield f"  Paragraphs of its own: {', '.join(str(number + 1) for number in copy.new_paragraphs)}"


def _relation(copy: Copy) -> str:
    return str(copy.relation)


def _join(store: Store, story: Story, group: str) -> Iterator[str]:
    yield f"Story {story.id}: {story.slug}"
    join = next((join for join in story.joins if join.group == group), None)
    if join is not None and join.came_from:
        yield f"  It came with {join.came_from}, which turned out to be this story; its page leads here."
    if join is None or not join.evidence:
        yield "  It opened the story."
    else:
        yield f"  Joined with score {join.score:.2f}:"
        yield from (f"    {reason.kind}: {reason.detail} ({reason.score:.2f})" for reason in join.evidence)
    yield from _nearest(store, join)


def _nearest(store: Store, join: Join | None) -> Iterator[str]:
    if join is None or join.nearest is None:
        yield "  No other story came near."
        return
    state = store.stories.get(join.nearest)
    name = state.story.slug if state else "a story no longer kept"
    yield f"  Kept out of {join.nearest} ({name}), score {join.nearest_score:.2f}: {join.nearest_reason}"


def _story(store: Store, state: StoryState) -> Iterator[str]:
    story = state.story
    yield f"Story {story.id}: {story.slug}, saga {story.saga}"
    yield f"Page: stories/{story.path}/"
    if story.merged_into:
        yield f"Merged into {story.merged_into}, whose page took its place."
    for group in store.groups.where("id", story.groups):
        for article in store.articles.where("id", group.members):
            yield f"  {article.id}: {_title(article)} ({article.outlet})"
        yield from (f"  {line}" for line in _join(store, story, group.id) if not line.startswith("Story "))


def _title(article: Article) -> str:
    return article.headline or article.text[:80].split("\n")[0]
