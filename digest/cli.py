"""The command line: parse, call one function, print."""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from digest import __version__
from digest.errors import DigestError, LockedError, UsageError
from digest.report import EXIT_DONE, EXIT_FAILED, EXIT_LOCKED, EXIT_LOSSES, EXIT_USAGE

EXIT_CODES = {LockedError: EXIT_LOCKED, UsageError: EXIT_USAGE}
Parsers = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no public name


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; gives the exit code (see ``report``). DigestErrors become one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FAILED
    except (DigestError, sqlite3.Error, OSError) as error:
        print(f"digest: {_complaint(error)}", file=sys.stderr)
        return next((code for kind, code in EXIT_CODES.items() if isinstance(error, kind)), EXIT_FAILED)


def _complaint(error: Exception) -> str:
    """The one line for the operator: the thing, the fault, what to do."""
    if isinstance(error, sqlite3.Error):
        return f"the state: {error}; look at it with `digest doctor`"
    if isinstance(error, OSError):
        named = f"{error.filename}: " if error.filename else ""
        return f"{named}{error.strerror or error}; mend that and run the same again"
    return str(error)


def parser() -> argparse.ArgumentParser:
    """The parser of all verbs; the reference page is made from it."""
    whole = argparse.ArgumentParser(
        prog="digest",
        description="A nightly digest of a folder of feeds: one page a story, every quote provable.",
        epilog="Begin with `digest init`, drop feeds into feeds/, then `digest check`, `digest build`, `digest serve`. "
        "Exit codes: 0 done, 1 failed, 2 called wrongly, 3 done with losses, 75 another build holds the lock.",
    )
    whole.add_argument("--version", action="version", version=f"digest {__version__}")
    verbs = whole.add_subparsers(metavar="VERB", required=True)
    of_the_day = (_build, _serve, _init, _add, _check, _why, _verify)
    now_and_then = (_takedown, _retry, _doctor, _export, _import, _group, _quotes)
    for add in (*of_the_day, *now_and_then):
        add(verbs)
    return whole


def _verb(verbs: Parsers[argparse.ArgumentParser], name: str, says: str, more: str = "") -> argparse.ArgumentParser:
    return verbs.add_parser(name, help=says, description=f"{says[0].upper()}{says[1:]}. {more}".strip())


def _folder(parser: argparse.ArgumentParser, name: str, default: str, says: str) -> None:
    parser.add_argument(f"--{name}", type=Path, default=Path(default), metavar="DIR", help=f"{says} ({default})")


def _config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config", type=Path, default=Path("mkdocs.yml"), metavar="FILE", help="site settings (mkdocs.yml)"
    )


