"""A clause as an article tells it: with its sentence, its quotations and the words that can carry a stance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.languages.stance_grammar import Grammar
from digest.model import Article, Quote, Span
from digest.reactions.clauses import MASK, Clause, Kind

QUOTED_WORDS = 3
"""Words inside marks from which on they tell what was said."""
WHOLE_QUOTE = re.compile(r"[“„«\"]\s?[^\W\d_a-z][^”»\"]*(?:[”»\"]|\Z)|[“„«\"][^”»\"]*[,.!?][”»\"]")
MARKS = re.compile(r"[“”„«»\"]")
DATE_WORDS = 5
"""Words after a verb among which a year or a month dates it: "criticised the plan in 2019"."""
FAR_CHARS = 1000
"""Characters of an article within which an answer stands in short reports (all of 870 labelled ones). Farther on long texts turn to
other matters: of 34 sentences read there that share no word with the opening and do not point back one in ten answered the event."""


@dataclass(frozen=True, slots=True)
class Told:
    """A clause with its sentence and article, and the masked text of the article."""

    article: Article
    sentence: Span
    clause: Clause
    mask: str
    quotes: Sequence[Quote]

    @property
    def said(self) -> str:
        """The words that can carry a stance: for a verb of speaking the whole sentence, else what follows the predicate."""
        if self.clause.kind is Kind.SPEECH:
            return self.sentence.of(self.article.text)
        return self.clause.rest.of(self.article.text).partition(";")[0]

    @property
    def quoted(self) -> str:
        """The words inside marks in the sentence, after those with which its quotation began in sentences before."""
        start, own = self.sentence.start, self._part
        begun = "".join(
            self.article.text[a:start] + " " for quote in self.through for a, b in quote.fragments if a < start < b
        )
        return begun + "".join(
            self.article.text[own.start + i] if char == MASK else " " for i, char in enumerate(own.of(self.mask))
        )

    @property
    def _part(self) -> Span:
        """The part of the sentence between semicolons in which the clause stands: what another part quotes is another's."""
        at = max(self.sentence.start, self.clause.rest.start)
        begin = self.mask.rfind(";", self.sentence.start, at) + 1
        end = self.mask.find(";", at, self.sentence.end)
        return Span(max(begin, self.sentence.start), self.sentence.end if end < 0 else end)

    @property
    def telling_words(self) -> str:
        """What was said, as far as it tells something: the words inside marks where there are several, else those reported."""
        return self.quoted if len(self.quoted.split()) >= QUOTED_WORDS else self.reported

    def telling(self, grammar: Grammar) -> str:
        """The sentence, quotations masked, without what the clause's verb introduces: "warned that …", "said no, adding that …"."""
        verb = self.clause.verb.rpartition(" ")[2]
        begin = self.clause.rest.start - len(verb) if grammar.content_word.match(verb) else self.clause.rest.start
        said = grammar.content.search(self.mask, begin, self.sentence.end)
        return self.mask[self.sentence.start : said.start() if said else self.sentence.end]

    def dated(self, telling: str) -> str:
        """The part of ``telling`` in which a year or month dates the statement: up to the words right after its verb.

        Further on it dates something else: "called it a breach of a promise given in March".
        """
        begin = telling.find(self.clause.verb)
        after = telling[begin + len(self.clause.verb) :]
        return (
            telling
            if begin < 0
            else telling[: len(telling) - len(after)] + " ".join(after.split(" ")[: DATE_WORDS + 1])
        )

    @property
    def through(self) -> list[Quote]:
        """The quotations that touch the sentence."""
        return [q for q in self.quotes if q.span.start < self.sentence.end and q.span.end > self.sentence.start]

    @property
    def reported(self) -> str:
        """The words that follow the verb or, where it stands last, precede it; quoted phrases count, quoted sentences do not."""
        span = self.clause.rest if self.clause.rest.start < self.clause.rest.end else self.sentence
        return MARKS.sub("", WHOLE_QUOTE.sub(" ", span.of(self.article.text)))
