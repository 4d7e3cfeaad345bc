"""English words by which actors answer an event."""

from __future__ import annotations

import re

from digest.languages.names import words
from digest.languages.stance import EventTable, StanceTable
from digest.languages.stance_grammar_en import ENGLISH as GRAMMAR
from digest.languages.stance_said_en import (
    FELT_ANGER,
    FELT_FEAR,
    FELT_JOY,
    FELT_SORROW,
    NAMED,
    QUOTED,
    REPORTED,
    phrase,
    small,
)
from digest.model import Stance

S = Stance


def _forms(verbs: str) -> str:
    """Past and third-person forms of regular verbs; ``hit=hit|hits`` gives irregular ones.

    >>> _forms("blame deny slam=slammed|slams")
    'blamed|blames|denied|denies|slammed|slams'
    """
    found = []
    for verb in verbs.split():
        base, _, given = verb.partition("=")
        if given:
            found.append(given.replace("_", " "))
        elif base.endswith("y") and base[-2] not in "aeou":
            found.append(f"{base[:-1]}ied|{base[:-1]}ies")
        elif base.endswith("e"):
            found.append(f"{base}d|{base}s")
        else:
            found.append(f"{base}ed|{base}{'es' if base.endswith(('s', 'sh', 'ch', 'x')) else 's'}")
    return "|".join(found)


def _past(verbs: str) -> str:
    """Past forms alone: "supports" tells where somebody stands, "supported" what somebody did."""
    return "|".join(form for form in _forms(verbs).split("|") if not form.endswith("s"))


UTTERED = (
    r"(?:expressed|expresses|voiced|voices|offered|offers|conveyed|sent|sends|extended|extends|registered|signalled|declared|reiterated|"
    r"shared|spoke of|speaks of|spoke out with|reacted with|responded with|reacts with|made clear)"
)
"""Verbs that take a noun of feeling: "expressed regret", "reacted with dismay"."""
GAP = r"(?:\s+[\w’'-]+){0,4}?\s+"

SORROW = r"(?:regrets?|sorrow|sadness|grief|condolences?|sympath(?:y|ies)|dismay|disappointment|shock|remorse|shame|sorry|apolog(?:y|ies)|thoughts and prayers)"
CONCERN = (
    r"(?:concerns?|alarm|fears?|worr(?:y|ies)|unease|misgivings|doubts?|anxiety|apprehension|scepticism|skepticism)"
)
ANGER = (
    r"(?:outrage|anger|fury|horror|disgust|indignation|condemnation|revulsion|contempt|displeasure|protest|protests)"
)
BACKING = r"(?:solidarity|support|confidence|backing|trust|full faith|faith)"
JOY = r"(?:satisfaction|relief|joy|delight|appreciation|gratitude|praise|pleasure|approval)"
NO_COMMENT = (
    r"(?:declined|declines|refused|refuses)(?:\s+\w+){0,2}?\s+(?:to\s+(?:\w+ly\s+)?(?:comment|answer|discuss|elaborate|speak|be drawn|say|be interviewed)|comment|an interview|interview requests)|"
    r"(?:would|could|will|did|does|do)\s*(?:not|n[’']t)\s+(?:be\s+)?comment(?:ing)?|(?:had|has|have|offered|gave)\s+no\s+(?:immediate\s+)?comment|"
    r"would\s*(?:not|n[’']t)\s+(?:say|discuss|elaborate|be\s+drawn|answer|give\s+details)|refrained from commenting"
)
BY_WILL = r"(?:would|will|could|may|might)\s+(?:\w+ly\s+)?"

MESSAGE = r"(?:issued|released|published|signed|sent|wrote|posted|put\s+out)\s+(?:[\w-]+\s+){1,5}?"
"""What brings a stance as a participle: "issued a joint statement condemning"."""

