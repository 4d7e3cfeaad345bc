"""Whether what is told was said in answer to this event: not before it, not long held, not of another event."""

from __future__ import annotations

from digest.languages.stance_grammar import Grammar
from digest.reactions.clauses import Kind
from digest.reactions.context import Context
from digest.reactions.leads import opening_end
from digest.reactions.told import FAR_CHARS, Told

LAST_CHARS = 24
"""Characters at the end of a sentence in which a year dates its verb: "voted against the ban in 2022."."""


def is_now(told: Told, context: Context) -> bool:
    """Whether a sentence tells an answer to this event: not an old position, another event or hearsay."""
    table, sentence, when = context.lexicon.stances, told.sentence.of(told.mask), told.article.when
    if told.clause.standing and _is_long_held(told, context):
        return False
    head = told.clause.subject.partition(",")[0]
    telling, sentence = (words.replace(told.clause.subject, head) for words in (told.telling(table.grammar), sentence))
    if (
        told.clause.perfect
        or table.old.search(telling)
        or table.elsewhere.search(sentence)
        or table.hearsay.search(sentence)
    ):
        return False
    if _goes_on_with_past(told, table.grammar):
        return False
    dated = told.dated(telling)
    last = telling[-LAST_CHARS:] if told.clause.kind is not Kind.NAMING else ""
    if any(int(year) < when.year for words in (dated, last) for year in table.grammar.year.findall(words)):
        return False
    months = [
        table.months.index(month.casefold()) + 1
        for words in (dated, *(table.grammar.at_end.findall(telling) if told.clause.kind is Kind.STANCE else ()))
        for month in table.grammar.in_month.findall(words)
        if month.casefold() in table.months
    ]
    return all(month == when.month for month in months)


def _is_long_held(told: Told, context: Context) -> bool:
    """Whether what somebody "has said" or "has backed" is an opinion held before: below the lead, unless it points to the event."""
    if told.clause.kind in (Kind.SPEECH, Kind.NAMING):
        return told.sentence.start > opening_end(told.article, 1)
    return told.sentence.start > FAR_CHARS and not context.lexicon.stances.pointing.search(told.said)


def _goes_on_with_past(told: Told, grammar: Grammar) -> bool:
    """Whether the sentence before, in the same paragraph, opens with an earlier year ("In 1972 …"): what follows goes on with it."""
    begin = told.mask.rfind("\n", 0, told.sentence.start) + 1
    opening = grammar.year_before.search(told.mask[begin : told.sentence.start])
    return opening is not None and int(opening[1]) < told.article.when.year
