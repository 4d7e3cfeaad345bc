"""What a night's fetching costs: 300 feeds of 200 kB from as many hosts on loopback, all good, then with hostile ones, then article pages.

usage: python bench/fetch_speed.py [FEEDS] [SHARE]

FEEDS (300) is the number of sources, SHARE (0.01) the part of them that misbehaves in the second night. The server runs in a
process of its own, so the CPU seconds printed are those of fetching alone. Half of the answers are packed with gzip.
Exits 1 where a good feed or page is lost, or where a hostile host costs more than ``MOST_CPU_SECONDS_A_HOSTILE``.
"""

from __future__ import annotations

import asyncio
import gzip
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from ipaddress import IPv4Address, IPv6Address
from multiprocessing.connection import Connection

from digest.ingest.net import Fetched, FetchPolicy, FetchState, PageRequest, fetch_night, fetch_pages
from digest.ingest.reading import Reading
from digest.model import Source

FEED_BYTES = 200_000
NIGHT = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)

MOST_CPU_SECONDS_A_HOSTILE = 0.5
"""Most CPU time that one hostile host may cost on average: .0 to .2 s were measured, most of it for answers in crumbs."""

Writer = asyncio.StreamWriter


def feed() -> bytes:
    """An RSS feed of invented entries, ``FEED_BYTES`` long or a little more; its words differ enough to pack as feeds do."""
    items, size, number = [], 0, 0
    while size < FEED_BYTES:
        words = " ".join(f"{(number * 7919 + step * 104729) % 99991:x}" for step in range(80))
        item = f"<item><title>Report {number}</title><guid>{number}</guid><description>{words}</description></item>"
        items.append(item)
        size += len(item)
        number += 1
    return f"<rss version='2.0'><channel><title>Bench</title>{''.join(items)}</channel></rss>".encode()


def response(body: bytes, *headers: str) -> bytes:
    """A whole answer of status 200."""
    lines = ("HTTP/1.1 200 OK", 'ETag: "1"', f"Content-Length: {len(body)}", *headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


async def drip(writer: Writer) -> None:
    """A body that comes a byte at a time and never ends."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.01)


async def crumbs(writer: Writer) -> None:
    """Chunks of one byte, as fast as they are taken."""
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"1\r\nx\r\n" * 10_000)
        await writer.drain()


async def bomb(writer: Writer) -> None:
    """50 MB of zeros, packed."""
    writer.write(response(gzip.compress(bytes(50_000_000)), "Content-Encoding: gzip"))
    await writer.drain()


HOSTILE = (drip, crumbs, bomb)
PAGES_A_HOST = 10
PAGE = response(b"<!DOCTYPE html><p>" + b"The ferry line reopens. " * 8_000, "Content-Type: text/html")
ROBOTS = response(b"User-agent: *\nDisallow: /private", "Content-Type: text/plain")


async def serve_one(reader: asyncio.StreamReader, writer: Writer, plain: bytes, packed: bytes) -> None:
    """Answers the requests of one connection; the path says how."""
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            path = head.split(b" ", 2)[1].decode()
            if path.startswith("/hostile/"):
                await HOSTILE[int(path.rpartition("/")[2]) % len(HOSTILE)](writer)
            elif path == "/robots.txt":
                writer.write(ROBOTS)
            elif path.startswith("/page/"):
                writer.write(PAGE)
            elif b"If-None-Match" in head:
                writer.write(b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n')
            else:
                writer.write(packed if path == "/packed" else plain)
            await writer.drain()
    except (asyncio.IncompleteReadError, OSError):
        pass
    finally:
        writer.close()


async def serve(pipe: Connection) -> None:
    """Serves until it is killed; tells its port first."""
    body = feed()
    packed = response(gzip.compress(body), "Content-Encoding: gzip")
    server = await asyncio.start_server(
        partial(serve_one, plain=response(body), packed=packed), "127.0.0.1", 0, backlog=1000
    )
    pipe.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def run_server(pipe: Connection) -> None:
    """The server's process."""
    asyncio.run(serve(pipe))


async def all_here(_host: str, _port: int) -> tuple[str, ...]:
    """Every name is this machine."""
    return ("127.0.0.1",)


def is_loopback(address: IPv4Address | IPv6Address) -> bool:
    """The one place that this bench connects to."""
    return address.is_loopback


def cpu_seconds() -> float:
    """CPU time of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def timed(what: str, work: Callable[[], tuple[Fetched, ...]]) -> tuple[tuple[Fetched, ...], float]:
    """The results of ``work`` and its CPU seconds; prints a line."""
    began, cpu = time.perf_counter(), cpu_seconds()
    results = work()
    spent = cpu_seconds() - cpu
    whole = sum(result.status == 200 and result.body is not None for result in results)
    unchanged = sum(result.status == 304 for result in results)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall = time.perf_counter() - began
    print(f"{what:32} {spent:6.2f} CPU s {wall:6.2f} s  {whole} whole, {unchanged} unchanged  peak {peak:.0f} MB")
    return results, spent


def timed_pages(port: int, hosts: int, policy: FetchPolicy) -> int:
    """Fetches ``PAGES_A_HOST`` pages of each host, each read and dropped as it comes; gives how many were lost."""
    wanted = [PageRequest("bench", f"http://{n % hosts}.example:{port}/page/{n}") for n in range(hosts * PAGES_A_HOST)]
    began, cpu = time.perf_counter(), cpu_seconds()
    found = fetch_pages(wanted, night=NIGHT, policy=policy, read=lambda page: Reading("html", title=page.url))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spent, wall = cpu_seconds() - cpu, time.perf_counter() - began
    print(f"{len(wanted):5} pages of {len(PAGE) // 1000} kB {spent:20.2f} CPU s {wall:6.2f} s  peak {peak:.0f} MB")
    return sum(page.reading is None for page in found.pages)


def main(feeds: int, share: float) -> int:
    """Runs the three nights and says whether the bounds hold."""
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=run_server, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    policy = FetchPolicy(total_seconds=5.0, may_connect=is_loopback, resolve=all_here)
    paths = ["/packed" if number % 2 else "/plain" for number in range(feeds)]
    good = [Source(f"{n}", url=f"http://{n}.example:{port}{path}") for n, path in enumerate(paths)]
    bad = [Source(f"bad {n}", url=f"http://bad{n}.example:{port}/hostile/{n}") for n in range(round(feeds * share))]
    ask = partial(fetch_night, env={}, policy=policy)
    first, clean_cpu = timed(f"{feeds} feeds", lambda: ask(good, {}, night=NIGHT))
    states: dict[str, FetchState] = {result.source: result.state for result in first}
    again, _ = timed("the next night", lambda: ask(good, states, night=NIGHT + timedelta(days=1)))
    mixed, mixed_cpu = timed(f"with {len(bad)} hostile", lambda: ask([*bad, *good], {}, night=NIGHT))
    lost_pages = timed_pages(port, feeds, replace(policy, page_delay_seconds=0.0))
    server.kill()
    server.join()
    lost = sum(result.body is None for result in (*first, *mixed[len(bad) :])) + sum(r.status != 304 for r in again)
    cost = (mixed_cpu - clean_cpu) / max(1, len(bad))
    print(f"good feeds lost: {lost}, pages lost: {lost_pages}; a hostile host costs {cost:.2f} CPU s")
    return int(lost + lost_pages > 0 or cost > MOST_CPU_SECONDS_A_HOSTILE)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(main(int(arguments[0]) if arguments else 300, float(arguments[1]) if arguments[1:] else 0.01))
