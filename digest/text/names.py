"""Who and what is named in a text: persons, organisations and places, with their roles as printed.

A name is a run of capitalised words. What precedes it (a title, a role), what follows (an apposition) and how the
same words appear elsewhere in the text decide what it names; no model is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from digest.languages.names import NameTable
from digest.languages.tables import name_table
from digest.model import Span
from digest.text.headlines import headline_lines
from digest.text.roles import UPPER, follows_body, is_courtesy, role_after, role_apposed, role_before, with_nationality
from digest.text.surnames import GENERATIONS, generation, surname_of

ARTICLE_PREFIX = r"(?:(?:[aA]l|[eE]l|[aA]s|[aA]sh|[uU]l|[bB]en)-|[dlDL]['’]|O['’]|Mc|Mac|de)?"
TOKEN = rf"(?:{ARTICLE_PREFIX}[{UPPER}][\w]*(?:[-'’&.](?=\w)[\w]+)*\.?)"
PARTICLES = r"(?:de|del|della|der|den|di|da|do|dos|das|du|des|van|von|zu|zum|bin|ibn|bint|al|el|la|le|ten|ter|af|av|y)"
TEXTS_KEPT = 64
"""Texts whose names are remembered: speakers, reactions and people of one story ask for the same ones."""
RUN = re.compile(rf"(?<![\w@#/.-])(?!\b[DRI]-){TOKEN}(?:[ \u00a0](?:{PARTICLES}[ \u00a0]){{0,2}}{TOKEN})*")
WORD = re.compile(r"[^\s\u00a0]+")
INITIAL = re.compile(rf"[{UPPER}](?:\.?|\.[{UPPER}]\.?|[{UPPER}])\Z")
ABBREVIATION = re.compile(rf"(?:[{UPPER}]\.){{2,}}\Z")
SENTENCE_START = re.compile(r"(?:\A|[.!?:;…]['\"”’)\]]*|[\n“‘\"•|—–]|\s['*])\s*\Z")
DATELINE = re.compile(
    rf"(?m)^[ \t]{{0,9}}([{UPPER}]{{2}}[{UPPER}.,' ]{{0,40}}(?:,[ ]?[\w. ]{{1,20}})?(?:[ ]\([^)\n]{{1,40}}\)(?::(?=[ ]))?)?[ ]?[-—–]{{0,2}}(?<=[-—–:])[ ])"
)
AGE = re.compile(r", \d{2},|,? \(\d{2}\)")
BODY_BEHIND = re.compile(r", which | \w+ its\b| said (?:that )?it\b")
NEXT_WORD = re.compile(r"[ \u00a0]([a-z]+)\b")


class NameKind(StrEnum):
    """What a name is taken for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    UNKNOWN = "unknown"


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

    Empty for a language without a table. Datelines name nobody; in a line of headline case only names
    that occur elsewhere in the text are given. A sentence's first word counts if it is more than a common word.

    >>> [(name.text, name.full, name.role) for name in find_names("Mayor Ilse Brandt left. Brandt was late.")]
    [('Ilse Brandt', 'Ilse Brandt', 'Mayor'), ('Brandt', 'Ilse Brandt', None)]
    """
    table = name_table(language)
    if table is None:
        return ()
    skipped = [Span(*match.span(1)) for match in DATELINE.finditer(text)] + headline_lines(text, language)
    skipped.sort()
    drafts = [draft for run in _runs(text, table, skipped) if (draft := _read(text, run, table)) is not None]
    return _joined(text, drafts, table)


def _runs(text: str, table: NameTable, skipped: list[Span]) -> Iterator[Span]:
    """Runs of capitalised words, cut where a weekday or a full stop stands between two names."""
    skip = iter((*skipped, Span(len(text) + 1, len(text) + 1)))
    dead = next(skip)
    for match in RUN.finditer(text):
        while dead.end <= match.start():
            dead = next(skip)
        if match.start() >= dead.start:
            continue
        yield from _cut(text, Span(*match.span()), table)


def _cut(text: str, run: Span, table: NameTable) -> Iterator[Span]:
    start = last = -1
    for word in WORD.finditer(text, run.start, run.end):
        plain = _bare(word[0]).rstrip(".").casefold()
        titled = last >= 0 and text[run.start : last].rstrip(".").casefold() in table.abbreviated_titles
        if (plain in table.never_names and not titled) or (plain in table.months and word[0].endswith(".")):
            if start >= 0:
                yield Span(start, last)
            start = -1
            continue
        start = word.start() if start < 0 else start
        last = word.end()
        if word[0] != _bare(word[0]) or _ends_here(word[0], plain, table):
            yield Span(start, last)
            start = -1
    if start >= 0:
        yield Span(start, last)


def _bare(word: str) -> str:
    """A word without a possessive ending."""
    if word[-1] in "'’":
        return word[:-1]
    return word[:-2] if word[-1] == "s" and word[-2:-1] in ("'", "’") else word


def _ends_here(word: str, plain: str, table: NameTable) -> bool:
    """A dot after a whole word, neither title nor initial nor abbreviation ("St."), ends the sentence and with it the name."""
    return (
        word.endswith(".")
        and plain not in table.titles | table.shortened
        and plain not in table.suffixes
        and not INITIAL.match(word)
        and not ABBREVIATION.match(word)
        and len(plain) > 1
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A name before it is joined with others. ``weak``: one word that opens a sentence, so its capital says nothing."""

    span: Span
    title: Span | None
    kind: NameKind
    weak: bool
    words: tuple[str, ...]


