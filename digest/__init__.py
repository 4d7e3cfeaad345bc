"""Digest: a nightly, provable digest of the news a team follows."""

__version__ = "0.1.0"