PREDICATES = (
    (S.NO_COMMENT, small(NO_COMMENT)),
    (
        S.REJECTS,
        small(
            r"(?:refused|refuses|declined)\s+to\s+(?:accept|recogni[sz]e|take part|sign|back|support|cooperate|co-operate|comply)|"
            r"(?:would|will|did|does|do)\s*(?:not|n[’']t)\s+(?:accept|recogni[sz]e|support|back|take part|comply|sign|abide)|"
            r"(?:vowed|pledged|promised|threatened|vows|pledges|planned|plans|intends|intended)\s+to\s+(?:resist|fight|block|challenge|appeal|oppose|sue|contest|overturn|boycott)|"
            r"brush(?:ed|es)\s+(?:aside|off)|(?:ruled|rules)\s+out|shrugg(?:ed|s)\s+off|hit\s+back|"
            r"(?:said|voted|came out|spoke out|argued|speaks out)\s+against|withdrew (?:its|his|her|their) support|poured cold water|turned down|distanced (?:itself|himself|herself|themselves)|"
            + _forms("reject dismiss repudiate refute rebuff rebut=rebutted|rebuts repulse")
            + "|"
            + _past("oppose dispute contest challenge boycott")
        ),
    ),
    (
        S.CONDEMNS,
        small(
            r"(?:held|holds)\s+(?:[\w’'-]+\s+){1,5}?(?:responsible|accountable)|(?:burned|burnt|set\s+fire\s+to)\s+(?:\w+\s+){0,2}?(?:tyres|tires|effigies|flags?)|"
            r"(?:condemning|denouncing|criticising|criticizing|blaming|accusing|lambasting|slamming|decrying)|"
            rf"{MESSAGE}(?:condemning|denouncing|criticising|criticizing|deploring|attacking)|(?:reacted|responded)\s+(?:angrily|furiously|with\s+(?:anger|fury|outrage|indignation))|"
            r"(?:marched|rallied|demonstrated|gathered|turned\s+out|protested)\s(?:[\w’'-]+\s){0,7}?(?:against|in\s+protest|to\s+protest)|"
            rf"(?:lashed|lashes|hit|hits)\s+out|took\s+aim|rail(?:ed|s)\s+against|heap(?:ed|s)\s+scorn|{UTTERED}{GAP}{ANGER}|"
            rf"(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:{FELT_ANGER}|scathing|(?:highly|sharply|deeply|strongly|fiercely) critical)|protested\s+(?:against|over|at)|"
            r"recalled\s+(?:its|his|her|their)\s+ambassador|summoned\s+(?:[\w’']+\s+){1,3}?(?:ambassador|envoy|diplomats?|charge)|expelled\s+(?:[\w’']+\s+){0,3}?(?:diplomats?|ambassador|envoys?)|took to the streets|downed tools|staged? (?:a )?(?:protests?|walkout)|walked out(?! of)|(?:blocked|occupied|barricaded)\s+(?:\w+\s+){0,3}?(?:roads?|bridges?|streets?|highways?|motorways?|traffic|entrances?|gates?|railways?)|"
            r"(?:marched|rallied|demonstrated)\s+(?:against|in protest|over)|rounded\s+on|"
            + _forms(
                "condemn denounce slam=slammed(?!_into)|slams(?!_into) criticise criticize blast decry=decried|decries deplore lambast lambaste blame accuse "
                "castigate rebuke assail excoriate fault mock scold chide ridicule pillory reprimand berate censure deride "
                "savage skewer"
            )
        ),
    ),
    (
        S.REGRETS,
        small(
            r"prayed\s+for|"
            rf"{UTTERED}{GAP}{SORROW}|(?:paid|pays)\s+tribute|(?:sent|sends|offered)\s+(?:a\s+)?messages?\s+of\s+(?:condolence|sympathy)|"
            rf"(?:was|were|is|are|felt|feels)\s+(?:\w+ly\s+|very\s+|so\s+)?{FELT_SORROW}|"
            + _past("regret=regretted lament mourn apologise apologize bemoan rue grieve")
            + r"|regrets|laments|apologi[sz]es|mourns"
        ),
    ),
    (
        S.WARNS,
        small(
            r"warning\s+(?:that|of)|"
            rf"{MESSAGE}warning|(?:fear|worry|warn)\s+(?:that|about|for|the)|(?:reacted|responded)\s+(?:coolly|warily|cautiously|sceptically|skeptically)|"
            rf"{UTTERED}{GAP}{CONCERN}|(?:raised|raises|rang|sounded)\s+(?:\w+\s+){{0,2}}?(?:alarm|alarms|concerns?|doubts?|questions|fears)|"
            rf"fears\s+(?:that|for|more|a|an|the|it)|(?:was|were|is|are)\s+(?:\w+ly\s+)?{FELT_FEAR}|(?:advised|advises)\s+(?:its|their)\s+citizens|"
            + _forms("warn caution")
            + "|"
            + _past("fear worry=worried threaten question")
        ),
    ),
    (
        S.SUPPORTS,
        small(
            r"(?:defending|backing)|"
            rf"{MESSAGE}(?:supporting|backing|defending)|"
            rf"{UTTERED}{GAP}{BACKING}|(?:stood|stands|stand)\s+(?:firmly\s+|squarely\s+)?(?:by|with|behind)|(?:threw|throws|put)\s+(?:its|his|her|their)\s+weight\s+behind|"
            r"(?:offered|offers|pledged|promised)\s+(?:\w+\s+){0,3}?(?:help|aid|support|assistance|rescue|teams|shelter|food|water|money|medicine|to\s+(?:send|help|mediate|assist|host|provide))|(?:pledged|promised|donated|offered)\s+(?:\w+\s+)?[\w.,$€£]*\d[\w.,]*\s+(?:\w+\s+)?(?:million|billion|kron\w+|dollars|euros|pounds)|(?:pledged|promised)\s+to\s+(?:pay|rebuild|help|fund)|sided\s+with|sides\s+with|(?:came|leapt|rushed|jumped)\s+to\s+(?:[\w’']+\s+){1,3}?defen[cs]e|"
            r"(?:spoke|came out|speaks)\s+in\s+(?:favou?r|defen[cs]e|support)|rallied\s+(?:behind|around|to)|(?:offered|offers)\s+to\s+mediate|(?:sent|dispatched|deployed|flew\s+in)\s+(?:\w+\s+){0,3}?(?:rescue|rescuers|aid|help|doctors|medics|helicopters?|teams?|supplies|ships?|planes?|equipment|firefighters|tents)|(?:rallied|marched|gathered|demonstrated|held|wore|signed|lit)\s(?:[\w’'-]+\s){0,6}?in\s+(?:support\s+of|solidarity)|lined up behind|"
            + _forms("defend endorse")
            + "|"
            + _past("support back")
        ),
    ),
    (
        S.WELCOMES,
        small(
            r"(?:welcoming|praising|hailing|applauding|congratulating)|"
            rf"{MESSAGE}(?:welcoming|praising|hailing|applauding)|gave\s+(?:\w+\s+){{0,3}}?an?\s+(?:\w+\s+)?welcome|"
            rf"{UTTERED}{GAP}{JOY}|(?:greeted|greets)\s+(?:the\s+)?(?:\w+\s+)?(?:news\s+)?with|(?:was|were|is|are)\s+(?:\w+ly\s+|very\s+|more\s+than\s+)?{FELT_JOY}|"
            + _forms("welcome hail praise applaud laud cheer celebrate congratulate commend salute thank")
            + r"|conceded|paid homage|gave (?:\w+ )?a (?:cautious |warm )?welcome"
        ),
    ),
    (
        S.CALLS_FOR,
        small(
            r"(?:demanding|urging|calling\s+(?:for|on))|"
            rf"{MESSAGE}(?:urging|demanding|calling\s+(?:for|on)|asking)|"
            r"(?:pleaded|pleads)(?!\s+(?:not\s+)?guilty|\s+no\s+contest)|(?:called|(?<!return )(?<!returned )calls|calling)\s+(?:\w+\s+){0,2}?(?:for|on|upon)|(?:appealed|appeals)\s+(?:to|for)|(?:pressed|presses)\s+(?:for|the)|(?:sought|seeks)\s+(?:an|a|the|compensation|answers|assurances|clarification)|"
            r"(?:asked|asks)\s+(?:\w+\s+){1,6}?(?:to|for)|wants?\s+(?:an?|the)\s+(?:\w+\s+){0,2}?(?:inquiry|investigation|ban|rule|law|guarantee|apology|halt|moratorium|review|referendum|debate|explanation)|(?:would|will)\s+seek|(?:invited|invites)\s+(?:\w+\s+){1,5}?to|(?:told|tells)\s+(?:(?!he\b|she\b|it\b|they\b|we\b|i\b|that\b|reporters|journalists)\w+\s+){1,4}?to(?=\s)|(?:issued|made)\s+an?\s+(?:\w+\s+)?(?:appeal|plea|call)|"
            + _forms("urge demand implore exhort request=requested recommend beseech petition")
        ),
    ),
    (S.DENIES, small(_forms("deny disclaim disavow"))),
)

