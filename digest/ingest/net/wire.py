"""The wire: the one place of Digest that opens connections.

A name is resolved here, each address it gives is judged, and the connection is made to the very address that was judged;
no second look-up can give another one (DNS rebinding). ``httpcore`` speaks HTTP over it: unlike httpx it lets the dialer be
given. Proxies from the environment are not used, since behind one no address could be checked.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Protocol, Self

import certifi
import httpcore

from digest.ingest.net.address import WebAddress, literal_address, parse_address
from digest.ingest.net.decode import ACCEPT_ENCODING, Body
from digest.ingest.net.faults import Fault
from digest.ingest.net.policy import FetchPolicy
from digest.ingest.net.redact import NO_SECRETS, Secrets

MAX_TRIED_ADDRESSES = 4
"""Most addresses of one name that are tried before the host counts as unreachable."""

DRAINED_BYTES = 16 * 1024
"""What is read of an answer whose body is of no use, so that its connection can serve again."""

DRAIN_SECONDS = 0.5

KEEP_ALIVE_SECONDS = 15.0

MAX_KEPT_OPEN = 64
"""Most connections kept open for a further request: far below what a process may open, and more than work at once."""

SUCCESS = range(200, 300)


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """One GET. ``accepts`` are the media types wanted, all if empty; ``secrets`` what may not be shown of it."""

    address: WebAddress
    headers: tuple[tuple[str, str], ...] = ()
    accepts: tuple[str, ...] = ()
    secrets: Secrets = NO_SECRETS

    @property
    def shown(self) -> str:
        """The URL without its secrets."""
        return self.secrets.hide(self.address.url)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: status, headers with lower-case names, the unpacked body, and how long it took."""

    status: int
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: bytes = field(default=b"", repr=False)
    seconds: float = field(default=0.0, compare=False)

    def header(self, name: str) -> str | None:
        """The value of the first header called ``name`` (lower-case), or None."""
        return next((value for key, value in self.headers if key == name), None)


class Wire(Protocol):
    """Carries one request at a time to a host and brings its answer. Raises ``Fault`` and nothing else."""

    async def send(self, request: Request, seconds: float) -> Answer:
        """The answer to ``request``, which may take ``seconds`` in all."""


class Dialer(httpcore.AsyncNetworkBackend):
    """Connects by TCP, to judged addresses and ports only. ``inner`` makes the connection to a numeric address."""

    def __init__(self, policy: FetchPolicy, inner: httpcore.AsyncNetworkBackend) -> None:
        self._policy = policy
        self._inner = inner

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A stream to ``host``; raises ``Fault`` where it may not be connected to."""
        if not self._policy.may_use_port(port):
            raise Fault("forbidden-port", str(port))
        addresses = await self._allowed(host, port)
        for address in addresses[:-1]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._inner.connect_tcp(addresses[-1], port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        """Waits; httpcore's way to wait between its own tries."""
        await asyncio.sleep(seconds)

    async def _allowed(self, host: str, port: int) -> tuple[str, ...]:
        literal = literal_address(host)
        found = (host,) if literal else await self._look_up(host, port)
        addresses = [address for text in found if (address := literal_address(text))]
        allowed = tuple(str(address) for address in addresses if self._policy.may_connect(address))
        if not allowed:
            raise Fault("forbidden-address" if found else "unknown-host")
        return allowed[:MAX_TRIED_ADDRESSES]

    async def _look_up(self, host: str, port: int) -> tuple[str, ...]:
        try:
            return await (self._policy.resolve or resolve)(host, port)
        except (OSError, UnicodeError):
            raise Fault("unknown-host") from None


