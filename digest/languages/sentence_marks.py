"""What decides where a sentence ends, per language: abbreviations and words that open sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SentenceMarks:
    """Words that help to tell a full stop from the dot of an abbreviation. All are lower case, without the dot.

    ``never_final`` are abbreviations that a name or number always follows (``mr``, ``sen``).
    ``maybe_final`` may close a sentence (``inc``, ``u.s``): they do where an ``openers`` word follows.
    ``small`` are the abbreviations of either set that are also written small; "he sat." is not Saturday.
    ``before_number`` are abbreviations only in front of a digit (``no``, ``art``).
    ``openers`` are words that, written with a capital, open a sentence rather than continue a name.
    ``asides`` are verbs that follow a question or exclamation inside marks in the same sentence (``asked``).
    """

    never_final: frozenset[str] = frozenset()
    maybe_final: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = SentenceMarks(
    never_final=_words(
        "mr mrs ms mx dr prof rev fr sr sra gov lt col gen maj capt cmdr cpl sgt pvt adm sen sens rep reps del pres "
        "hon amb supt insp det ald msgr st mt ft vs messrs mmes viz dist assn e.g i.e cf approx atty attn ph.d.s"
    ),
    maybe_final=_words(
        "inc co corp ltd llc plc bros jr sr esq etc al dept est univ u.s u.k u.n u.s.a e.u d.c n.y l.a p.m a.m ph.d m.d "
        "b.a m.a j.d a.d b.c blvd ave rd sq ga fla ala ariz ark calif colo conn del ill ind kan ky la md mass mich minn "
        "miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo jan feb mar apr jun jul aug sep sept oct nov dec "
        "mon tue tues wed thu thurs fri sat sun"
    ),
    small=_words("vs viz cf approx etc al jr sr dept"),
    before_number=_words("no nos art sec fig p pp vol ch par"),
    openers=_words(
        "the a an this that these those he she it they we i you his her its their our my your there here in on at by for "
        "from with without as if when while although though but and or so yet however still also after before since "
        "until during despite because what who why how where which one some many most all both each few several "
        "no not nobody nothing now then today yesterday tomorrow meanwhile moreover earlier later last next once "
        "according asked under over among between about instead indeed perhaps maybe even only just such to do does did "
        "is are was were have has had can could will would should may might must let"
    ),
    asides=_words(
        "said says asked asks added adds told tells wrote writes tweeted replied cried shouted exclaimed wondered "
        "joked quipped demanded continued yelled declared insisted recalled remarked"
    ),
)

TABLES: dict[str, SentenceMarks] = {"en": ENGLISH}
NEUTRAL = SentenceMarks()


def sentence_marks(language: str) -> SentenceMarks:
    """The table of ``language`` (a BCP 47 tag; only its first part counts), or one without words.

    >>> "mr" in sentence_marks("en-GB").never_final
    True
    >>> sentence_marks("xx").never_final
    frozenset()
    """
    return TABLES.get(language.partition("-")[0].casefold(), NEUTRAL)
