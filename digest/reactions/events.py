"""What a story is about: who set the event off and whom it accuses or affects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from digest.languages.stance import EventTable
from digest.languages.stance_grammar_en import GENERIC
from digest.model import Article, Span, Stance
from digest.quotes.same_name import name_words, same_name
from digest.reactions.actors import Actor, Lexicon, actors_of, country_of
from digest.reactions.clauses import DATELINE, MASK, clauses, masked
from digest.text.names import find_names
from digest.text.segment import paragraphs, sentences

LEAD_PARAGRAPHS = 3
"""Paragraphs of an article in which it says what happened; later ones are background and answers."""
SMALL_WORD = re.compile(r"\b(?!the\b|former\b)[a-z]{3,}")
AUTHOR = -1
"""Strength of a frame that adds a main actor beside the first one found."""
BODY_WORDS = 6
"""Most words of a body without a name ("a panel of three judges")."""
SOURCE_WORDS = 12
"""Words before a verb from which on its subject is what follows the last comma: "…, researchers reported"."""


@dataclass(frozen=True, slots=True)
class Event:
    """``main`` are the actors that set the event off, ``affected`` those it accuses, punishes or is directed at.

    Either may be empty: an earthquake has no main actor. ``accuses`` says that the event is an accusation or a report.
    """

    main: tuple[Actor, ...]
    affected: tuple[Actor, ...]
    accuses: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """Who does it to whom, how surely it is the event (``strength``), and whether it ``opens`` an article."""

    main: Actor | None
    affected: Actor | None
    strength: int
    opens: bool = False
    accuses: bool = False


def find_event(articles: Sequence[Article], lexicon: Lexicon, table: EventTable) -> Event:
    """The event of a story. ``articles`` are in time order: an earlier one tells it better than a later.

    A lead that answers something ("Assad said the report by Amnesty was biased") points to the act behind it.
    The main actor is that of the first strong frame (a report and its author, an accusation), else of the first act.
    """
    leads = [_lead_frames(article, lexicon, table, said=number == 0) for number, article in enumerate(articles)]
    frames = [frame for lead in leads for frame in lead]
    first = _first_report(leads)
    struck = [frame.affected for lead in leads[:1] for frame in lead if frame.opens and frame.affected]
    opening = (actor for actor in _opening(articles, lexicon) if not any(same_party(actor, other) for other in struck))
    main = (first.main,) if first and first.main else tuple(opening)
    told = None if main else _strongest(frames)
    main = (told.main,) if told and told.main else main
    main = (*main, *_announcer(articles, main, lexicon))
    main = _distinct((*main, *(frame.main for frame in frames if frame.main and frame.strength == AUTHOR)))
    affected = [
        frame.affected
        for frame in frames
        if frame.affected and (not frame.main or not main or same_party(frame.main, main[0]))
    ]
    affected = [actor for actor in affected if not any(same_party(actor, other) for other in main)]
    accuses = any(frame.accuses for frame in frames) or any(_tells_blame(article, table) for article in articles)
    return Event(main, _distinct(affected), accuses)


def _tells_blame(article: Article, table: EventTable) -> bool:
    """Whether the lead of an article speaks of a report, a charge or another thing that blames."""
    leads = paragraphs(article.text)[: LEAD_PARAGRAPHS - 1]
    words = re.findall(r"[a-z]+", article.text[: leads[-1].end if leads else 0].casefold())
    return not (table.blames | table.accusing).isdisjoint(words)


def _first_report(leads: Sequence[Sequence[_Frame]]) -> _Frame | None:
    """What the first sentence of the first report tells of a main actor: it is the news, the rest is background."""
    return _strongest([frame for lead in leads[:1] for frame in lead if frame.opens])


def _strongest(frames: Sequence[_Frame]) -> _Frame | None:
    """The strongest frame with a main actor, of equals the first."""
    told = [frame for frame in frames if frame.main and frame.strength != AUTHOR]
    return max(told, key=lambda frame: frame.strength) if told else None


def _opening(articles: Sequence[Article], lexicon: Lexicon) -> list[Actor]:
    """The name or body ("the regulator") that opens the first report, whatever it does there, unless it answers; at most one."""
    for article in articles[:1]:
        mask = masked(article.text)
        for span in sentences(article.text, article.language)[:1]:
            found = clauses(mask, span, lexicon.stances)
            answers = bool(found) and found[0].stance in (Stance.REJECTS, Stance.DENIES)
            named = [] if answers else _opening_name(article, span, lexicon)
            return [actor for actor in named if _is_name(actor, lexicon)]
    return []


def _opening_name(article: Article, sentence: Span, lexicon: Lexicon) -> list[Actor]:
    """The name that ``sentence`` opens with, else the body that is its subject; at most one."""
    dateline = DATELINE.match(article.text)
    begin = max(sentence.start, dateline.end() if dateline else 0)
    for name in find_names(article.text[: sentence.end], article.language):
        whole = name.whole or name.span
        if begin <= whole.start and not SMALL_WORD.search(article.text[begin : whole.start]):
            return list(actors_of(article.text[begin : name.span.end], lexicon))[:1]
    own = sentence.of(masked(article.text)).lstrip()
    verb = lexicon.stances.grammar.verb.search(own)
    subject = lexicon.stances.grammar.trailing.sub("", own[: verb.start()]) if verb else ""
    body = _body(subject.strip(" ,"), lexicon)
    return [body] if body else []


def _announcer(articles: Sequence[Article], main: Sequence[Actor], lexicon: Lexicon) -> list[Actor]:
    """The person who tells the news in the first sentence of all: "Canada will …, Minister Claire Dale said on Monday"."""
    for article in articles[:1]:
        mask = masked(article.text)
        for span in sentences(article.text, article.language)[:1]:
            match = lexicon.stances.grammar.announced.search(span.of(mask))
            found = actors_of(match[1], lexicon) if match else ()
            lands = {actor.country for actor in main}
            return [actor for actor in found if actor.proper and (actor.country is None or actor.country in lands)]
    return []


def same_party(one: Actor, other: Actor) -> bool:
    """Whether two actors are one, or one speaks for the other: a country and its office, a company and its short name."""
    if one.country and one.country == other.country:
        return True
    if one.proper and other.proper and _same_names(one.name, other.name):
        return True
    if not one.proper and not other.proper:
        return _same_people(name_words(one.name), name_words(other.name))
    bare, named = (one, other) if not one.proper else (other, one)
    return not bare.proper and bare.name.casefold() in (named.role or "").casefold().split()


def _same_people(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two nouns mean the same people: "the rebels" and "rebel forces", but not two kinds of lawmakers."""
    shorter, longer = sorted(([word.rstrip("s") for word in words] for words in (one, other)), key=len)
    return bool(shorter) and (shorter == longer or (len(shorter) == 1 and shorter[0] in longer))


