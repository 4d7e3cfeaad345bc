"""No notation of a forbidden address, no redirect and no second look-up leads to a connection."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any, NoReturn

import httpcore
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.net.address import WebAddress, is_global, is_web_port, parse_address, resolve_redirect
from digest.ingest.net.faults import Fault
from digest.ingest.net.fetch import fetch_night
from digest.ingest.net.follow import Trail, follow
from digest.ingest.net.policy import FetchPolicy
from digest.ingest.net.wire import LiveWire, Request
from digest.model import Source

PUBLIC = "93.184.215.14"
"""An address that is global; in these tests a stand-in on loopback answers for it."""

LOOPBACK = """
127.0.0.1 127.0.0.1. 127.0.0.1.. 127.1 127.0.1 127.000.000.001 0127.0.0.1 127.0.0.01 2130706433 2130706433. 0x7f000001
0X7F000001 0x7f.0.0.1 0x7f.1 0x7F.0x0.0x0.0x1 017700000001 0177.0.0.1 0177.0.0.01 0177.0x0.0.1 00000177.1 127.0x1 127.255.255.254
4294967295 4294967296 2130706433.0 127.0.0.1.0 127.0.0.1e0 [::1] [::1]. [0:0:0:0:0:0:0:1] [0000:0000:0000:0000:0000:0000:0000:0001]
[::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:127.0.0.1] [::127.0.0.1] [::7f00:1] [64:ff9b::127.0.0.1] [64:ff9b::7f00:1]
[64:ff9b:1::7f00:1] [2002:7f00:1::] [2002:7f00:0001::1] [2001:0:7f00:1::] [::1%25lo] [::1%lo] [fe80::1%25eth0] [::] [::0] [v1.127] [127.0.0.1]
localhost LOCALHOST localhost. localhost.localdomain ip6-localhost loopback.test
１２７.０.０.１ 127。0。0。1 127．0．0．1 127｡0｡0｡1 ①②⑦.⓪.⓪.① ₁₂₇.₀.₀.₁ ¹²⁷.⁰.⁰.¹ １２７．０．０．１ ｌｏｃａｌｈｏｓｔ ⓛⓞⓒⓐⓛⓗⓞⓢⓣ loc𝐚lhost 0𝗑7f.1 ٢١٣٠٧٠٦٤٣٣
%31%32%37.0.0.1 127%2e0%2e0%2e1 %6c%6f%63%61%6c%68%6f%73%74 127.0.0.1%00.harbour.example 127.0.0.1%0d%0a localhost%2eexample
user@127.0.0.1 harbour.example@127.0.0.1 harbour.example:80@127.0.0.1 user:pass@localhost a@b@127.0.0.1 harbour.example%40127.0.0.1
127.0.0.1\\@harbour.example harbour.example\\@127.0.0.1 127.0.0.1:x@harbour.test loc\talhost 127.0.0.1\\.harbour.example
xn--127-0 -127.0.0.1 127..0.1 .127.0.0.1 127.0.0.1_ 0x 0x7f 0 0.0.0.0 00.0.0.0 0.0 0.1.2.3
"""

ELSEWHERE = """
10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.254 192.168.0.1 192.168.1.254 100.64.0.1 100.127.255.254 169.254.0.1 169.254.169.254
169.254.170.2 2852039166 0xA9FEA9FE 0251.0376.0251.0376 [::ffff:169.254.169.254] [::ffff:a9fe:a9fe] [64:ff9b::a9fe:a9fe] [fd00:ec2::254]
100.100.100.200 192.0.0.192 168.63.129.16 198.18.0.1 198.19.255.255 192.0.2.1 198.51.100.7 203.0.113.9 192.88.99.1 192.0.0.8
224.0.0.1 239.255.255.250 255.255.255.255 240.0.0.1 [fe80::1] [febf::1] [fec0::1] [fc00::1] [fd12:3456:789a::1] [ff02::1] [ff0e::1]
[2001:db8::1] [3fff::1] [100::1] [2001:10::1] [2001:20::1] [2002:c0a8:101::1] [4000::1] [e000::1] [64:ff9b::c0a8:101]
metadata.test metadata.google.test private.test linklocal.test ula.test mapped.test nat64.test every.test
"""

NAMES: dict[str, tuple[str, ...]] = {
    "localhost": ("127.0.0.1", "::1"),
    "localhost.localdomain": ("127.0.0.1",),
    "ip6-localhost": ("::1",),
    "loopback.test": ("127.0.0.1",),
    "metadata.test": ("169.254.169.254",),
    "metadata.google.test": ("169.254.169.254", "fd00:ec2::254"),
    "private.test": ("10.1.2.3", "192.168.3.4"),
    "linklocal.test": ("fe80::1%2",),
    "ula.test": ("fd00::1",),
    "mapped.test": ("::ffff:127.0.0.1",),
    "nat64.test": ("64:ff9b::7f00:1",),
    "every.test": ("0.0.0.0", "::", "127.0.0.1", "not an address"),
}

HOSTS = tuple(dict.fromkeys(host for host in re.split("[ \n]", LOOPBACK + ELSEWHERE) if host))

OTHER_SCHEMES = (
    "file:///etc/passwd",
    "ftp://harbour.example/",
    "gopher://127.0.0.1:70/_x",
    "dict://127.0.0.1:11211/stats",
    "ldap://127.0.0.1/",
    "data:text/xml,<rss/>",
    "javascript:alert(1)",
    "unix:/var/run/docker.sock",
    "http+unix://%2Fvar%2Frun%2Fdocker.sock/info",
    "jar:http://harbour.example!/",
    "//127.0.0.1/",
    "http:127.0.0.1",
    "http:/127.0.0.1",
    "http://",
    "http:///feed",
    "http://:80/",
    "",
)


async def numbers_and_names(host: str, port: int) -> tuple[str, ...]:
    """What the system's resolver would make of a host: odd numbers as the C library reads them, and the names above."""
    if host in NAMES:
        return NAMES[host]
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    return tuple(str(entry[4][0]) for entry in found)


