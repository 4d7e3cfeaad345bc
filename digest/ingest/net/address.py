"""Addresses: which URLs may be asked for, and which network addresses may be connected to.

A URL is read strictly and by one parser only, because two parsers that disagree are how requests end up where they
must not (Tsai, *A New Era of SSRF*, 2017). What a name resolves to is checked where the connection is made (``wire``).
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

import idna

from digest.ingest.net.faults import Fault

MAX_URL_CHARS = 8192
"""Longest URL that is asked for, in characters: what common servers accept (Apache 8,190 bytes a request line)."""

DEFAULT_PORTS = {"http": 80, "https": 443}

LEAST_UNPRIVILEGED_PORT = 1024

SERVICE_PORTS = frozenset(
    {1719, 1720, 1723, 2049, 2375, 2379, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5900, 6000, 6379, 6443, 6566}
    | {6665, 6666, 6667, 6668, 6669, 6679, 6697, 8500, 9092, 9200, 9300, 10080, 10250, 11211, 27017}
)
"""Unprivileged ports that belong to other services: the Fetch standard's "bad ports" and common data stores."""

FORBIDDEN_IPV4 = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",  # a cloud's metadata service on a public address
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
"""IANA's special-purpose registry: what is not global unicast. A table of ours, as the library's differs by version."""

GLOBAL_IPV6 = IPv6Network("2000::/3")
NAT64 = IPv6Network("64:ff9b::/96")
FORBIDDEN_IPV6 = tuple(IPv6Network(block) for block in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
"""Inside 2000::/3: Teredo and other protocol assignments, documentation, 6to4."""

NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")
NUMERIC_LABEL = re.compile(r"[0-9]+|0x[0-9a-f]*")
FORBIDDEN_CHARS = re.compile(r"[\x00-\x1f\x7f\\]")
TARGET_SAFE = "/%:@!$&'()*+,;=~-._?[]|"


@dataclass(frozen=True, slots=True, repr=False)
class WebAddress:
    """A URL taken apart, ready to be asked for. Not shown by ``repr``, as any part may hold a secret.

    ``host`` is lower-case ASCII without brackets, ``target`` path and query in ASCII, ``authorization`` the value of
    the header made from a name and password in the URL.
    """

    scheme: str
    host: str
    port: int
    target: str
    authorization: str | None = None

    @property
    def origin(self) -> str:
        """Scheme, host and port, as a URL prefix without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def url(self) -> str:
        """The URL without name and password."""
        return self.origin + self.target


def is_global(address: IPv4Address | IPv6Address) -> bool:
    """Whether ``address`` belongs to the public internet, so that a feed may lead there.

    An address that carries another (NAT64) is judged by the one it carries; IPv4-mapped, 6to4 and Teredo are refused.

    >>> is_global(IPv4Address("93.184.215.14")), is_global(IPv4Address("169.254.169.254"))
    (True, False)
    """
    if isinstance(address, IPv4Address):
        return not any(address in block for block in FORBIDDEN_IPV4)
    if address.scope_id is not None:
        return False
    if address in NAT64:
        return is_global(IPv4Address(int(address) & 0xFFFFFFFF))
    return address in GLOBAL_IPV6 and not any(address in block for block in FORBIDDEN_IPV6)


def is_web_port(port: int) -> bool:
    """Whether web sites use ``port``: 80, 443, and high ports that no other common service has.

    >>> is_web_port(443), is_web_port(8080), is_web_port(22), is_web_port(6379)
    (True, True, False, False)
    """
    return port in DEFAULT_PORTS.values() or (port >= LEAST_UNPRIVILEGED_PORT and port not in SERVICE_PORTS)


def literal_address(host: str) -> IPv4Address | IPv6Address | None:
    """The network address that ``host`` spells in its canonical form, or None if it is a name."""
    try:
        return IPv6Address(host) if ":" in host else IPv4Address(host)
    except ValueError:
        return None


def parse_address(url: str) -> WebAddress:
    """``url`` taken apart, for http and https only.

    Raises ``Fault`` ("bad-address") for every notation that readers of URLs disagree on: control characters and
    backslashes, a second ``@``, percent signs and zone ids in the host, numbers in other than four plain decimal parts.

    >>> parse_address("HTTPS://News.Example/feed?x=1").url
    'https://news.example/feed?x=1'
    """
    text = url.strip(" ")
    if len(text) > MAX_URL_CHARS:
        raise Fault("bad-address", "longer than 8,192 characters")
    if FORBIDDEN_CHARS.search(text):
        raise Fault("bad-address", "control characters or backslashes")
    try:
        parts = urlsplit(text)
    except ValueError:
        raise Fault("bad-address", "not a URL") from None
    if parts.scheme not in DEFAULT_PORTS:
        raise Fault("bad-address", "not http or https")
    userinfo, _, hostport = parts.netloc.rpartition("@")
    host, port = _host_and_port(hostport)
    return WebAddress(
        scheme=parts.scheme,
        host=host,
        port=DEFAULT_PORTS[parts.scheme] if port is None else port,
        target=_target(parts),
        authorization=_authorization(userinfo),
    )


def resolve_redirect(base: WebAddress, location: str) -> WebAddress:
    """Where ``location`` leads from ``base``.

    A name and password in ``location`` are not used; those of ``base`` stay only within its origin.
    Raises ``Fault`` ("bad-redirect") where the target cannot be used.
    """
    try:
        target = parse_address(urljoin(base.url, location.strip(" ")))
    except ValueError:
        raise Fault("bad-redirect", "not a URL") from None
    except Fault as fault:
        raise Fault("bad-redirect", fault.detail) from None
    kept = base.authorization if target.origin == base.origin else None
    return WebAddress(target.scheme, target.host, target.port, target.target, kept)


def _host_and_port(hostport: str) -> tuple[str, int | None]:
    bracketed = re.fullmatch(r"\[([0-9A-Fa-f:.]+)\](?::([0-9]{0,5}))?", hostport)
    if bracketed:
        address = literal_address(bracketed[1])
        if address is None:
            raise Fault("bad-address", "not an IPv6 address")
        return address.compressed, _port(bracketed[2])
    host, colon, port = hostport.partition(":")
    if colon and not re.fullmatch(r"[0-9]{0,5}", port):
        raise Fault("bad-address", "not a port")
    return _name(host), _port(port)


def _port(digits: str | None) -> int | None:
    if not digits:
        return None
    port = int(digits)
    if not 0 < port < 1 << 16:
        raise Fault("bad-address", "not a port")
    return port


def _name(host: str) -> str:
    name = host.lower()
    if not name.isascii():
        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except idna.IDNAError:
            raise Fault("bad-address", "not a host name") from None
    name = name.removesuffix(".")
    if len(name) > 253 or not NAME.fullmatch(name):  # RFC 1035, 2.3.4
        raise Fault("bad-address", "not a host name")
    if NUMERIC_LABEL.fullmatch(name.rpartition(".")[2]) and literal_address(name) is None:
        raise Fault("bad-address", "a number that is not a plain address")
    return name


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=TARGET_SAFE)
    return f"{path}?{quote(parts.query, safe=TARGET_SAFE)}" if parts.query else path


def _authorization(userinfo: str) -> str | None:
    if not userinfo:
        return None
    if "@" in userinfo:
        raise Fault("bad-address", "more than one @")
    name, _, password = userinfo.partition(":")
    pair = f"{unquote(name)}:{unquote(password)}".encode()
    return "Basic " + base64.b64encode(pair).decode("ascii")
