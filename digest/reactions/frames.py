"""Who does what to whom in the lead of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from digest.languages.stance import EventTable
from digest.model import Article, Span, Stance
from digest.reactions.actors import Actor, actors_of
from digest.reactions.clauses import MASK, clauses, masked
from digest.reactions.lands import country_of
from digest.reactions.leads import opening_end
from digest.reactions.lexicon import Lexicon, any_of
from digest.reactions.parties import is_party
from digest.text.segment import sentences

LEAD_PARAGRAPHS = 3
"""Paragraphs of an article in which it says what happened; later ones are background and answers."""
AUTHOR = -1
"""Strength of a frame that adds a main actor beside the first one found."""
BODY_WORDS = 6
"""Most words of a body without a name ("a panel of three judges")."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Who does it to whom, how surely it is the event (``strength``), and whether it ``opens`` an article."""

    main: Actor | None
    affected: Actor | None
    strength: int
    opens: bool = False
    accuses: bool = False


def lead_frames(article: Article, lexicon: Lexicon, table: EventTable, *, said: bool) -> list[Frame]:
    """What the lead and the headline of ``article`` tell of who does what to whom; ``said`` counts announcing as an act.

    A lead that answers something tells of no act of its own. Empty where nothing in them names an actor.
    """
    mask = masked(article.text)
    end = opening_end(article, LEAD_PARAGRAPHS)
    found = []
    for index, sentence in enumerate(span for span in sentences(article.text, article.language) if span.end <= end):
        own = sentence.of(mask)
        own = own.lstrip() if index == 0 else own
        answer = index == 0 and _is_answer(mask, sentence, lexicon)
        if answer:
            found += _accused(mask, sentence, lexicon, table)
        acts = table.acts | (table.saying if said else frozenset()) if index == 0 and not answer else frozenset()
        found += [_checked(frame, lexicon, opens=index == 0) for frame in _frames(own, lexicon, table, acts)]
    if article.headline:
        found += [
            _checked(frame, lexicon, opens=False) for frame in _frames(article.headline, lexicon, table, frozenset())
        ]
    return [frame for frame in found if frame.main or frame.affected]


def _checked(frame: Frame, lexicon: Lexicon, *, opens: bool) -> Frame:
    main, affected = (actor if actor and is_party(actor, lexicon) else None for actor in (frame.main, frame.affected))
    return Frame(main, affected, frame.strength, opens, frame.accuses)


def _is_answer(mask: str, sentence: Span, lexicon: Lexicon) -> bool:
    """Whether a lead tells a reaction: its main predicate has a stance of its own."""
    found = clauses(mask, sentence, lexicon.stances)
    return bool(found) and (
        found[0].stance is not None or "in answer to" in sentence.of(mask) or "in response to" in sentence.of(mask)
    )


def _accused(mask: str, sentence: Span, lexicon: Lexicon, table: EventTable) -> list[Frame]:
    """Who rejects or denies a report or accusation in a lead is the one it accuses."""
    clause = clauses(mask, sentence, lexicon.stances)[0]
    words = set(re.findall(r"[a-z]+", clause.rest.of(mask).casefold()))
    if clause.stance not in (Stance.REJECTS, Stance.DENIES) or not words & table.blames:
        return []
    return [Frame(None, actor, 2) for actor in actors_of(clause.subject, lexicon)]


def _frames(own: str, lexicon: Lexicon, table: EventTable, acts: frozenset[str]) -> list[Frame]:
    """The frames of one sentence; ``acts`` are the verbs whose subject is a main actor, none past the first sentence."""
    found = [
        *_authors(own, lexicon, table),
        *_documents(own, lexicon, table),
        *_measures(own, lexicon, table),
        *_findings(own, lexicon, table),
    ]
    verbs = any_of(table.against | acts)
    for match in re.finditer(rf"(?<![\w-])(?:{verbs})(?![\w-])", own):
        left = own[: match.start()]
        passive = bool(lexicon.stances.grammar.passive_end.search(left))
        subject = _subject(lexicon.stances.grammar.passive_end.sub("", left), lexicon)
        right = own[match.end() :].lstrip()
        if match[0] in table.against:
            directed = _directed(subject, right, lexicon, table, passive=passive, strength=3 if acts else 2)
            # Who was shot or bombed by nobody named is a victim, not an accused.
            told = [frame for frame in directed if frame.main or match[0] not in table.acts]
            found += [replace(frame, accuses=match[0] in table.accusing) for frame in told]
        if subject and not passive and match[0] in acts and not any(frame.main == subject for frame in found):
            found.append(Frame(subject, None, 1))
    return found


def _directed(
    subject: Actor | None, right: str, lexicon: Lexicon, table: EventTable, *, passive: bool, strength: int
) -> list[Frame]:
    if passive:
        by = re.search(r"\bby\s(.+)", right)
        agent = party_in(by[1], lexicon) if by else None
        return [Frame(agent, subject, strength)] if subject else []
    right = re.sub(r"\A(?:down|off|out)\s", "", right)
    targets = [party_in(right, lexicon, concerns=True), *_parties_of(right, lexicon, table)]
    return [Frame(subject, target, strength) for target in targets if target]


