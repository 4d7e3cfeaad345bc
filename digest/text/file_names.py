"""Names that no page may take as its address."""

from __future__ import annotations

TAKEN = frozenset(["index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))])
"""The name of a folder's own page, and names that Windows keeps for devices, whatever their ending and case."""
