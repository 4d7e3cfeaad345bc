"""Which language a text is in, by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from digest.languages.profiles import COMMON_WORDS, SCRIPTS

SAMPLE_CHARS = 1500
"""Characters looked at (range 500 to 20,000): about 250 words, of which a third are common ones."""
FEWEST_HITS = 4
"""Common words found below which a text is too short to tell (range 3 to 10)."""
AHEAD = 1.15
"""How far the best language must lead the next (range 1.05 to 1.5): Danish and Norwegian share most of their short words."""
NATIVE_SHARE = 0.2
"""Share of a text's letters in one script from which the script decides (range .1 to .5)."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_ANY_SCRIPT = re.compile(f"[{''.join(signs for signs, _ in SCRIPTS)}]")
_SCRIPTS = tuple((re.compile(f"[{signs}]"), language) for signs, language in SCRIPTS)


def detect_language(text: str, declared: str | None = None) -> str:
    """The language of ``text`` as a lower-case code; ``declared`` where the text does not tell, ``und`` where nothing does.

    What a text shows counts more than what a feed declares: many declare English and are not.

    >>> detect_language("Der Minister hat das Gutachten zur Talsperre nicht gelesen, und die Stadt ist in Sorge.", "en")
    'de'
    >>> detect_language("Dam audit", "en")
    'en'
    """
    sample = text[:SAMPLE_CHARS]
    letters = sum(map(str.isalpha, sample)) if _ANY_SCRIPT.search(sample) else 0
    for script, language in _SCRIPTS if letters else ():
        if len(script.findall(sample)) >= NATIVE_SHARE * letters:
            return declared if declared and language == "ar" and declared in ("fa", "ur", "ps", "ku") else language
    counts = Counter(_WORD.findall(sample.casefold()))
    hits = sorted(
        ((sum(counts[word] for word in counts.keys() & words), code) for code, words in COMMON_WORDS.items()),
        key=lambda hit: (-hit[0], hit[1]),
    )
    (best, language), (second, _) = hits[0], hits[1]
    if best >= FEWEST_HITS and best >= AHEAD * second:
        return declared if language in ("no", "da") and declared in ("no", "nb", "nn", "da") else language
    if declared:
        return declared
    return language if best >= FEWEST_HITS else "und"
