"""Who and what is named in a text: persons, organisations and places, with their roles as printed.

A name is a run of capitalised words. What precedes it (a title, a role), what follows (an apposition) and how the
same words appear elsewhere in the text decide what it names; no model is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from digest.languages.furniture import BYLINE
from digest.languages.names import NameTable
from digest.languages.tables import name_table
from digest.model import Span
from digest.text.headlines import headline_lines
from digest.text.roles import UPPER, follows_body, is_courtesy, role_after, role_apposed, role_before, whole_title
from digest.text.runs import Draft, NameKind, is_given, merge_organisations, read, runs
from digest.text.surnames import GENERATIONS, generation, surname_of

TEXTS_KEPT = 64
"""Texts whose names are remembered: speakers, reactions and people of one story ask for the same ones."""
DATELINE = re.compile(
    rf"(?m)^[ \t]{{0,9}}([{UPPER}]{{2}}[{UPPER}.,' ]{{0,40}}(?:,[ ]?[\w. ]{{1,20}})?(?:[ ]\([^)\n]{{1,40}}\)(?::(?=[ ]))?)?[ ]?[-—–]{{0,2}}(?<=[-—–:])[ ])"
)
AUTHOR_LINE = re.compile(rf"(?m)^[ \t]{{0,9}}{BYLINE.pattern}[ \t]{{0,9}}$")
AGE = re.compile(r", \d{2},|,? \(\d{2}\)")
BODY_BEHIND = re.compile(r", which | \w+ its\b| said (?:that )?it\b")
LIES_IN = re.compile(r"\b(?:in|near|of|at|from|outside)[ \n\u00a0]\Z", re.IGNORECASE)
"""What stands before a town more often than before a body: "the prison of Port Sallow, which" names nobody who speaks."""


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name.

    ``span`` covers the name as printed (``text``), without title, role or possessive ending.
    ``full`` is the fullest form of it in the text, without title or degree: "Bashar al-Assad" for "Assad", "Piet Lanning Jr.".
    ``role`` is the role printed at this mention ("Syrian President", "a hydrologist at Dam Watch"), ``role_span`` its place.
    ``female`` is True or False where title, given name or role are evidence of gender, None otherwise.
    ``start`` of ``whole`` includes a title or role before the name.
    """

    span: Span
    text: str
    full: str
    kind: NameKind
    role: str | None = None
    role_span: Span | None = None
    title: str | None = None
    female: bool | None = None
    whole: Span | None = None

    @property
    def surname(self) -> str:
        """The last word of the full name, in small letters, without an article such as ``al-``."""
        return surname_of(self.full)


@lru_cache(TEXTS_KEPT)
def find_names(text: str, language: str = "en") -> tuple[Name, ...]:
    """All names in ``text`` in order, persons joined with their fullest form in the text.

    Empty for a language without a table. Datelines and lines that name the author alone name nobody; in a line of headline case only names
    that occur elsewhere in the text are given. A sentence's first word counts if it is more than a common word.

    >>> [(name.text, name.full, name.role) for name in find_names("Mayor Ilse Brandt left. Brandt was late.")]
    [('Ilse Brandt', 'Ilse Brandt', 'Mayor'), ('Brandt', 'Ilse Brandt', None)]
    """
    table = name_table(language)
    if table is None:
        return ()
    skipped = [Span(*match.span(1)) for match in DATELINE.finditer(text)] + headline_lines(text, language)
    skipped += [Span(*match.span()) for match in AUTHOR_LINE.finditer(text)]
    skipped.sort()
    drafts = [draft for run in runs(text, table, skipped) if (draft := read(text, run, table)) is not None]
    return _joined(text, drafts, table)


def _joined(text: str, drafts: list[Draft], table: NameTable) -> tuple[Name, ...]:
    """Drafts with roles, merged into longer names of organisations and joined with the fullest form of each person."""
    merged = merge_organisations(text, drafts, table)
    strong = {word for draft in merged if not draft.weak for word in draft.words}
    kept = [draft for draft in merged if not draft.weak or _is_known(draft.words[0], strong, table)]
    people = _People(table)
    names = [people.name(text, draft) for draft in kept]
    return tuple(people.named_later(name) for name in names)


def _is_known(word: str, strong: set[str], table: NameTable) -> bool:
    return word in strong or word in table.places or word in table.organisations or is_given(word, table)