def _build(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(
        verbs,
        "build",
        "run the night: read feeds, find stories, write pages, publish the site",
        "Missed nights are caught up one edition a day. Results go to stdout, progress to stderr.",
    )
    _folder(verb, "feeds", "feeds", "where articles and source lists come in")
    _folder(verb, "state", "state", "what Digest remembers between nights")
    _folder(verb, "pages", "docs", "where the generated Markdown goes")
    _folder(verb, "site", "site", "where the finished site goes")
    _config(verb)
    verb.add_argument("--date", metavar="YYYY-MM-DD", help="the day to build (SOURCE_DATE_EPOCH, else today)")
    verb.add_argument("--offline", action="store_true", help="ask the network nothing")
    verb.add_argument("--keep-raw", type=Path, metavar="DIR", help="keep every answer of the network in DIR")
    verb.add_argument("--replay", type=Path, metavar="DIR", help="take the network's answers from DIR")
    verb.add_argument("--strict", action="store_true", help="exit 1 where input was lost")
    verb.add_argument("--allow-shrink", action="store_true", help="publish even if the site shrinks past shrink_limit")
    verb.add_argument("--all-pages", action="store_true", help="render every page again, not only what changed")
    verb.add_argument("--quiet", action="store_true", help="tell no progress and no report")
    verb.add_argument("--json", action="store_true", help="print the report as JSON, with every problem")
    verb.add_argument("-v", "--verbose", action="store_true", help="tell small steps and known problems too")
    verb.set_defaults(run=_run_build)


def _run_build(options: argparse.Namespace) -> int:
    from digest.nights import target_day
    from digest.pipeline import BuildOptions, build
    from digest.progress import Progress
    from digest.report import as_json, as_text
    from digest.settings import read_settings, read_site_name

    settings = read_settings(options.config)
    day = target_day(options.date, os.environ.get("SOURCE_DATE_EPOCH"), datetime.now(UTC), settings.zone)
    wanted = BuildOptions(
        feeds=options.feeds,
        state=options.state,
        pages=options.pages,
        site=options.site,
        config=options.config,
        day=day,
        offline=options.offline,
        keep_raw=options.keep_raw,
        replay=options.replay,
        allow_shrink=options.allow_shrink,
        all_pages=options.all_pages,
        environment=dict(os.environ),
    )
    report = build(
        wanted, settings, read_site_name(options.config), Progress(quiet=options.quiet, verbose=options.verbose)
    )
    if options.json:
        print(as_json(report).decode(), end="")
    elif not options.quiet:
        print(as_text(report, verbose=options.verbose))
    return report.exit_code(strict=options.strict)


def _serve(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(verbs, "serve", "preview the site, search included", "Listens on this machine only; Ctrl-C ends it.")
    _folder(verb, "site", "site", "the finished site")
    verb.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
    verb.set_defaults(run=_run_serve)


def _run_serve(options: argparse.Namespace) -> int:
    from digest.site.serve import serve

    serve(options.site, options.port)
    return EXIT_DONE


def _init(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(verbs, "init", "make a fresh feeds folder, without the sample", "Nothing that exists is touched.")
    verb.add_argument("folder", type=Path, nargs="?", default=Path("feeds"), help="the folder to make (feeds)")
    verb.add_argument("--remove-sample", action="store_true", help="delete the sample world from it first")
    verb.set_defaults(run=_run_init)


def _run_init(options: argparse.Namespace) -> int:
    from digest.scaffold import init

    print(init(options.folder, remove_sample=options.remove_sample))
    return EXIT_DONE


def _add(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(verbs, "add", "add a feed: finds the feed of a site, or takes a file, and shows what it yields")
    verb.add_argument("what", metavar="URL|FILE", help="address of a site or feed, or a file to copy into feeds/")
    _folder(verb, "feeds", "feeds", "the folder to add it to")
    _config(verb)
    verb.set_defaults(run=_run_add)


def _run_add(options: argparse.Namespace) -> int:
    from digest.adding import add
    from digest.ingest.net import FetchPolicy
    from digest.settings import read_settings

    policy = FetchPolicy(contact=read_settings(options.config).contact or None)
    print(add(options.what, options.feeds, policy=policy, env=dict(os.environ), now=datetime.now(UTC)))
    return EXIT_DONE


def _check(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(verbs, "check", "say what each file in feeds yields, with remedies for what is wrong")
    verb.add_argument("path", type=Path, nargs="?", default=Path("feeds"), help="a folder or one file (feeds)")
    verb.set_defaults(run=_run_check)


def _run_check(options: argparse.Namespace) -> int:
    from digest.edition.topics import compile_topics
    from digest.ingest.check import check_path, check_text

    found = check_path(options.path, env=dict(os.environ), judge=lambda topics: compile_topics(topics)[1])
    print(check_text(found))
    return EXIT_LOSSES if found.problems else EXIT_DONE


def _why(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(verbs, "why", "tell why an article is where it is, and the nearest story it was kept out of")
    verb.add_argument("id", help="id of an article or a story")
    _folder(verb, "state", "state", "what Digest remembers between nights")
    verb.set_defaults(run=_run_why)


def _run_why(options: argparse.Namespace) -> int:
    from digest.store import Store
    from digest.why import why

    with Store.open(options.state, create=False) as store:
        print(why(store, options.id))
    return EXIT_DONE


def _verify(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(verbs, "verify", "prove a built site against the state: every quote, every link, no active content")
    _folder(verb, "state", "state", "what Digest remembers between nights")
    _folder(verb, "site", "site", "the finished site")
    verb.set_defaults(run=_run_verify)


def _run_verify(options: argparse.Namespace) -> int:
    from digest.store import Store
    from digest.verify import verify

    with Store.open(options.state, create=False) as store:
        faults, summary = verify(store, options.site)
    for fault in faults:
        print(fault)
    print(summary)
    return EXIT_FAILED if faults else EXIT_DONE


def _takedown(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(
        verbs,
        "takedown",
        "remove an article, a story or a person for good",
        "Stored text, pages, search, feeds and data go; the address stays and says so; it does not come back with a later feed.",
    )
    verb.add_argument(
        "target", metavar="URL|ID|PERSON", help="address or id of an article or story, or a person's name"
    )
    verb.add_argument("--reason", required=True, help="why, in words for the corrections page")
    _folder(verb, "state", "state", "what Digest remembers between nights")
    _folder(verb, "pages", "docs", "where the generated Markdown is")
    _folder(verb, "site", "site", "where the finished site is")
    _config(verb)
    verb.set_defaults(run=_run_takedown)


def _run_takedown(options: argparse.Namespace) -> int:
    from digest.pipeline import Places, take_down_and_publish
    from digest.settings import read_settings, read_site_name

    told = take_down_and_publish(
        options.target,
        options.reason,
        state=options.state,
        places=Places(options.pages, options.site, options.config),
        settings=read_settings(options.config),
        name=read_site_name(options.config),
        now=datetime.now(UTC),
    )
    print(told)
    return EXIT_DONE


def _retry(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(
        verbs,
        "retry",
        "read again the fetched documents that could not be read whole",
        "What is readable now comes in with the next build; one line a document.",
    )
    _folder(verb, "state", "state", "what Digest remembers between nights")
    verb.set_defaults(run=_run_retry)


def _run_retry(options: argparse.Namespace) -> int:
    from digest.quarantine import retry

    found = retry(options.state)
    for document in found:
        print(document)
    return EXIT_LOSSES if any(document.problems for document in found) else EXIT_DONE


def _doctor(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(verbs, "doctor", "check the whole installation and say what needs a hand")
    _folder(verb, "feeds", "feeds", "where articles and source lists come in")
    _folder(verb, "state", "state", "what Digest remembers between nights")
    _folder(verb, "site", "site", "the finished site")
    _config(verb)
    verb.add_argument("--offline", action="store_true", help="do not ask whether the sources answer")
    verb.set_defaults(run=_run_doctor)


def _run_doctor(options: argparse.Namespace) -> int:
    from digest.doctor import Grade, Installation, examine
    from digest.ingest.net import FetchPolicy
    from digest.intake import Network

    network = Network(None if options.offline else FetchPolicy(), dict(os.environ))
    place = Installation(
        options.feeds, options.state, options.site, options.config, network=network, now=datetime.now(UTC)
    )
    found = list(examine(place))
    for finding in found:
        print(finding)
    return EXIT_FAILED if any(finding.grade is Grade.ILL for finding in found) else EXIT_DONE


def _export(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(
        verbs,
        "export",
        "write the state as sorted JSON Lines, fit for git, or the sources as OPML for a feed reader",
        "One of --out and --opml says which.",
    )
    _folder(verb, "state", "state", "what Digest remembers between nights")
    _folder(verb, "feeds", "feeds", "where the source lists are")
    what = verb.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=Path, metavar="DIR", help="folder to write the state to")
    what.add_argument("--opml", type=Path, metavar="FILE", help="file to write all sources to that have an address")
    verb.set_defaults(run=_run_export)


def _run_export(options: argparse.Namespace) -> int:
    from digest.export import export_sources, export_state
    from digest.store import Store

    if options.opml:
        print(export_sources(options.feeds, options.opml))
        return EXIT_DONE
    with Store.open(options.state, create=False) as store:
        print(export_state(store, options.out))
    return EXIT_DONE


def _import(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(verbs, "import", "restore a state from what `digest export` wrote, or from the data/ of its site")
    verb.add_argument("--from", dest="source", type=Path, required=True, metavar="DIR", help="folder to read")
    _folder(verb, "state", "state", "the state to make; it must not exist yet")
    _config(verb)
    verb.set_defaults(run=_run_import)


def _run_import(options: argparse.Namespace) -> int:
    from digest.export import import_state
    from digest.restore import is_site_data, restore
    from digest.settings import read_settings

    if is_site_data(options.source):
        print(restore(options.source, options.state, read_settings(options.config).zone))
    else:
        print(import_state(options.source, options.state))
    return EXIT_DONE


def _group(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(
        verbs,
        "group",
        "group the articles of a JSON Lines file into copies and stories",
        "Reads id, title, text, date, url, outlet and lang of a line; prints one JSON line an article, in the same order.",
    )
    verb.add_argument("file", type=Path, help="JSON Lines of articles")
    verb.set_defaults(run=_run_group)


def _run_group(options: argparse.Namespace) -> int:
    from digest.engine import group_lines

    for line in group_lines(options.file):
        print(line)
    return EXIT_DONE


def _quotes(verbs: Parsers[argparse.ArgumentParser]) -> None:
    verb = _verb(
        verbs,
        "quotes",
        "find the quotes and speakers in the articles of a JSON Lines file",
        "Reads id, text and lang of a line; prints one JSON line an article, in the same order.",
    )
    verb.add_argument("file", type=Path, help="JSON Lines of articles")
    verb.set_defaults(run=_run_quotes)


def _run_quotes(options: argparse.Namespace) -> int:
    from digest.engine import quote_lines
    from digest.lines import read_rows

    for line in quote_lines(read_rows(options.file)):
        print(line)
    return EXIT_DONE


if __name__ == "__main__":
    sys.exit(main())
