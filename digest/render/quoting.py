"""How verbatim words stand on a page: inside marks, with their speaker, and linked to where they are."""

from __future__ import annotations

from collections.abc import Callable

from digest.edition.views import KeyQuote, Passage, QuotedVariant, ReactionLine
from digest.render.encode import at_passage, markdown, markdown_at_passage
from digest.render.page import Site, link, relative, story_file
from digest.render.words import moment_words, plural

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


def variant_line(variant: QuotedVariant, kind: str) -> str:
    """How another outlet printed the same statement."""
    passage = variant.passage
    return f"{markdown(passage.outlet)}, {variant.variant}: {words_of(passage, kind)} {source_link(passage)}"


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