def _same_names(one: str, other: str) -> bool:
    shorter, longer = sorted((name_words(one), name_words(other)), key=len)
    if same_name(one, other):
        # "Sund" is not the Port of Sund.
        return len(shorter) != 1 or len(longer) == 1 or " of " not in f"{one} {other}"
    # "Norvik" is Norvik Bank, but "Party" is nobody's short name.
    return bool(shorter) and longer[: len(shorter)] == shorter and not GENERIC.issuperset(shorter)


def _is_name(actor: Actor, lexicon: Lexicon) -> bool:
    """Whether a party has a name that is one, or is a body or people known as such."""
    if not actor.proper or actor.country:
        return True
    words = actor.name.casefold().split()
    empty = lexicon.names.openers | lexicon.names.never_names | lexicon.stances.lead_ins | lexicon.names.titles
    return (
        any(word[0].isupper() for word in actor.name.split())
        and words[0] not in lexicon.stances.lead_ins
        and not all(word.strip(".") in empty for word in words)
    )


def _distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for actor in actors:
        if not any(same_party(actor, other) for other in found):
            found.append(actor)
    return tuple(found)


def _lead_frames(article: Article, lexicon: Lexicon, table: EventTable, *, said: bool) -> list[_Frame]:
    mask = masked(article.text)
    leads = paragraphs(article.text)[:LEAD_PARAGRAPHS]
    end = leads[-1].end if leads else 0
    found = []
    for index, sentence in enumerate(span for span in sentences(article.text, article.language) if span.end <= end):
        own = sentence.of(mask)
        own = own.lstrip() if index == 0 else own
        answer = index == 0 and _is_answer(mask, sentence, lexicon)
        if answer:
            found += _accused(mask, sentence, lexicon, table)
        acts = table.acts | (table.saying if said else frozenset()) if index == 0 and not answer else frozenset()
        found += [_checked(frame, lexicon, opens=index == 0) for frame in _frames(own, lexicon, table, acts)]
    return [frame for frame in found if frame.main or frame.affected]


