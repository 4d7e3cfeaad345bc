"""The small words by which clauses, subjects and objects are told apart, per language."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns of one language, for sentences whose quotations are masked.

    ``connector``: what joins a further clause of a sentence.
    ``trailing``: adverbs, days and "in a statement" between subject and verb.
    ``of_relative``: what shows that the verb after it is of a relative clause.
    ``ranked``: a title that begins like a lead-in ("First Minister"). ``named_behind``: what follows a verb whose subject comes last.
    ``auxiliary``: a form of "be" that makes the verb after it passive.
    ``not_finite``: what shows that the verb after it is no main verb.
    ``not_main``: a relative clause or a "not" before a passive.
    ``source``: "According to X, " at the start of a sentence; group ``who``.
    ``stands_for``: "For the league it was " at the start of a sentence; group ``who``.
    ``source_last``: ", according to X" at its end; group ``who``.
    ``full_passive``: what must stand before a participle and "by".
    ``subordinate``: a subject inside a clause of time, cause or condition.
    ``nested``: what opens a clause inside reported words, which is of somebody else or of another time.
    ``perfect``: "had" before a verb: told of an earlier time.
    ``inverted_end``: where a subject after its verb ends.
    ``relative``: how a relative clause begins.
    ``articles``: articles and numbers before a noun.
    ``qualifying``: how a segment begins that says no role.
    ``land_ending``: what makes an adjective of a land's name.
    ``definite``: how a noun phrase begins that points back.
    ``joiners``: small words inside an organisation's name.
    ``clause_words``: words no name or role holds.
    ``boundary``: what a clause of a lead begins after.
    ``object_end``: where an object ends.
    ``passive_end``: a form of "be" at the end of a subject.
    ``personal``: pronouns that name no party.
    ``content``: what begins that which was said.
    ``partitive``: "one of the organisers".
    ``deed``: a lead that opens with a deed and who did it: "An air strike by the army"; group ``who``.
    ``suffered``: a lead whose subject something happens to: "Two miners were found dead".
    ``thing``: the pronoun of an organisation.
    ``places`` are prepositions after which a name tells where somebody is, ``bare`` nouns of bodies that often have a
    fuller name, ``nameless`` those that without it say nothing.
    ``counts`` are numbers in words. ``fieldless`` are words before "spokesman" that name no field of politics: a "finance
    spokesman" is a politician who speaks for himself.
    ``given_name``: after a verb of naming, a thing and a name for it that stands in marks; who prints one so mostly blames.
    ``afterwards``: what a lead's answer follows: "hours after an audit found cracks".
    ``answerable``: the role of who answers for the thing that an event is about: "the maker of the product".
    ``standing``: a verb that in the present tells a standing wish, unless its sentence opens with who has it.
    ``heads``: "who heads the agency"; group 1 is the body.
    ``has``: "has" before a verb.
    ``telling``: a verb that tells a bare fact ("confirmed"). ``factual``: the role of who tells facts by trade.
    ``opposing``: the role of an opponent. ``simile``: "like a petrol station".
    ``unreproachful``: what shows that a statement is no reproach.
    ``portfolio``: an office that only a government has.
    ``likening``: a verb whose comparison is a reproach where it shows nothing else. ``unnamed`` are pronouns of bodies.
    ``quantity``: "Almost 50,000" before those who act.
    ``joined``: "and" right before a further verb of the same subject.
    ``papers`` are nouns of things that say something and are nobody: "court documents".
    ``also``: what shows that a sentence turns to a further matter. ``closing``: what may follow a verb of speaking that closes its sentence.
    ``within``: a relative clause, whose verbs are not the sentence's own.
    ``last_pronoun``: a pronoun after a lead-in with commas; group 1.
    ``announced``: who tells the news at the end of a lead; group 1.
    ``content_word``: one of its words alone.
    ``feeling``: "she was" and the like, of the speaker's own feeling.
    ``held_office``: an office before the name of who holds it: "the mayor of Merrow, ".
    ``unwelcome``: "not welcome" within a stance's own words.
    ``negation``: a "not" that turns the words after it around.
    ``nominal``: "the diocese"; group 1 is the noun.
    ``pronoun``: "he" and "she".
    ``year``: "in 2019"; group 1 is the year.
    ``year_before``: a last sentence that opens with a year; group 1.
    ``in_month``: "in December"; group 1 may be a month.
    ``at_end``: a month that ends a sentence, unless a participle before it is what it dates ("given in March"); group 1.
    ``bench``: courts and those who sit on them. ``former``: a role held no longer.
    ``openers`` are lead-ins that may stand without a comma ("but"), ``focus`` ones that qualify the subject ("even").
    ``dated`` is a day before the subject. ``be`` are the finite forms of "be",
    ``verb`` finds a finite verb of any kind, ``reflexive`` an object that is the subject ("themselves").
    ``died`` follows a name in news of a death, ``death_of`` stands before it. ``had_done``: "had" and what somebody did, not what was done to him. ``known_object``: an object told of
    before. ``speaks_of_self``: reported words whose
    subject is the speaker. ``one_of_many``: articles before a thing's name, not a person's. ``no_actor``: a subject that is a share of those
    asked, the late somebody, or one whose owner stands elsewhere ("his group"). ``bearer``: a thing and its name behind "called"
    that go on to act. ``person_named``: somebody and what he is called.
    """

    connector: re.Pattern[str]
    trailing: re.Pattern[str]
    of_relative: re.Pattern[str]
    ranked: re.Pattern[str]
    named_behind: re.Pattern[str]
    auxiliary: re.Pattern[str]
    not_finite: re.Pattern[str]
    not_main: re.Pattern[str]
    source: re.Pattern[str]
    stands_for: re.Pattern[str]
    source_last: re.Pattern[str]
    full_passive: re.Pattern[str]
    subordinate: re.Pattern[str]
    nested: re.Pattern[str]
    perfect: re.Pattern[str]
    inverted_end: re.Pattern[str]
    relative: re.Pattern[str]
    articles: re.Pattern[str]
    qualifying: re.Pattern[str]
    land_ending: re.Pattern[str]
    definite: re.Pattern[str]
    joiners: frozenset[str]
    clause_words: re.Pattern[str]
    boundary: re.Pattern[str]
    object_end: re.Pattern[str]
    passive_end: re.Pattern[str]
    personal: re.Pattern[str]
    negation: re.Pattern[str]
    unwelcome: re.Pattern[str]
    held_office: re.Pattern[str]
    feeling: re.Pattern[str]
    content_word: re.Pattern[str]
    announced: re.Pattern[str]
    last_pronoun: re.Pattern[str]
    within: re.Pattern[str]
    counts: frozenset[str]
    fieldless: frozenset[str]
    given_name: re.Pattern[str]
    afterwards: re.Pattern[str]
    answerable: re.Pattern[str]
    standing: re.Pattern[str]
    heads: re.Pattern[str]
    has: re.Pattern[str]
    telling: re.Pattern[str]
    factual: re.Pattern[str]
    opposing: re.Pattern[str]
    simile: re.Pattern[str]
    unreproachful: re.Pattern[str]
    portfolio: re.Pattern[str]
    likening: re.Pattern[str]
    unnamed: frozenset[str]
    quantity: re.Pattern[str]
    joined: re.Pattern[str]
    papers: frozenset[str]
    also: re.Pattern[str]
    closing: re.Pattern[str]
    places: frozenset[str]
    bare: frozenset[str]
    nameless: frozenset[str]
    content: re.Pattern[str]
    partitive: re.Pattern[str]
    deed: re.Pattern[str]
    suffered: re.Pattern[str]
    thing: re.Pattern[str]
    nominal: re.Pattern[str]
    pronoun: re.Pattern[str]
    year: re.Pattern[str]
    year_before: re.Pattern[str]
    in_month: re.Pattern[str]
    at_end: re.Pattern[str]
    bench: re.Pattern[str]
    former: re.Pattern[str]
    openers: frozenset[str]
    focus: frozenset[str]
    dated: re.Pattern[str]
    be: frozenset[str]
    verb: re.Pattern[str]
    reflexive: re.Pattern[str]
    died: re.Pattern[str]
    death_of: re.Pattern[str]
    no_actor: re.Pattern[str]
    one_of_many: frozenset[str]
    speaks_of_self: re.Pattern[str]
    had_done: re.Pattern[str]
    known_object: re.Pattern[str]
    bearer: re.Pattern[str]
    person_named: re.Pattern[str]
