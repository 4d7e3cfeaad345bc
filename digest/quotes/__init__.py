"""Who said what, and who answered."""
