"""One night's fetching: many hosts at once, the sources of one host one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from digest.incoming import Source
from digest.ingest.net.address import WebAddress, parse_address
from digest.ingest.net.faults import Fault
from digest.ingest.net.follow import Trail, follow
from digest.ingest.net.judge import Ask, Wait, decide, interpret, not_asked, remembered, status_fault
from digest.ingest.net.policy import FetchPolicy
from digest.ingest.net.raw import RecordingWire, ReplayWire, placeholders
from digest.ingest.net.redact import NO_SECRETS, Secrets, expand
from digest.ingest.net.state import Fetched, FetchState
from digest.ingest.net.wire import LiveWire, Wire

HOST_FAULTS = frozenset({"unknown-host", "no-connection", "timeout", "bad-certificate", "forbidden-address"})
"""Faults that speak of the host and not of the one feed."""


def fetch_night(
    sources: Sequence[Source],
    validators: Mapping[str, FetchState],
    *,
    night: datetime,
    env: Mapping[str, str],
    policy: FetchPolicy,
    keep_raw: Path | None = None,
    replay: Path | None = None,
    progress: Callable[[Fetched], None] | None = None,
) -> tuple[Fetched, ...]:
    """What each of ``sources`` that has a URL gave on ``night``, in their order. Never raises for a source's sake.

    ``validators`` are the stored states by source name. ``env`` fills in ``${NAME}`` and is used for nothing else.
    With ``keep_raw`` every answer is kept below that folder; with ``replay`` answers come from such a folder and no
    connection is opened. ``progress`` is called as each source is done, in no certain order.
    """
    remote = [source for source in sources if source.url]
    known_env = placeholders(tuple(source.url for source in remote), env) if replay else env
    plans = [
        _plan(index, source, validators.get(source.name, FetchState()), night, known_env)
        for index, source in enumerate(remote)
    ]
    told = progress or _no_progress
    return asyncio.run(_fetch(plans, night=night, policy=policy, keep_raw=keep_raw, replay=replay, progress=told))


@asynccontextmanager
async def open_wire(
    policy: FetchPolicy, night: datetime, keep_raw: Path | None, replay: Path | None
) -> AsyncIterator[Wire]:
    """The wire of a night: live, live and kept, or replayed."""
    if replay is not None:
        yield ReplayWire(replay)
        return
    # Looking names up blocks a thread each: the default pool of few threads would make one slow name server delay all.
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(policy.hosts_at_once, "names"))
    async with LiveWire(policy) as live:
        yield live if keep_raw is None else RecordingWire(live, keep_raw, night)


@dataclass(frozen=True, slots=True)
class _Plan:
    """One source of the night: a request to make, or at once its result. ``index`` is its place among the sources."""

    index: int
    source: Source
    state: FetchState
    ask: Ask | None = None
    address: WebAddress | None = None
    secrets: Secrets = NO_SECRETS
    result: Fetched | None = None


@dataclass(slots=True)
class _Night:
    """What the workers of one night share; lives as long as the night."""

    wire: Wire
    policy: FetchPolicy
    night: datetime
    progress: Callable[[Fetched], None]
    results: dict[int, Fetched] = field(default_factory=dict)
    kept_bytes: int = 0

    def done(self, plan: _Plan, result: Fetched) -> None:
        """Takes the result of one source."""
        self.kept_bytes += len(result.body or b"")
        self.results[plan.index] = result
        self.progress(result)


def _plan(index: int, source: Source, stored: FetchState, night: datetime, env: Mapping[str, str]) -> _Plan:
    state = remembered(source, stored)
    decision = decide(source, state, night)
    if isinstance(decision, Wait):
        problems = (decision.problem,) if decision.problem else ()
        return _Plan(index, source, state, result=Fetched(source.name, None, None, state, problems))
    try:
        url, secrets = expand(source.url or "", env)
        return _Plan(index, source, state, decision, parse_address(url), secrets)
    except Fault as fault:
        return _Plan(index, source, state, result=not_asked(source, state, fault))


async def _fetch(
    plans: Sequence[_Plan],
    *,
    night: datetime,
    policy: FetchPolicy,
    keep_raw: Path | None,
    replay: Path | None,
    progress: Callable[[Fetched], None],
) -> tuple[Fetched, ...]:
    folders = [folder and folder / "feeds" for folder in (keep_raw, replay)]
    async with open_wire(policy, night, *folders) as wire:
        shared = _Night(wire, policy, night, progress)
        by_host: dict[str, list[_Plan]] = {}
        for plan in plans:
            if plan.address is None:
                assert plan.result is not None
                shared.done(plan, plan.result)
            else:
                by_host.setdefault(plan.address.host, []).append(plan)
        await all_within(policy.night_seconds, [_fetch_host(shared, queue) for queue in by_host.values()])
    late = Fault("night-over")
    return tuple(shared.results.get(plan.index) or not_asked(plan.source, plan.state, late) for plan in plans)


async def all_within(seconds: float, jobs: Sequence[Coroutine[None, None, None]]) -> None:
    """Runs ``jobs`` side by side for at most ``seconds``, then drops those that are not done."""
    tasks = [asyncio.create_task(job) for job in jobs]
    if not tasks:
        return
    done, late = await asyncio.wait(tasks, timeout=seconds)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    for task in done:
        task.result()  # what failed here is a fault of ours and falls


async def _fetch_host(shared: _Night, queue: Sequence[_Plan]) -> None:
    """Asks the sources of one host in turn, and leaves the rest alone once the host itself seems to be down.

    Two sources with one address and one memory are asked for once, as where a feed stands in two lists.
    """
    failures = 0
    throttled = False
    answered: dict[tuple[WebAddress | None, Ask | None], Trail | Fault] = {}
    for plan in queue:
        request = (plan.address, plan.ask)
        if throttled:
            shared.done(plan, not_asked(plan.source, plan.state, Fault("rate-limited")))
        elif failures >= shared.policy.host_failures:
            shared.done(plan, not_asked(plan.source, plan.state, Fault("host-unreachable")))
        elif shared.kept_bytes >= shared.policy.night_bytes:
            shared.done(plan, not_asked(plan.source, plan.state, Fault("night-over")))
        else:
            outcome = answered.get(request) or await _ask(shared, plan)
            answered[request] = outcome
            failures = failures + 1 if isinstance(outcome, Fault) and outcome.code in HOST_FAULTS else 0
            throttled = isinstance(outcome, Trail) and status_fault(outcome.answer.status).code == "rate-limited"
            shared.done(plan, interpret(plan.source, plan.state, shared.night, outcome, plan.secrets))


async def _ask(shared: _Night, plan: _Plan) -> Trail | Fault:
    assert plan.ask is not None
    assert plan.address is not None
    try:
        return await follow(shared.wire, plan.address, shared.policy, secrets=plan.secrets, headers=plan.ask.headers)
    except Fault as fault:
        return fault


def _no_progress(_: Fetched) -> None:
    """Tells nobody."""