SPEECH = small(
    r"said|says|say|told|tells|wrote|writes|tweeted|posted|stated|states|added|adds|argued|argues|insisted|insists|stressed|declared|declares|announced|announces|"
    r"commented|noted|notes|explained|claimed|claims|maintained|replied|responded|reacted|remarked|observed|acknowledged|accepted|accepts|admitted|conceded|believes|believed|"
    r"vowed|vows|promised|pledged|testified|suggested|continued|countered|retorted|predicted|thundered|tweets|posts|complained|complains|concluded|confirmed|made clear|agreed"
)
NAMING = small(
    r"called|calls|described|describes|labell?ed|labels|branded|brands|termed|terms|dubbed|dubs|characteri[sz]ed|deemed|likened|considered|compared|portrayed|painted|denied"
)

RECEIVED = r"(?:greeted|met|received|answered)\s+with\s+(?:[\w-]+\s+){0,3}?"
PASSIVES = (
    (
        S.CONDEMNS,
        small(
            r"(?:condemned|denounced|criticised|criticized|slammed|decried|deplored|blasted|attacked|lambasted|blamed)\s+(?:\w+\s+){0,2}?by|(?:drew|drawn|draws|sparked|provoked|brought|met\s+with|prompted)(?:\s+[\w-]+){0,3}?\s+(?:criticism|condemnation|outrage|anger|fury|protests?|ire|rebukes?)\s+(?:from|by|among)"
        ),
    ),
    (
        S.WELCOMES,
        small(
            r"(?:welcomed|hailed|praised|applauded|lauded|cheered|celebrated|commended)\s+(?:\w+\s+){0,2}?by|(?:drew|won|earned|met\s+with)(?:\s+[\w-]+){0,2}?\s+(?:praise|applause|plaudits|approval)\s+(?:from|by)"
        ),
    ),
    (
        S.REJECTS,
        small(
            r"(?:rejected|dismissed|opposed|disputed)\s+(?:\w+\s+){0,2}?by|(?:drew|met\s+with|ran\s+into)(?:\s+[\w-]+){0,2}?\s+(?:opposition|resistance)\s+(?:from|by)"
        ),
    ),
    (
        S.SUPPORTS,
        small(
            r"(?:supported|backed|defended|endorsed)\s+(?:\w+\s+){0,2}?by|(?:won|drew)(?:\s+[\w-]+){0,2}?\s+(?:support|backing)\s+(?:from|of)"
        ),
    ),
    (
        S.WARNS,
        small(
            r"(?:raised|drew|drawn|sparked|prompted)(?:\s+[\w-]+){0,2}?\s+(?:concerns?|alarm|fears|warnings)\s+(?:from|by|among)"
        ),
    ),
    (
        S.CALLS_FOR,
        small(r"(?:drew|prompted|brought|sparked)(?:\s+[\w-]+){0,2}?\s+(?:calls|demands|appeals)\s+(?:from|by)"),
    ),
    (S.REGRETS, small(r"(?:mourned|lamented|regretted)\s+(?:\w+\s+){0,2}?by")),
    (S.CONDEMNS, small(rf"{RECEIVED}(?:anger|fury|outrage|protests?|scorn|derision|disbelief)\s+(?:by|from|among|in)")),
    (S.REGRETS, small(rf"{RECEIVED}(?:dismay|sadness|disappointment|shock|sorrow|regret)\s+(?:by|from|among|in)")),
    (S.WARNS, small(rf"{RECEIVED}(?:concern|alarm|scepticism|skepticism|unease|caution|fear)\s+(?:by|from|among|in)")),
    (
        S.WELCOMES,
        small(
            rf"{RECEIVED}(?:praise|relief|joy|applause|delight|cheers|enthusiasm|satisfaction)\s+(?:by|from|among|in)"
        ),
    ),
)