def _parties_of(right: str, lexicon: Lexicon, table: EventTable) -> list[Actor | None]:
    """Who is behind a thing that was stopped: "the takeover of Kestrel by its rival Orvane"; a law is the government's."""
    head = right.split(",", maxsplit=1)[0]
    match = re.match(rf"(?:\S+\s){{1,6}}?(?:{any_of(table.undertakings)})\b(.*)", head)
    if match:
        parts = re.split(r"\s(?:of|by|for|between|with)\s", match[1])[1:]
        return [party_in(part, lexicon) for part in parts]
    law = re.match(rf"(?:an?|the)\s(?:[\w-]+\s){{0,3}}?(?:{any_of(table.laws)})\b", head)
    return [Actor(table.lawmaker, None, table.lawmaker, proper=False)] if law else []


def _findings(own: str, lexicon: Lexicon, table: EventTable) -> list[Frame]:
    """Who is blamed in "found that the diocese had protected priests"."""
    verbs = any_of(table.finding)
    for match in re.finditer(
        rf"\b(?:{verbs})\b(?:\son\s\w+day)?\sthat\s(?P<who>.+?)\s(?:had|has|have|can|must|was|were|is|are)\s", own
    ):
        target = party_in(match["who"], lexicon, concerns=True) or next(iter(actors_of(match["who"], lexicon)), None)
        if target:
            return [Frame(_subject(own[: match.start()], lexicon), target, 3, accuses=True)]
    return []


def _documents(own: str, lexicon: Lexicon, table: EventTable) -> list[Frame]:
    nouns = any_of(table.documents)
    pattern = rf"\b(?:{nouns})\s(?:\w+\s){{0,3}}?by\s(?P<by>.+)|(?:published|releases?d?|issued|publishes|issues)\s(?:an?|the|its)\s(?:\w+\s){{0,3}}?(?:{nouns})\b|,\sin\sa\s(?:{nouns})\b|(?P<told>(?:said|says)(?:\son\s\w+day)?\sin\s(?:an?|its|their|the)\s(?:[\w-]+\s){{0,3}}?(?:{nouns})\b)"
    found = []
    for match in re.finditer(pattern, own):
        left = own[: match.start()]
        left = left.rpartition(", ")[2] if match["told"] else left
        author = party_in(match["by"], lexicon) if match["by"] else _subject(left, lexicon)
        if author:
            found.append(Frame(author, None, 4, accuses=True))
    return found


def _authors(own: str, lexicon: Lexicon, table: EventTable) -> list[Frame]:
    """Who is behind the thing that a lead tells of: "the law was proposed by Interior Minister Oster"."""
    verbs = any_of(table.authoring)
    actors = (party_in(match[1], lexicon) for match in re.finditer(rf"\b(?:{verbs})\sby\s(.+)", own))
    return [Frame(actor, None, AUTHOR) for actor in actors if actor]


def _measures(own: str, lexicon: Lexicon, table: EventTable) -> list[Frame]:
    nouns = any_of(table.measures)
    for match in re.finditer(
        rf"\b(?:{nouns})\s(?:on|against)\s(?:steel |goods |imports |products )?(?:from )?(?P<on>.+)", own
    ):
        target = party_in(match["on"], lexicon, concerns=True)
        if target:
            return [Frame(_subject(own[: match.start()], lexicon), target, 3)]
    return []


def _subject(left: str, lexicon: Lexicon) -> Actor | None:
    """The actor that the words before a verb end with; the first noun phrase of their clause."""
    begin, grammar = 0, lexicon.stances.grammar
    for joint in (*grammar.boundary.finditer(left), *lexicon.stances.speech.finditer(left.rstrip())):
        begin = max(begin, joint.end())
    words = grammar.trailing.sub(
        "", re.sub(r"\s(?:will|would|has|have|had|imposed|slapped|could|is to|are to)\b.*\Z", "", left[begin:])
    )
    if not words.strip() or grammar.personal.match(words.strip()):
        return None
    phrase = words.strip(" ,")
    quantity = grammar.quantity.match(phrase)
    phrase = phrase[quantity.end() :] if quantity else phrase
    head = phrase.rpartition(", ")[0]
    if head and (grammar.verb.search(f" {head} ") or grammar.personal.match(head.partition(" ")[0])):
        return None  # "he fled, police": who tells it at the end
    found = actors_of(phrase, lexicon)
    return found[0] if found else body_in(phrase, lexicon)


def body_in(phrase: str, lexicon: Lexicon) -> Actor | None:
    """A body that acts without being a speaker elsewhere: "a public inquiry"."""
    words = re.findall(r"[\w’'-]+", phrase.casefold())
    bodies = lexicon.stances.insiders.keys() | lexicon.stances.anaphors | lexicon.stances.organisation_nouns
    known = any(word in bodies for word in words) and len(words) <= BODY_WORDS
    return (
        Actor(re.sub(r"\A(?:an?|the)\s", "", phrase, flags=re.IGNORECASE), None, phrase, proper=False)
        if known
        else None
    )


def party_in(right: str, lexicon: Lexicon, *, concerns: bool = False) -> Actor | None:
    """The actor that ``right`` begins with. ``concerns``: a thing or person of a country stands for that country."""
    right = lexicon.stances.grammar.held_office.sub("", right.split(MASK, maxsplit=1)[0])
    end = lexicon.stances.grammar.object_end.search(right)
    phrase = right[: end.start()] if end else right
    found = actors_of(phrase, lexicon)
    country = country_of(phrase) if concerns else None
    if found:
        first = found[0]
        land = first.country or (None if first.proper else country)  # a named company answers for itself
        return Actor(first.name, first.role, first.phrase, first.proper, first.voice, land)
    return (
        Actor(phrase.strip(), None, phrase, proper=False, country=country)
        if country
        else body_in(phrase.strip(), lexicon)
    )
