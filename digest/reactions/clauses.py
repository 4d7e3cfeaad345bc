"""What the clauses of a sentence say: subject, predicate and the words that follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from digest.languages.phrasebook import Phrasebook
from digest.languages.stance import StanceTable
from digest.languages.stance_grammar import Grammar
from digest.model import Span, Stance

MASK = "\x1a"
"""Stands for every character inside quotation marks, so that no verb or name in there is taken for the sentence's own."""
QUOTED = re.compile(
    r"[“«„]([^“”«»„]*)(?:[”»]|’’|\Z)|\"([^\"]*)(?:\"|\Z)|(?<![\w])‘((?:[^’\n]|’\w)*)’|(?<![\w'])'([^'\s](?:[^'\n]|(?<=\w)'(?=\w))*)'(?!\w)"
)
DATELINE = re.compile(
    r"\A[^\W\d_a-z][^a-z\n]{1,40}?(?:,?\s[A-Z]?[\w. ]{0,14})?(?:\s?\([^)\n]{1,40}\))?\s?[-—–]{1,2}\s|\A[A-Z]{2,}[^\n]{0,40}?\s?[-—–]{1,2}\s"
)
"""Place, day and agency before the first sentence of a report."""
ASIDE = re.compile(r"\s[—–]\s([^—–]{3,120}?)\s[—–]\s")
"""Words between two dashes; as between commas they qualify the subject. The length of the sentence stays."""


MOST_VOICE_WORDS = 4
"""Most words of a voice that says for whom it speaks only by what it says: "a ministry spokeswoman"."""


TEXTS_KEPT = 32
"""Masked texts that are remembered: the event, its opening and the answers of a story look at the same leads."""


class Kind(StrEnum):
    """How the predicate carries a stance: by itself, by what was said, by a name given, or in the passive."""

    STANCE = "stance"
    SPEECH = "speech"
    NAMING = "naming"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its subject. ``rest`` is the place, in the text, of what follows the predicate in the sentence.

    ``perfect`` says that it stands in the past perfect: told of an earlier time. ``standing``: it tells in the present
    perfect what somebody has said or done, which below a lead may be an opinion long held.
    """

    subject: str
    kind: Kind
    stance: Stance | None
    verb: str
    rest: Span
    perfect: bool
    standing: bool = False
    further: bool = False


@lru_cache(TEXTS_KEPT)
def masked(text: str, fragments: tuple[Span, ...] = ()) -> str:
    r"""``text`` with everything inside quotation marks, and in ``fragments``, masked, and a dateline blank; its length stays.

    >>> masked("He said “no”.").replace(MASK, "·")
    'He said “··”.'
    """
    chars = list(text)
    dateline = DATELINE.match(text)
    if dateline:
        chars[: dateline.end()] = " " * dateline.end()
    spans = [
        Span(*match.span(group))
        for match in QUOTED.finditer(text)
        for group in range(1, 5)
        if match.group(group) is not None
    ]
    for start, end in (*spans, *fragments):
        chars[start:end] = MASK * (end - start)
    return "".join(chars)


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A match of one of the tables' patterns within a sentence."""

    start: int
    end: int
    kind: Kind
    stance: Stance | None


def clauses(mask: str, sentence: Span, table: StanceTable) -> tuple[Clause, ...]:
    """The clauses of ``sentence`` in the masked text whose predicate can carry a stance, in order.

    A second predicate with the same subject is marked as ``further``: the first main verb of a sentence decides, if it has a stance.
    """
    own = ASIDE.sub(lambda match: f",  {match[1]},  ", sentence.of(mask))
    found: list[Clause] = _source(own, sentence, table.grammar)
    if found:
        return tuple(found)
    taken = 0
    for predicate in _predicates(own, table):
        if predicate.start < taken:
            continue
        if found and not _begins_anew(own, taken, predicate.start, table.grammar):
            further = _further(own, sentence, predicate, found[0], table)
            found += [further] if further else []
            continue
        if predicate.kind is Kind.PASSIVE:
            clause: Clause | None = _passive(own, sentence, predicate, table)
        else:
            ways = (_fronted, _behind_words, _active)
            clause = next((one for way in ways if (one := way(own, sentence, predicate, table))), None)
        if clause is not None:
            found.append(clause)
            taken = predicate.end
    return tuple(found)


