"""The blocks of the window and tonight, put together as the columns that the copy and story rooms work on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from digest.copies.fold import Folding
from digest.copies.records import CopyRecords
from digest.grouping.memory import BLOCK_ARTICLES, Block
from digest.model import Article
from digest.stories.records import StoryRecords
from digest.stories.records import concatenate as concatenate_stories
from digest.text.fingerprints import Fingerprints, Terms
from digest.text.ragged import Flat, Starts, owners, starts_of, sums
from digest.text.rubrics import is_rubric
from digest.text.sets import packed
from digest.text.tokens import tokenise
from digest.text.vectors import Vocabulary, unit_values

TERMS_KEPT = 120
"""Terms of an article that are remembered; 80 lose a little on full texts, all of them gain nothing."""

MOST_WEIGHT = 60_000.0
"""Frequency of a term above which more does not count; half precision ends at 65,504."""

_ARTICLE = ("when", "outlet", "wire", "bridge", "whole", "least", "paragraphs")
_SHINGLES = ("shingle_starts", "shingles", "shingle_paragraph", "furniture")
_FACTS = ("fact_starts", "facts", "fact_paragraph", "fact_numbers")
_TERMS = ("term_starts", "terms", "weights", "kinds")
_RAGGED = {"shingle_starts", "fact_starts", "term_starts"}


def tonight_records(articles: Sequence[Article], prints: Fingerprints) -> CopyRecords:
    """Tonight's articles as copy detection needs them; ``group`` is not set yet."""
    count = len(articles)
    own = np.where(prints.furniture, np.uint32(0xFFFFFFFF), prints.shingles)
    least = np.minimum.reduceat(np.append(own, np.uint32(0xFFFFFFFF)), prints.shingle_starts[:-1])
    columns = {name: getattr(prints, name) for name in _SHINGLES + _FACTS}
    return CopyRecords(
        when=np.array([int(article.when.timestamp()) for article in articles], np.int64),
        outlet=_names(article.outlet for article in articles),
        wire=np.array([_own_wire(article) for article in articles], np.bool_),
        group=np.zeros(count, np.int64),
        bridge=prints.round_up,
        whole=prints.whole,
        least=least,
        paragraphs=prints.paragraphs,
        **columns,
    )


def known_records(blocks: Sequence[Block]) -> list[CopyRecords]:
    """The articles of blocks that still have shingles, their groups numbered through."""
    group = _first_places([name for block in blocks for name in block.groups])
    ends = np.cumsum([len(block) for block in blocks])
    parts = []
    for block, end in zip(blocks, ends.tolist(), strict=True):
        columns = {name: block.columns[name] for name in _ARTICLE} | dict(block.shingles)
        parts.append(CopyRecords(group=group[end - len(block) : end], **columns))  # type: ignore[arg-type]  # by name
    return parts


def new_block(number: int, night: int, articles: Sequence[Article], records: CopyRecords, folding: Folding) -> Block:
    """Tonight's articles as a block without terms, each alone in its copy group and in no story."""
    ids = tuple(article.id for article in articles)
    columns = {name: getattr(records, name) for name in _ARTICLE} | {"bridge": folding.bridge}
    rubric = np.array([_is_rubric(article) for article in articles], np.bool_)
    columns["alone"] = records.bridge | folding.form | rubric
    columns["night"] = np.full(len(ids), night, np.int32)
    columns["dated"] = np.array([article.published is not None for article in articles], np.bool_)
    shingles = {name: getattr(records, name) for name in _SHINGLES + _FACTS}
    return Block(number, ids, ids, ("",) * len(ids), columns, shingles)


def heads(block: Block) -> NDArray[np.int64]:
    """The places of the articles that lead a copy group."""
    leading = (at for at, (own, group) in enumerate(zip(block.ids, block.groups, strict=True)) if own == group)
    return np.fromiter(leading, np.int64)


def with_terms(block: Block, terms: Terms, vocabulary: Vocabulary) -> tuple[Block, Vocabulary, Flat]:
    """The block with the ``terms`` of the articles that lead a copy group, and the vocabulary that has learned them.

    Of each article the ``TERMS_KEPT`` that tell most are kept. The last part of the answer are their places in ``terms``.
    """
    unit = heads(block)
    vocabulary = vocabulary.learned(terms.hashes, len(unit))
    numbers = vocabulary.numbers(terms.hashes)
    values = unit_values(terms.starts, numbers, terms.weights, terms.kinds, vocabulary.rarity())
    kept = _telling(terms.starts, values)
    columns: dict[str, NDArray[np.generic]] = {
        "unit": unit.astype(np.int32),
        "term_starts": starts_of(np.minimum(np.diff(terms.starts), TERMS_KEPT)),
        "terms": numbers[kept],
        "weights": half_precise(terms.weights[kept]),
        "kinds": terms.kinds[kept],
    }
    return replace(block, columns={**block.columns, **columns}), vocabulary, kept


