"""What can go wrong with a request, in words for the person who runs the night."""

from __future__ import annotations

from dataclasses import dataclass

from digest.incoming import Problem

STAGE = "fetch"


class Fault(Exception):  # noqa: N818 - it is caught inside this room and becomes a Problem; it is no error of the program
    """A request that gave nothing to read. Never leaves this room: it becomes a ``Problem``.

    ``code`` is a key of ``FAULTS``; ``detail`` adds what the words there do not say and holds no secret.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Words:
    """What happened and what a person can do about it."""

    happened: str
    remedy: str


WAIT = "Nothing need be done: it is asked again on a later night. If this lasts, open the address in a browser."
OPEN = "Open the address in a browser; if the site has moved, correct the address in the feed file."
ASK = "Ask the publisher, or take the source out of the feed file."

FAULTS: dict[str, Words] = {
    "bad-address": Words("The address cannot be used", "Correct the address in the feed file."),
    "forbidden-address": Words("The address is not one of the public internet", "Use a public address, or a file."),
    "forbidden-port": Words("The port is not one that web sites use", "Correct the address in the feed file."),
    "missing-variable": Words("A variable of the address is not set", "Set the environment variable for the build."),
    "unknown-host": Words("The name of the host is not known", OPEN),
    "no-connection": Words("The host did not accept a connection", WAIT),
    "bad-certificate": Words("The host could not prove who it is", ASK),
    "timeout": Words("The answer took too long", WAIT),
    "broken-answer": Words("The answer is not proper HTTP", WAIT),
    "cut-short": Words("The answer broke off before its end", WAIT),
    "too-large": Words("The answer is larger than Digest reads", ASK),
    "bomb": Words("The answer unpacks to far more than was sent", ASK),
    "unknown-encoding": Words("The answer is packed in a way that was not asked for", ASK),
    "too-many-redirects": Words("The answer led through too many redirects", OPEN),
    "redirect-loop": Words("The redirects lead back to where they began", OPEN),
    "bad-redirect": Words("The answer leads to an address that cannot be used", OPEN),
    "host-unreachable": Words("The host failed for other sources of this night, so it was not asked again", WAIT),
    "night-over": Words("The time or room for fetching was used up before this source", WAIT),
    "not-a-page": Words("The link does not lead to a web page", "Nothing need be done; the feed's own text is used."),
    "robots": Words(
        "The site's robots.txt asks not to fetch this page", "Nothing need be done; the feed's text is used."
    ),
    "robots-unreachable": Words("The site's robots.txt could not be read, so its pages were left alone", WAIT),
    "page-limit": Words("More pages of this host were wanted than one night may ask for", WAIT),
    "refused": Words("The host does not let Digest in", "Check the name and password or key of the source."),
    "not-found": Words("There is nothing at this address", OPEN),
    "gone": Words("The publisher has removed this feed for good, so it is paused", "Remove it from the feed file."),
    "rate-limited": Words("The host asks to be left alone for a while", WAIT),
    "server-error": Words("The host has a fault of its own", WAIT),
    "odd-status": Words("The host gave an answer that has no meaning here", OPEN),
    "captive-portal": Words("A network sign-in page answered in place of the host", "Sign in to the network."),
    "html-instead-of-feed": Words(
        "A web page came where a feed was expected; what was known is kept",
        "Run `digest add` with the site's address to find its feed.",
    ),
    "empty-answer": Words("The answer is empty; what was known is kept", WAIT),
    "emptied-feed": Words("The feed has no entries where it had some; what was known is kept", WAIT),
    "moved": Words("The feed has moved for good", "Put the new address into the feed file."),
    "not-recorded": Words("No answer to this request was kept", "Replay a night that was kept with --keep-raw."),
    "nothing-found": Words(
        "No feed was found here", "Look for a link named RSS or Feed on the site and use its address."
    ),
}


def problem(source: str, code: str, detail: str = "", *, item: str | None = None) -> Problem:
    """The ``Problem`` for a fault of ``source``; ``item`` is the page's address where a page is concerned.

    >>> problem("Harbour Post", "timeout", "30 s").detail
    'The answer took too long (30 s).'
    """
    words = FAULTS[code]
    happened = f"{words.happened} ({detail})." if detail else f"{words.happened}."
    return Problem(source=source, stage=STAGE, code=code, detail=happened, remedy=words.remedy, item=item)