async def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of ``host`` as the system gives them. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class LiveWire:
    """The wire to the internet: many hosts at once, one request a host at a time. An async context manager."""

    def __init__(self, policy: FetchPolicy, inner: httpcore.AsyncNetworkBackend | None = None) -> None:
        logging.getLogger("httpcore").setLevel(logging.WARNING)  # its debug log would show secrets in headers
        self._policy = policy
        self._dialer = Dialer(policy, inner or httpcore.AnyIOBackend())
        self._tls: ssl.SSLContext | None = None
        self._pools: dict[str, httpcore.AsyncConnectionPool] = {}
        self._hosts: dict[str, asyncio.Lock] = {}
        self._slots = asyncio.Semaphore(policy.hosts_at_once)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for pool in self._pools.values():
            await pool.aclose()

    async def send(self, request: Request, seconds: float) -> Answer:
        """The answer to ``request``; waiting for other requests to the same host does not count as time."""
        lock = self._hosts.setdefault(request.address.host, asyncio.Lock())
        async with lock, self._slots:
            clock = asyncio.get_running_loop().time
            began = clock()
            with _as_faults():
                async with asyncio.timeout(seconds):
                    answer = await self._exchange_fresh(request)
            await self._close_oldest()
            return replace(answer, seconds=clock() - began)

    def _pool(self, address: WebAddress) -> httpcore.AsyncConnectionPool:
        """The connection to the origin of ``address``, as a pool of one; the one used last stands last.

        One pool for all hosts costs as much for each request as it holds connections (23 ms with 300 of them).
        """
        if address.scheme == "https" and self._tls is None:
            self._tls = _tls()
        pool = self._pools.pop(address.origin, None) or httpcore.AsyncConnectionPool(
            ssl_context=self._tls,
            max_connections=1,
            keepalive_expiry=KEEP_ALIVE_SECONDS,
            network_backend=self._dialer,
        )
        self._pools[address.origin] = pool
        return pool

    async def _close_oldest(self) -> None:
        """Closes the connection that was longest unused, once there are more than are worth keeping."""
        if len(self._pools) > MAX_KEPT_OPEN:
            unused = (origin for origin in self._pools if not self._hosts[parse_address(origin).host].locked())
            oldest = next(unused, None)
            if oldest is not None:
                await self._pools.pop(oldest).aclose()

    async def _exchange_fresh(self, request: Request) -> Answer:
        """Asks again where a kept connection turns out to have been closed meanwhile (RFC 9112, 9.3.1)."""
        reused = any(connection.is_idle() for connection in self._pool(request.address).connections)
        try:
            return await self._exchange(request)
        except (httpcore.ReadError, httpcore.WriteError, httpcore.RemoteProtocolError):
            if not reused:
                raise
            return await self._exchange(request)

    async def _exchange(self, request: Request) -> Answer:
        async with self._stream(request) as response:
            pairs = ((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in response.headers)
            answer = Answer(response.status, tuple(pairs))
            if response.status not in SUCCESS:
                await _drain(response)
                return answer
            _check_promise(answer, request, self._policy)
            body = Body(answer.header("content-encoding") or "", self._policy)
            async for chunk in response.aiter_stream():
                body.feed(chunk)
            return replace(answer, body=body.finish())

    @asynccontextmanager
    async def _stream(self, request: Request) -> AsyncIterator[httpcore.Response]:
        address = request.address
        host = address.origin.removeprefix(f"{address.scheme}://")
        headers = [("Host", host), ("User-Agent", self._policy.user_agent), ("Accept-Encoding", ACCEPT_ENCODING)]
        if address.authorization:
            headers.append(("Authorization", address.authorization))
        timeouts = {
            "connect": self._policy.connect_seconds,
            "read": self._policy.idle_seconds,
            "write": self._policy.idle_seconds,
        }
        url = httpcore.URL(
            scheme=address.scheme.encode(),
            host=address.host.encode(),
            port=address.port,
            target=address.target.encode(),
        )
        encoded = [(name.encode("ascii"), value.encode("latin-1")) for name, value in (*headers, *request.headers)]
        async with self._pool(address).stream(
            "GET", url, headers=encoded, extensions={"timeout": timeouts}
        ) as response:
            yield response


def _tls() -> ssl.SSLContext:
    """The system's certificate authorities and certifi's, as slim machines have none of their own. Takes .1 s to read."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _check_promise(answer: Answer, request: Request, policy: FetchPolicy) -> None:
    """Refuses an answer by its headers, before its body is read."""
    kind = (answer.header("content-type") or "").partition(";")[0].strip().lower()
    if kind and request.accepts and kind not in request.accepts:
        raise Fault("not-a-page", "another kind of document")
    length = answer.header("content-length") or ""
    if length.isdecimal() and int(length[:20]) > policy.max_body_bytes:
        raise Fault("too-large")


async def _drain(response: httpcore.Response) -> None:
    """Reads a body that is of no use, if that is soon done; its answer counts all the same."""
    left = DRAINED_BYTES
    try:
        async with asyncio.timeout(DRAIN_SECONDS):
            async for chunk in response.aiter_stream():
                left -= len(chunk)
                if left < 0:
                    return
    except (TimeoutError, httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError):
        return


@contextmanager
def _as_faults() -> Iterator[None]:
    """Turns what the libraries raise into a ``Fault`` without their words, which may hold secrets."""
    try:
        yield
    except (TimeoutError, httpcore.TimeoutException):
        raise Fault("timeout") from None
    except httpcore.RemoteProtocolError as error:
        raise Fault("cut-short" if "closed" in str(error) else "broken-answer") from None
    except httpcore.LocalProtocolError:
        raise Fault("bad-address", "not to be sent over HTTP") from None
    except httpcore.ConnectError as error:
        raise _refusal(error) from None
    except (httpcore.ReadError, httpcore.WriteError):
        raise Fault("cut-short") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError):
        raise Fault("no-connection") from None


def _refusal(error: BaseException) -> Fault:
    """Why a connection could not be made, from what the libraries have wrapped."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Fault("bad-certificate", cause.verify_message or "")
        if isinstance(cause, ssl.SSLError):
            return Fault("no-connection", "it does not speak TLS")
        cause = cause.__cause__ or cause.__context__
    return Fault("no-connection")
