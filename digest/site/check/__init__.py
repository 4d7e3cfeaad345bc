"""The second wall: what the finished site prints is proven against the stored articles, and nothing on it is broken or active."""

from digest.site.check.site import Fault, StoredText, check_site

__all__ = ["Fault", "StoredText", "check_site"]