def _further(own: str, sentence: Span, predicate: _Predicate, first: Clause, table: StanceTable) -> Clause | None:
    """The clause of another predicate of the first one's subject: "took the report seriously and voiced concern"."""
    if predicate.kind is not Kind.STANCE or first.kind is not Kind.SPEECH:
        return None
    if not table.grammar.joined.search(own, 0, predicate.start):
        return None
    rest = Span(sentence.start + predicate.end, sentence.end)
    verb = own[predicate.start : predicate.end]
    return Clause(first.subject, Kind.STANCE, predicate.stance, verb, rest, first.perfect, further=True)


def _source(own: str, sentence: Span, grammar: Grammar) -> list[Clause]:
    """The clause of a sentence that names its source: "According to Mayor Rehn, ..."; at most one."""
    named = grammar.stands_for.match(own)
    if named:
        rest = Span(sentence.start + named.end() - 1, sentence.end)
        return [Clause(named["who"].strip(" ,."), Kind.NAMING, None, "for", rest, perfect=False)]
    match = grammar.source.match(own) or grammar.source_last.search(own)
    if match is None:
        return []
    rest = (
        Span(sentence.start + match.end(), sentence.end)
        if match.re is grammar.source
        else Span(sentence.start, sentence.start + match.start())
    )
    return [Clause(match["who"].strip(" ,."), Kind.SPEECH, None, "according to", rest, perfect=False)]


def _predicates(own: str, table: StanceTable) -> list[_Predicate]:
    """Matches of all predicates; of those that begin alike the earlier pattern in the tables wins.

    Verbs are small: "States" in "the United States" is none.
    """
    found: dict[int, _Predicate] = {}
    for (kind, stance), match in _carriers(table).found(own):
        if kind is not Kind.PASSIVE or _is_passive(own, match, table.grammar):
            found.setdefault(match.start(), _Predicate(*match.span(), kind, stance))
    return list(found.values())


@cache
def _carriers(table: StanceTable) -> Phrasebook[tuple[Kind, Stance | None]]:
    """All that carries a stance, and how; made once for each table, that is for each language."""
    return Phrasebook(
        [
            *(((Kind.PASSIVE, stance), pattern) for stance, pattern in table.passives),
            *(((Kind.STANCE, stance), pattern) for stance, pattern in table.predicates),
            ((Kind.NAMING, None), table.naming),
            ((Kind.SPEECH, None), table.speech),
        ]
    )


