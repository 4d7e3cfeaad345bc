"""Files change by one rename; the preview serves them with their types and nothing else."""

from __future__ import annotations

import http.client
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from digest.site.publish import Publisher
from digest.site.serve import make_server


def test_the_same_content_is_not_written_again(tmp_path: Path) -> None:
    assert Publisher(tmp_path).write("a/b.html", b"x")
    publisher = Publisher(tmp_path)
    assert not publisher.write("a/b.html", b"x")
    assert (publisher.written, publisher.unchanged, publisher.touched) == (0, 1, [])


def test_other_content_of_the_same_length_is_written(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path)
    publisher.write("b.html", b"x")
    assert publisher.write("b.html", b"y")
    assert (tmp_path / "b.html").read_bytes() == b"y"


def test_a_write_that_fails_leaves_the_old_file_whole(tmp_path: Path) -> None:
    Publisher(tmp_path).write("b.html", b"old")

    def torn(path: str, content: bytes) -> None:
        Path(path).write_bytes(content[:1])
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        Publisher(tmp_path, write_file=torn).write("b.html", b"new")
    assert (tmp_path / "b.html").read_bytes() == b"old"


def test_a_file_appears_by_one_rename(tmp_path: Path) -> None:
    seen: list[tuple[str, str]] = []

    def replace(one: str, other: str) -> None:
        seen.append((Path(one).name, Path(other).name))
        os.replace(one, other)  # noqa: PTH105 - what stands in for it takes text

    Publisher(tmp_path, replace=replace).write("b.html", b"new")
    assert seen == [(".b.html.new", "b.html")]


def test_removing_takes_empty_folders_along_but_not_the_site(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path)
    publisher.write("a/b/c.html", b"x")
    assert publisher.remove("a/b/c.html")
    assert not publisher.remove("a/b/c.html")
    assert list(tmp_path.iterdir()) == []
    assert publisher.removed == 1
    assert publisher.write("a/b/c.html", b"x")


TYPES = {
    "index.html": "text/html; charset=utf-8",
    "data/feed.xml": "application/xml; charset=utf-8",
    "data/feed.json": "application/json; charset=utf-8",
    "data/people/index.json": "application/json; charset=utf-8",
    "data/topics/infrastructure.feed.json": "application/feed+json; charset=utf-8",
    "stories/2026/03.md": "text/markdown; charset=utf-8",
    "assets/digest/mark.svg": "image/svg+xml",
}


@pytest.mark.parametrize(("address", "kind"), TYPES.items(), ids=TYPES.keys())
def test_the_preview_tells_the_type_of_a_file(served: str, address: str, kind: str) -> None:
    assert ask(served, address) == (200, kind)


@pytest.mark.parametrize("address", [".digest/manifest.json", "../mkdocs.yml", "%2e%2e/mkdocs.yml", "none.html"])
def test_the_preview_serves_nothing_else(served: str, address: str) -> None:
    assert ask(served, address)[0] == 404


def test_the_preview_listens_on_this_machine_alone(tmp_path: Path) -> None:
    with make_server(tmp_path, 0) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_a_taken_port_is_an_error(tmp_path: Path) -> None:
    with make_server(tmp_path, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        with pytest.raises(OSError, match=r"[Aa]ddress"):
            make_server(tmp_path, server.server_port)
        server.shutdown()
        thread.join()


def ask(served: str, address: str) -> tuple[int, Any]:
    connection = http.client.HTTPConnection(served.removeprefix("http://"), timeout=10)
    connection.request("GET", f"/{address}")
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.headers["Content-Type"]