def _read(text: str, run: Span, table: NameTable) -> _Draft | None:
    """What one run of capitals names by its own words, or None if nothing."""
    tokens = [Span(*word.span()) for word in WORD.finditer(text, run.start, run.end)]
    plain = [_bare(span.of(text)).rstrip(".").casefold() for span in tokens]
    title_words = _title_words(plain, table)
    first = title_words
    start = _complement_start(text, tokens, table)
    if start is not None or (first == 0 and plain[0] in table.openers):
        first = 1
    if first >= len(tokens):
        return None
    title = None
    if start is not None or title_words:
        begin = _title_start(text, tokens, plain[:title_words], table) if start is None else 0
        title = Span(tokens[begin].start if start is None else start, tokens[first - 1].end)
    last = tokens[-1]
    end = last.start + len(_bare(last.of(text)))
    words = tuple(word for word in plain[first:] if word not in table.suffixes)
    if not words or (words[0] in table.titles and not (title_words and plain[0] in table.abbreviated_titles)):
        return None
    if text[end - 1] == "." and len(words[-1]) > 1 and words[-1] == plain[-1] and "." not in words[-1]:
        end -= 1
    span = Span(tokens[first].start, end)
    weak = len(words) == 1 and title is None and first == 0 and _opens_sentence(text, span.start)
    weak = weak and not _speaks(text, span.end, words[0], table)
    return _Draft(span, title, _kind(words, span.of(text), title is not None, table), weak, words)


def _speaks(text: str, end: int, word: str, table: NameTable) -> bool:
    """Whether a sentence's first word is a name because it speaks: "Okoro said"; not so "Protesters said"."""
    match = NEXT_WORD.match(text, end)
    if match is None or match[1] not in table.speaking:
        return False
    return not word.endswith("s") and word not in table.roles


def _title_words(plain: list[str], table: NameTable) -> int:
    """How many words of a run belong to the title before the name; 0 where an organisation's name follows."""
    named = plain[0] in table.female_given or plain[0] in table.male_given
    courtesy = plain[0] in table.titles and plain[0] in table.abbreviated_titles
    last = len(plain) - 1 if named or courtesy else len(plain)
    count = max((index + 1 for index, word in enumerate(plain[:last]) if word in table.titles), default=0)
    if not count and len(plain) > 2 and plain[0] in table.roles:
        count = 1
    if count and count < len(plain) and any(word in table.organisation_words for word in plain[count:]):
        return 0
    return count


def _title_start(text: str, tokens: list[Span], plain: list[str], table: NameTable) -> int:
    """Which of the words before a name its title begins with: not a sentence's first ("Firing Mr. Vale", "Following President Vale")."""
    if is_courtesy(plain[-1]):
        return len(plain) - 1
    opens = plain[0] in table.openers or (plain[0].endswith("ing") and _opens_sentence(text, tokens[0].start))
    return 1 if opens and len(plain) > 1 else 0


def _complement_start(text: str, tokens: list[Span], table: NameTable) -> int | None:
    """Where "Secretary of State" begins if the run is "State John Vale"."""
    first = tokens[0].of(text)
    for head, tail in table.title_complements:
        begin = tokens[0].start - len(head)
        if first == tail and begin >= 0 and text.startswith(head, begin):
            return begin
    return None


def _opens_sentence(text: str, start: int) -> bool:
    return SENTENCE_START.search(text, max(0, start - 6), start) is not None or start == 0


