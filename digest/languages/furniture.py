"""Paragraphs that sites put around articles: labels, pleas and links that are never part of one."""

from __future__ import annotations

import re

FURNITURE = re.compile(
    r"""[\s\[(*|•–—-]{0,6}(?:
    the\ post\ .{0,400}?\ (?:first\ )?appeared\ (?:first\ )?on\ .{0,200}
    | (?:continue|keep)\ reading.{0,120}
    | (?:read|learn|see|find\ out)\ (?:more|also|next|the\ full\ (?:story|article))(?:\s?[:>»→].{0,160}|.{0,60})
    | (?:also\ read|related|see\ also|recommended|more\ on\ this(?:\ story)?|most\ read|in\ pictures|watch|listen)\s?:.{0,200}
    | (?:also|previously|earlier|elsewhere)\ (?:on|in)\ .{1,40}:
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

PLEA = re.compile(
    r"""(?:
    (?:get|receive)\ .{0,100}?\ (?:in|into|to|straight\ to)\ your\ (?:inbox|e-?mail|device|phone).{0,80}
    | by\ (?:signing\ up|subscribing|registering|submitting|clicking).{0,40}?\ (?:you|i)\ (?:agree|consent|accept).{0,160}
    | (?:already|not(?:\ yet)?)\ (?:a|an)\ (?:\w+\ )?(?:subscriber|member)\b.{0,80}
    | (?:subscribe|register|sign\ (?:in|up)|log\ ?in|please\ .{0,30}?)\ to\ (?:continue|keep|unlock|read|access|view).{0,120}
    | (?:try|get|enjoy|start)\ .{0,40}?(?:unlimited|full|digital)\ access.{0,160}
    | (?:this\ (?:article|content|story)\ is\ (?:only\ )?(?:for|reserved\ for|available\ to|exclusive\ to))\ .{0,40}(?:subscribers|members).{0,80}
    | (?:this\ (?:web)?site|we(?:\ and\ our\ .{0,30}?partners)?)\ uses?\ .{0,30}cookies\b.{0,200}
    | your\ e-?mail\ (?:address\ )?will\ not\ be\ (?:published|shared).{0,80} | e-?mail(?:\ address)?:?
    | (?:contact|e-?mail|write\ to|reach|follow)\ .{0,80}@\S.{0,80}
    | (?:do\ you\ (?:know|have)|have\ you|are\ you\ affected|got)\b.{0,120}\?.{0,40}?\b(?:e-?mail|contact|get\ in\ touch|write\ to|tell\ us|let\ us\ know)\b.{0,120}
    | (?:\S+\ ){2,4}is\ (?:a|an|the|our)\b.{0,120}\b(?:follow|e-?mail|contact|reach)\ (?:him|her|them)\b.{0,80}
    | thanks\ for\ reading\b.{0,80}\bsubscribe\b.{0,120}
    | (?:you\ need\ to|please)\ enable\ javascript.{0,160}
    | skip\ past\ .{0,60} | after\ newsletter\ promotion
    )\W{0,6}""",
    re.IGNORECASE | re.VERBOSE,
)
"""A whole paragraph that asks the reader for an address, money or consent."""
_PLEA_AT_ITS_END = re.compile(
    r".{0,120}?\b(?:cancel (?:at )?any ?time|follow us on (?:facebook|instagram|x|twitter|threads|bluesky|tiktok|youtube|whatsapp|linkedin))\b.{0,80}",
    re.IGNORECASE,
)


def is_plea(words: str) -> bool:
    """Whether a paragraph asks the reader for an address, money or consent. What may begin with any words is looked at last.

    >>> is_plea("Only £3 a month, cancel any time."), is_plea("The mayor asked residents to cancel the march.")
    (True, False)
    """
    if PLEA.fullmatch(words):
        return True
    lowered = words.casefold()
    return ("cancel" in lowered or "follow us on" in lowered) and _PLEA_AT_ITS_END.fullmatch(words) is not None


LABEL_OF_BLOCK = re.compile(
    r"""(?:related(?:\ (?:articles?|stor(?:y|ies)|posts?|content|news|topics?|coverage|links))?
    | more\ (?:stories|news|articles|coverage|for\ you|like\ this|to\ explore|(?:from|in|on)\ (?:this\ .{0,20}|.{0,30}))
    | most\ (?:read|popular|viewed|shared|commented) | trending(?:\ now)? | popular(?:\ (?:now|stories))?
    | (?:recommended|suggested)(?:\ (?:for\ you|stories|articles|reading))? | read\ (?:next|also|more) | also\ read | up\ next
    | (?:latest|top|other|breaking)\ (?:news|stories|articles|headlines|posts) | you\ (?:may|might)\ (?:also\ )?(?:like|enjoy).{0,20}
    | editor['’]?s['’]?\ (?:picks?|choice) | what\ to\ read\ next | don['’]t\ miss | stay\ (?:in\ touch|connected|informed)
    | explore\ more\ .{0,40} | about\ the\ authors? | leave\ a\ (?:reply|comment) | (?:\d+\ )?(?:comments?|responses?|thoughts?)
    | (?:join|view)\ the\ (?:conversation|discussion|comments) | key\ events | in\ this\ (?:article|story)
    | subscribe(?:\ .{0,60})? | newsletters? | tags | topics | ad(?:vertisement)?\ feedback | is\ this\ page\ useful\?)\W{0,6}""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""The heading of a block that a site puts into or around an article. Furniture and a plea head such a block too."""

NO_PAGE = (
    r"(?:(?:error\s)?(?:40[0134]|410|429|50[0234])(?:\s?[:|–—-]?\s?(?:error|(?:page\s)?not\sfound|forbidden|unauthori[sz]ed|gone|too\smany\srequests|(?:bad\s|internal\s|service\s|gateway\s)\S{1,20}(?:\serror)?))?|(?:error:?\s)?(?:page|article|story|file)\s(?:not\s(?:found|available)|(?:can(?:not|['’]t)|could\snot)\sbe\sfound)"
    r"|not\sfound|access\s(?:denied|to\sthis\spage\shas\sbeen\sdenied)|forbidden|unauthori[sz]ed|just\sa\smoment|attention\srequired"
    r"|(?:one\smore\sstep|checking\syour\sbrowser|security\scheck|verif(?:y|ying)\s(?:that\s)?you\sare\s(?:a\s)?human).{0,60}"
    r"|are\syou\sa\s(?:robot|human)|robot\sor\shuman|bad\sgateway|service\s(?:temporarily\s)?unavailable|too\smany\srequests|site\s(?:is\s)?under\smaintenance)\W{0,6}"
    r"(?:\s[|–—-]\s.{1,80}|\|.{1,80})?"
)
"""What a page is called on which a server or its guard says that there is no article. Compiled when a page first comes without an article."""


def is_no_page(title: str) -> bool:
    """Whether a page is called as those are on which there is no article.

    >>> is_no_page("404 Not Found | Harbour Post"), is_no_page("Error of judgement")
    (True, False)
    """
    return re.fullmatch(NO_PAGE, title, re.IGNORECASE) is not None


COUNTED_COMMENTS = re.compile(
    r"\d{1,6}\s(?:reader\s)?(?:comments?|responses?|repl(?:y|ies)|thoughts?)(?:\s(?:to|on|so far|about)\b.{0,300})?|comments?\s\(\d{1,6}\)",
    re.IGNORECASE,
)
"""The heading of what readers wrote."""

CONSENT = tuple(
    re.compile(signs, re.IGNORECASE)
    for signs in (
        r"\bcookies?\b",
        r"\bconsent",
        r"\bpersonali[sz]ed (?:ads|advertising|content)|\bshow(?:ing)? personali[sz]ed\b",
        r"\b(?:our|third[- ]party) (?:\d+ )?(?:partners|vendors)\b",
        r"\b(?:store|access) (?:and/or (?:store|access) )?(?:and access )?information on\b",
        r"\b(?:unique|device) identifiers\b|\bdevice scanning\b|\bgeolocation\b",
        r"\bpersonal data\b|\blegitimate interest",
        r"\b(?:privacy|cookie) (?:policy|choices|settings|preferences|notice|statement)\b",
        r"\b(?:accept|reject|manage|agree)\b",
        r"\baudience (?:insights|engagement|measurement)|\bsite statistics\b|\bad(?:s|vertising)? (?:and content )?measurement\b|\beffectiveness of ads\b",
    )
)
FEWEST_CONSENT_SIGNS = 3
"""Different signs of ``CONSENT`` that make a paragraph a question of consent (range 3 to 4): a report on such questions has one or two and seldom says "you"."""
FEWEST_BESIDE = 2
"""The same for a paragraph beside such a one (range 2 to 3): one sign is "we do not accept this" in a report that a notice interrupts."""
_TO_THE_READER = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_FROM_THE_SITE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)


def consent_signs(words: str) -> int:
    """How many different signs of a question of consent a paragraph has that speaks to the reader or for the site.

    >>> consent_signs("We and our 12 partners use cookies to show personalised ads.")
    3
    >>> consent_signs("The court fined the firm for cookies set without consent.")
    0
    """
    if not (_TO_THE_READER.search(words) or _FROM_THE_SITE.search(words)):
        return 0
    return sum(sign.search(words) is not None for sign in CONSENT)


BYLINE = re.compile(
    r"(?:[Bb]y|BY)\s(?:[A-Z][\w.'’-]{1,20}\s){0,3}[A-Z][\w.'’-]{1,20}"
    r"(?:(?:,?\s(?:and|&)|,)\s(?:[A-Z][\w.'’-]{1,20}\s){0,3}[A-Z][\w.'’-]{1,20}){0,3}(?:,?\s(?:in|at|for)\s.{1,40}|,\s.{1,40})?",
)
"""An author line that stands alone."""

TEASER_END = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|\[\+\d{1,7} chars\]|\b(?:read more|continue reading|more|weiterlesen|lire la suite|leer más)\b\W{0,4})$",
    re.IGNORECASE,
)
"""How a text ends that was cut off to make the reader click."""

SITE_WORDS = frozenset(
    {"news", "weather", "sports", "traffic", "headlines", "channel", "tv", "radio", "closings", "classifieds"}
)
"""What broadcasters' sites put into their own names, which they print behind headlines."""
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