def _is_passive(own: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether a match tells a passive of the main clause: not "rejected a report by", nor "rebels that were backed by"."""
    before = own[: match.start()]
    return not grammar.not_main.search(before) and not (
        match[0].endswith("by") and not grammar.full_passive.search(before)
    )


def _begins_anew(own: str, taken: int, start: int, grammar: Grammar) -> bool:
    """Whether a connector and a new subject stand between two predicates."""
    joints = list(grammar.connector.finditer(own, taken, start))
    return bool(joints) and bool(re.search(r"[A-Z]", own[joints[-1].end() : start]))


def _active(own: str, sentence: Span, predicate: _Predicate, table: StanceTable) -> Clause | None:
    start, end, grammar = predicate.start, predicate.end, table.grammar
    left, verb = own[_boundary(own, start, grammar) : start], own[start:end]
    if not re.search(r"\w", left):
        return _after_quote(own, sentence, predicate, table) if predicate.kind is Kind.SPEECH else None
    shared = _shared(left, verb, grammar)
    if shared is not None:
        rest = Span(sentence.start + end, sentence.end)
        subject = _without_lead_in(grammar.trailing.sub("", shared), table)
        return Clause(subject, predicate.kind, predicate.stance, verb, rest, perfect=False) if subject else None
    participle = left.rstrip().endswith(",") and left.count(",") == 1  # "The league, asked for its view, declined"
    if participle or verb.split()[0].endswith("ing"):
        return None
    done = verb.endswith("ed") and own.startswith(" by ", end)  # "practices opposed by many"
    relative = predicate.kind is not Kind.SPEECH and (done or grammar.of_relative.search(left))
    infinite = grammar.not_finite.search(left) and not grammar.thing.match(left.strip())
    if relative or infinite or (grammar.auxiliary.search(left) and verb.split()[0] not in grammar.be):
        return None
    subject = _without_lead_in(grammar.trailing.sub("", left), table)
    naming = predicate.kind is Kind.NAMING and _holds_verb(subject, grammar)  # "used a technique called"
    head = subject.partition(",")[0] if left.rstrip().endswith(",") else subject
    standing = grammar.standing.match(verb) and not own.lstrip().startswith(subject)  # "While …, many want"
    if not subject or naming or standing or grammar.subordinate.search(head):
        return None
    pronoun = grammar.last_pronoun.search(subject)
    subject = pronoun[1] if pronoun else subject
    rest = Span(sentence.start + end, sentence.end)
    earlier, held = bool(grammar.perfect.search(left)), bool(grammar.has.search(left))
    return Clause(subject, predicate.kind, predicate.stance, verb, rest, earlier, standing=held)


def _fronted(own: str, sentence: Span, predicate: _Predicate, table: StanceTable) -> Clause | None:
    """The clause of a sentence whose speaker comes last: "The strike could cost millions, the league warned on Tuesday".

    What stands before the comma is what was said. Where only a voice or a pronoun follows it ("a spokeswoman said"), the
    subject of what was said speaks: "The ministry is ready to help, a spokeswoman said".
    """
    begin = _boundary(own, predicate.start, table.grammar)
    said, comma, who = own[begin : predicate.start].rstrip().rpartition(", ")
    verb = table.grammar.verb.search(f"{said} ") if comma else None
    speaks = predicate.kind is Kind.SPEECH or predicate.stance in (Stance.WARNS, Stance.DENIES)
    if verb is None or not speaks or not table.grammar.closing.match(own[predicate.end :]):
        return None
    if table.grammar.within.search(f" {said.split(', ')[-1]} ") and not who[:1].isupper():
        return None
    rest = Span(sentence.start + begin, sentence.start + begin + len(said))
    words = re.findall(r"[\w-]+", who.casefold())
    unnamed = (
        bool(words)
        and len(words) <= MOST_VOICE_WORDS
        and (words[-1] in table.voices or words[-1] in table.grammar.unnamed)
    )
    subject = _without_lead_in(table.grammar.trailing.sub("", said[: verb.start()] if unnamed else who), table)
    if not subject or table.grammar.subordinate.search(subject):
        return None
    verb_words = own[predicate.start : predicate.end]
    return Clause(subject, predicate.kind, predicate.stance, verb_words, rest, perfect=False)


def _holds_verb(subject: str, grammar: Grammar) -> bool:
    """Whether the head of a subject has a finite verb of its own, so that a later one is a participle."""
    found = grammar.verb.finditer(f" {subject.partition(',')[0]} ")
    return any(match[0].lstrip()[0].islower() for match in found)


def _shared(left: str, verb: str, grammar: Grammar) -> str | None:
    """The subject that an earlier verb of the clause shares with this one: "The mayor left, demanding", "France sent aid and urged"."""
    participle = verb.split(maxsplit=1)[0].endswith("ing") and left.rstrip().endswith(",")
    joined = re.search(r"\s(?:and|but)(?:\s\w+ly|\salso|\sthen)?\s*\Z", left)
    first = grammar.verb.search(left) if participle or joined else None
    if first is None or grammar.subordinate.search(left[: first.start()]):
        return None
    if joined and grammar.within.search(left[first.end() :]):
        return None
    return left[: first.start()]


def _after_quote(own: str, sentence: Span, predicate: _Predicate, table: StanceTable) -> Clause | None:
    """A verb of speaking before its subject: "…," said Mayor Rehn."""
    subject = _inverted(own[predicate.end :].lstrip(), table.grammar)
    nothing = Span(sentence.start, sentence.start)
    return (
        Clause(subject, predicate.kind, None, own[predicate.start : predicate.end], nothing, perfect=False)
        if subject
        else None
    )


def _behind_words(own: str, sentence: Span, predicate: _Predicate, table: StanceTable) -> Clause | None:
    """A verb of speaking and its subject behind words without marks: "The bridge must close, said Mayor Rehn"."""
    comma = own.endswith(", ", 0, predicate.start)
    if not comma or predicate.kind is not Kind.SPEECH or not table.grammar.named_behind.match(own, predicate.end):
        return None
    subject = _inverted(own[predicate.end :].lstrip(), table.grammar)
    if table.grammar.verb.search(f" {subject} "):  # "Rehn, the mayor, said the bridge was shut"
        return None
    begin = _boundary(own, predicate.start, table.grammar)
    told = Span(sentence.start + begin, sentence.start + predicate.start)
    verb = own[predicate.start : predicate.end]
    return Clause(subject, Kind.SPEECH, None, verb, told, perfect=False) if subject else None


def _passive(own: str, sentence: Span, predicate: _Predicate, table: StanceTable) -> Clause | None:
    subject = _inverted(own[predicate.end :].lstrip(), table.grammar)
    told = Span(sentence.start, sentence.start + predicate.start)
    return Clause(subject, Kind.PASSIVE, predicate.stance, own[predicate.start : predicate.end], told, perfect=False)


def _boundary(own: str, start: int, grammar: Grammar) -> int:
    """Where the clause of the predicate at ``start`` begins: after the last connector or quotation before it."""
    begin = 0
    for joint in grammar.connector.finditer(own, 0, start):
        begin = joint.end()
    quoted = own.rfind(MASK, begin, start)
    if quoted >= 0:
        begin = quoted + 1
        while begin < start and not own[begin].isalnum():
            begin += 1
    return begin


def _inverted(right: str, grammar: Grammar) -> str:
    """The subject that follows its verb: up to a preposition of time or the end."""
    cut = grammar.inverted_end.search(right)
    subject = right[: cut.start()] if cut else right
    return re.split(
        rf"[{MASK}“\"«;:]|,\s(?:who|which|adding|saying|referring|calling|from|including|such as)\b", subject
    )[0].strip(" .,")


CAPITALS_LINE = re.compile(r"\A\s*[A-Z][A-Z .,]{2,}(?:\([\w/ ]+\)\s*)?[:—–-]+\s+")
"""A dateline at the start of a sentence: "AMMAN: "."""


def _without_lead_in(left: str, table: StanceTable) -> str:
    """``left`` without "On Friday", "In Geneva, " and the like before the subject."""
    left = CAPITALS_LINE.sub("", left).strip(" ,\"'”’»“‘)(")
    for _ in range(3):
        first = left.split(" ", 1)[0].casefold().strip(",")
        if table.grammar.ranked.match(left) or (
            first not in table.lead_ins and not (first.endswith("ing") and ", " in left)
        ):
            break
        timed = table.grammar.dated.match(left)
        if timed:
            left = left[timed.end() :]
        elif first in table.grammar.openers:
            left = left.partition(" ")[2].strip(" ,")
        elif first in table.grammar.focus and not left.partition(" ")[2].startswith("so"):
            left = left.partition(" ")[2]
        elif ", " in left and not table.grammar.relative.match(left.partition(", ")[2]):
            left = left.partition(", ")[2].strip(" ,")
        else:
            return left if first.endswith("ing") else ""
    return left