OLD = phrase(
    r"last\s+(?:year|month|week|summer|winter|spring|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december)(?:[’']s)?|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:years?|months?|weeks?|decades?)\s+(?:ago|earlier|before)|"
    r"(?:a|an)\s+(?:year|month|week|decade)\s+(?:ago|earlier|before)|has\s+long|have\s+long|had\s+long|long\s+(?:argued|been|opposed|called)|repeatedly|famously|at\s+the\s+time|earlier\s+this\s+(?:year|month)|previously|in\s+the\s+past|for\s+(?:years|decades|months)|"
    r"(?:during|in)\s+(?:his|her|their|its|last\s+year[’']s)\s+(?:\w+\s+)?campaign|as\s+(?:late|early|recently)\s+as|years\s+before|before\s+the\s+(?:vote|ruling|decision|announcement|attack|report|election)|ahead\s+of\s+the|back\s+in|once\s+(?:said|called|described|told|warned)|always\s+(?:said|opposed|supported|maintained)|in\s+a\s+(?:\d{4}|previous|former|earlier)"
)
ELSEWHERE = phrase(
    r"(?:a|an|the)\s+(?:separate|similar|different|unrelated|earlier|previous)\s+\w+|another\s+\w+|(?:did|does|has|have|had)\s*(?:not|n[’']t)\s+(?:\w+ly\s+)?(?:respond(?:ed)?|return(?:ed)?|repl(?:y|ied)|answer(?:ed)?)|could\s+not\s+(?:\w+ly\s+)?be\s+reached|also\s+spoke\s+about|on\s+another\s+(?:subject|matter|topic)|asked\s+about\s+(?:an)?other|in\s+an\s+unrelated|separately\s+from"
)
HEARSAY = phrase(
    r"(?:told|tells|telling)\s+(?:her|him|them|the\s+(?:group|court|inquiry|commission|researchers))\s+(?:that\s+)?(?:\w+\s+){0,6}?(?:said|told)|(?:had|has)\s+told\s+(?:her|him|them)|had\s+said,"
)
ANNOUNCING = re.compile(
    r"\bnew\s+(?:from\s+us|report|research|study|findings|investigation|\w+\s+(?:report|research|study|investigation|findings))\b|\bour\s+(?:new\s+|latest\s+)?(?:report|research|study|investigation|findings)\b|\bjust\s+(?:published|released|out)\b|\bout\s+now\b|\bread\s+(?:it|the\s+(?:full\s+)?report|more)\b",
    re.IGNORECASE,
)

