"""The frames of all pages and the hand-written pages, made by MkDocs in-process, and remembered until something they depend on changes."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import msgspec

from digest import __version__
from digest.errors import DigestError
from digest.site.head import SiteFacts
from digest.site.pages import GENERATED_ROOTS
from digest.site.shell import Shell
from digest.site.sitemap import NOT_OURS

OWN_CODE = Path(__file__).parent
FRAMEWORK = ("mkdocs", "properdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2")
"""Packages whose version changes what pages look like."""
OWN_SIGN = "partials/digest-header.html"
"""A file that the folder of a theme has only where it is ours."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What MkDocs made: frames by section, addresses of the other files, and what it warned of. ``key`` says of what."""

    key: str
    shells: dict[str, Shell]
    facts: SiteFacts
    files: tuple[str, ...]
    warnings: tuple[str, ...]


def frame_key(config_file: Path, docs: Path) -> str:
    """A hash of everything that frames are made from: configuration, hand-written pages, theme, templates and versions."""
    digest = hashlib.sha256(__version__.encode())
    for name in FRAMEWORK:
        digest.update(f"{name} {_version(name)}\n".encode())
    for path in [config_file, *_tree(OWN_CODE), *_tree(docs, GENERATED_ROOTS | {"index.md"})]:
        digest.update(f"{path.name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def make_frame(config: Any, work: Path, key: str) -> Frame:
    """Run MkDocs with ``config`` into the folder ``work`` and keep what it made. DigestError where a page is broken."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build  # noqa: PLC0415 - costs half a second, which most nights need not pay
    from mkdocs.exceptions import Abort, BuildError  # noqa: PLC0415

    with _collected() as warnings:
        config.site_dir = str(work)
        plugin = _plugin(config)
        _insist_on_theme(config)
        plugin.config.frames_only = True
        try:
            build(config)
        except (Abort, BuildError) as error:
            raise DigestError(
                f"{config.config_file_path}: MkDocs could not build the hand-written pages: {_told(warnings, error)}"
            ) from error
    files = tuple(sorted(name for path in _tree(work) if (name := path.relative_to(work).as_posix()) not in NOT_OURS))
    return Frame(key, dict(plugin.shells), plugin.facts(config), files, tuple(warnings))


def load(config_file: Path, **overrides: Any) -> Any:
    """MkDocs' configuration, read as MkDocs reads it. DigestError where it is broken."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.config import load_config  # noqa: PLC0415 - as above
    from mkdocs.exceptions import Abort, ConfigurationError  # noqa: PLC0415 - as above

    with _collected() as lines:
        try:
            return load_config(str(config_file), **overrides)
        except (Abort, ConfigurationError) as error:
            raise DigestError(f"{config_file}: {_told(lines, error)}") from error


def read_frame(path: Path, key: str) -> Frame | None:
    """The remembered frame, or None where there is none or it was made from something else."""
    try:
        frame = msgspec.json.decode(path.read_bytes(), type=Frame)
    except (OSError, msgspec.DecodeError):
        return None
    return frame if frame.key == key else None


def _plugin(config: Any) -> Any:
    for plugin in config.plugins.values():
        if type(plugin).__name__ == "DigestPlugin":
            return plugin
    raise DigestError(
        f"{config.config_file_path}: the plugin `digest` is missing under `plugins:`; add a line `- digest`"
    )


def _insist_on_theme(config: Any) -> None:
    """DigestError where another theme would make the pages: they would lack what only ours shows, and the check would refuse them all."""
    own = any(Path(folder, OWN_SIGN).is_file() for folder in config.theme.dirs)
    if config.theme.name != "material" or not own:
        raise DigestError(
            f"{config.config_file_path}: pages need the theme of Digest; under `theme:` write `name: material` "
            f"and `custom_dir: {OWN_CODE / 'theme'}`"
        )


def _tree(folder: Path, without: frozenset[str] = frozenset()) -> Iterator[Path]:
    """All files below ``folder`` in a fixed order, caches and hidden files aside."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "__pycache__")) or path.name in without:
            continue
        if path.is_dir():
            yield from _tree(path)
        else:
            yield path


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _told(lines: list[str], error: Exception) -> str:
    return "; ".join(lines) or str(error)


@contextmanager
def _collected() -> Iterator[list[str]]:
    """What MkDocs warns of in the block, for the report instead of the terminal."""
    handler = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        logger.removeHandler(handler)


class _Collector(logging.Handler):
    """Keeps MkDocs' warnings for the report."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
