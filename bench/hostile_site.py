"""Builds sites from feeds that carry hostile texts in every field, and looks for anything in any output that could act.

usage: python -m bench.hostile_site [PAYLOADS.json ...] [--batch N] [--browser N]

PAYLOADS.json are lists of texts; without any the texts of this file are taken. Every batch is built over two nights with corrections,
decisions and takedowns; every file of the site is then read by another parser than wrote it. First comes a control: with the encoders
switched off the same look must find something in every kind of output. ``--browser`` opens N pages of each batch and the search in Chromium.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench import hostile_feeds as feeds
from bench import site_pages
from bench.hostile_reach import reached
from bench.hostile_sinks import Examiner, Finding, Vocabulary
from digest import pipeline
from digest.lock import lock
from digest.pipeline import BuildOptions, Places, build, publish
from digest.progress import Progress
from digest.render import encode
from digest.report import BuildReport
from digest.settings import Settings, SiteName
from digest.site import head, templating, verbatim
from digest.site.build import build_site
from digest.site.serve import make_server
from digest.store import Store
from digest.takedown import take_down

PROJECT = Path(__file__).resolve().parents[1]
NAME = SiteName("Digest", "https://digest.example/")
EVIL = "evil.example"
OWN = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "' onmouseover='alert(3)' x='",
    "<svg/onload=alert(4)>",
    "</script><script>alert(5)</script>",
    "</title><script>alert(6)</script>",
    "--></style></textarea><iframe src=javascript:alert(7)>",
    f"[click](javascript:alert(8)) ![i](https://{EVIL}/i.png)",
    f"[a]: https://{EVIL}/ 'x'",
    f"<https://{EVIL}/a> https://{EVIL}/b www.{EVIL} x@{EVIL}",
    "{{ 7*7 }}{% for x in y %}{{ config }}{# c #}",
    "{: onclick=alert(9) .x } { #id onload=alert(9) }",
    '=HYPERLINK("https://evil.example/","x")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "a\r\nBcc: all@evil.example\r\n\r\n<b>x",
    "} , evil = {x} } @string{a = {b}}",
    "x\r\nER  - \r\nTY  - EVIL",
    "---\ntitle: evil\n---\n# x",
    "]]><script>alert(10)</script><![CDATA[",
    "&lt;script&gt;alert(11)&lt;/script&gt; &#60;script&#62;",
    "``` \n<script>alert(12)</script>\n```",
    "!!! note\n    <b onclick=alert(13)>",
    "<math><mtext></p><img src onerror=alert(14)>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><input name=x><button>go",
    "java\tscript:alert(15)",
    "data:text/html,<script>alert(16)</script>",
    "\\<script>alert(17)\\</script> \\`a\\` \\[x](javascript:1)",
    "@@digest-main@@ @@digest-head@@ @@digest-base@@ @@digest-title@@",
    "../../../../etc/passwd",
    "<!--[if IE]><script>alert(18)</script><![endif]--> <!-- x",
    "<a href=javascript:alert(19)>x</a> <base href=//evil.example/>",
    "$(touch /tmp/x) `touch /tmp/x` ${PATH} %s %(a)s {0.__class__}",
    "\u202egnp.exe \u200b<\u200bscript> \ufeff<img> \u2028alert(20)\u2029",
    "＜script＞alert(21)＜/script＞",
    "NULL null true 1e5 0x10 2026-03-04 !!python/object:os.system ~",
    "*[HTML]: <script> [^1]: <img src=x onerror=alert(22)> ++a++ ==b== ~~c~~",
)
"""Texts of our own, one or more for every kind of output."""
HARMLESS = tuple(f"{feeds.word(number)} {feeds.word(number + 99).title()}" for number in range(64))
"""As many as bring out all that a site can hold, such as registers under letters."""
DAYS = (4, 5)


def project(folder: Path) -> Path:
    """A project of its own with the real theme and one hand-written page; gives its configuration."""
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8").split("nav:")[0]
    text = re.sub(r"custom_dir: .*", f"custom_dir: {PROJECT}/digest/site/theme", text).replace(
        "# site_url:", "site_url:"
    )
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "method.md").write_text("# Method\n\nBy rules.\n", encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(text + "nav:\n  - Today: index.md\n  - Stories: stories/index.md\n  - Search: search.md\n")
    return config


def build_hostile(folder: Path, texts: Sequence[str], *, hostile_addresses: bool = False) -> BuildReport:
    """Build two nights below ``folder`` with ``texts`` in every field, then decide, correct and take down; gives the last report.

    With ``hostile_addresses`` the texts are addresses only.
    """
    payload, count, config = feeds.payloads_of(texts), len(texts), project(folder)
    if hostile_addresses:
        (folder / "feeds").mkdir()
        (folder / "feeds" / "addresses.jsonl").write_text(feeds.addresses(payload, range(count)), encoding="utf-8")
        return _night(folder, config, DAYS[0])
    feeds.write_feeds(folder / "feeds", payload, count)
    _night(folder, config, DAYS[0])
    overrules = _decisions(folder, payload, count)
    feeds.write_feeds(folder / "feeds", payload, count, corrected=True, overrules=overrules)
    report = _night(folder, config, DAYS[1])
    _take_down(folder, config, payload, count)
    return report


def _night(folder: Path, config: Path, day: int) -> BuildReport:
    feeds_folder, state, pages, site = (folder / name for name in ("feeds", "state", "pages", "site"))
    options = BuildOptions(feeds_folder, state, pages, site, config, date(2026, 3, day), offline=True)
    return build(options, Settings(), NAME, Progress(quiet=True))


def _decisions(folder: Path, payload: feeds.Payload, count: int) -> list[dict[str, object]]:
    """Neighbouring stories merged, each time for hostile reasons."""
    with Store.open(folder / "state", create=False) as store:
        ids = sorted(state.story.id for state in store.stories.all())
    pairs = zip(ids[0::2], ids[1::2], strict=False)
    wanted = [(pair, start) for pair, start in zip(pairs, range(0, count, feeds.TOGETHER), strict=False)]
    return [{"merge": list(pair), "reason": feeds.several(payload, start)} for pair, start in wanted]


def _take_down(folder: Path, config: Path, payload: feeds.Payload, count: int) -> None:
    """Take down every eighth article of a share, with hostile reasons."""
    with lock(folder / "state"), Store.open(folder / "state", create=False) as store:
        ids = sorted(article.id for article in store.articles.all())[:: 2 * feeds.TOGETHER]
        for start, article in zip(range(0, count, feeds.TOGETHER), ids, strict=False):
            now = datetime(2026, 3, DAYS[-1], 12, tzinfo=UTC)
            take_down(store, article, feeds.several(payload, start), now=now, settings=Settings())
        places = Places(folder / "pages", folder / "site", config)
        publish(store, places, NAME, Settings(), everything=True, may_shrink=True)


def harmless_vocabulary(folder: Path) -> Vocabulary:
    """The elements and attributes of sites built from the same feeds with harmless words."""
    examiner = Examiner(Vocabulary())
    build_hostile(folder / "words", HARMLESS)
    build_hostile(folder / "addresses", ["https://press.example/1?x"] * 8, hostile_addresses=True)
    site_pages.write_pages(folder / "large" / "pages", 7, date(2026, 3, 5), per_day=3)
    build_site(project(folder / "large"), folder / "large" / "pages", folder / "large" / "site")
    examiner.learn(folder / "words" / "site")
    examiner.learn(folder / "addresses" / "site")
    examiner.learn(folder / "large" / "site", (".html",))
    examiner.vocabulary.learn("page", iter(["details class"]))  # the fold of a story with many reactions
    return examiner.vocabulary


@contextmanager
def encoders_off() -> Iterator[None]:
    """Every encoder of text replaced by one that does nothing, and the check before publishing left out: for the control."""
    same: Any = lambda words, *_: words  # noqa: E731 - one name for many patches
    names = ("markdown", "html", "attribute", "xml", "bibtex", "web_address", "markdown_url")
    render = [module for name, module in sorted(sys.modules.items()) if name.startswith("digest.render")]
    with ExitStack() as stack:
        for module in render:
            for name in names:
                if callable(getattr(module, name, None)) and module is not sys.modules[f"{encode.__name__}"]:
                    stack.enter_context(patch.object(module, name, same))
        for module in (*render, encode):
            if hasattr(module, "csv_line"):
                stack.enter_context(patch.object(module, "csv_line", lambda cells: ",".join(map(str, cells)) + "\r\n"))
            if hasattr(module, "ris"):
                stack.enter_context(patch.object(module, "ris", lambda tag, words: f"{tag}  - {words}\r\n"))
        stack.enter_context(patch.object(encode, "attribute", same))
        stack.enter_context(patch.object(verbatim, "escape", same))
        stack.enter_context(patch.object(head, "_text", same))
        stack.enter_context(patch.object(head, "json_in_html", partial(json.dumps, ensure_ascii=False)))
        stack.enter_context(patch("digest.site.shell.html.escape", same))
        engine = templating.DataEnvironment
        stack.enter_context(patch.object(engine, "__init__", _unescaped(engine.__init__)))
        stack.enter_context(patch.object(pipeline, "prove", lambda *_: None))
        yield


def _unescaped(init: Any) -> Any:
    def without(self: Any, **options: Any) -> None:
        init(self, **(options | {"autoescape": False}))

    return without


def examine(folder: Path, vocabulary: Vocabulary, texts: Sequence[str], *, share: int = 1) -> list[Finding]:
    """Build with ``texts`` in every field, and with them as addresses; all findings in both sites."""
    build_hostile(folder / "words", texts)
    found = list(Examiner(vocabulary, feeds.HOST, markdown_share=share).findings(folder / "words" / "site"))
    build_hostile(folder / "addresses", texts, hostile_addresses=True)
    return found + list(Examiner(vocabulary, markdown_share=share).findings(folder / "addresses" / "site"))


def in_browser(site: Path, pages: int) -> list[Finding]:
    """What Chromium does with a sample of pages, and with hits of the search: dialogs, errors, requests to others."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only here

    addresses = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    sample = addresses[:: max(1, len(addresses) // pages)]
    queries = ("alert", "script", "img", "onerror", "javascript", "loom", "mill")
    found: list[Finding] = []
    server = make_server(site, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page: Any = browser.new_context().new_page()
        at = [""]
        told: Any = lambda what: found.append(Finding("browser", at[0], what))  # noqa: E731 - listeners take a function
        page.on("dialog", lambda dialog: (told(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: told(f"error {error}"))
        page.on("console", lambda line: told(f"console {line.text}") if line.type == "error" else None)
        page.on(
            "request", lambda asked: None if asked.url.startswith((root, "data:image/svg+xml")) else told(asked.url)
        )
        for address in [*sample, *(f"search/index.html?q={query}" for query in queries)]:
            at[0] = address
            page.goto(root + address)
            if address.startswith("search"):
                page.locator("#found:not(:empty)").wait_for()
                bad = page.evaluate(
                    "[...document.querySelectorAll('#hits *')].flatMap(e => [e.localName, ...e.getAttributeNames()])"
                )
                known = {"li", "h2", "a", "p", "b", "mark", "blockquote", "href", "dir", "class", "data-story", "br"}
                found += [Finding("browser", address, f"<{name}> in a hit") for name in sorted(set(bad) - known)]
        browser.close()
    server.shutdown()
    server.server_close()
    return found


def texts_of(paths: Sequence[Path], together: int) -> list[str]:
    """The texts of all files, each once, ``together`` of them on a line."""
    found = dict.fromkeys(words for path in paths for words in json.loads(path.read_text(encoding="utf-8")))
    every = list(found) if paths else list(OWN)
    return [" ".join(every[start : start + together]) for start in range(0, len(every), together)]


def main(options: argparse.Namespace) -> int:
    """Runs the control and every batch; 1 where anything was found, or nothing by the control."""
    texts, found, began = texts_of(options.payloads, options.together), Counter[str](), time.process_time()
    there: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="digest-hostile-") as work:
        vocabulary = harmless_vocabulary(Path(work) / "harmless")
        with encoders_off():
            fired = Counter(finding.sink for finding in examine(Path(work) / "control", vocabulary, OWN))
        print(f"control, encoders off: {dict(fired)}")
        for start in range(0, len(texts), options.batch):
            folder = Path(work) / str(start)
            batch = texts[start : start + options.batch]
            findings = examine(folder, vocabulary, batch, share=options.markdown_share)
            if options.browser:
                findings += in_browser(folder / "words" / "site", options.browser)
            there.update({where: len(some) for where, some in reached(folder / "words" / "site", batch).items()})
            files = sum(1 for path in folder.rglob("site/**/*") if path.is_file())
            print(
                f"{start + len(batch)} texts, {files} files, {len(findings)} findings, {time.process_time() - began:.0f} s",
                flush=True,
            )
            shutil.rmtree(folder)
            for finding in findings[:20]:
                print(f"  {finding.sink} {finding.file}: {finding.what}")
            found.update(finding.sink for finding in findings)
    print("texts that came there:", ", ".join(f"{where} {count}" for where, count in there.most_common() if count))
    print(f"{len(texts)} texts in every field: {sum(found.values())} findings {dict(found)}")
    silent = {"page", "markdown", "xml", "feed", "mail", "csv", "bibtex"} - set(fired)
    print(f"the control found nothing in {sorted(silent)}" if silent else "the control fired in every kind of output")
    return int(bool(found or silent))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("payloads", nargs="*", type=Path)
    parser.add_argument("--batch", type=int, default=200)
    parser.add_argument("--together", type=int, default=1, metavar="N", help="texts that share a field")
    parser.add_argument("--browser", type=int, default=0, metavar="PAGES")
    parser.add_argument("--markdown-share", type=int, default=4, metavar="N", help="every n-th page by Python-Markdown")
    sys.exit(main(parser.parse_args()))