def _checked(frame: _Frame, lexicon: Lexicon, *, opens: bool) -> _Frame:
    main, affected = (actor if actor and _is_name(actor, lexicon) else None for actor in (frame.main, frame.affected))
    return _Frame(main, affected, frame.strength, opens, frame.accuses)


def _is_answer(mask: str, sentence: Span, lexicon: Lexicon) -> bool:
    """Whether a lead tells a reaction: its main predicate has a stance of its own."""
    found = clauses(mask, sentence, lexicon.stances)
    return bool(found) and (
        found[0].stance is not None or "in answer to" in sentence.of(mask) or "in response to" in sentence.of(mask)
    )


def _accused(mask: str, sentence: Span, lexicon: Lexicon, table: EventTable) -> list[_Frame]:
    """Who rejects or denies a report or accusation in a lead is the one it accuses."""
    clause = clauses(mask, sentence, lexicon.stances)[0]
    words = set(re.findall(r"[a-z]+", clause.rest.of(mask).casefold()))
    if clause.stance not in (Stance.REJECTS, Stance.DENIES) or not words & table.blames:
        return []
    return [_Frame(None, actor, 2) for actor in actors_of(clause.subject, lexicon)]


def _frames(own: str, lexicon: Lexicon, table: EventTable, acts: frozenset[str]) -> list[_Frame]:
    """The frames of one sentence; ``acts`` are the verbs whose subject is a main actor, none past the first sentence."""
    found = [
        *_authors(own, lexicon, table),
        *_documents(own, lexicon, table),
        *_measures(own, lexicon, table),
        *_findings(own, lexicon, table),
    ]
    verbs = "|".join(sorted(table.against | acts, key=lambda verb: (-len(verb), verb)))
    for match in re.finditer(rf"(?<![\w-])(?:{verbs})(?![\w-])", own):
        left = own[: match.start()]
        passive = bool(lexicon.stances.grammar.passive_end.search(left))
        subject = _subject(lexicon.stances.grammar.passive_end.sub("", left), lexicon)
        right = own[match.end() :].lstrip()
        if match[0] in table.against:
            directed = _directed(subject, right, lexicon, table, passive=passive, strength=3 if acts else 2)
            found += [replace(frame, accuses=match[0] in table.accusing) for frame in directed]
        elif subject and not passive:
            found.append(_Frame(subject, None, 1))
    return found


def _directed(
    subject: Actor | None, right: str, lexicon: Lexicon, table: EventTable, *, passive: bool, strength: int
) -> list[_Frame]:
    if passive:
        by = re.search(r"\bby\s(.+)", right)
        agent = _noun(by[1], lexicon) if by else None
        return [_Frame(agent, subject, strength)] if subject else []
    right = re.sub(r"\A(?:down|off|out)\s", "", right)
    targets = [_noun(right, lexicon, concerns=True), *_parties_of(right, lexicon, table)]
    return [_Frame(subject, target, strength) for target in targets if target]


def _parties_of(right: str, lexicon: Lexicon, table: EventTable) -> list[Actor | None]:
    """Who is behind a thing that was stopped: "the takeover of Kestrel by its rival Orvane"; a law is the government's."""
    head = right.split(",", maxsplit=1)[0]
    match = re.match(rf"(?:\S+\s){{1,6}}?(?:{'|'.join(sorted(table.undertakings))})\b(.*)", head)
    if match:
        parts = re.split(r"\s(?:of|by|for|between|with)\s", match[1])[1:]
        return [_noun(part, lexicon) for part in parts]
    law = re.match(rf"(?:an?|the)\s(?:[\w-]+\s){{0,3}}?(?:{'|'.join(sorted(table.laws))})\b", head)
    return [Actor(table.lawmaker, None, table.lawmaker, proper=False)] if law else []


