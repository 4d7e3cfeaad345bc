"""What is found in one story: the engines for speakers, folding, key quotes, reactions and topics, one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from digest.model import Article, Quote, Reaction, SpeakerKind
from digest.people import story_forms
from digest.quotes.fold import fold
from digest.quotes.join import join_speakers
from digest.quotes.key import key_utterances
from digest.quotes.same_name import same_name
from digest.reactions import events_of, find_reactions, main_actors
from digest.state import Findings


def find_in_story(
    story: str,
    articles: Sequence[Article],
    quotes: Sequence[Quote],
    *,
    known: frozenset[str],
    limit: int,
) -> Findings:
    """Everything found in the articles of ``story`` but its topics.

    ``quotes`` are those of its articles, as far as each tells; ``known`` are the ids of articles that an earlier edition
    showed; at most ``limit`` utterances are picked as key quotes. The order of the input changes nothing.
    """
    joined = _kinds_alike(join_speakers(articles, quotes))
    events = events_of(articles)
    joined, reactions = _named_alike(joined, find_reactions(story, articles, joined, events))
    utterances = fold(articles, joined)
    return Findings(
        story=story,
        quotes=joined,
        utterances=utterances,
        key_utterances=key_utterances(utterances, articles, known=known, limit=limit, main_actors=main_actors(events)),
        reactions=reactions,
        topics=(),
    )


def _named_alike(
    quotes: Sequence[Quote], reactions: Sequence[Reaction]
) -> tuple[tuple[Quote, ...], tuple[Reaction, ...]]:
    """Both with one form of each person's name, the fullest that either prints: who spoke and who reacted is one."""
    persons = {q.speaker.name for q in quotes if q.speaker.name and q.speaker.kind is SpeakerKind.PERSON}
    actors = {reaction.actor for reaction in reactions}
    forms = story_forms(name for name in {*persons, *_persons_among(actors, persons)})
    return tuple(
        replace(quote, speaker=replace(quote.speaker, name=forms.get(name, name)))
        if (name := quote.speaker.name) and name in persons
        else quote
        for quote in quotes
    ), tuple(replace(reaction, actor=forms.get(reaction.actor, reaction.actor)) for reaction in reactions)


def _persons_among(actors: Iterable[str], persons: Iterable[str]) -> set[str]:
    """The actors that can be one of ``persons``: an organisation's name is compared with no other."""
    return {actor for actor in actors if any(same_name(actor, person) for person in persons)}


def _kinds_alike(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """``quotes`` with one kind for each name that some take for a person and others for an organisation.

    Those count whose mention prints the name: "he" after the name of a firm is its manager, whom nobody named.
    """
    votes: defaultdict[str, int] = defaultdict(int)
    for quote in quotes:
        name = quote.speaker.name
        if name and name.split()[-1] in (quote.speaker.mention or ""):
            votes[name] += {SpeakerKind.ORGANISATION: 1, SpeakerKind.PERSON: -1}.get(quote.speaker.kind, 0)
    firms = {name for name, sum_of in votes.items() if sum_of > 0}
    return tuple(
        replace(quote, speaker=replace(quote.speaker, kind=SpeakerKind.ORGANISATION))
        if quote.speaker.kind is SpeakerKind.PERSON and quote.speaker.name in firms
        else quote
        for quote in quotes
    )