class Diverting(httpcore.AsyncNetworkBackend):
    """Keeps every address that is dialled; ``PUBLIC`` leads to the test's own server, anything else nowhere."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.dialled: list[str] = []

    async def connect_tcp(self, host: str, port: int, *more: Any, **named: Any) -> httpcore.AsyncNetworkStream:
        assert port
        self.dialled.append(host)
        if host != PUBLIC:
            raise httpcore.ConnectError(host)
        return await httpcore.AnyIOBackend().connect_tcp("127.0.0.1", self.port, *more, **named)


def follow_all(web: Any, paths: Sequence[str], policy: FetchPolicy) -> tuple[list[Trail | Fault], list[str]]:
    """What following each of ``paths`` of a public host gives, and which addresses were dialled in all."""

    async def run() -> tuple[list[Trail | Fault], list[str]]:
        backend = Diverting(web.port)
        async with LiveWire(policy, backend) as wire:
            return [await follow_one(wire, path, policy) for path in paths], backend.dialled

    return asyncio.run(run())


async def follow_one(wire: LiveWire, path: str, policy: FetchPolicy) -> Trail | Fault:
    try:
        return await follow(wire, parse_address(f"http://harbour.example{path}"), policy)
    except Fault as fault:
        return fault


def follow_from(web: Any, path: str, policy: FetchPolicy) -> tuple[Trail | Fault, list[str]]:
    """What following ``path`` of a public host gives, and which addresses were dialled."""
    (outcome,), dialled = follow_all(web, [path], policy)
    return outcome, dialled


def names_to(*addresses: str) -> Callable[[str, int], Awaitable[tuple[str, ...]]]:
    """A resolver that gives ``addresses`` for the public host and reads all else as the system would."""

    async def look_up(host: str, port: int) -> tuple[str, ...]:
        return addresses if host == "harbour.example" else await numbers_and_names(host, port)

    return look_up


def test_the_table_is_long_enough() -> None:
    assert len(HOSTS) + len(OTHER_SCHEMES) >= 150


def test_no_notation_reaches_the_canary(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed))
    policy = FetchPolicy(resolve=numbers_and_names)
    urls = [
        *(f"http://{host}:{web.port}/feed" for host in HOSTS),
        *(f"https://{host}/feed" for host in HOSTS),
        *OTHER_SCHEMES,
    ]
    sources = [Source(f"{n}", url=url or " ") for n, url in enumerate(urls)]
    results = fetch_night(sources, {}, night=web.night, env={}, policy=policy)
    assert web.connections == 0
    refusals = {"bad-address", "forbidden-address", "unknown-host", "host-unreachable"}
    assert {problem.code for result in results for problem in result.problems} <= refusals
    assert all(result.problems and result.body is None for result in results)


def test_the_canary_sings_where_loopback_is_allowed(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed))
    assert web.fetch().body == web.feed
    assert web.connections == 1


def test_no_redirect_leads_to_a_forbidden_address(web: Any) -> None:
    for n, host in enumerate(HOSTS):
        web.on(f"/{n}", web.reply(302, location=f"http://{host}/feed".encode().decode("latin-1")))
    paths = [f"/{n}" for n in range(len(HOSTS))]
    outcomes, dialled = follow_all(web, paths, FetchPolicy(resolve=names_to(PUBLIC)))
    assert [host for host, outcome in zip(HOSTS, outcomes, strict=True) if not isinstance(outcome, Fault)] == []
    assert set(dialled) == {PUBLIC}
    assert len(web.visits) == len(HOSTS)


def test_no_odd_redirect_leads_elsewhere(web: Any) -> None:
    locations = ("//127.0.0.1/", "///127.0.0.1/", "http://harbour.example@10.0.0.1/", *OTHER_SCHEMES)
    for n, location in enumerate(locations):
        web.on(f"/{n}", web.reply(307, location=location))
    paths = [f"/{n}" for n in range(len(locations))]
    _, dialled = follow_all(web, paths, FetchPolicy(resolve=names_to(PUBLIC)))
    assert set(dialled) == {PUBLIC}


def test_a_name_that_changes_its_address_is_judged_at_each_connection(web: Any) -> None:
    """The first answer is public, every later one is loopback: one connection to the public one, and none after."""
    answers = iter([(PUBLIC,)])

    async def rebinding(host: str, port: int) -> tuple[str, ...]:
        assert (host, port) == ("harbour.example", 80)
        return next(answers, ("127.0.0.1",))

    web.on("/feed", web.reply(302, location="/next", connection="close"))
    web.on("/next", web.reply(200, web.feed))
    outcome, dialled = follow_from(web, "/feed", FetchPolicy(resolve=rebinding))
    assert isinstance(outcome, Fault)
    assert (outcome.code, dialled) == ("forbidden-address", [PUBLIC])


def test_a_name_with_mixed_addresses_leads_to_the_public_ones_only(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed))
    mixed = names_to("127.0.0.1", "::1", "10.0.0.1", PUBLIC, "fe80::1%1")
    outcome, dialled = follow_from(web, "/feed", FetchPolicy(resolve=mixed))
    assert isinstance(outcome, Trail)
    assert dialled == [PUBLIC]


def test_the_next_address_is_tried_where_one_does_not_answer(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed))
    outcome, dialled = follow_from(web, "/feed", FetchPolicy(resolve=names_to("93.184.215.15", PUBLIC)))
    assert isinstance(outcome, Trail)
    assert dialled == ["93.184.215.15", PUBLIC]


def test_a_host_name_is_looked_up_only_by_the_dialer(web: Any) -> None:
    """What is dialled is always a number, so no library below can look it up again."""
    web.on("/feed", web.reply(200, web.feed))
    _, dialled = follow_from(web, "/feed", FetchPolicy(resolve=names_to(PUBLIC)))
    assert all(ip_address(host) for host in dialled)


@pytest.mark.parametrize(
    "port", [1, 7, 19, 21, 22, 23, 25, 53, 110, 143, 389, 445, 465, 587, 993, 3306, 5432, 6379, 9200, 11211, 27017]
)
def test_ports_of_other_services_are_refused(port: int) -> None:
    outcome = refusal(FetchPolicy(resolve=names_to(PUBLIC)), f"http://harbour.example:{port}/")
    assert outcome == ("forbidden-port", 0)
    assert not is_web_port(port)


def refusal(policy: FetchPolicy, url: str) -> tuple[str, int]:
    """The code of the fault that asking for ``url`` gives, and how many addresses were dialled."""

    async def run() -> tuple[str, int]:
        backend = Diverting(0)
        async with LiveWire(policy, backend) as wire:
            try:
                await wire.send(Request(parse_address(url)), 30.0)
            except Fault as fault:
                return fault.code, len(backend.dialled)
            return "", len(backend.dialled)

    return asyncio.run(run())


class Unproven(httpcore.AsyncNetworkBackend):
    """A host whose certificate does not hold, with the error wrapped as anyio and httpcore wrap it."""

    async def connect_tcp(self, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
        return UnprovenStream()


class UnprovenStream(httpcore.AsyncNetworkStream):
    async def start_tls(self, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
        try:
            self.fail()
        except OSError as wrapped:
            raise httpcore.ConnectError from wrapped

    def fail(self) -> NoReturn:
        unproven = ssl.SSLCertVerificationError(1, "certificate verify failed")
        unproven.verify_message = "certificate has expired"
        raise OSError from unproven


def test_a_host_that_cannot_prove_who_it_is_is_not_asked() -> None:
    async def run() -> None:
        async with LiveWire(FetchPolicy(resolve=names_to(PUBLIC)), Unproven()) as wire:
            await wire.send(Request(parse_address("https://harbour.example/")), 30.0)

    with pytest.raises(Fault) as caught:
        asyncio.run(run())
    assert (caught.value.code, caught.value.detail) == ("bad-certificate", "certificate has expired")


def test_a_host_without_tls_is_no_connection(web: Any) -> None:
    (problem,) = web.fetch(web.url("/feed").replace("http:", "https:")).problems
    assert problem.code == "no-connection"
    assert "TLS" in problem.detail


def test_a_policy_can_only_narrow_where_a_test_says_so() -> None:
    assert FetchPolicy().may_connect is is_global
    assert refusal(replace(FetchPolicy(), resolve=names_to("127.0.0.1")), "http://harbour.example/") == (
        "forbidden-address",
        0,
    )


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "9.9.9.9", "172.15.0.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "198.20.0.1", "223.255.255.255"],
)
def test_neighbours_of_forbidden_blocks_are_global(address: str) -> None:
    assert is_global(IPv4Address(address))


@pytest.mark.parametrize(
    "address", ["2606:4700::1111", "2a00:1450:4001::1", "2001:200::1", "64:ff9b::101:101", "3ffe::1"]
)
def test_public_ipv6_addresses_are_global(address: str) -> None:
    assert is_global(IPv6Address(address))


def test_an_address_of_one_link_is_not_global() -> None:
    assert not is_global(IPv6Address("2606:4700::1111%1"))


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_nothing_that_the_library_calls_private_is_global(address: IPv4Address) -> None:
    if (
        address.is_private
        or address.is_multicast
        or address.is_reserved
        or address.is_loopback
        or address.is_link_local
    ):
        assert not is_global(address)


@settings(deadline=None)
@given(st.ip_addresses(v=6))
def test_nothing_that_the_library_calls_private_is_global_in_ipv6(address: IPv6Address) -> None:
    if (
        address.is_private
        or address.is_multicast
        or address.is_loopback
        or address.is_link_local
        or address.is_site_local
    ):
        assert not is_global(address)


@settings(deadline=None)
@given(st.text(max_size=80) | st.from_regex(r"https?://[^/]{0,30}/?.{0,20}", fullmatch=True))
def test_any_text_is_an_address_or_a_fault(text: str) -> None:
    """What is accepted is ASCII without blanks, and reads the same a second time."""
    address = fault_or(parse_address, text)
    if isinstance(address, str):
        assert address == "bad-address"
        return
    assert all("!" <= char <= "~" for char in address.url)
    assert parse_address(address.url).url == address.url


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_redirect_is_an_address_or_a_fault(text: str) -> None:
    base = parse_address("https://desk:open@harbour.example/a/b?c")
    target = fault_or(lambda location: resolve_redirect(base, location), text)
    if isinstance(target, str):
        assert target == "bad-redirect"
        return
    assert (target.authorization is not None) == (target.origin == base.origin)


def fault_or(read: Callable[[str], WebAddress], text: str) -> WebAddress | str:
    """What ``read`` gives, or the code of the fault."""
    try:
        return read(text)
    except Fault as fault:
        return fault.code


ADDRESSES = {
    "a name in another script": ("http://münchen.example/", "http://xn--mnchen-3ya.example/"),
    "a name in wide letters": ("http://ｎｅｗｓ.example/", "http://news.example/"),
    "a dot at the end of the name": ("http://news.example./a", "http://news.example/a"),
    "the usual port": ("https://news.example:443/", "https://news.example/"),
    "another port": ("http://news.example:8080/", "http://news.example:8080/"),
    "an empty port": ("http://news.example:/", "http://news.example/"),
    "no path": ("http://news.example?x", "http://news.example/?x"),
    "a fragment": ("http://news.example/a#b", "http://news.example/a"),
    "blanks and letters that need encoding": (
        "http://news.example/ä b?ü=<",
        "http://news.example/%C3%A4%20b?%C3%BC=%3C",
    ),
    "what is encoded already": ("http://news.example/%41%2f", "http://news.example/%41%2f"),
    "an IPv6 address": ("http://[2606:4700:0::1]/", "http://[2606:4700::1]/"),
    "a name and password": ("http://desk:open@news.example/", "http://news.example/"),
}


@pytest.mark.parametrize("what", ADDRESSES)
def test_addresses_are_read(what: str) -> None:
    given_url, expected = ADDRESSES[what]
    assert parse_address(given_url).url == expected


@pytest.mark.parametrize(
    "url", ["http://a@b@news.example/", "http://news.example:99999/", "http://news.example:8o/", "http://a b/"]
)
def test_what_can_be_read_two_ways_is_no_address(url: str) -> None:
    assert fault_or(parse_address, url) == "bad-address"


def test_an_address_does_not_show_itself() -> None:
    assert "open" not in repr(parse_address("http://desk:open@news.example/?key=open"))