POINTING = phrase(
    r"(?:the|this|that|these|those|its|his|her|their|such|any)\s+(?:\w+\s+)?(?:decisions?|moves?|ruling|verdict|judge?ment|report|findings|study|plans?|proposals?|bill|law|ban|deal|agreement|attacks?|bombings?|strikes?|killings?|"
    r"shootings?|crash|disaster|tragedy|incident|announcement|news|results?|outcome|vote|closure|cuts?|dismissal|sacking|firing|resignation|arrests?|sentence|sanctions?|tariffs?|dut(?:y|ies)|measures?|steps?|violence|crackdown|"
    r"coup|seizure|takeover|raid|acts?|remarks|comments|accusations?|allegations?|charges?|claims?|policy|scheme|reforms?|case|events?|protests?|fine|penalty|loss(?:\s+of\s+life)?|victims|dead|families|bereaved|massacre|abuse|leak|"
    r"spill|award|appointment|nomination|launch|failure|recall|merger|bid|treaty|pact|accord|truce|ceasefire|quake|earthquake|flood|storm|fire|blast|explosion|invasion|offensive|statement|speech|letter|appeal|trial|inquiry|release|return)|"
    r"this|it"
)
COLLECTIVES = words(
    "members authority lawmakers legislators senators deputies mps politicians parties opposition critics activists campaigners protesters demonstrators residents locals villagers neighbours neighbors families relatives survivors "
    "victims parents teachers students pupils workers employees staff drivers farmers fishermen fishers miners nurses doctors physicians medics scientists researchers experts economists analysts investors shareholders lawyers "
    "unions groups organisations organizations charities companies businesses employers industry retailers manufacturers insurers banks airlines governments leaders ministers officials diplomats mayors governors churches bishops "
    "clerics fans supporters players clubs athletes coaches crowds voters consumers customers users passengers environmentalists conservationists geologists historians academics professors journalists editors publishers "
    "rebels militants soldiers veterans officers neighbours owners landlords tenants hoteliers hotel-owners traders shopkeepers brokers republicans democrats conservatives liberals socialists greens nationalists separatists "
    "government army military police ministry parliament senate coalition union company league council party authorities regulator court church club association federation commission cabinet administration watchdog "
    "community opponents advocates allies powers nations countries states mother father sister brother widow family son daughter wife husband regulators"
)
ORGANISATION_NOUNS = words(
    "group authority organisation organization charity union federation agency company firm carrier airline bank lender watchdog regulator party club association body league manufacturer maker automaker retailer operator "
    "utility institute think-tank newspaper daily broadcaster network foundation campaigners campaigner sponsor rival campaign movement alliance coalition front militia giant chain developer owner supplier insurer"
)
ANAPHORS = words(
    "group watchdog organisation organization charity company firm body agency bank lender carrier airline maker pair duo"
)
VOICES = words(
    "spokesman spokeswoman spokesperson spokespeople lawyer lawyers attorney attorneys solicitor barrister counsel representative agent statement aide aides"
)
OFFICES = words(
    "government ministry president premier chancellor minister ministers king army military authorities officials cabinet kremlin parliament embassy ambassador foreign administration regime leader state"
)
INSIDERS = {
    "police": words("constable officer officers sheriff police superintendent inspector commissioner detective"),
    "court": words("judge judges justice justices court magistrate panel ruling"),
    "judges": words("judge judges justice court"),
    "judge": words("judge judges court"),
    "tribunal": words("judge judges tribunal"),
    "prosecutors": words("prosecutor prosecutors prosecution"),
    "prosecutor": words("prosecutor prosecutors prosecution"),
    "researchers": words("author authors researcher researchers co-author study scientist team"),
    "scientists": words("author authors researcher researchers co-author study scientist team"),
    "study": words("author authors researcher researchers co-author study team"),
    "inquiry": words("inquiry chair chairman commissioner judge dame panel"),
    "commission": words("commission commissioner chairman chair chairwoman"),
    "senate": words("senator sponsor bill's bill"),
    "parliament": words("speaker sponsor bill's"),
    "government": words(
        "government army military minister ministers ministry president premier cabinet spokesman spokeswoman white-house prime official officials treasury secretary"
    ),
    "cabinet": words("government minister ministers cabinet prime"),
    "soldiers": words("colonel general junta soldiers captain army"),
    "junta": words("colonel general junta soldiers captain army"),
    "ministers": words("conference president chair host"),
    "company": words("executive ceo company company's firm chairman founder firm's owner president"),
    "group": words("director group group's head researcher founder co-founder author campaigner"),
    "organisation": words(
        "director head chair chairman executive ceo chief secretary president organisation researcher founder chairwoman its"
    ),
}
LEAD_INS = words(
    "as in on at after before during following amid despite with for from by as meanwhile separately earlier later however but and also yet still instead elsewhere yesterday today tonight here there "
    "even when since while although though if because once until given unlike like along among under without across over instead nonetheless nevertheless thus then so indeed moreover furthermore additionally both just amid outside inside throughout within first second third finally next late early shortly soon reacting speaking responding writing addressing commenting asked visiting citing calling to speaking moments hours minutes days according"
)
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

