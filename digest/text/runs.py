"""Runs of capitalised words in a text, and what each names by its own words: a person, an organisation, a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from digest.languages.names import NameTable
from digest.model import Span
from digest.text.roles import UPPER, is_courtesy

ARTICLE_PREFIX = r"(?:(?:[aA]l|[eE]l|[aA]s|[aA]sh|[uU]l|[bB]en)-|[dlDL]['’]|O['’]|Mc|Mac|de)?"
BROKEN = "(?:[ÂÃÄÅ][\u0080-\u009f\u00a1-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ•–—˜™š›œžŸŽ\ufffd]|Ã[‘’“”]|Å\u00a0(?=[a-z]))"
"""A letter of two UTF-8 bytes that were read as two characters, as in "JosÃ©"."""
LETTER = rf"(?:{BROKEN}|\w)"
# A dot inside a word joins initials and hosts; before a capital after small letters it ends a sentence that the next is glued to.
JOINT = rf"(?:[-'’&](?=\w)|(?<=[{UPPER}])\.(?=\w)|\.(?=[^\W{UPPER}]))"
TOKEN = rf"(?:{ARTICLE_PREFIX}(?:{BROKEN}|[{UPPER}]){LETTER}*(?:{JOINT}{LETTER}+)*\.?)"
PARTICLES = r"(?:de|del|della|der|den|di|da|do|dos|das|du|des|van|von|zu|zum|bin|ibn|bint|al|el|la|le|ten|ter|af|av|y)"
RUN = re.compile(
    rf"(?<![\w@#/-])(?<![^a-z]\.)(?<!www\.)(?!\b[DRI]-){TOKEN}(?:[ \u00a0](?:{PARTICLES}[ \u00a0]){{0,2}}{TOKEN})*"
)
WORD = re.compile(r"[^\s\u00a0]+")
INITIAL = re.compile(rf"[{UPPER}](?:\.?|\.[{UPPER}]\.?|[{UPPER}])\Z")
ABBREVIATION = re.compile(rf"(?:[{UPPER}]\.){{2,}}\Z")
MOST_JOINED = 16
"""Characters between two runs of capitals of one name (" for the ") at the most; a bound on work."""
SENTENCE_START = re.compile(r"(?:\A|[.!?:;…]['\"”’)\]]*|[\n“‘\"•|—–]|\s['*])\s*\Z")
NEXT_WORD = re.compile(r"[ \u00a0]([a-z]+)\b")


class NameKind(StrEnum):
    """What a name is taken for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    UNKNOWN = "unknown"


def runs(text: str, table: NameTable, skipped: list[Span]) -> Iterator[Span]:
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
        adjective = "-" in plain and plain.rpartition("-")[2] in table.compounding
        nameless = (plain in table.never_names and not titled) or adjective
        if nameless or (plain in table.months and word[0].endswith(".")):
            if start >= 0 and not adjective:  # of "Port Kessel-based" nothing is a name
                yield Span(start, last)
            start = -1
            continue
        start = word.start() if start < 0 else start
        last = word.end()
        owns = word[0] != _bare(word[0]) and not _is_office(text, word, run, plain, table)
        if owns or _ends_here(word[0], plain, table):
            yield Span(start, last)
            start = -1
    if start >= 0:
        yield Span(start, last)


def _is_office(text: str, word: re.Match[str], run: Span, plain: str, table: NameTable) -> bool:
    """Whether a possessive is inside the name of a body: "the Marl County Sheriff's Office", not "Brandt's Office"."""
    behind = WORD.search(text, word.end(), run.end)
    held = behind is not None and _bare(behind[0]).rstrip(".").casefold() in table.organisation_words
    return held and plain in table.titles | table.roles


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
class Draft:
    """A name before it is joined with others. ``weak``: one word that opens a sentence, so its capital says nothing."""

    span: Span
    title: Span | None
    kind: NameKind
    weak: bool
    words: tuple[str, ...]


def read(text: str, run: Span, table: NameTable) -> Draft | None:
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
    bodily = any(word in table.organisation_words for word in words[1:])
    courtesy = title_words and plain[0] in table.abbreviated_titles
    if not words or (words[0] in table.titles and not (bodily or courtesy)):
        return None
    if text[end - 1] == "." and len(words[-1]) > 1 and words[-1] == plain[-1] and "." not in words[-1]:
        end -= 1
    span = Span(tokens[first].start, end)
    weak = len(words) == 1 and title is None and first == 0 and _opens_sentence(text, span.start)
    weak = weak and not _speaks(text, span.end, words[0], table)
    return Draft(span, title, _kind(words, span.of(text), title is not None, table), weak, words)


