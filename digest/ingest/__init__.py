"""From feeds to articles: source lists, one module per format, article pages, the network, the cage."""
