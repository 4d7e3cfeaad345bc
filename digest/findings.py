"""What is found in one story: the engines for speakers, folding, key quotes, reactions and topics, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from digest.edition.topics import Watch, match_topics
from digest.model import Article, Quote
from digest.quotes.fold import fold
from digest.quotes.join import join_speakers
from digest.quotes.key import key_utterances
from digest.reactions import find_reactions, main_actors
from digest.state import Findings


def find_in_story(
    story: str,
    articles: Sequence[Article],
    quotes: Sequence[Quote],
    topics: Sequence[Watch],
    *,
    known: frozenset[str],
    limit: int,
) -> Findings:
    """Everything found in the articles of ``story``.

    ``quotes`` are those of its articles, as far as each tells; ``known`` are the ids of articles that an earlier edition
    showed; at most ``limit`` utterances are picked as key quotes. The order of the input changes nothing.
    """
    joined = join_speakers(articles, quotes)
    utterances = fold(articles, joined)
    return Findings(
        story=story,
        quotes=joined,
        utterances=utterances,
        key_utterances=key_utterances(
            utterances, articles, known=known, limit=limit, main_actors=main_actors(articles)
        ),
        reactions=find_reactions(story, articles, joined),
        topics=match_topics(topics, articles),
    )
