"""What a robots.txt allows (RFC 9309)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.net.robots import matches, parse_robots

OURS = "Digest"

RULES: dict[str, tuple[str, str, bool]] = {
    "an empty file allows": ("", "/a", True),
    "a rule without a robot is no rule": ("Disallow: /", "/a", True),
    "everyone is forbidden all": ("User-agent: *\nDisallow: /", "/a", False),
    "an empty rule forbids nothing": ("User-agent: *\nDisallow:", "/a", True),
    "another robot's rules are not ours": ("User-agent: Other\nDisallow: /", "/a", True),
    "our own rules replace everyone's": ("User-agent: *\nDisallow: /\n\nUser-agent: Digest\nDisallow: /b", "/a", True),
    "our own rules may be none": ("User-agent: *\nDisallow: /\nUser-agent: Digest\nAllow:", "/a", True),
    "a group without rules allows": (
        "User-agent: Digest\nUser-agent: Other\n\nUser-agent: *\nDisallow: /",
        "/a",
        False,
    ),
    "our name in any letters": ("user-AGENT: dIGEST\nDISALLOW: /", "/a", False),
    "our name with a version": ("User-agent: Digest/2.0\nDisallow: /", "/a", False),
    "a longer name is another robot": ("User-agent: DigestBot\nDisallow: /", "/a", True),
    "a shorter name is another robot": ("User-agent: Dig\nDisallow: /", "/a", True),
    "one group for two robots": ("User-agent: Other\nUser-agent: Digest\nDisallow: /", "/a", False),
    "two groups for us are one": (
        "User-agent: Digest\nDisallow: /a\nUser-agent: *\nUser-agent: Digest\nDisallow: /b",
        "/b",
        False,
    ),
    "the longest rule decides": ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
    "the longest rule decides whatever its place": ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", False),
    "allowing wins a tie": ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
    "letters of the path count": ("User-agent: *\nDisallow: /A", "/a", True),
    "a rule is a beginning": ("User-agent: *\nDisallow: /news", "/newsroom", False),
    "a star is any letters": ("User-agent: *\nDisallow: /*/print", "/2026/03/print", False),
    "a star at the end adds nothing": ("User-agent: *\nDisallow: /a*", "/a", False),
    "a dollar is the end": ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
    "a dollar is only the end": ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
    "a query counts": ("User-agent: *\nDisallow: /*?print", "/a?print=1", False),
    "encoded letters are the same": ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
    "plain letters are the same": ("User-agent: *\nDisallow: /café", "/caf%c3%a9", False),
    "an encoded plain letter is plain": ("User-agent: *\nDisallow: /%61", "/a", False),
    "an encoded slash is no slash": ("User-agent: *\nDisallow: /a/b", "/a%2Fb", True),
    "notes are passed over": ("# all\nUser-agent: * # all\nDisallow: /a # this", "/a", False),
    "blanks and tabs around": ("\t User-agent :\t*\n  Disallow :\t/a  ", "/a", False),
    "old line ends": ("User-agent: *\rDisallow: /a\r", "/a", False),
    "a mark at the beginning": ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
    "a site map between does not part a group": ("User-agent: *\nSitemap: x\nDisallow: /a", "/a", False),
    "a rule without its slash": ("User-agent: *\nDisallow: a", "/a", False),
    "robots.txt itself is always allowed": ("User-agent: *\nDisallow: /", "/robots.txt", True),
    "a web page in its place is no rule": ("<!DOCTYPE html><p>Not found", "/a", True),
}


@pytest.mark.parametrize("case", RULES)
def test_rules(case: str) -> None:
    text, path, allowed = RULES[case]
    assert parse_robots(text.encode(), OURS).allows(path) is allowed


@pytest.mark.parametrize(
    ("stated", "delay"), [("2", 2.0), ("0.5", 0.5), ("soon", None), ("-1", None), ("1e9", None), ("", None)]
)
def test_a_pause_between_pages_is_read(stated: str, delay: float | None) -> None:
    assert parse_robots(f"User-agent: *\nCrawl-delay: {stated}".encode(), OURS).crawl_delay_seconds == delay


def test_a_hostile_pattern_costs_little() -> None:
    """With a regular expression this takes longer than anyone has."""
    path = "/" + "a" * 2000
    assert not matches("/" + "*a" * 1000 + "*b$", path)
    assert not matches("/" + "*a" * 1000 + "b", path)


def test_a_hostile_file_is_read_in_part() -> None:
    robots = parse_robots(b"User-agent: *\n" + b"Disallow: /a\n" * 100_000 + b"Disallow:" + b" " * 500_000, OURS)
    assert len(robots.rules) == 2000


def fits(pattern: str, path: str) -> bool:
    """``matches`` as the RFC words it, one character at a time."""
    reach = {0}
    for char in pattern.removesuffix("$"):
        if char == "*":
            reach = set(range(min(reach), len(path) + 1)) if reach else set()
        else:
            reach = {place + 1 for place in reach if place < len(path) and path[place] == char}
    return len(path) in reach if pattern.endswith("$") else bool(reach)


@settings(deadline=None)
@given(st.text("ab*", max_size=8), st.booleans(), st.text("ab", max_size=10))
def test_patterns_fit_as_the_rfc_words_it(pattern: str, anchored: bool, path: str) -> None:
    whole = pattern + "$" * anchored
    assert matches(whole, path) == fits(whole, path)


@settings(deadline=None)
@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_are_rules(body: bytes, path: str) -> None:
    assert parse_robots(b"User-agent: *\nDisallow: /x\n" + body, OURS).allows(path) in {True, False}
