"""The limits of fetching, as one value that a caller may change and a test may shrink."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

import digest
from digest.ingest.net.address import is_global, is_web_port

Resolver = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""Gives the network addresses of a host name, in the order in which they are to be tried; raises OSError if unknown."""

PRODUCT = "Digest"
"""The product token, as robots.txt files may name it (RFC 9309, 2.2.1)."""


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """What fetching may take and how it presents itself.

    Times are in seconds, sizes in bytes. The body limits are those of Miniflux (15 MiB after unpacking, 20 s), with the
    time a total over all redirects. ``max_ratio`` is unpacked to sent, judged past ``ratio_floor_bytes``: gzip of real
    feeds and pages stays below 30. ``contact`` is a URL or mail address where a publisher reaches the operator.
    After ``host_failures`` failures or ``host_refusals`` refusals in a row a host is left alone for the night.
    ``may_connect``, ``may_use_port`` and ``resolve`` are replaced only by tests.
    """

    contact: str | None = None
    hosts_at_once: int = 32
    total_seconds: float = 30.0
    connect_seconds: float = 10.0
    idle_seconds: float = 15.0
    night_seconds: float = 900.0
    night_bytes: int = 512 * 1024 * 1024
    max_body_bytes: int = 15 * 1024 * 1024
    max_ratio: int = 200
    ratio_floor_bytes: int = 1024 * 1024
    max_redirects: int = 5
    host_failures: int = 2
    host_refusals: int = 3
    pages_per_host: int = 40
    page_delay_seconds: float = 1.0
    max_page_delay_seconds: float = 10.0
    may_connect: Callable[[IPv4Address | IPv6Address], bool] = is_global
    may_use_port: Callable[[int], bool] = is_web_port
    resolve: Resolver | None = None

    @property
    def user_agent(self) -> str:
        """The truthful name under which Digest asks, with the contact where one is set.

        >>> FetchPolicy(contact="https://desk.example/about").user_agent.partition(" ")[2]
        '(nightly news digest; +https://desk.example/about)'
        """
        contact = "".join(char for char in self.contact or "" if " " < char < "\x7f" and char not in "()")
        about = f"nightly news digest; +{contact}" if contact else "nightly news digest"
        return f"{PRODUCT}/{digest.__version__} ({about})"
