"""A small server for looking at the finished site on one's own machine."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from digest.errors import UsageError

LOOPBACK = "127.0.0.1"


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves files of the site with the types browsers ask for; names that begin with a dot are not part of it."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".md": "text/markdown; charset=utf-8",
        ".xml": "application/xml; charset=utf-8",
        ".opml": "text/x-opml; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".bib": "application/x-bibtex; charset=utf-8",
        ".ris": "application/x-research-info-systems; charset=utf-8",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
        ".feed.json": "application/feed+json; charset=utf-8",
    }

    def guess_type(self, path: str) -> str:  # type: ignore[override] # a path is always text here
        """The type of a file by its name; feeds are told from other JSON."""
        return self.extensions_map[".feed.json"] if str(path).endswith(".feed.json") else super().guess_type(path)

    def send_head(self):  # type: ignore[no-untyped-def] # noqa: ANN201 - the type of the base is private to the standard library's stubs
        """Refuse what is not part of the site; show the site's own page for what is not there."""
        parts = unquote(urlsplit(self.path).path).split("/")
        if any(part.startswith(".") for part in parts):
            self.send_error(404)
            return None
        return super().send_head()

    def end_headers(self) -> None:
        """A preview is always fresh."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base names it so
        """Keep the terminal quiet."""


def make_server(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of ``site`` on the loopback address, not yet running; ``port`` 0 takes a free one. OSError where the port is taken."""
    return ThreadingHTTPServer((LOOPBACK, port), partial(PreviewHandler, directory=str(site)))


def serve(site: Path, port: int, told: Callable[[str], None] = print) -> None:
    """Serve ``site`` until interrupted; ``told`` is called with the address once it answers.

    Raises UsageError where ``site`` holds no site, OSError where the port is taken.
    """
    if not (site / "index.html").is_file():
        raise UsageError(f"{site}: holds no site; run `digest build` first or name another with --site")
    with make_server(site, port) as server:
        told(f"The site is at http://{LOOPBACK}:{server.server_port}/ until you press Ctrl-C.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
