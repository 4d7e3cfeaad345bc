"""English small words by which clauses, subjects and objects are told apart."""

from __future__ import annotations

import re

from digest.languages.names import words
from digest.languages.stance_grammar import Grammar

GENERIC = frozenset(
    [
        "the",
        "of",
        "and",
        "for",
        "group",
        "union",
        "party",
        "council",
        "league",
        "association",
        "federation",
        "bank",
        "company",
        "international",
        "national",
        "united",
        "society",
        "movement",
        "front",
        "alliance",
        "agency",
        "board",
        "club",
        "ministry",
        "new",
        "state",
        "court",
        "house",
        "forum",
        "trust",
        "fund",
        "network",
        "service",
        "office",
        "department",
        "government",
        "institute",
        "university",
        "general",
        "republic",
        "people",
        "front",
    ]
)
"""Words that many organisations' names share."""

ENGLISH = Grammar(
    connector=re.compile(r"(?:[;:]|,?\s(?:while|whereas|but|although|though)|,\s(?:and|as)|\sas)\s|—\s|–\s"),
    trailing=re.compile(
        r"(?:[\s,]+(?:has|have|had|also|both|jointly|later|then|again|too|who|themselves|in turn|for (?:its|his|her|their) part|(?!\w*(?:day|italy|family|assembly|weekly|daily|monthly|quarterly|ally)\b)(?-i:[a-z]+ly)|"
        r"(?:late |early )?(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|evening|night|afternoon))?|on \w+ \d+|today|yesterday|"
        r"in (?:a|an|separate|joint|\w+) ?(?:\w+ )?(?:statements?|posts?|letters?|speech|interview|address|tweets?|messages?|briefing)|on (?:social media|twitter|x|facebook|instagram|television|radio)))+\s*\Z",
        re.IGNORECASE,
    ),
    of_relative=re.compile(
        r",?\s(?:who|which)(?:\s(?:has|have|had|is|are|was|were|also|long|once|\w+ly))*\s*\Z", re.IGNORECASE
    ),
    ranked=re.compile(r"(?:First|Second|Third)\s[A-Z]"),
    named_behind=re.compile(r"(?<!told)(?<!tells)(?<!informed)(?<!assured)(?<!reminded)\s(?:[A-Z]|the\s)"),
    auxiliary=re.compile(r"\b(?:was|were|been|being|be|is|are|get|got)(?:\s+\w+ly)?\s*\Z", re.IGNORECASE),
    not_finite=re.compile(
        r"(?:\b(?:to|of|by|who|which|that|not|n[’']t|having|it|what|whom|whose|after|before|without|for|the|an?|this|its|her|his|their|some|any|no|from|with|and)|n[’']t|\bwhose\s(?:[\w-]+\s){1,3})\s*\Z",
        re.IGNORECASE,
    ),
    not_main=re.compile(
        r"\b(?:that|who|which|not|never)\s+(?:(?:was|were|is|are|has|have|had|been|be|\w+ly)\s+)*\Z|n[’']t\s+(?:be\s+)?\Z",
        re.IGNORECASE,
    ),
    source=re.compile(
        r"(?:But\s|And\s|However,\s|Yet\s)?According to (?P<who>[^,;]+?(?:, (?:an?|the|who)\s[^,;]+)?),\s",
        re.IGNORECASE,
    ),
    stands_for=re.compile(r"For (?P<who>[^,;]+?),? (?:it|this|that|the [\w-]+) (?:was|is|had been|remains?)\s"),
    source_last=re.compile(r",\s(?:said )?according to (?P<who>[^;]+?)\.?\Z", re.IGNORECASE),
    full_passive=re.compile(r"(?:\b(?:was|were|been|be|is|are|being)\s(?:\w+\s){0,3}|,\s(?:\w+\s)?)\Z", re.IGNORECASE),
    subordinate=re.compile(r"\b(?:because|if|when|where|before|since|unless|until)\s[^,;]*\Z", re.IGNORECASE),
    nested=re.compile(
        r"(?<=\w)[ ,]+(?:whom|whose|which|(?<!those )who|because|unless|after|when|(?<!that )if|whether|"
        r"that (?:many|some|most|critics|analysts|experts|observers) (?:say|said|believed?|feared?))\b"
    ),
    perfect=re.compile(r"\bhad(?:\s+\w+ly|\s+also|\s+long)?\s*\Z", re.IGNORECASE),
    inverted_end=re.compile(
        r"\.?\Z|\s(?=[a-z]+ing\s(?:an?|the|in|at|for)\s)|\s(?=(?:on|in an?|after|during|as|when|while|at a|to|by|told|via|from his|from her|following)\s)"
    ),
    relative=re.compile(r"(?:who|which|whose|where)\b"),
    articles=re.compile(
        r"\A(?:the|a|an|neighbou?ring|its|his|her|their|both|some|many|several|most|all|other|few|two|three|dozens of|hundreds of|thousands of)\s+",
        re.IGNORECASE,
    ),
    qualifying=re.compile(r"\A(?:who|which|whose|that|where|when|whom|including|such as|viewing|led by)\b"),
    land_ending=re.compile(r"(?<=\w{4})(?:ian|ean|ese|an|i|n)\Z"),
    definite=re.compile(r"\A(?:the|this|that)\s", re.IGNORECASE),
    joiners=frozenset(
        {
            "of",
            "for",
            "the",
            "and",
            "&",
            "against",
            "without",
            "de",
            "del",
            "der",
            "van",
            "von",
            "bin",
            "al",
            "la",
            "le",
            "da",
            "dos",
            "in",
            "on",
            "at",
            "to",
        }
    ),
    clause_words=re.compile(
        r"\b(?:is|are|was|were|took|gave|went|came|began|spoke|saw|told|got|did|does|has|have|had|will|would|who|that|than|said|says|when|while|been|be|if|whether|not|because|came|made|after|before)\b",
        re.IGNORECASE,
    ),
    boundary=re.compile(
        r"(?:[;:]|\s(?:after|because|when|as|while|but|where|since|before)\s|,\s(?:in which|and|saying|after)\s|\sthat\s|—\s|\)\s)"
    ),
    object_end=re.compile(
        r"\s(?:of|for|over|after|on|by|with|from|to|in|as|at|following|because|who|which|that|and (?:\w+ed)|amid|until|during|against|off)\s|[,.;:]|\Z"
    ),
    passive_end=re.compile(r"\b(?:was|were|been|be|is|are|being)\s(?:\w+ly\s)?\Z", re.IGNORECASE),
    personal=re.compile(r"\A(?:it|they|he|she|which|who)\Z", re.IGNORECASE),
    negation=re.compile(r"(?:\bnot|n[’']t|\bnever|\bno|\bnor|\bwithout|\bhardly)\s+(?:\w+\s+){0,4}\Z"),
    content=re.compile(
        r"\b(?:that|saying|adding|(?:of|for)(?=\s(?:having|[a-z]+ing)\b)|to(?!\s(?:the|an?|his|her|its|their|parliament|congress|reporters|journalists|lawmakers)\b))\s(?=(?:\S+\s+){2})"
    ),
    partitive=re.compile(
        r"\A(?:one|another|two|three|four|both|some|many|several) of\s(?:the|them|its|his|her|their)\b", re.IGNORECASE
    ),
    deed=re.compile(
        r"(?:An?|The|Two|Three|Several|Dozens of)\s(?:[\w-]+\s){0,4}?(?:strikes?|airstrikes?|raids?|attacks?|bombings?|shelling|blasts?|missiles?|offensive|decisions?|"
        r"moves?|plans?|proposals?|threats?|pledge|vote|ruling|verdict|call|bid|attempt|campaign|crackdown|invasion|remarks?|comments?|post|tweet|speech|letter|law|bill)\s(?:by|from)\s(?P<who>.+)"
    ),
    suffered=re.compile(
        r"(?:[^\s,]+\s){1,9}?(?:,\s[^,]{3,80},\s)?(?:was|were|has\sbeen|have\sbeen|is|are)\s(?:\w+ly\s)?(?:\w{2,}ed|shot|hit|hurt|cut|held|found|sent|put|beaten|stabbed|struck|swept|thrown|torn|lost|missing|dead)\b"
    ),
    thing=re.compile(r"\A(?:it)\Z", re.IGNORECASE),
    places=words("in near off at from on outside behind around across over under with to by"),
    bare=words(
        "ministry department party union league federation association commission club company firm bank charity agency "
        "authority institute university organisation organization group society congress chamber committee"
    ),
    nameless=words("ministry department agency authority institute office committee chamber society"),
    counts=words(
        "one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands half both two-thirds "
        "three-quarters one-third fewer more less most many"
    ),
    fieldless=words("chief official senior press company government army ministry"),
    given_name=re.compile(
        r"\s(?:it|this|that|them|him|her|(?:the|his|her|its|their)\s(?:[\w’'-]+\s){0,5}?[\w’'-]+)\s(?:as\s|an?\s|nothing less than\s)*[“\"'‘]"
    ),
    afterwards=re.compile(
        r"\b(?:(?:hours?|days?|weeks?|shortly|soon|minutes) after|in (?:response|answer) to|following)\s"
    ),
    answerable=re.compile(r"(?:[\w-]+\s)?(?:maker|manufacturer|producer|operator|developer)(?:\sof\sthe\b.*)?\Z"),
    standing=re.compile(r"want\b"),
    heads=re.compile(r"\bwho (?:heads|leads|runs|chairs|directs|speaks for|represents) ([^,]+)"),
    has=re.compile(r"\b(?:has|have)(?:\s+\w+ly|\s+also)?\s*\Z"),
    telling=re.compile(
        r"\bsay\Z|\b(?:confirm|announce|note|recall|explain|acknowledge|testif|conced|add|continu|observ|according|accept|agree)"
    ),
    factual=re.compile(
        r"\b(?:police|officials?|medics?|doctors?|nurses?|surgeons?|witness\w*|analysts?|economists?|experts?|researchers?|scientists?|prosecutors?|fire|"
        r"judges?|justice|coroner|spokes\w+|agency|authors?|survivors?|professors?|engineers?|army|military|officers?|lawyers?|historians?|strategists?|"
        r"pollsters?|columnists?|teach(?:es)?|led|wrote|survived|escaped|agents?|clerk|director|secretary-general|observers?|institute|university|office)\b",
        re.IGNORECASE,
    ),
    opposing=re.compile(
        r"\b(?:opposition|shadow|dissidents?|exiled|activists?|campaigners?|critics?|protesters?|demonstrators?)\b",
        re.IGNORECASE,
    ),
    simile=re.compile(r"\blike (?:an? )(?!\w+ (?:father|mother|brother|sister|son|dream|miracle))\w+|\bas if\b"),
    unreproachful=re.compile(
        r"\b(?:would not|had not|did not|was not|were not|no longer|nothing against|asked (?:him|her|them)|told (?:him|her|them)|invited|agreed|promised|assured|thanked|will meet|would meet|is to|was to)\b|\d"
    ),
    portfolio=re.compile(r"(?<!\bprime )\b(?:minister|ministry|treasurer)\b|\w+ secretary\b", re.IGNORECASE),
    likening=re.compile(r"(?:likened|compared)\Z"),
    unnamed=words("it they"),
    quantity=re.compile(
        r"(?:Almost|About|Around|Nearly|Some|More than|At least|Up to|Over|Roughly|As many as|Hundreds of|Thousands of|Dozens of)\s(?:\d[\d,.]*\s)?"
    ),
    joined=re.compile(r"\s(?:and|but)\s(?:also\s|then\s|\w+ly\s)?\Z"),
    papers=words(
        "document documents paper papers records record filing filings files figures data report reports statement statements poll polls survey surveys transcript memo email emails letter letters statistics ad ads sources source"
    ),
    also=re.compile(r"\balso\b"),
    closing=re.compile(
        r"(?:\s(?:(?:late |early )?on \w+day(?: \w+)?|\w+day|in an? (?:\w+ )?\w+|reporters|journalists|parliament|at a [\w ]+|today|yesterday|later|by (?:phone|telephone|email)))*[.,]?\s*\Z"
    ),
    within=re.compile(r"\s(?:that|which|who|whose)\s"),
    last_pronoun=re.compile(r",\s(he|she|it|they|we|I)\Z"),
    announced=re.compile(
        r",\s((?:[A-Za-z][\w.’'-]*\s){1,7}?)(?:said|says|announced|told(?:\s[a-z]+)?)(?:\sin\san?\s(?:\w+\s)?(?:report|study|statement|ruling|judge?ment))?(?:\son\s\w+day|\s\w+day)?(?:,|\.?\Z|\s(?:that|and|as|in|at|during|after|when|while)\s)"
    ),
    content_word=re.compile(r"(?:that|saying|adding|to)\Z"),
    feeling=re.compile(r"\b(?:he|she)\s(?:was|is|felt|feels|feared|regretted|welcomed)\b"),
    held_office=re.compile(
        r"\A(?:the|an?|its|their)\s(?:[a-z-]+\s){0,2}[a-z-]+(?:\sof\s(?:the\s)?(?:[a-z-]+\s){0,2}[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})?,\s(?=[A-Z])"
    ),
    unwelcome=re.compile(
        r"\b(?:not|never|n[’']t)\s(?:\w+\s){0,2}(?:welcome|fair|justice|wise|brave|bold|success|sensible|excellent|wonderful)\b"
    ),
    nominal=re.compile(r"\A(?:the|this)\s([a-z-]+)\Z", re.IGNORECASE),
    pronoun=re.compile(r"\A(?:he|she)\Z", re.IGNORECASE),
    year=re.compile(
        r"\b(?:in|of|since|from|until|during|on\s\w+\s\d{1,2},)\s(?:(?:the|an?)\s)?(?:\w+\s)?((?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    year_before=re.compile(r"(?:\A|[.!?]\s)(?:In|By|Since|During)\s(?:\w+\s)?((?:19|20)\d\d)\b[^.!?]*[.!?][”\"]?\s*\Z"),
    in_month=re.compile(r"\b(?:in|last|since)\s([A-Z][a-z]+)\b"),
    at_end=re.compile(r"(?<!\w[entd])\s(in\s[A-Z][a-z]+)[.”\"]*\Z"),
    bench=re.compile(r"\b(?i:court|tribunal|judges?|chief justice|justices|jury|magistrates?)\b"),
    former=re.compile(r"\b(?:former|ex)\b", re.IGNORECASE),
    openers=words("but and also yet still meanwhile separately later however instead elsewhere yesterday today"),
    focus=words("even only just both"),
    dated=re.compile(
        r"(?:(?:by|in) contrast|on the other hand|for (?:its|his|her|their) part|on (?:facebook|twitter|instagram|social media)),?\s+|(?:late |early |later )?on \w+day(?: (?:morning|evening|night|afternoon))?,?\s+",
        re.IGNORECASE,
    ),
    be=words("was were is are"),
    reflexive=re.compile(r"\s(?:it|him|her|them)sel(?:f|ves)\b"),
    died=re.compile(
        r"(?:,[^.;\n]{1,250},)?\s(?:has\s|was\s(?:shot\s|found\s)?)?(?:died|dies|dead|killed|murdered|assassinated)\b|,?\swhose\s(?:\w+\s)?death\b"
    ),
    death_of=re.compile(r"\bdeath\sof\s(?:the\s)?(?:[\w-]+\s){0,3}\Z"),
    had_done=re.compile(r"\s(?:had|has|have)\s(?!been\b|no\b|not\b)"),
    known_object=re.compile(r"\s(?:for\s|against\s|at\s|by\s)?(?:the|this|that)\s[a-z]"),
    speaks_of_self=re.compile(r"\A\s*(?:on\s\w+day\s)?(?:that\s)?(?:he|she|it|they)\s"),
    one_of_many=words("a an"),
    no_actor=re.compile(r"\bper\s?cent\b|\A(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s[a-z]+\Z|\A(?:[Tt]he\s)?late\s"),
    bearer=re.compile(
        r"\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:of\s|for\s)?[A-Z][\w’'-]*)*\s(?:also\s|has\s|had\s)?[a-z]+(?:ed|s)\b"
    ),
    person_named=re.compile(
        r"\s(?:him|her|them|(?:(?:Mr|Mrs|Ms)\.?\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})\s(?:as\s)?(?:an?|the)\s"
    ),
    verb=re.compile(
        r"\s(?:\w{2,}ed|said|told|sent|gave|took|held|made|left|met|began|spoke|went|came|flew|cut|put|paid|wrote|set|stood|threw|drew|"
        r"shot|won|lost|kept|bought|sold|taught|caught|fought|grew|knew|drove|wore|tore|struck|swept|shook|sank|stole|swore|felt|laid|lit|meant|rode|slept|spent|stuck|understood|woke|became|bent|built|"
        r"burst|chose|dealt|drank|ate|fled|flung|froze|hid|hung|lent|lay|shut|sang|sat|slid|split|spread|swam|swung|thought|wept|withdrew|forbade|overthrew|"
        r"hit|broke|found|led|fell|rose|ran|saw|sought|brought|joined|was|were|is|are|has|have|had|will|would|could|can|may|might|must|should)\s"
    ),
)
