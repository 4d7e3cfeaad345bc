"""What is remembered of a source from one night to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Any, Self

from digest.incoming import Problem


@dataclass(frozen=True, slots=True)
class FetchState:
    """The memory of one source; holds no secret and is stored as JSON.

    ``address`` is the source's URL as it may be shown: what is remembered holds for that URL only.
    ``etag`` and ``last_modified`` are the validators of the last good body, ``body_hash`` its SHA-256.
    ``not_before`` is set by Retry-After and back-off, ``fresh_until`` by max-age and TTL.
    ``backoff_nights`` is 0, 1, 2, 4 or 7. ``failing`` is the code of the fault that lasts, ``failing_since`` when it began.
    ``empty_nights`` counts those on which a feed that had entries came without any. ``moved_to`` is where permanent redirects led on the last ``moved_count`` nights. ``gone_since`` is set by 410.
    """

    address: str = ""
    etag: str | None = None
    last_modified: str | None = None
    last_asked: datetime | None = None
    last_success: datetime | None = None
    not_before: datetime | None = None
    fresh_until: datetime | None = None
    backoff_nights: int = 0
    failing: str | None = None
    failing_since: datetime | None = None
    moved_to: str | None = None
    moved_count: int = 0
    gone_since: datetime | None = None
    body_hash: str | None = None
    had_entries: bool = False
    empty_nights: int = 0

    @property
    def has_validator(self) -> bool:
        """Whether the next request can be a conditional one."""
        return bool(self.etag or self.last_modified)

    def forget_body(self) -> FetchState:
        """The state without what it knows of the last body: for one that could not be read, so that it comes again."""
        return replace(self, etag=None, last_modified=None, body_hash=None, last_asked=None)

    def to_json(self) -> dict[str, Any]:
        """The state as values that JSON knows, without those that are at their default.

        >>> FetchState(address="https://news.example/feed", moved_count=1).to_json()
        {'address': 'https://news.example/feed', 'moved_count': 1}
        """
        plain = {key: value for key, value in asdict(self).items() if value != _DEFAULTS[key]}
        return {key: value.isoformat() if isinstance(value, datetime) else value for key, value in plain.items()}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """The state that ``stored`` holds. Unknown keys and impossible values are left out: they cost one full request.

        >>> FetchState.from_json({"moved_count": 1, "last_asked": "yesterday", "colour": "red"})
        FetchState(address='', etag=None, last_modified=None, last_asked=None, last_success=None, not_before=None, \
fresh_until=None, backoff_nights=0, failing=None, failing_since=None, moved_to=None, moved_count=1, gone_since=None, \
body_hash=None, had_entries=False, empty_nights=0)
        """
        known = {key: _restored(key, value) for key, value in stored.items() if key in _DEFAULTS}
        return cls(**{key: value for key, value in known.items() if value is not None})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What asking one source gave. ``body`` is None where there is nothing new to read: then ``problems`` may say why.

    ``status`` is the HTTP status, None where nothing was asked or answered. ``state`` replaces the source's stored state.
    ``unchanged`` says that ``body`` is, byte for byte, the one read last.
    """

    source: str
    body: bytes | None = field(repr=False)
    status: int | None
    state: FetchState
    problems: tuple[Problem, ...] = ()
    content_type: str | None = None
    unchanged: bool = False


_DEFAULTS: dict[str, Any] = {entry.name: entry.default for entry in fields(FetchState)}
_TIMES = frozenset({"last_asked", "last_success", "not_before", "fresh_until", "failing_since", "gone_since"})
RECKONABLE_YEARS = range(1970, 3000)
"""Years of stored moments that a wait can be added to; any other is damage."""
_COUNTS = frozenset({"backoff_nights", "moved_count", "empty_nights"})


def _restored(key: str, value: Any) -> Any:
    if key in _TIMES:
        return _time(value)
    if key in _COUNTS:
        return value if isinstance(value, int) and 0 <= value < 1 << 31 else None
    if key == "had_entries":
        return value is True
    return value if isinstance(value, str) else None


def _time(value: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo and moment.year in RECKONABLE_YEARS else None
    except (TypeError, ValueError, OverflowError):
        return None
