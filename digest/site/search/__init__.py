"""Search without a server: an index a month, cut so small that a search fetches only what it needs."""
