"""A small site built from invented pages, once for all tests that only look at it, and a browser to look with."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import sync_playwright

from digest.site.build import build_site
from digest.site.check import StoredText
from digest.site.serve import make_server

PROJECT = Path(__file__).parents[2]


def _module(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


site_pages = _module("site_pages", PROJECT / "bench" / "site_pages.py")
browser_finder = _module("browser_finder", PROJECT / "tests" / "browser.py")


METHOD = f"""# How this digest is made

By [rules](index.md).

## Rules

Plain ones.

| | how many |
|---|--:|
| rules | 3 |

```yaml
# a comment
extra: {{name: value}}
```

```
{"digest build " * 30}
```

!!! note
    Mind `this`.
"""
"""A hand-written page with whatever hand-written pages hold."""


@dataclass(frozen=True)
class Built:
    """A project with generated pages and the site made of them."""

    config: Path
    pages: Path
    site: Path
    articles: dict[str, StoredText]

    def story(self, number: int) -> Path:
        """The folder of a story's page below the site."""
        return sorted(self.site.glob("stories/*/*/*/*/index.html"))[number].parent


def make_project(folder: Path, stories: int = 7) -> Built:
    """A project of its own in ``folder``: the real configuration and theme, one hand-written page, generated stories."""
    config = folder / "mkdocs.yml"
    text = (PROJECT / "mkdocs.yml").read_text().split("nav:")[0]
    config.write_text(
        text.replace("custom_dir: digest", f"custom_dir: {PROJECT}/digest").replace("# site_url: ", "site_url: ")
        + "nav:\n  - Today: index.md\n  - Stories: stories/index.md\n  - People: people/index.md\n"
        "  - Outlets: outlets/index.md\n  - Topics: topics/index.md\n  - Sources: sources/index.md\n"
        "  - Corrections: corrections/index.md\n  - Search: search.md\n  - How this digest is made: method.md\n"
    )
    (folder / "docs").mkdir()
    (folder / "docs" / "method.md").write_text(METHOD)
    world = site_pages.write_pages(folder / "pages", stories, date(2026, 3, 5), per_day=3)
    articles = {name: StoredText(text, "sha256:0") for name, text in world.articles.items()}
    return Built(config, folder / "pages", folder / "site", articles)


@pytest.fixture
def project(tmp_path: Path) -> Built:
    return make_project(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    found = make_project(tmp_path_factory.mktemp("site"))
    build_site(found.config, found.pages, found.site)
    return found


@pytest.fixture
def altered(built: Built, tmp_path: Path) -> Callable[[str, str, str], Path]:
    """Copies the built site and replaces words in one of its files."""

    def alter(address: str, before: str, after: str) -> Path:
        site = tmp_path / "altered"
        shutil.copytree(built.site, site)
        content = (site / address).read_text()
        assert before in content
        (site / address).write_text(content.replace(before, after, 1))
        return site

    return alter


@pytest.fixture(scope="session")
def served(built: Built) -> Iterator[str]:
    """The address of the built site on a local server."""
    server = make_server(built.site, 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")  # while it lives no other test of this thread may run an event loop
def browser() -> Iterator[object]:
    program = browser_finder.find_browser()
    if program is None:
        assert os.environ.get("CI") != "true", "CI must have Chromium"
        pytest.skip("no Chromium on this machine; see tests/browser.py")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()
