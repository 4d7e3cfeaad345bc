"""The only network code of Digest: feeds and article pages, politely, within limits, from public addresses alone."""

from digest.ingest.net.discover import Candidate, Discovery, discover, discover_file
from digest.ingest.net.fetch import fetch_night
from digest.ingest.net.pages import Page, PageRequest, Pages, RobotsRecord, fetch_pages, wants_page
from digest.ingest.net.policy import FetchPolicy
from digest.ingest.net.sources_file import add_source, source_block
from digest.ingest.net.state import Fetched, FetchState

__all__ = [
    "Candidate",
    "Discovery",
    "FetchPolicy",
    "FetchState",
    "Fetched",
    "Page",
    "PageRequest",
    "Pages",
    "RobotsRecord",
    "add_source",
    "discover",
    "discover_file",
    "fetch_night",
    "fetch_pages",
    "source_block",
    "wants_page",
]