class _People:
    """The persons met so far in a text; a surname alone means the one of fitting gender named last."""

    def __init__(self, table: NameTable) -> None:
        self.table = table
        self.by_surname: dict[str, list[Name]] = {}
        self.by_given: dict[str, Name] = {}
        self.bodies: dict[str, Name] = {}

    def name(self, text: str, draft: Draft) -> Name:
        """The finished name of a draft; remembers its bearer."""
        role_span = whole_title(text, draft.title, self.table) or role_before(text, draft.span.start, self.table)
        if draft.kind is not NameKind.PLACE:
            role_span = role_span or role_apposed(text, draft.span, self.table)
        after = role_after(text, draft.span.end, self.table) if draft.kind is not NameKind.PLACE else None
        kind = draft.kind
        if kind is NameKind.UNKNOWN and (role_span or after):
            kind = NameKind.PERSON
        if kind is NameKind.UNKNOWN and follows_body(text, draft.span.start, self.table):
            kind = NameKind.ORGANISATION
        if kind is NameKind.UNKNOWN and len(draft.words) > 1:
            kind = _kind_by_what_follows(text, draft.span)
        if kind is NameKind.ORGANISATION and draft.title is None:
            role_span = None
        printed = draft.span.of(text)
        title = draft.title.of(text) if draft.title else None
        role_span = after if title and is_courtesy(title) else role_span or after
        female = _female(draft, role_span.of(text) if role_span else "", title, self.table)
        full = _without_suffix(printed, self.table)
        name = Name(
            draft.span,
            printed,
            full,
            kind,
            role_span.of(text) if role_span else None,
            role_span,
            title,
            female,
            Span(draft.title.start if draft.title else draft.span.start, draft.span.end),
        )
        if kind is NameKind.ORGANISATION:
            return self._body(name)
        return self._known(name) if kind is not NameKind.PLACE else name

    def _body(self, name: Name) -> Name:
        """An organisation, joined with its longer name: "Amnesty" and "AI" with "Amnesty International"."""
        words = name.full.split()
        if len(words) == 1:
            longer = self.bodies.get(name.full.casefold())
            return replace(name, full=longer.full) if longer else name
        if any(word.casefold() in self.table.organisation_words for word in words[1:]):
            self.bodies.setdefault(words[0].casefold(), name)
        self.bodies.setdefault("".join(word[0] for word in words if word[0].isupper()).casefold(), name)
        return name

    def _known(self, name: Name) -> Name:
        words, own = name.full.split(), generation(name.full)
        if len(words) > 1 + bool(own):
            return self._remember(name, words)
        bearers = self.by_surname.get(surname_of(name.full), [])
        bearers = [one for one in bearers if generation(one.full) == own] or ([] if own else bearers)
        fitting = [one for one in bearers if name.female is None or one.female in (None, name.female)]
        fitting = [one for one in fitting if not self._is_kin(one)] or fitting
        bearer = fitting[-1] if fitting else None if bearers else self.by_given.get(name.full.casefold())
        if bearer is None:
            return name
        female = bearer.female if name.female is None else name.female
        return replace(name, full=bearer.full, kind=bearer.kind, female=female)

    def _is_kin(self, name: Name) -> bool:
        """Whether somebody was introduced as a relative, whom papers call by given name: the surname alone means the other."""
        return bool(self.table.kin & set((name.role or "").casefold().split()))

    def named_later(self, name: Name) -> Name:
        """A surname that stood before the full name, as in headlines and leads, joined with it."""
        if name.kind is not NameKind.UNKNOWN or " " in name.full:
            return name
        bearers = self.by_surname.get(surname_of(name.full))
        return replace(name, full=bearers[0].full, kind=bearers[0].kind, female=bearers[0].female) if bearers else name

    def _remember(self, name: Name, words: list[str]) -> Name:
        bearers = self.by_surname.setdefault(surname_of(name.full), [])
        own = words[0], generation(name.full)
        same = next((one for one in bearers if (one.full.split()[0], generation(one.full)) == own), None)
        if same is not None:
            bearers.remove(same)
            name = replace(name, full=max(same.full, name.full, key=len), female=_either(name.female, same.female))
            if name.kind is NameKind.UNKNOWN:
                name = replace(name, kind=same.kind)
        bearers.append(name)
        self.by_given[words[0].casefold()] = name
        return name


def _kind_by_what_follows(text: str, name: Span) -> NameKind:
    """What stands right behind a name tells: an age or "who" a person, "which" and "its" a body, unless something lies in it."""
    if text.startswith(", who ", name.end) or AGE.match(text, name.end):
        return NameKind.PERSON
    is_body = BODY_BEHIND.match(text, name.end) and not LIES_IN.search(text, max(0, name.start - 8), name.start)
    return NameKind.ORGANISATION if is_body else NameKind.UNKNOWN


def _either(one: bool | None, other: bool | None) -> bool | None:
    return other if one is None else one


def _without_suffix(printed: str, table: NameTable) -> str:
    """A name without degrees; "Jr." stays, without a comma before it."""
    words = printed.split()
    while len(words) > 1 and words[-1].rstrip(".,").casefold() in table.suffixes - GENERATIONS:
        words.pop()
    return " ".join(words).rstrip(",").replace(",", "")


def _female(draft: Draft, role: str, title: str | None, table: NameTable) -> bool | None:
    """Gender by title, then by role, then by given name; None without evidence."""
    for evidence, female, male in (
        (title or "", table.female_titles, table.male_titles),
        (role, table.female_roles, table.male_roles),
    ):
        found = {word.strip(".,").casefold() for word in evidence.split()}
        if bool(found & female) != bool(found & male):
            return bool(found & female)
    first = draft.words[0]
    if len(draft.words) > 1 and (first in table.female_given) != (first in table.male_given):
        return first in table.female_given
    return None
