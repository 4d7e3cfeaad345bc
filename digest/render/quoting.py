"""How verbatim words stand on a page: inside marks, with their speaker, and linked to where they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digest.edition.views import KeyQuote, Passage, QuotedVariant, ReactionLine
from digest.render.encode import at_passage, markdown, markdown_at_passage
from digest.render.page import Site, link, relative, story_file
from digest.render.words import moment_words, plural
from digest.text.differences import Difference, differences

NOT_ESTABLISHED = "speaker not established"
STANCES = {"response": "responds"}
"""Stances that are no verb yet."""
GAP = " … "
"""Between pieces of one quotation that the article interrupts: what stood between was not said."""


def passage_link(passage: Passage) -> str | None:
    """The address that opens the article at the passage, or None where the article has no address."""
    return at_passage(passage.url, *_named(passage))


def source_link(passage: Passage) -> str:
    """The source number as a link to the sentence in the article, or to the entry under Coverage."""
    return f"[[{passage.number}]]({link_address(passage)})"


def link_address(passage: Passage) -> str:
    """The Markdown address of a passage on its own story's page."""
    return markdown_at_passage(passage.url, *_named(passage)) or f"#{passage.anchor}"


def _named(passage: Passage) -> tuple[str, str]:
    """The words a text fragment names (the first piece inside marks) and, where needed, the words before."""
    return passage.pieces()[0], passage.prefix.split(" ", 1)[-1] if passage.repeated else ""


def spoken_paragraphs(passage: Passage, encode: Callable[[str], str] = str) -> tuple[str, ...]:
    """Direct speech as print sets it, a string a paragraph: what goes on in the next paragraph is not closed, but opened again.

    Pieces that the reporter's words part ("he said") are closed and parted by an ellipsis. ``encode`` is applied to the words alone.
    """
    pieces = [encode(piece) for piece in passage.pieces()]
    lines = [f"“{pieces[0]}"]
    for gap, piece in zip(_gaps(passage), pieces[1:], strict=True):
        parted, ends = any(map(str.isalnum, gap)), "\n" in gap
        lines[-1] += "”" if parted or not ends else ""
        opening = (GAP if parted else " ") + f"“{piece}"
        lines[-1:] = [lines[-1], opening.lstrip()] if ends else [lines[-1] + opening]
    return (*lines[:-1], lines[-1] + "”")


def _gaps(passage: Passage) -> list[str]:
    """What the article has between the pieces inside marks."""
    ends = zip(passage.fragments, passage.fragments[1:], strict=False)
    return [passage.text[a[1] - passage.start : b[0] - passage.start] for a, b in ends]


def words_of(passage: Passage, kind: str, encode: Callable[[str], str] = markdown) -> str:
    """The exact words on one line: direct speech in marks piece by piece, anything else as the article has it.

    Marks around mixed and indirect speech would claim that all of it was said so. ``encode`` is the sink's.
    """
    if kind != "direct" or not passage.fragments:
        return encode(passage.text)
    return " ".join(spoken_paragraphs(passage, encode))


def block_quote(passage: Passage, kind: str) -> str:
    """The words as a Markdown block quotation; what ran over paragraphs does so here."""
    if kind != "direct" or not passage.fragments:
        return f"> {markdown(passage.text)}"
    return "\n>\n".join(f"> {line}" for line in spoken_paragraphs(passage, markdown))


def speaker_words(quote: KeyQuote, page: str) -> str:
    """The speaker as Markdown, linked to the person's page, with the role; or that none was established."""
    if quote.speaker is None:
        return NOT_ESTABLISHED
    name = link(page, f"people/{quote.slug}.md", quote.speaker) if quote.slug else markdown(quote.speaker)
    return f"{name}, {markdown(quote.role)}" if quote.role else name


def attribution(quote: KeyQuote, page: str, site: Site) -> str:
    """The line below a quotation on its story's page: who, where, when, source number, who else carried it."""
    where = f"in {markdown(quote.passage.outlet)}, {moment_words(quote.when, site.zone, clock=False)}"
    line = f"— {speaker_words(quote, page)}, {where} {source_link(quote.passage)}"
    return " · ".join((line, *carried(quote), *(("new",) if quote.new else ())))


def carried(quote: KeyQuote) -> tuple[str, ...]:
    """By how many outlets it was carried, and by which first; nothing for a single one."""
    if len(quote.carried_by) < 2:
        return ()
    return (f"carried by {plural(len(quote.carried_by), 'outlet')}, first by {markdown(quote.carried_by[0])}",)


MOST_CHANGES, MOST_WORDS = 3, 8
"""Changes that a line of Markdown names, and words of one that it quotes: beyond them the two versions are read side by side."""


def difference(quote: KeyQuote, variant: QuotedVariant) -> tuple[Difference, ...]:
    """What another printing keeps of the words shown, leaves out and puts in; nothing where it is the same."""
    if variant.variant == "same":
        return ()
    return differences(" ".join(quote.passage.pieces()), " ".join(variant.passage.pieces()))


def difference_words(found: Sequence[Difference]) -> str:
    """The changes in words, as Markdown: ``“nobody” for “not one of them”, without “tonight”``; empty where they are too many."""
    changes, rest = [], list(found)
    while rest:
        one = rest.pop(0)
        if one.kind == "kept":
            continue
        put = rest.pop(0) if one.kind == "deleted" and rest and rest[0].kind == "inserted" else None
        changes.append(_change(one, put))
    return ", ".join(changes) if len(changes) <= MOST_CHANGES else ""


def _change(one: Difference, put: Difference | None) -> str:
    if put is not None:
        return f"{_few(put.text)} for {_few(one.text)}"
    return f"{'without' if one.kind == 'deleted' else 'with'} {_few(one.text)}"


def _few(text: str) -> str:
    words = text.split()
    return f"“{markdown(' '.join(words))}”" if len(words) <= MOST_WORDS else plural(len(words), "word")


def variant_line(variant: QuotedVariant, quote: KeyQuote) -> str:
    """How another outlet printed the same statement, and what that changes."""
    passage = variant.passage
    changes = difference_words(difference(quote, variant))
    line = f"{markdown(passage.outlet)}, {variant.variant}: {words_of(passage, quote.kind)} {source_link(passage)}"
    return f"{line} ({changes})" if changes else line


def reaction_line(reaction: ReactionLine) -> str:
    """One actor's reaction on one line."""
    who = f"**{markdown(reaction.actor)}**" + (f", {markdown(reaction.role)}" if reaction.role else "")
    return (
        f"{who} — {STANCES.get(reaction.stance, reaction.stance)}: {markdown(reaction.passage.text)} {source_link(reaction.passage)}"
        + (" · new" if reaction.new else "")
    )


def from_elsewhere(passage: Passage, page: str, path: str) -> str:
    """The address of a passage on a page that is not its story's: the article, else the story's Coverage."""
    return markdown_at_passage(passage.url, *_named(passage)) or relative(page, story_file(path), passage.anchor)
