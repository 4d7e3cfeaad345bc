"""The only network code of Digest: feeds and article pages, politely, within limits, from public addresses alone."""

from digest.ingest.net.fetch import fetch_night
from digest.ingest.net.pages import Page, PageRequest, Pages, RobotsRecord, fetch_pages, wants_page
from digest.ingest.net.policy import FetchPolicy
from digest.ingest.net.state import Fetched, FetchState

__all__ = [
    "FetchPolicy",
    "FetchState",
    "Fetched",
    "Page",
    "PageRequest",
    "Pages",
    "RobotsRecord",
    "fetch_night",
    "fetch_pages",
    "wants_page",
]
