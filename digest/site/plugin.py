"""The MkDocs plugin: hand-written pages are MkDocs', generated ones are poured into frames it makes.

``mkdocs build`` alone gives the whole site from what the last ``digest build`` wrote. The fast way (``digest.site.build``)
runs the same plugin with ``frames_only`` and pours what changed by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from digest.settings import Settings, parse_settings
from digest.site import assets
from digest.site.pages import GENERATED_ROOTS
from digest.site.pour import SiteFacts, pour_everything
from digest.site.shell import BASE, HEAD, MAIN, SECTIONS, TITLE, Shell, cut
from digest.site.templating import CompiledTemplates

HEADER = ("home", "stories", "people", "outlets", "topics")
"""Sections named in the masthead; everything else in the navigation stands at the foot."""

FOLDER_LINK = re.compile(r'(<a\b[^>]*?\bhref=")(?![a-z][a-z0-9+.-]*:|//|#)([^"#?]*?)(/|\.|\.\.)?([#?][^"]*)?(")')


class DigestConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves this hook untyped
    """Options of the plugin in ``mkdocs.yml``; what concerns Digest itself stands under ``extra.digest``."""

    pages = config_options.Type(str, default="")
    """Folder of the generated pages; ``docs_dir`` unless said."""
    frames_only = config_options.Type(bool, default=False)
    """Whether generated pages are left to the caller."""


class DigestPlugin(BasePlugin[DigestConfig]):  # type: ignore[no-untyped-call] # as above
    """Keeps generated pages from Python-Markdown, frames them, and gives every page its head, header and footer."""

    def __init__(self) -> None:
        self.shells: dict[str, Shell] = {}
        self.settings = Settings()
        self.stylesheet = ""
        self.css, self.early_js, self.js = "", "", ""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the settings and set aside what Digest does itself: search and instant loading."""
        self.settings = parse_settings(config.extra.get("digest") or {})
        self.shells = {}
        self.css, self.early_js, self.js = assets.names()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave generated pages out and put one empty page a section in their place."""
        kept = [file for file in files if not _is_generated(file.src_uri)]
        self.stylesheet = next(
            (file.dest_uri for file in kept if re.search(r"stylesheets/main\.[^/]*css$", file.dest_uri)), ""
        )
        kept = [file for file in kept if not assets.is_unused(file.dest_uri)]
        frames = [File.generated(config, path, content=_stub(name)) for name, path in SECTIONS.items()]
        return Files([*kept, *frames])

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs passes them
        """Keep Material's templates compiled, as Digest's own are."""
        env.bytecode_cache = CompiledTemplates()
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the template what the frame shows."""
        section = page.meta.get("digest_section")
        base = BASE if section else _base_of(page)
        values = cast("dict[str, Any]", context)
        values["digest"] = {
            **self._common(nav, base, section or page.file.src_uri),
            "handwritten": section is None,
            "title": TITLE if section else _title_of(page, config),
            "head": HEAD if section else _head_of(page, config),
            "main": MAIN,
            "groups": _groups(nav, page),
        }
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The same for ``404.html``, which has no page and may be shown at any address."""
        base = str(context.get("base_url") or "").rstrip("/")
        values = cast("dict[str, Any]", context)
        values["digest"] = {
            **self._common(context["nav"], base, template_name),
            "handwritten": False,
            "title": f"Not found – {config.site_name}",
            "head": "",
            "main": NOT_FOUND.format(base=base),
            "groups": [],
        }
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs passes it
        """Keep a section's frame instead of writing it; point links of other pages at files."""
        section = page.meta.get("digest_section")
        if section:
            self.shells[section] = cut(_trimmed(output))
            return ""
        return _links_to_files(_plain_tables(_trimmed(output)))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Pour all generated pages, unless the caller does so."""
        assets.write(Path(config.site_dir))
        if not self.config.frames_only:
            pages = Path(self.config.pages or config.docs_dir)
            pour_everything(pages, Path(config.site_dir), self.shells, self.facts(config))

    def facts(self, config: MkDocsConfig) -> SiteFacts:
        """What pages need to know of the site."""
        return SiteFacts(
            name=config.site_name,
            address=(config.site_url or "").rstrip("/"),
            description=config.site_description or "",
            timezone=self.settings.timezone,
            private=self.settings.private,
        )

    def _common(self, nav: Navigation, base: str, here: str) -> Mapping[str, Any]:
        items = [_nav_item(page, here) for page in nav.items if isinstance(page, Page)]
        inner = [
            _nav_item(page, here) | {"title": group.title}
            for group in nav.items
            if isinstance(group, Section)
            for page in _first(group)
        ]
        header_paths = {SECTIONS[name] for name in HEADER}
        return {
            "base": base,
            "csp": CONTENT_POLICY,
            "private": self.settings.private,
            "css": self.css,
            "early_js": self.early_js,
            "js": self.js,
            "material_css": self.stylesheet,
            "sections": [item for item in items if item["path"] in header_paths],
            "more": [item for item in items if item["path"] not in header_paths] + inner,
        }


CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
"""Nothing from another host, no inline script or style."""

NOT_FOUND = """<div class="sheet" id="content"><div><p class="kicker">404</p><h1>There is no page here</h1>
<p>Nothing that Digest published is ever removed without a word, so the address is probably mistyped.</p>
<p><a href="{base}/index.html">Today’s digest</a> · <a href="{base}/stories/index.html">All stories</a> ·
<a href="{base}/search/index.html">Search</a></p></div></div>"""


def _is_generated(path: str) -> bool:
    return path == SECTIONS["home"] or path.split("/", 1)[0] in GENERATED_ROOTS


def _stub(section: str) -> str:
    return f"---\ndigest_section: {section}\n---\n"


def _base_of(page: Page) -> str:
    depth = page.file.dest_uri.count("/")
    return "/".join([".."] * depth) or "."


def _title_of(page: Page, config: MkDocsConfig) -> str:
    title = re.sub(r"<[^>]*>", "", str(page.title or ""))
    return f"{title} – {config.site_name}" if title else str(config.site_name)


def _head_of(page: Page, config: MkDocsConfig) -> str:
    parts = []
    description = str(page.meta.get("description") or config.site_description or "")
    if description:
        parts.append(f'<meta name="description" content="{_attribute(description)}">')
    if page.canonical_url:
        parts.append(f'<link rel="canonical" href="{_attribute(page.canonical_url)}">')
    return "\n".join(parts)


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def _nav_item(page: Page, here: str) -> dict[str, Any]:
    path = page.file.src_uri
    current = path in (here, SECTIONS.get(here)) or (here == "days" and path == SECTIONS["home"])
    return {
        "title": str(page.title or ""),
        "url": page.file.dest_uri,
        "path": path,
        "here": "page" if current else "",
    }


def _first(group: Section) -> list[Page]:
    """The first page of a group of pages stands for the group at the foot."""
    return [page for page in group.children if isinstance(page, Page)][:1]


def _groups(nav: Navigation, page: Page) -> list[dict[str, Any]]:
    return [
        {
            "title": group.title,
            "pages": [_nav_item(item, page.file.src_uri) for item in group.children if isinstance(item, Page)],
        }
        for group in nav.items
        if isinstance(group, Section)
    ]


def _links_to_files(page: str) -> str:
    """Point links to folders at their ``index.html``, so that they also hold from a disk.

    >>> _links_to_files('<a href="../method/#proof">x</a> <a href="https://a.example/">y</a> <a href="..">z</a>')
    '<a href="../method/index.html#proof">x</a> <a href="https://a.example/">y</a> <a href="../index.html">z</a>'
    """

    def file_of(match: re.Match[str]) -> str:
        start, path, end, rest, close = match.groups(default="")
        if not end:
            return match.group(0)
        folder = path + end if end == "/" else f"{path}{end}/"
        return f"{start}{folder}index.html{rest}{close}"

    return FOLDER_LINK.sub(file_of, page)


def _plain_tables(page: str) -> str:
    """Column alignment as an attribute, for the content policy lets no inline style through; no heading without words.

    >>> _plain_tables('<th></th><td style="text-align: right;">')
    '<td></td><td align="right">'
    """
    aligned = re.sub(r'(<t[dh]\b[^>]*?) style="text-align: (left|right|center);?"', r'\1 align="\2"', page)
    return re.sub(r"<th\b([^>]*)>\s*</th>", r"<td\1></td>", aligned)


def _trimmed(page: str) -> str:
    r"""The page without the blank lines and indents that templates leave, outside preformatted text.

    >>> _trimmed("<a>\n\n   <b>\n<pre>\n\n  x</pre>\n")
    '<a>\n<b>\n<pre>\n\n  x</pre>\n'
    """
    pieces = re.split(r"(<pre\b.*?</pre>)", page, flags=re.DOTALL)
    return "".join(piece if at % 2 else re.sub(r"\n\s+", "\n", piece) for at, piece in enumerate(pieces))
