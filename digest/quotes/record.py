"""A quote as the JSON record that ``digest quotes`` prints."""

from __future__ import annotations

from digest.model import Quote


def quote_record(quote: Quote) -> dict[str, object]:
    """The fields of a quote for JSON: offsets as integers, stretches as ``[start, end]`` pairs.

    ``confidence`` is rounded to three places so that the same quote gives the same bytes everywhere.
    """
    speaker = quote.speaker
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.text,
        "kind": quote.kind.value,
        "fragments": [list(span) for span in quote.fragments],
        "content": [list(span) for span in quote.content],
        "speaker_text": speaker.mention,
        "speaker_start": speaker.span.start if speaker.span else None,
        "speaker_end": speaker.span.end if speaker.span else None,
        "speaker_resolved": speaker.name,
        "role": speaker.role,
        "cue": quote.cue,
        "confidence": round(quote.confidence, 3),
        "rule": quote.rule,
    }
