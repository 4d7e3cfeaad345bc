"""How much of an edition a page or a mail tells."""

LISTED = 40
"""Stories after those told that home and the mail name, a line each; the day's own page names all."""
