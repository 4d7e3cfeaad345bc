"""Settings come from mkdocs.yml, and every fault is told at once."""

from pathlib import Path

import pytest

from digest.errors import SettingsError
from digest.settings import Settings, parse_settings, read_settings


def test_a_file_without_settings_gives_the_defaults(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: A\nextra: {}\n", encoding="utf-8")
    assert read_settings(config) == Settings()


def test_mkdocs_own_tags_do_not_hinder_reading(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        "site_name: !ENV [NAME, A]\nmarkdown_extensions:\n  - x: {f: !!python/name:a.b }\nextra:\n  digest: {key_quotes: 3}\n",
        encoding="utf-8",
    )
    assert read_settings(config).key_quotes == 3


def test_all_faults_are_reported_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        parse_settings({"timezone": "Mars/Olympus", "key_quotes": 99, "private": "yes", "colour": "red"})
    message = str(caught.value)
    for part in ("Mars/Olympus", "from 1 to 20", "true or false", "colour: is no setting"):
        assert part in message


def test_a_missing_file_names_itself_and_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="--config"):
        read_settings(tmp_path / "none.yml")


def test_broken_yaml_is_one_clear_line(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("a: [", encoding="utf-8")
    with pytest.raises(SettingsError, match="not valid YAML"):
        read_settings(config)
