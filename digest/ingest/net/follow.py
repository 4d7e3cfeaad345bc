"""One request with the redirects it leads through."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from digest.ingest.net.address import WebAddress, resolve_redirect
from digest.ingest.net.faults import Fault
from digest.ingest.net.policy import FetchPolicy
from digest.ingest.net.redact import NO_SECRETS, Secrets
from digest.ingest.net.wire import Answer, Request, Wire

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Hop:
    """A redirect: its status, and where it led, without secrets."""

    status: int
    target: str


@dataclass(frozen=True, slots=True)
class Trail:
    """The last answer, and the redirects before it. ``url`` is where it came from, without secrets."""

    answer: Answer
    url: str
    hops: tuple[Hop, ...] = ()
    left_host: bool = False

    @property
    def moved_to(self) -> str | None:
        """Where the first address has moved for good: as far as the redirects are permanent ones; None if not at all."""
        target = None
        for hop in self.hops:
            if hop.status not in PERMANENT:
                break
            target = hop.target
        return target


async def follow(
    wire: Wire,
    address: WebAddress,
    policy: FetchPolicy,
    *,
    secrets: Secrets = NO_SECRETS,
    headers: tuple[tuple[str, str], ...] = (),
    accepts: tuple[str, ...] = (),
    before: Callable[[WebAddress], Awaitable[None]] | None = None,
) -> Trail:
    """The answer that asking for ``address`` ends with, within ``policy.total_seconds`` over all redirects.

    ``before`` is told of every redirect's target before it is asked, and may raise ``Fault``.
    A key in the address is never sent on without encryption where it was asked for with it.
    Raises ``Fault`` where there is no answer, "redirect-loop", "too-many-redirects" and "bad-redirect" among them.
    """
    first, seen, hops, left = address, set[str](), tuple[Hop, ...](), policy.total_seconds
    while True:
        request = Request(address, headers, accepts, secrets)
        answer = await wire.send(request, left)
        location = answer.header("location")
        if answer.status not in REDIRECTS or not location:
            return Trail(answer, request.shown, hops, left_host=address.host != first.host)
        left -= answer.seconds
        seen.add(address.url)
        address = resolve_redirect(address, location)
        if address.scheme == "http" and first.scheme == "https" and secrets.pairs:
            raise Fault("bad-redirect", "from https to http, with a secret")
        if address.url in seen:
            raise Fault("redirect-loop")
        if len(hops) == policy.max_redirects:
            raise Fault("too-many-redirects", f"more than {policy.max_redirects}")
        if left <= 0:
            raise Fault("timeout")
        if before is not None:
            await before(address)
        hops = (*hops, Hop(answer.status, secrets.hide(address.url)))
