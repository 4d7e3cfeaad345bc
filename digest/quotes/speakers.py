"""A speaker as the page will name him: mention, name, kind and role as printed."""

from __future__ import annotations

from digest.languages.speech import SpeechTable
from digest.model import Speaker, SpeakerKind
from digest.quotes.mentions import Mention
from digest.quotes.resolution import Referent
from digest.text.runs import NameKind

NOBODY = Speaker(None, None, None)


def speaker_of(text: str, mention: Mention | None, referent: Referent, speech: SpeechTable) -> Speaker:
    """The speaker that ``mention`` introduces, named if ``referent`` is. A noun phrase is its own role."""
    if mention is None:
        return NOBODY
    name = referent.name
    role = mention.span.of(text) if mention.name is None and mention.head not in speech.pronouns else None
    if name is not None and name.role:
        role = name.role
    return Speaker(
        mention.span.of(text), mention.span, name.full if name else None, _kind(mention, referent, speech), role
    )


def _kind(mention: Mention, referent: Referent, speech: SpeechTable) -> SpeakerKind:
    name = referent.name
    role = set((name.role or "").casefold().split()) if name else set()
    if mention.head in speech.spokespersons or speech.spokespersons & role:
        return SpeakerKind.SPOKESPERSON
    if mention.plural:
        return SpeakerKind.GROUP
    if mention.head in speech.organisations or (name is not None and name.kind is NameKind.ORGANISATION):
        return SpeakerKind.ORGANISATION
    person = name is not None or mention.head in speech.she | speech.he or not mention.neuter
    return SpeakerKind.PERSON if person else SpeakerKind.UNKNOWN
