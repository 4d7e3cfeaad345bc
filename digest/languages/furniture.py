"""Paragraphs that sites put around articles: labels, pleas and links that are never part of one."""

from __future__ import annotations

import re

FURNITURE = re.compile(
    r"""(?:
    the\ post\ .{0,400}?\ (?:first\ )?appeared\ (?:first\ )?on\ .{0,200}
    | (?:continue|keep)\ reading.{0,120}
    | (?:read|learn|see|find\ out)\ (?:more|also|next|the\ full\ (?:story|article))(?:\s?[:>»→].{0,160}|.{0,60})
    | (?:also\ read|related|see\ also|recommended|more\ on\ this(?:\ story)?|most\ read|in\ pictures|watch|listen)\s?:.{0,200}
    | (?:advertisement|advertising|sponsored|promoted|story\ continues\ below(?:\ advertisement)?|skip\ (?:to\ .{0,40}|advert))
    | (?:share|tweet|print|e-?mail|comments?|copy\ link|save|follow\ us(?:\ on\ .{0,60})?|share\ this(?:\ .{0,40})?|share\ on\ .{0,40})
    | (?:sign\ up|subscribe|register)\ (?:to|for|now|here|today)\b.{0,200}
    | click\ here.{0,120}
    | (?:all\ rights\ reserved|copyright\ ©|©\ (?:copyright\ )?\d{4}).{0,160}
    | \[?(?:…|\.\.\.)\]?
    | image\ (?:source|caption)\b.{0,200} | (?:photo|image|picture|getty\ images?)\s?:.{0,160}
    )\W{0,6}""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""A whole paragraph of this kind. English; other languages' sites are told by their markup."""

TEASER_END = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|\b(?:read more|continue reading|more|weiterlesen|lire la suite|leer más)\b\W{0,4})$",
    re.IGNORECASE,
)
"""How a text ends that was cut off to make the reader click."""

SECTIONS = frozenset(
    [
        "news",
        "world",
        "politics",
        "business",
        "economy",
        "economics",
        "sport",
        "sports",
        "football",
        "culture",
        "arts",
        "entertainment",
        "technology",
        "tech",
        "science",
        "health",
        "education",
        "environment",
        "climate",
        "travel",
        "local",
        "national",
        "international",
        "uk",
        "us",
        "usa",
        "europe",
        "asia",
        "africa",
        "americas",
        "middle-east",
        "lifestyle",
        "money",
        "markets",
        "finance",
        "crime",
        "courts",
        "opinion",
        "comment",
        "analysis",
        "video",
        "watch",
        "live",
        "breaking",
        "exclusive",
        "update",
        "updated",
        "latest",
        "nachrichten",
        "politik",
        "wirtschaft",
        "kultur",
        "wissenschaft",
        "panorama",
        "actualités",
        "politique",
        "économie",
        "monde",
        "société",
        "international",
        "política",
        "economía",
        "mundo",
        "cultura",
        "deportes",
    ]
)
"""Names of sections and labels that some feeds write before a headline, divided by a bar or colon."""

LABEL = re.compile(
    r"(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|RECAST)(?:\s\d{1,2})?(?:-|:\s)|\(?(?:UPDATED?|CORRECTED)\)\s)+", re.ASCII
)
"""Agencies' marks before a headline that say which version it is of the same report."""
