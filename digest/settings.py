"""Options, read from ``extra.digest`` of ``mkdocs.yml``; all faults are reported at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from digest.errors import SettingsError


def _option(default: Any, doc: str, least: int | None = None, most: int | None = None) -> Any:
    return field(default=default, metadata={"doc": doc, "least": least, "most": most})


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may set; ``doc`` in a field's metadata says what it does, and the reference is made from it."""

    timezone: str = _option("UTC", "Time zone whose midnight cuts the days, as in `Europe/Vienna`.")
    contact: str = _option("", "Address that a publisher may write to; sent with every request.")
    private: bool = _option(default=False, doc="Ask search engines not to index the site.")
    excerpt_chars: int = _option(
        400, "Most characters of one article that a page prints besides quotes.", least=0, most=5000
    )
    quote_chars: int = _option(
        3000, "Most characters of one article that a page prints as quotes and reactions.", least=0, most=100_000
    )
    key_quotes: int = _option(5, "Most quotes shown under Key quotes.", least=1, most=20)
    brief_sentences: int = _option(4, "Most sentences under In brief.", least=1, most=5)
    open_days: int = _option(14, "Days without news after which a story's own feed ends.", least=1, most=365)
    keep_text_days: int = _option(
        0,
        "Days that full texts are kept; quoted paragraphs stay. 0 keeps them for good.",
        least=0,
        most=36500,
    )
    catch_up_days: int = _option(31, "Most missed nights that are caught up.", least=1, most=3660)
    pages_per_host: int = _option(40, "Most article pages asked of one host a night.", least=0, most=10_000)
    shrink_limit: int = _option(
        50, "Least size of a site, in per cent of yesterday's, that is published without asking.", least=0, most=100
    )

    @property
    def zone(self) -> ZoneInfo:
        """The time zone that cuts the days."""
        return ZoneInfo(self.timezone)


@dataclass(frozen=True, slots=True)
class SiteName:
    """What MkDocs' own settings say of the site: its title, and its address or an empty text."""

    title: str = "Digest"
    url: str = ""


def read_site_name(config_file: Path) -> SiteName:
    """``site_name`` and ``site_url`` of ``config_file``; raises SettingsError where it cannot be read."""
    document = _document(config_file)
    return SiteName(str(document.get("site_name") or "Digest"), str(document.get("site_url") or ""))


def read_settings(config_file: Path) -> Settings:
    """The settings under ``extra.digest`` of ``config_file``; a file without them gives the defaults.

    Raises SettingsError naming the file and every fault in it, each with what is allowed.
    """
    document = _document(config_file)
    extra = document.get("extra")
    given = extra.get("digest") if isinstance(extra, Mapping) else None
    return parse_settings(given or {}, where=str(config_file))


def _document(config_file: Path) -> Mapping[str, Any]:
    try:
        document = yaml.load(config_file.read_text(encoding="utf-8"), Loader=_Plain)  # noqa: S506 - a SafeLoader
    except OSError as error:
        raise SettingsError(f"{config_file}: cannot be read ({error.strerror}); name another with --config") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{config_file}: is not valid YAML ({error}); mend the line it names") from error
    return document if isinstance(document, Mapping) else {}


def parse_settings(given: object, *, where: str = "extra.digest") -> Settings:
    """Settings from a decoded mapping; SettingsError lists all faults.

    >>> parse_settings({"timezone": "Europe/Vienna"}).timezone
    'Europe/Vienna'
    """
    if not isinstance(given, Mapping):
        raise SettingsError(f"{where}: extra.digest must be a list of `name: value` lines")
    known = {option.name: option for option in fields(Settings)}
    faults = [f"{name}: is no setting; known are {', '.join(sorted(known))}" for name in given if name not in known]
    values = {str(name): value for name, value in given.items() if name in known}
    faults += [fault for name, value in values.items() if (fault := _fault(known[name], value))]
    if faults:
        raise SettingsError(f"{where}: extra.digest: " + "; ".join(faults))
    return Settings(**values)


def _fault(option: Any, value: object) -> str | None:
    default = option.default
    assert default is not MISSING
    if type(value) is not type(default):
        return f"{option.name}: {value!r} must be {_kind(default)}"
    if option.name == "timezone":
        return _zone_fault(str(value))
    least, most = option.metadata["least"], option.metadata["most"]
    if isinstance(value, int) and least is not None and not least <= value <= most:
        return f"{option.name}: {value} must be from {least} to {most}"
    return None


def _kind(default: object) -> str:
    return {bool: "true or false", int: "a whole number"}.get(type(default), "text")


def _zone_fault(name: str) -> str | None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f"timezone: {name!r} is not known; use a name such as UTC or Europe/Vienna"
    return None


class _Plain(yaml.SafeLoader):
    """Reads MkDocs' configuration without running its ``!ENV`` and ``!!python`` tags, which are not ours to resolve."""


_Plain.add_multi_constructor("!", lambda _loader, _suffix, _node: None)
_Plain.add_multi_constructor("tag:yaml.org,2002:python/", lambda _loader, _suffix, _node: None)