def _findings(own: str, lexicon: Lexicon, table: EventTable) -> list[_Frame]:
    """Who is blamed in "found that the diocese had protected priests"."""
    verbs = "|".join(sorted(table.finding))
    for match in re.finditer(
        rf"\b(?:{verbs})\b(?:\son\s\w+day)?\sthat\s(?P<who>.+?)\s(?:had|has|have|can|must|was|were|is|are)\s", own
    ):
        target = _noun(match["who"], lexicon, concerns=True) or next(iter(actors_of(match["who"], lexicon)), None)
        if target:
            return [_Frame(_subject(own[: match.start()], lexicon), target, 3, accuses=True)]
    return []


def _documents(own: str, lexicon: Lexicon, table: EventTable) -> list[_Frame]:
    nouns = "|".join(sorted(table.documents))
    pattern = rf"\b(?:{nouns})\s(?:\w+\s){{0,3}}?by\s(?P<by>.+)|(?:published|releases?d?|issued|publishes|issues)\s(?:an?|the|its)\s(?:\w+\s){{0,3}}?(?:{nouns})\b|,\sin\sa\s(?:{nouns})\b"
    found = []
    for match in re.finditer(pattern, own):
        author = _noun(match["by"], lexicon) if match["by"] else _subject(own[: match.start()], lexicon)
        if author:
            found.append(_Frame(author, None, 4, accuses=True))
    return found


def _authors(own: str, lexicon: Lexicon, table: EventTable) -> list[_Frame]:
    """Who is behind the thing that a lead tells of: "the law was proposed by Interior Minister Oster"."""
    verbs = "|".join(sorted(table.authoring))
    actors = (_noun(match[1], lexicon) for match in re.finditer(rf"\b(?:{verbs})\sby\s(.+)", own))
    return [_Frame(actor, None, AUTHOR) for actor in actors if actor]


def _measures(own: str, lexicon: Lexicon, table: EventTable) -> list[_Frame]:
    nouns = "|".join(sorted(table.measures))
    for match in re.finditer(
        rf"\b(?:{nouns})\s(?:on|against)\s(?:steel |goods |imports |products )?(?:from )?(?P<on>.+)", own
    ):
        target = _noun(match["on"], lexicon, concerns=True)
        if target:
            return [_Frame(_subject(own[: match.start()], lexicon), target, 3)]
    return []


def _subject(left: str, lexicon: Lexicon) -> Actor | None:
    """The actor that the words before a verb end with; the first noun phrase of their clause."""
    begin, grammar = 0, lexicon.stances.grammar
    for joint in grammar.boundary.finditer(left):
        begin = joint.end()
    words = grammar.trailing.sub(
        "", re.sub(r"\s(?:will|would|has|have|had|imposed|slapped|could|is to|are to)\b.*\Z", "", left[begin:])
    )
    if not words.strip() or grammar.personal.match(words.strip()):
        return None
    phrase = words.strip(" ,")
    found = actors_of(phrase, lexicon)
    return found[0] if found else _body(phrase, lexicon)


def _body(phrase: str, lexicon: Lexicon) -> Actor | None:
    """A body that acts without being a speaker elsewhere: "a public inquiry"."""
    words = re.findall(r"[\w’'-]+", phrase.casefold())
    bodies = lexicon.stances.insiders.keys() | lexicon.stances.anaphors | lexicon.stances.organisation_nouns
    known = any(word in bodies for word in words) and len(words) <= BODY_WORDS
    return (
        Actor(re.sub(r"\A(?:an?|the)\s", "", phrase, flags=re.IGNORECASE), None, phrase, proper=False)
        if known
        else None
    )


def _noun(right: str, lexicon: Lexicon, *, concerns: bool = False) -> Actor | None:
    """The actor that ``right`` begins with. ``concerns``: a thing or person of a country stands for that country."""
    right = lexicon.stances.grammar.held_office.sub("", right.split(MASK, maxsplit=1)[0])
    end = lexicon.stances.grammar.object_end.search(right)
    phrase = right[: end.start()] if end else right
    found = actors_of(phrase, lexicon)
    country = country_of(phrase) if concerns else None
    if found:
        first = found[0]
        return Actor(first.name, first.role, first.phrase, first.proper, first.voice, first.country or country)
    return (
        Actor(phrase.strip(), None, phrase, proper=False, country=country)
        if country
        else _body(phrase.strip(), lexicon)
    )
