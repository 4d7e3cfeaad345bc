"""The Robots Exclusion Protocol (RFC 9309): which pages of a site may be fetched.

Own code, as the well-kept parsers turn patterns into regular expressions that a hostile file can make run for ever, and
the standard library's takes the first rule that fits instead of the longest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_ROBOTS_BYTES = 512 * 1024
"""What is read of a robots.txt; RFC 9309 (2.5) asks for at least 500 KiB."""

MAX_RULES = 2_000
"""Most rules that are kept of one file; real files have tens."""

MAX_PATTERN_CHARS = 2048
TOKEN = re.compile(r"[A-Za-z_-]+")
PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


@dataclass(frozen=True, slots=True)
class Rule:
    """A path pattern with ``*`` for any characters and ``$`` for the end, and whether it allows."""

    allow: bool
    pattern: str


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site for one robot. Without rules everything may be fetched."""

    rules: tuple[Rule, ...] = ()
    crawl_delay_seconds: float | None = None

    def allows(self, target: str) -> bool:
        r"""Whether ``target`` (path and query) may be fetched: the longest pattern decides, ``allow`` in a tie.

        >>> robots = parse_robots(b"User-agent: *\nDisallow: /a\nAllow: /a/b", "Digest")
        >>> robots.allows("/a/c"), robots.allows("/a/b/c"), robots.allows("/robots.txt")
        (False, True, True)
        """
        path = _normal(target)
        if path == "/robots.txt":
            return True
        fitting = [(len(rule.pattern), rule.allow) for rule in self.rules if matches(rule.pattern, path)]
        return max(fitting, default=(0, True))[1]


def parse_robots(body: bytes, product: str) -> Robots:
    """The rules of ``body`` for the robot called ``product``: its own groups joined, else those for ``*``.

    Damage costs the line it is in.
    """
    text = body[:MAX_ROBOTS_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")
    own, everyone = _Group(), _Group()
    current: list[_Group] = []
    in_agents = False
    for line in re.split(r"\r\n|\r|\n", text):
        name, _, stated = line.partition("#")[0].partition(":")
        key, value = name.strip().lower(), stated.strip()
        if key == "user-agent":
            current = current if in_agents else []
            in_agents = True
            if _names(value, product):
                current.append(own)
            elif value.startswith("*"):
                current.append(everyone)
        elif key in {"allow", "disallow", "crawl-delay"}:
            in_agents = False
            for group in current:
                group.add(key, value)
        for group in current:
            group.named = True
    return (own if own.named else everyone).robots()


def matches(pattern: str, path: str) -> bool:
    """Whether ``pattern`` fits the beginning of ``path``, in time of their lengths' product at worst.

    >>> matches("/*.pdf$", "/a/b.pdf"), matches("/*.pdf$", "/a/b.pdf?x"), matches("/a", "/abc")
    (True, False, True)
    """
    anchored = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not anchored or len(path) == len(first)
    position = len(first)
    for piece in rest[:-1]:
        found = path.find(piece, position)
        if found < 0:
            return False
        position = found + len(piece)
    if anchored:
        return path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= position
    return path.find(rest[-1], position) >= 0


class _Group:
    """The rules for one robot as they are gathered from a file."""

    def __init__(self) -> None:
        self.named = False
        self._rules: list[Rule] = []
        self._delay: float | None = None

    def add(self, key: str, value: str) -> None:
        if key == "crawl-delay":
            if re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,6})?", value):
                self._delay = float(value)
        elif value and len(value) <= MAX_PATTERN_CHARS and len(self._rules) < MAX_RULES:
            pattern = _normal(value)
            self._rules.append(Rule(key == "allow", pattern if pattern[0] in "/*" else f"/{pattern}"))

    def robots(self) -> Robots:
        return Robots(tuple(self._rules), self._delay)


def _names(value: str, product: str) -> bool:
    token = TOKEN.match(value)
    return token is not None and token[0].lower() == product.lower()


def _normal(path: str) -> str:
    """Percent-encoding as RFC 9309 (2.2.2) compares it: non-ASCII encoded, unreserved characters plain."""
    ascii_only = "".join(char if char.isascii() else "".join(f"%{byte:02X}" for byte in char.encode()) for char in path)
    return PERCENT.sub(lambda match: _plain_if_unreserved(match[1]), ascii_only)


def _plain_if_unreserved(code: str) -> str:
    char = chr(int(code, 16))
    return char if UNRESERVED.fullmatch(char) else f"%{code.upper()}"
