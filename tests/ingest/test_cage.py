"""A document that outlasts or kills the child costs itself; the next one is read."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from digest.ingest.cage import Cage
from digest.ingest.documents import read_patiently
from digest.ingest.messages import FAULT, NOT_STARTED
from digest.model import Source

SOURCE = Source("wire")
GOOD = "<rss><channel><item><title>Dam</title><description>Salt & vinegar</description></item></channel></rss>"


def test_a_child_reads_many_documents() -> None:
    with Cage() as cage:
        readings = [cage.read(GOOD, "rss", SOURCE) for _ in range(3)]
        assert {reading.entries[0].text for reading in readings} == {"Salt & vinegar"}


def test_a_child_that_is_gone_is_replaced() -> None:
    with Cage() as cage:
        cage.read(GOOD, "rss", SOURCE)
        first = cage._child
        assert first is not None
        first.kill()
        first.wait()
        assert cage.read(GOOD, "rss", SOURCE).entries
        assert cage._child is not first


def stubborn(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Makes the cage start a child that runs ``program`` instead."""
    real = subprocess.Popen

    def start(_: list[str], **pipes: int) -> subprocess.Popen[bytes]:
        return real(
            [sys.executable, "-c", program], stdin=pipes["stdin"], stdout=pipes["stdout"], stderr=pipes["stderr"]
        )

    monkeypatch.setattr("digest.ingest.cage.subprocess.Popen", start)


CHILDREN = {
    "sleeps for ever": "import time; time.sleep(60)",
    "dies at once": "import os; os._exit(3)",
    "answers nonsense": "import sys; sys.stdout.buffer.write(b'\\x00\\x00\\x00\\x04nope'); sys.stdout.flush(); sys.stdin.buffer.read()",
    "promises more than it sends": "import sys; sys.stdout.buffer.write(b'\\x00\\x00\\x01\\x00x'); sys.stdout.flush()",
    "promises four gigabytes": "import sys; sys.stdout.buffer.write(b'\\xff' * 4); sys.stdout.flush(); sys.stdin.buffer.read()",
}


@pytest.mark.parametrize("child", CHILDREN)
def test_a_child_that_misbehaves_costs_its_document(child: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stubborn(monkeypatch, CHILDREN[child])
    with Cage(wall_seconds=0.5) as cage:
        reading = cage.read(GOOD, "rss", SOURCE)
    assert reading.entries == ()
    assert [problem.code for problem in reading.problems] == ["gave-up"]


@pytest.mark.parametrize("status", [FAULT, NOT_STARTED])
def test_an_error_nobody_foresaw_is_called_a_fault_of_ours(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    stubborn(monkeypatch, f"import os; os._exit({status})")
    with Cage() as cage:
        assert [problem.code for problem in cage.read(GOOD, "rss", SOURCE).problems] == ["reader-fault"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the address space")
def test_a_child_has_its_memory_bounded() -> None:
    program = (
        "from digest.ingest.caged import limit_memory\nlimit_memory()\n"
        "try:\n    bytearray(1024 * 1024 * 1024)\nexcept MemoryError:\n    print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"refused"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of processor time")
def test_a_child_has_its_processor_time_bounded_document_by_document() -> None:
    program = (
        "import resource\nfrom digest.ingest import caged\ncaged.CPU_SECONDS = 0\ncaged.limit_time()\n"
        "while True:\n    pass"
    )
    begun = time.process_time()
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, timeout=60)
    assert done.returncode != 0
    assert time.process_time() - begun < 30


@pytest.mark.parametrize("heavy", ["msgspec", "yaml", "subprocess", "asyncio", "httpx", "numpy", "digest.model"])
def test_a_child_loads_nothing_that_it_does_not_need(heavy: str) -> None:
    """It is started for one damaged document too, and more than half of what that costs is loading."""
    program = f"import sys\nimport digest.ingest.caged\nsys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-I", "-c", program], check=False).returncode == 0


def test_an_answer_comes_back_as_it_was_given() -> None:
    """Moments with their zone, block quotations, status, and characters beyond the first plane."""
    page = (
        "<rss><channel><item><title>Tom &amp; Jérôme 🌊</title><pubDate>Wed, 04 Mar 2026 10:00:00 +0100</pubDate>"
        "<description>&lt;p&gt;So &amp;amp; so.&lt;/p&gt;&lt;blockquote&gt;&lt;p&gt;The dam holds.&lt;/p&gt;&lt;/blockquote&gt;</description></item>"
    )
    source = Source("wire", topics=("water", "dams"), language="en")
    with Cage() as cage:
        caged = cage.read(page, "rss", source)
    assert caged == read_patiently(page, "rss", source)
    assert caged.entries[0].block_quotes
    assert caged.entries[0].published is not None
