"""The doctor looks at the whole installation and names what needs a hand, each with what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from digest.doctor import Grade, Installation, examine
from digest.ingest.net import FetchPolicy
from digest.intake import Network
from digest.report import BuildReport
from digest.store import FILE
from tests.conftest import LOOPBACK

Build = Callable[..., BuildReport]
CONFIG = Path(__file__).parent.parent / "mkdocs.yml"


def findings(
    folder: Path, day: int = 5, config: Path = CONFIG, policy: FetchPolicy | None = None
) -> dict[str, tuple[Grade, str]]:
    now = datetime(2026, 3, day, 12, tzinfo=UTC)
    whole = Installation(folder / "feeds", folder / "state", folder / "site", config, Network(policy), now)
    return {found.about: (found.grade, found.said) for found in examine(whole)}


def test_a_fresh_folder_is_told_what_to_do_first(tmp_path: Path) -> None:
    found = findings(tmp_path)
    assert found["feeds"][0] is Grade.ILL
    assert "digest init" in found["feeds"][1]
    assert "first `digest build`" in found["state"][1]


def test_an_installation_in_order_is_called_so(tmp_path: Path, run: Build) -> None:
    run(4)
    found = findings(tmp_path)
    assert {about for about, (grade, _) in found.items() if grade is not Grade.WELL} == {"contact"}


def test_a_schedule_that_stopped_is_noticed(tmp_path: Path, run: Build) -> None:
    run(4)
    grade, said = findings(tmp_path, day=9)["last night"]
    assert grade is Grade.WATCH
    assert "5 days ago" in said


def test_a_damaged_state_is_named_with_the_way_out(tmp_path: Path, run: Build) -> None:
    run(4)
    data = bytearray((tmp_path / "state" / FILE).read_bytes())
    data[4096:40960] = bytes(36864)
    (tmp_path / "state" / FILE).write_bytes(data)
    grade, said = findings(tmp_path)["state"]
    assert grade is Grade.ILL
    assert "digest import" in said
    assert len(said) < 400
    assert "\n" not in said


def test_what_the_last_report_said_is_told(tmp_path: Path, feeds: Path, run: Build) -> None:
    run(4)
    assert findings(tmp_path)["last report"] == (Grade.WELL, "no problem")
    (feeds / "broken.xml").write_text("<rss><channel><item><title>x</item>", encoding="utf-8")
    run(5)
    grade, said = findings(tmp_path)["last report"]
    assert grade is Grade.WATCH
    assert "1 problem;" in said


def test_faults_of_the_settings_are_told_and_the_rest_is_still_looked_at(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("extra: {digest: {timezone: Mars}}\n", encoding="utf-8")
    found = findings(tmp_path, config=config)
    assert found["settings"][0] is Grade.ILL
    assert "disk" in found


def test_sources_that_do_not_answer_are_named_with_what_to_do(tmp_path: Path, feeds: Path, root: str) -> None:
    lines = [
        f"  - {{name: {name}, url: {root}/{path}}}\n" for name, path in (("Port", "feed.xml"), ("Gone", "none.xml"))
    ]
    (feeds / "list.yml").write_text("sources:\n" + "".join(lines), encoding="utf-8")
    found = findings(tmp_path, policy=LOOPBACK)
    assert found["sources"] == (Grade.WELL, "1 of 2 answer")
    grade, said = found["Gone"]
    assert grade is Grade.ILL
    assert "HTTP 404" in said
    assert "Port" not in found
    assert found["feeds"] == (Grade.WELL, "2 sources to fetch, 3 files")


def test_a_site_near_the_limit_of_its_host_is_told_before_it_is_reached(tmp_path: Path, run: Build) -> None:
    run(4)
    with (tmp_path / "site" / "large.json").open("wb") as large:
        large.truncate(850 << 20)
    grade, said = findings(tmp_path)["size"]
    assert grade is Grade.WATCH
    assert "GitHub Pages takes 1000" in said
