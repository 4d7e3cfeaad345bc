"""What a search costs a reader: bytes (compressed) and time to the first hit, in Chromium on a built site.

    python -m bench.site_speed --stories 20000 --keep /tmp/bench
    python -m bench.site_search /tmp/bench/site harbour+audit person=Ilse+Brandt

Every query starts in a fresh window, so that nothing is cached. Times are of this machine, without a network between.
"""

from __future__ import annotations

import gzip
import json
import statistics
import sys
import threading
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import sync_playwright

from digest.site.serve import make_server
from tests.browser import find_browser

ROUNDS = 5


def main() -> None:
    """Measure each query given and print one JSON line for it."""
    site, queries = Path(sys.argv[1]), sys.argv[2:] or ["q=harbour+audit"]
    server = make_server(site, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for query in queries:
            asked = query if "=" in query else f"q={query}"
            rounds = [search(browser, site, f"http://127.0.0.1:{server.server_port}", asked) for _ in range(ROUNDS)]
            middle = statistics.median(one["first_hit_ms"] for one in rounds)
            print(json.dumps({"query": asked, **rounds[0], "first_hit_ms": round(middle)}), flush=True)
        browser.close()
    server.shutdown()


def search(browser: Any, site: Path, address: str, query: str) -> dict[str, float]:
    """One search in a fresh window: files and bytes fetched beside the page itself, and the time from the request on."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/search/index.html")
    page.wait_for_load_state("networkidle")
    fetched: list[str] = []
    page.on("response", lambda answer: fetched.append(answer.url))
    page.evaluate(
        """query => { history.replaceState(null, "", "?" + query); window.asked = performance.now();
        new MutationObserver((_, watcher) => { if (document.querySelector("#hits > li")) { window.hit = performance.now(); watcher.disconnect(); } })
          .observe(document.querySelector("#hits"), { childList: true }); dispatchEvent(new PopStateEvent("popstate")); }""",
        query,
    )
    page.locator("#hits > li").first.wait_for()
    page.wait_for_load_state("networkidle")
    took = page.evaluate("window.hit - window.asked")
    files = {unquote(urlsplit(url).path).lstrip("/") for url in fetched}
    script = next(site.glob("assets/digest/search.*.js"))
    packed = sum(len(gzip.compress((site / name).read_bytes())) for name in files) + len(
        gzip.compress(script.read_bytes())
    )
    context.close()
    return {"files": len(files), "kb_gz_with_script": round(packed / 1000, 1), "first_hit_ms": took}


if __name__ == "__main__":
    main()
