"""A site changes as a whole; the preview serves them with their types and nothing else."""

from __future__ import annotations

import http.client
import threading
from pathlib import Path
from typing import Any

import pytest

from digest.journal import RealDisk
from digest.site.publish import Publisher
from digest.site.serve import make_server


def published(site: Path, address: str, content: bytes) -> None:
    publisher = Publisher(site)
    publisher.write(address, content)
    publisher.commit()


def test_nothing_shows_before_all_is_committed(tmp_path: Path) -> None:
    published(tmp_path, "a.html", b"old")
    publisher = Publisher(tmp_path)
    publisher.write("a.html", b"new")
    publisher.write("b/c.html", b"more")
    assert (tmp_path / "a.html").read_bytes() == b"old"
    assert Path(publisher.where("a.html")).read_bytes() == b"new"
    assert list(publisher.names_in("b")) == ["b/c.html"]
    publisher.commit()
    assert (tmp_path / "a.html").read_bytes() == b"new"
    assert (tmp_path / "b/c.html").read_bytes() == b"more"


def test_what_is_abandoned_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    published(tmp_path, "a.html", b"old")
    publisher = Publisher(tmp_path)
    publisher.write("a.html", b"new")
    publisher.abandon()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.html": b"old"}


def test_the_same_content_is_not_written_again(tmp_path: Path) -> None:
    published(tmp_path, "a/b.html", b"x")
    publisher = Publisher(tmp_path)
    assert not publisher.write("a/b.html", b"x")
    assert (publisher.written, publisher.unchanged, publisher.touched) == (0, 1, [])


def test_other_content_of_the_same_length_is_written(tmp_path: Path) -> None:
    published(tmp_path, "b.html", b"x")
    published(tmp_path, "b.html", b"y")
    assert (tmp_path / "b.html").read_bytes() == b"y"


def shared(site: Path, source: Path) -> Publisher:
    publisher = Publisher(site)
    publisher.share(str(source), "data/a.json")
    publisher.commit()
    return publisher


def test_a_generated_file_is_shared_and_a_new_one_in_its_place_shows_only_when_published(tmp_path: Path) -> None:
    site, source = tmp_path / "site", tmp_path / "a.json"
    source.write_bytes(b"old")
    assert shared(site, source).touched == ["data/a.json"]
    source.with_name("new").write_bytes(b"new")
    source.with_name("new").replace(source)
    assert (site / "data/a.json").read_bytes() == b"old"
    assert shared(site, source).touched == ["data/a.json"]
    assert (site / "data/a.json").read_bytes() == b"new"


def test_a_generated_file_that_was_written_in_place_counts_as_changed(tmp_path: Path) -> None:
    site, source = tmp_path / "site", tmp_path / "a.json"
    source.write_bytes(b"old")
    shared(site, source)
    source.write_bytes(b"new")
    assert shared(site, source).touched == ["data/a.json"]
    assert (site / "data/a.json").read_bytes() == b"new"


def test_removing_takes_empty_folders_along_but_not_the_site(tmp_path: Path) -> None:
    published(tmp_path, "a/b/c.html", b"x")
    publisher = Publisher(tmp_path)
    assert publisher.remove("a/b/c.html")
    assert not publisher.remove("a/b/c.html")
    publisher.commit()
    assert list(tmp_path.iterdir()) == []
    assert publisher.removed == 1


def test_the_marker_of_the_edition_appears_last(tmp_path: Path) -> None:
    class Watched(RealDisk):
        def replace(self, file: str, target: str) -> None:
            order.append(Path(target).name)
            super().replace(file, target)

    order: list[str] = []
    publisher = Publisher(tmp_path, Watched())
    for address in ("data/index.json", "a.html", "b.html"):
        publisher.write(address, b"x")
    publisher.commit()
    assert order[-1] == "index.json"


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
