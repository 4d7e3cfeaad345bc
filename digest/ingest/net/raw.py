"""Raw answers kept in a folder, and a night replayed from them.

One file an answer, a WARC 1.1 record each (ISO 28500), so that other tools read them too. Bodies are stored unpacked,
secrets taken out, and cookies left out. A request that gave no answer is kept as well, so that a replay fails alike.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

from digest.ingest.net.faults import FAULTS, Fault
from digest.ingest.net.wire import Answer, Request, Wire

UNSTORED = frozenset({"set-cookie", "content-encoding", "transfer-encoding", "content-length", "connection"})
NEWLINE = b"\r\n"
RESPONSE = "application/http;msgtype=response"
FAULT = "application/warc-fields"


class RecordingWire:
    """A wire that keeps every answer of ``inner`` in ``folder``. ``night`` is the time written into the records."""

    def __init__(self, inner: Wire, folder: Path, night: datetime) -> None:
        self._inner = inner
        self._folder = folder
        self._night = night
        self._asked = Counter[str]()

    async def send(self, request: Request, seconds: float) -> Answer:
        """The answer of the inner wire, once it is kept."""
        url, name = _url_and_name(request, self._asked)
        try:
            answer = await self._inner.send(request, seconds)
        except Fault as fault:
            lines = f"fault: {fault.code}\r\ndetail: {request.secrets.hide(fault.detail)}\r\n"
            self._write(name, url, "metadata", FAULT, lines.encode())
            raise
        self._write(name, url, "response", RESPONSE, _http_message(request, answer))
        return answer

    def _write(self, name: str, url: str, kind: str, content_type: str, block: bytes) -> None:
        head = (
            "WARC/1.1",
            f"WARC-Type: {kind}",
            f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{self._night.isoformat()} {name} {url}')}>",
            f"WARC-Date: {self._night.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            f"WARC-Target-URI: {url}",
            f"Content-Type: {content_type}",
            f"Content-Length: {len(block)}",
        )
        self._folder.mkdir(parents=True, exist_ok=True)
        record = "\r\n".join(head).encode() + NEWLINE * 2 + block + NEWLINE * 2
        (self._folder / name).write_bytes(record)


class ReplayWire:
    """A wire that answers from the records in ``folder`` and opens no connection."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked = Counter[str]()

    async def send(self, request: Request, seconds: float) -> Answer:  # noqa: ARG002 - a replay takes no time
        """The answer that was kept. Raises the ``Fault`` that was kept, or "not-recorded"."""
        _, name = _url_and_name(request, self._asked)
        try:
            record = (self._folder / name).read_bytes()
        except OSError:
            raise Fault("not-recorded") from None
        return _read_record(record)


def placeholders(templates: tuple[str | None, ...], env: Mapping[str, str]) -> dict[str, str]:
    """``env`` with each missing variable of ``templates`` standing for itself: a replay needs no secrets."""
    names = [name for template in templates for name in re.findall(r"\$\{(\w+)\}", template or "")]
    return {name: f"${{{name}}}" for name in names} | {name: value for name, value in env.items() if value}


def _url_and_name(request: Request, asked: Counter[str]) -> tuple[str, str]:
    """The URL without secrets, and the record's file name: the same for the n-th request of that URL on every run."""
    url = request.shown.replace("%7B", "{").replace("%7D", "}")
    asked[url] += 1
    return url, f"{hashlib.sha256(url.encode()).hexdigest()[:24]}-{asked[url]}.warc"


def _http_message(request: Request, answer: Answer) -> bytes:
    body = request.secrets.hide_in_body(answer.body)
    kept = [(name, request.secrets.hide(value)) for name, value in answer.headers if name not in UNSTORED]
    lines = [f"{name}: {value}" for name, value in (*kept, ("content-length", str(len(body))))]
    return (
        "\r\n".join((f"HTTP/1.1 {answer.status} {_phrase(answer.status)}", *lines)).encode("latin-1")
        + NEWLINE * 2
        + body
    )


def _phrase(status: int) -> str:
    return next((known.phrase for known in HTTPStatus if known == status), "")


def _read_record(record: bytes) -> Answer:
    head, _, rest = record.partition(NEWLINE * 2)
    fields = _fields(head.decode("utf-8", "replace").split("\r\n")[1:])
    length = fields.get("content-length", "")
    block = rest[: int(length)] if length.isdecimal() else b""
    if fields.get("warc-type") == "metadata":
        kept = _fields(block.decode("utf-8", "replace").split("\r\n"))
        raise Fault(kept["fault"] if kept.get("fault") in FAULTS else "not-recorded", kept.get("detail", ""))
    http, _, body = block.partition(NEWLINE * 2)
    status, *lines = http.decode("latin-1").split("\r\n")
    code = re.fullmatch(r"HTTP/1\.1 ([0-9]{3}) .*", status)
    if code is None:
        raise Fault("not-recorded", "the record is damaged")
    pairs = tuple((name, value) for name, _, value in (line.partition(": ") for line in lines))
    return Answer(int(code[1]), pairs, body)


def _fields(lines: list[str]) -> dict[str, str]:
    return {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