ENGLISH = StanceTable(
    predicates=PREDICATES,
    speech=SPEECH,
    naming=NAMING,
    quoted=QUOTED,
    reported=REPORTED,
    named=NAMED,
    passives=PASSIVES,
    old=OLD,
    elsewhere=ELSEWHERE,
    hearsay=HEARSAY,
    announcing=ANNOUNCING,
    pointing=POINTING,
    collectives=COLLECTIVES,
    organisation_nouns=ORGANISATION_NOUNS,
    anaphors=ANAPHORS,
    voices=VOICES,
    offices=OFFICES,
    insiders=INSIDERS,
    lead_ins=LEAD_INS,
    months=MONTHS,
    grammar=GRAMMAR,
)

EVENTS_ENGLISH = EventTable(
    against=frozenset({"struck down", "strikes down", "shut down", "threw out", "thrown out"})
    | words(
        "accused accuses accusing charged charges charging sued sues fined fines banned bans suspended suspends dismissed dismisses fired fires sacked sacks arrested arrests detained detains sentenced sentences convicted convicts "
        "jailed indicted blocked blocks expelled expels sanctioned sanctions seized seizes shut raided defeated ousted toppled blamed deported evicted disqualified stripped outlawed blacklisted penalised penalized impeached "
        "overturned annulled quashed voided removed demoted recalled extradited closed exposed acquitted cleared"
    ),
    acts=words(
        "published publishes released releases issued issues announced announces unveiled launched imposed imposes passed approved adopted signed signs voted ruled rules struck cut cuts raised raises resigned resigns quit "
        "won wins returned killed kills bombed bombs attacked attacks invaded opened closed ended agreed agrees reported reports found finds will plans planned threw granted refused rejected collided exploded ran "
        "tore struck hit scrapped cancelled merged bought sold fell slaps slapped appointed named elected crashed sank leaked hacked shot stormed burned"
    ),
    saying=words("said says"),
    authoring=words(
        "proposed drafted sponsored introduced tabled ordered championed authored commissioned initiated unveiled"
    ),
    measures=words("sanctions tariff tariffs duty duties fine fines penalty ban embargo restrictions levy curbs"),
    accusing=words("accused accuses accusing charged charges charging sued sues blamed indicted"),
    documents=words(
        "report study investigation findings research inquiry audit survey analysis review ruling verdict judgment"
    ),
    finding=words("found finds concluded concludes alleged alleges ruled rules showed shows"),
    undertakings=words("takeover merger bid acquisition deal purchase sale buyout tie-up plan plans"),
    laws=words("law laws decree bill act order"),
    lawmaker="government",
    blames=words(
        "audit audits inquiry investigation review criticism critique indictment report reports accusation accusations allegation allegations charge charges claim claims finding findings study verdict ruling"
    ),
)
