"""From an edition to Markdown pages, feeds and data; the only code that knows their syntax. ``digest.render.files`` is the way in."""