def half_precise(weights: NDArray[np.float32]) -> NDArray[np.float16]:
    """Term frequencies as they are remembered."""
    return np.minimum(weights, MOST_WEIGHT).astype(np.float16)


def _telling(starts: Starts, values: NDArray[np.float32]) -> Flat:
    """Places of the ``TERMS_KEPT`` greatest values of each row, row after row, in their order."""
    if not len(values):
        return np.zeros(0, np.int64)
    row = owners(starts)
    # Positive floats are ordered as their bits are: sorting whole numbers is several times faster than two columns.
    keys = packed(row, ~values.view(np.uint32))
    lasts = np.minimum(starts[:-1] + TERMS_KEPT, starts[1:]) - 1
    limit = np.sort(keys)[np.maximum(lasts, 0)]
    above, level = keys < limit[row], keys == limit[row]
    left = np.minimum(np.diff(starts), TERMS_KEPT) - sums(above, starts)
    before = np.cumsum(level) - level
    earlier = before - before[np.minimum(starts[:-1], len(keys) - 1)][row]
    return np.flatnonzero(above | (level & (earlier < left[row])))


def story_records(blocks: Sequence[Block]) -> tuple[StoryRecords, list[str], list[str]]:
    """The articles that lead copy groups, with the ids of the groups and of their stories.

    ``story`` is the place of the story's first group, and for groups without a story their own.
    """
    ids, stories, parts = [], [], []
    for block in blocks:
        unit = block.columns["unit"].tolist()
        ids += [block.groups[at] for at in unit]
        stories += [block.stories[at] for at in unit]
        columns = {name: block.columns[name] for name in _TERMS}
        columns |= {name: block.columns[name][block.columns["unit"]] for name in ("when", "dated", "alone")}
        parts.append(StoryRecords(story=np.zeros(len(unit), np.int64), **columns))  # type: ignore[arg-type]  # by name
    records = concatenate_stories(parts)
    names = [story or f"\x00{at}" for at, story in enumerate(stories)]
    return replace(records, story=_first_places(names)), ids, stories


def appended(blocks: Sequence[Block], tonight: Block) -> tuple[Block, ...]:
    """The blocks with tonight's at the end, in the last one if both are small and have shingles or have none."""
    if not blocks or len(blocks[-1]) + len(tonight) > BLOCK_ARTICLES or (not blocks[-1].shingles and tonight.shingles):
        return (*blocks, tonight)
    last = blocks[-1]
    columns = _chained(last.columns, tonight.columns)
    if "unit" in columns:
        unit = tonight.columns["unit"].astype(np.int32) + np.int32(len(last))
        columns["unit"] = np.concatenate((last.columns["unit"], unit))
    merged = Block(
        last.number,
        last.ids + tonight.ids,
        last.groups + tonight.groups,
        last.stories + tonight.stories,
        columns,
        _chained(last.shingles, tonight.shingles),
    )
    return (*blocks[:-1], merged)


def _chained(
    first: Mapping[str, NDArray[np.generic]], second: Mapping[str, NDArray[np.generic]]
) -> dict[str, NDArray[np.generic]]:
    return {
        name: starts_of(np.concatenate((np.diff(column), np.diff(second[name]))))
        if name in _RAGGED
        else np.concatenate((column, second[name]))
        for name, column in first.items()
    }


def _first_places(names: Sequence[str]) -> NDArray[np.int64]:
    """For each name the place where it first stands."""
    first: dict[str, int] = {}
    return np.array([first.setdefault(name, at) for at, name in enumerate(names)], np.int64)


def _names(names: Iterable[str]) -> NDArray[np.uint32]:
    """A hash of each name, 0 for an empty one."""
    tokens = tokenise(list(names))
    result = np.zeros(tokens.texts, np.uint32)
    np.bitwise_xor.at(result, tokens.text, tokens.word)
    return result


def _is_rubric(article: Article) -> bool:
    dated, headline = article.published, article.headline
    return dated is not None and headline is not None and is_rubric(headline, article.language, dated.date())


def _own_wire(article: Article) -> bool:
    """Whether an agency's own service brought the text."""
    return bool(article.agency) and article.agency.casefold() in article.outlet.casefold()  # type: ignore[union-attr]  # not empty
