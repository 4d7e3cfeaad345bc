"""Reference pages made from the code: the commands and the settings. Run as a module, it writes them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from digest.cli import parser
from digest.settings import Settings


def commands_page() -> str:
    """The page that lists every verb with what it takes, as Markdown."""
    lines = [
        "# Commands",
        "",
        "This page is made from the program itself; `digest VERB --help` says the same.",
        "",
        "Results go to standard output, progress and complaints to standard error.",
        "Every verb ends with 0 when it is done, 1 when it failed and 2 when it was called wrongly.",
        (
            "`build` and `check` end with 3 when they are done but input was lost, "
            "and `build` with 75 when another build holds the lock."
        ),
    ]
    for name, verb in _verbs(parser()):
        lines += ["", f"## digest {name}", "", verb.description or "", ""]
        lines += [f"- {_usage(action)}: {_help(action)}" for action in verb._actions if action.dest != "help"]  # noqa: SLF001 - argparse offers no public list
    return "\n".join(lines) + "\n"


def _verbs(whole: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in whole._actions:  # noqa: SLF001 - argparse offers no public list
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - nor a public type
            yield from action.choices.items()


def _usage(action: argparse.Action) -> str:
    if not action.option_strings:
        name = action.metavar or action.dest
        return f"`{name}`" + (" (may be left out)" if action.nargs == "?" else "")
    value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
    return ", ".join(f"`{option}{value}`" for option in action.option_strings) + (" (needed)" * action.required)


def _help(action: argparse.Action) -> str:
    return (action.help or "").replace("%%", "%")


def settings_page() -> str:
    """The page that lists every setting with its range and default, as Markdown."""
    lines = [
        "# Settings",
        "",
        "This page is made from the program itself.",
        "Settings stand in `mkdocs.yml` under `extra`, `digest`:",
        "",
        "```yaml",
        "extra:",
        "  digest:",
        "    timezone: Europe/Vienna",
        "```",
        "",
        "A name that is not known, or a value out of range, stops the build with one line that lists all faults.",
    ]
    for option in fields(Settings):
        least, most = option.metadata["least"], option.metadata["most"]
        allowed = f"From {least} to {most}. " if least is not None else ""
        lines += [
            "",
            f"## {option.name}",
            "",
            option.metadata["doc"],
            f"{allowed}Unless set: {_shown(option.default)}.",
        ]
    return "\n".join(lines) + "\n"


def _shown(default: object) -> str:
    if isinstance(default, bool):
        return "`true`" if default else "`false`"
    return f"`{default}`" if default != "" else "empty"


PAGES = {"commands.md": commands_page, "settings.md": settings_page}


if __name__ == "__main__":
    for file, page in PAGES.items():
        (Path("docs/reference") / file).write_text(page(), encoding="utf-8")
