"""Who said what, and who answered."""

from digest.quotes.engine import find_quotes

__all__ = ["find_quotes"]