def _speaks(text: str, end: int, word: str, table: NameTable) -> bool:
    """Whether a sentence's first word is a name because it speaks: "Okoro said"; not so "Protesters said"."""
    match = NEXT_WORD.match(text, end)
    if match is None or match[1] not in table.speaking:
        return False
    return not word.endswith("s") and word not in table.roles


def _title_words(plain: list[str], table: NameTable) -> int:
    """How many words of a run belong to the title before the name; 0 where an organisation's name follows."""
    named = is_given(plain[0], table)
    courtesy = plain[0] in table.titles and plain[0] in table.abbreviated_titles
    last = len(plain) - 1 if named or courtesy else len(plain)
    count = max((index + 1 for index, word in enumerate(plain[:last]) if _ends_title(plain, index, table)), default=0)
    if not count and len(plain) > 2 and plain[0] in table.roles:
        count = 1
    if count and count < len(plain) and any(word in table.organisation_words for word in plain[count:]):
        return 0
    return count


def _ends_title(plain: list[str], index: int, table: NameTable) -> bool:
    """Whether a word is a title, or a role that a given name follows: "Special Agent Piet Lanning"."""
    if plain[index] in table.titles:
        return True
    return plain[index] in table.roles and len(plain) > index + 2 and is_given(plain[index + 1], table)


def is_given(word: str, table: NameTable) -> bool:
    """Whether a word (small letters, without a dot) is a usual given name."""
    return word in table.female_given or word in table.male_given


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
    given = is_given(words[0], table)
    return len(words) > 1 and (given or any(len(word) == 1 for word in words[:-1]))


def merge_organisations(text: str, drafts: list[Draft], table: NameTable) -> list[Draft]:
    """Drafts in which "Ministry" and "Health" with "of" between is one name, if the first part is an organisation's."""
    out: list[Draft] = []
    for draft in drafts:
        if out and _goes_on_with(text, out[-1], draft, table):
            before = out.pop()
            own, person = _complement(text, draft, table)
            span = Span(before.span.start, own.span.end)
            out.append(Draft(span, before.title, NameKind.ORGANISATION, False, before.words + own.words))
            out += [person] if person else []
            continue
        out.append(draft)
    return out


def _goes_on_with(text: str, before: Draft, draft: Draft, table: NameTable) -> bool:
    """Whether the name of an organisation goes on with a further run of capitals: "Ministry" "of Health"."""
    begin = draft.title.start if draft.title else draft.span.start
    gap = text[before.span.end : begin]
    if _is_pair(text, before, draft, gap, table):
        return True
    if before.kind is not NameKind.ORGANISATION or len(gap) >= MOST_JOINED or gap.strip() not in table.joiners:
        return False
    if before.words[-1] not in table.organisation_words:
        return False
    opening = WORD.match(text, begin)
    plain = _bare(opening[0]).rstrip(".").casefold() if opening else ""
    return draft.title is None or plain not in table.titles | table.roles


def _is_pair(text: str, before: Draft, draft: Draft, gap: str, table: NameTable) -> bool:
    """Whether a body's name has an "and" inside: "the National Oceanic and Atmospheric Administration"."""
    opens = text[max(0, before.span.start - 4) : before.span.start].casefold() == "the "
    named = before.kind is NameKind.UNKNOWN and before.title is None and len(before.words) > 1
    body = draft.title is None and draft.kind is NameKind.ORGANISATION and draft.words[-1] in table.organisation_words
    return gap == " and " and opens and named and body and len(draft.words) > 1


def _complement(text: str, draft: Draft, table: NameTable) -> tuple[Draft, Draft | None]:
    """What of a run behind "House of" is the house's, and the person it goes on with: "Commons" of "Commons Ilse Brandt"."""
    tokens = [Span(*word.span()) for word in WORD.finditer(text, (draft.title or draft.span).start, draft.span.end)]
    plain = [_bare(token.of(text)).rstrip(".").casefold() for token in tokens]
    starts = table.titles | table.roles if draft.title else table.female_given | table.male_given
    cut = next((index for index in range(1, len(plain) - 1) if plain[index] in starts), 0)
    if not cut:
        return draft, None
    own = Draft(Span(tokens[0].start, tokens[cut - 1].end), None, draft.kind, False, tuple(plain[:cut]))
    title = Span(tokens[cut].start, draft.title.end) if draft.title else None
    span = draft.span if title else Span(tokens[cut].start, draft.span.end)
    words = draft.words if title else tuple(plain[cut:])
    return own, Draft(span, title, NameKind.PERSON, False, words)
