"""The MkDocs plugin, search, checking and publishing the built site."""