def _kind(words: tuple[str, ...], printed: str, titled: bool, table: NameTable) -> NameKind:
    joined = " ".join(words)
    if joined in table.organisations or any(word in table.organisation_words for word in words[-3:]):
        return NameKind.PERSON if titled else NameKind.ORGANISATION
    if titled or _looks_personal(words, table):
        return NameKind.PERSON
    compass = len(words) == 2 and words[0] in table.compass and words[1] in table.places
    if joined in table.places or words[-1] in table.place_words or compass:
        return NameKind.PLACE
    if len(words) == 1 and 1 < len(printed) < 7 and printed.isupper():
        return NameKind.PLACE if "." in printed else NameKind.ORGANISATION
    return NameKind.UNKNOWN


def _looks_personal(words: tuple[str, ...], table: NameTable) -> bool:
    """A given name or an initial stands before the last word."""
    given = words[0] in table.female_given or words[0] in table.male_given
    return len(words) > 1 and (given or any(len(word) == 1 for word in words[:-1]))


def _joined(text: str, drafts: list[_Draft], table: NameTable) -> tuple[Name, ...]:
    """Drafts with roles, merged into longer names of organisations and joined with the fullest form of each person."""
    merged = _merge_organisations(text, drafts, table)
    strong = {word for draft in merged if not draft.weak for word in draft.words}
    kept = [draft for draft in merged if not draft.weak or _is_known(draft.words[0], strong, table)]
    people = _People(table)
    names = [people.name(text, draft) for draft in kept]
    return tuple(people.named_later(name) for name in names)


def _is_known(word: str, strong: set[str], table: NameTable) -> bool:
    return (
        word in strong
        or word in table.places
        or word in table.organisations
        or word in table.female_given
        or word in table.male_given
    )


def _merge_organisations(text: str, drafts: list[_Draft], table: NameTable) -> list[_Draft]:
    """Drafts in which "Ministry" and "Health" with "of" between is one name, if the first part is an organisation's."""
    out: list[_Draft] = []
    for draft in drafts:
        if out and out[-1].kind is NameKind.ORGANISATION and draft.title is None:
            gap = text[out[-1].span.end : draft.span.start]
            if len(gap) < 16 and gap.strip() in table.joiners and out[-1].words[-1] in table.organisation_words:
                before = out.pop()
                span = Span(before.span.start, draft.span.end)
                out.append(_Draft(span, before.title, NameKind.ORGANISATION, False, before.words + draft.words))
                continue
        out.append(draft)
    return out


class _People:
    """The persons met so far in a text; a surname alone means the one of fitting gender named last."""

    def __init__(self, table: NameTable) -> None:
        self.table = table
        self.by_surname: dict[str, list[Name]] = {}
        self.by_given: dict[str, Name] = {}
        self.bodies: dict[str, Name] = {}

    def name(self, text: str, draft: _Draft) -> Name:
        """The finished name of a draft; remembers its bearer."""
        role_span = with_nationality(text, draft.title, self.table) or role_before(text, draft.span.start, self.table)
        if draft.kind is not NameKind.PLACE:
            role_span = role_span or role_apposed(text, draft.span, self.table)
        after = role_after(text, draft.span.end, self.table) if draft.kind is not NameKind.PLACE else None
        kind = draft.kind
        if kind is NameKind.UNKNOWN and (role_span or after):
            kind = NameKind.PERSON
        if kind is NameKind.UNKNOWN and follows_body(text, draft.span.start, self.table):
            kind = NameKind.ORGANISATION
        if kind is NameKind.UNKNOWN and len(draft.words) > 1:
            kind = _kind_by_what_follows(text, draft.span.end)
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


def _kind_by_what_follows(text: str, end: int) -> NameKind:
    """What stands right behind a name tells: an age or "who" a person, "which" and "its" a body."""
    if text.startswith(", who ", end) or AGE.match(text, end):
        return NameKind.PERSON
    return NameKind.ORGANISATION if BODY_BEHIND.match(text, end) else NameKind.UNKNOWN


def _either(one: bool | None, other: bool | None) -> bool | None:
    return other if one is None else one


def _without_suffix(printed: str, table: NameTable) -> str:
    """A name without degrees; "Jr." stays, without a comma before it."""
    words = printed.split()
    while len(words) > 1 and words[-1].rstrip(".,").casefold() in table.suffixes - GENERATIONS:
        words.pop()
    return " ".join(words).rstrip(",").replace(",", "")


def _female(draft: _Draft, role: str, title: str | None, table: NameTable) -> bool | None:
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
