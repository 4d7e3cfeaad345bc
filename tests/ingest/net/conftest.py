"""A web server on loopback that answers as it is told, well or badly, and the policy that lets tests reach it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from ipaddress import IPv4Address, IPv6Address
from typing import Any

import pytest

from digest.ingest.net import Fetched, FetchPolicy, FetchState, fetch_night
from digest.model import Source

NIGHT = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>
<item><title>Ferry line reopens</title><link>https://harbour.example/1</link></item></channel></rss>"""

TLS_HANDSHAKE = b"\x16"

Script = Callable[["Visit"], None]


@dataclass
class Visit:
    """One request as the server saw it; a script answers it by ``send``, which raises OSError once nobody listens."""

    target: str
    headers: Mapping[str, str]
    connection: socket.socket
    stopped: threading.Event

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def drip(self, data: bytes) -> None:
        """Sends ``data`` over and over, a piece every hundredth of a second, until the client goes."""
        while not self.stopped.wait(0.01):
            self.send(data)


def reply(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
    """A whole response; header names are written with underscores, empty values leave the header out."""
    fields = {"Content-Length": str(len(body)), "Content-Type": "application/rss+xml"}
    fields |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    head = "\r\n".join((f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", *lines))
    return head.encode("latin-1") + b"\r\n\r\n" + body


@dataclass
class Web:
    """A server that answers each path from a list, the last answer again and again, and keeps what it was asked.

    With it comes what a test of a night needs: a small policy that lets loopback be reached, a clock, a feed.
    """

    listener: socket.socket
    policy: FetchPolicy
    night: datetime = NIGHT
    feed: bytes = FEED
    stopped: threading.Event = field(default_factory=threading.Event)
    routes: dict[str, list[bytes | Script]] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)
    connections: int = 0
    open_now: int = 0
    most_open: int = 0
    threads: list[threading.Thread] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @staticmethod
    def reply(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
        """A whole response; header names are written with underscores, empty values leave the header out."""
        return reply(status, body, **headers)

    def fetch(
        self,
        path: str = "/feed",
        *,
        policy: FetchPolicy | None = None,
        night: datetime = NIGHT,
        state: FetchState | None = None,
        env: Mapping[str, str] | None = None,
        **more: Any,
    ) -> Fetched:
        """What asking for one feed of the server gives; ``path`` may be a whole URL."""
        source = Source("Harbour Post", url=self.url(path) if path.startswith("/") else path)
        states = {} if state is None else {source.name: state}
        (result,) = fetch_night([source], states, night=night, env=env or {}, policy=policy or self.policy, **more)
        return result

    def on(self, path: str, *answers: bytes | Script) -> None:
        self.routes[path] = list(answers)

    def asked(self, path: str) -> list[Visit]:
        return [visit for visit in self.visits if visit.target == path]

    def run(self) -> None:
        while not self.stopped.is_set():
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            if self.stopped.is_set():
                connection.close()
                return
            self.connections += 1
            thread = threading.Thread(target=self.serve, args=(connection,), daemon=True)
            self.threads.append(thread)
            thread.start()

    def serve(self, connection: socket.socket) -> None:
        with self.lock:
            self.open_now += 1
            self.most_open = max(self.most_open, self.open_now)
        try:
            with connection, connection.makefile("rb") as stream:
                if connection.recv(1, socket.MSG_PEEK) == TLS_HANDSHAKE:
                    connection.recv(65536)
                    connection.sendall(reply(400))
                    return
                while self.serve_one(connection, stream):
                    pass
        except OSError:
            pass
        finally:
            with self.lock:
                self.open_now -= 1

    def serve_one(self, connection: socket.socket, stream: Any) -> bool:
        line = stream.readline().decode("latin-1").split(" ")
        if len(line) != 3:
            return False
        headers = {}
        while (header := stream.readline().decode("latin-1").strip()) != "":
            name, _, value = header.partition(": ")
            headers[name.lower()] = value
        visit = Visit(line[1], headers, connection, self.stopped)
        self.visits.append(visit)
        answers = self.routes.get(line[1], [reply(404)])
        current = answers[min(len(self.asked(line[1])), len(answers)) - 1]
        if isinstance(current, bytes):
            visit.send(current)
            return True
        current(visit)
        return False


async def loopback_names(host: str, port: int) -> tuple[str, ...]:
    """Every name under ``.example`` is this machine; no other name exists."""
    assert port
    if host.endswith(".example"):
        return ("127.0.0.1",)
    raise OSError(host)


def is_loopback(address: IPv4Address | IPv6Address) -> bool:
    return address.is_loopback


SMALL = FetchPolicy(
    contact="https://desk.example/about",
    total_seconds=30.0,
    connect_seconds=30.0,
    idle_seconds=30.0,
    night_seconds=60.0,
    max_body_bytes=256 * 1024,
    ratio_floor_bytes=16 * 1024,
    page_delay_seconds=0.0,
    may_connect=is_loopback,
    resolve=loopback_names,
)


@pytest.fixture
def web() -> Iterator[Web]:
    """A fresh server on a free loopback port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        running = Web(listener, SMALL)
        thread = threading.Thread(target=running.run, daemon=True)
        thread.start()
        yield running
        running.stopped.set()
        socket.create_connection(listener.getsockname()).close()  # wakes the accepting thread on every system
        for each in (thread, *running.threads):
            each.join(5)
