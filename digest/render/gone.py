"""Pages of stories that are no more: one that moved points on, one that was taken down says only so."""

from __future__ import annotations

from collections.abc import Mapping

from digest.edition.catalogue import Moved, Removed
from digest.render.page import PageFile, link, page_file, story_file, url_of


def moved_markdown(item: Moved) -> PageFile:
    """The page of a story that became part of an older one; the template adds the redirect from ``moved_to``."""
    path = story_file(item.path)
    target = url_of(story_file(item.to_path))
    fields = {"title": "This story moved", "kind": "moved", "story": item.id, "moved_to": target}
    told = f"These reports are now part of {link(path, story_file(item.to_path), item.headline)}."
    return page_file(path, fields, ("# This story moved", told))


def removed_markdown(item: Removed) -> PageFile:
    """The page of a story that was taken down: that it was, and nothing else."""
    return emptied_page(story_file(item.path), {"story": item.id})


def emptied_page(path: str, fields: Mapping[str, str]) -> PageFile:
    """The page that stays at ``path`` when what stood there was taken down."""
    told = "What stood at this address was taken down. The address is kept so that links to it do not lead elsewhere."
    named = {"title": "This page was removed", "kind": "removed", **fields}
    return page_file(path, named, ("# This page was removed", told))
