"""English words by which actors answer an event."""

from __future__ import annotations

import re

from digest.languages.names import words
from digest.languages.phrasebook import phrase, small
from digest.languages.stance import StanceTable
from digest.languages.stance_actors_en import ANAPHORS, COLLECTIVES, INSIDERS, OFFICES, ORGANISATION_NOUNS, VOICES
from digest.languages.stance_grammar_en import ENGLISH as GRAMMAR
from digest.languages.stance_said_en import (
    FELT_ANGER,
    FELT_FEAR,
    FELT_JOY,
    FELT_SORROW,
    JUDGING,
    NAMED,
    QUOTED,
    REPORTED,
)
from digest.languages.stance_words_en import row
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


LED_TO = (
    r"(?:(?:was|were)\s+(?:quick|swift|among\s+(?:the\s+first|those|several|many)|(?:one\s+of\s+)?the\s+(?:first|latest|last))(?:\s+[\w-]+){0,3}?|"
    r"rushed|hastened|hurried|moved\s+(?:quickly|swiftly)|took\s+to\s+(?:\w+\s+){1,3}?|used\s+(?:[\w’'-]+\s+){1,4}?)\s*to\s+"
)
"""What brings a stance as an infinitive: "was quick to condemn", "used his speech to denounce"."""
JOINED = r"(?:joined\s+(?:[\w’'-]+\s+){0,6}?in|(?:was|were)\s+united\s+in|united\s+in|lost\s+no\s+time\s+in|wasted\s+no\s+time\s+(?:in\s+)?|joined\s+(?:[\w’'-]+\s+){0,4}?)\s*"
"""What brings it as a participle: "joined France in condemning"."""


def _dressed(verbs: str) -> str:
    """Regular ``verbs`` after another verb: "was quick to condemn", "joined in condemning".

    >>> re.search(_dressed("condemn"), "Chad was quick to condemn the coup")[0]
    'was quick to condemn'
    """
    bare = "|".join(verbs.split())
    ing = "|".join(f"{verb.removesuffix('e') if not verb.endswith('ee') else verb}ing" for verb in verbs.split())
    return rf"{LED_TO}(?:\w+ly\s+)?(?:{bare})|{JOINED}(?:\w+ly\s+)?(?:{ing})"


UTTERED = (
    r"(?:expressed|expresses|voiced|voices|offered|offers|conveyed|conveys|sent|sends|extended|extends|registered|registers|signalled|signaled|signals|declared|reiterated|repeated|"
    r"shared|shares|stated|spoke of|speaks of|talked of|spoke out with|reacted with|responded with|reacts with|responds with|made clear|added (?:its|his|her|their)|spelled out|spelt out|aired|did not hide|made no secret of)"
)
"""Verbs that take a noun of feeling: "expressed regret", "reacted with dismay"."""
GAP = r"(?:\s+[\w’'-]+){0,4}?\s+"

SORROW = r"(?:frustration|anguish|pain|deep loss|distress|regrets?|sorrow|sadness|grief|condolences?|sympath(?:y|ies)|dismay|disappointment|shock|remorse|shame|sorry|apolog(?:y|ies)|thoughts and prayers)"
CONCERN = (
    r"(?:concerns?|alarm|fears?|worr(?:y|ies)|unease|misgivings|doubts?|anxiety|apprehension|scepticism|skepticism)"
)
ANGER = r"(?:criticism|objections?|opposition|disapproval|scorn|resentment|abhorrence|rage|wrath|outrage|anger|fury|horror|disgust|indignation|condemnation|revulsion|contempt|displeasure|protest|protests)"
BACKING = r"(?:solidarity|sympathy for|readiness to help|willingness to help|support|confidence|backing|trust|full faith|faith)"
JOY = r"(?:admiration|congratulations|enthusiasm|happiness|thanks|hope|optimism|satisfaction|relief|joy|delight|appreciation|gratitude|praise|pleasure|approval)"
NO_COMMENT = (
    r"(?:declined|declines|refused|refuses)(?:\s+\w+){0,2}?\s+(?:to\s+(?:\w+ly\s+)?(?:comment|answer|discuss|elaborate|speak|be drawn|say|be interviewed|name|specify|disclose|give\s+(?:[\w-]+\s+)?(?:details|figures|estimates?|reasons?|names?))|comment|an interview|interview requests)|"
    r"(?:would|could|will|did|does|do)\s*(?:not|n[’']t)\s+(?:(?:want|wish)\s+to\s+|be\s+)?comment(?:ing)?(?!\s+at\s+length)|(?:had|has|have|offered|gave)\s+no\s+(?:immediate\s+)?comment|"
    r"would\s*(?:not|n[’']t)\s+(?:say|confirm|discuss|elaborate|be\s+drawn|answer|give\s+details)|refrained from commenting|declined to do so|(?:made|makes|reserved|withheld)\s+(?:no\s+)?comment|(?:stayed|remained|kept|fell)\s+silent|kept\s+(?:its|his|her|their)\s+(?:own\s+)?counsel|would\s+neither\s+confirm|(?:refused|declined)\s+to\s+(?:confirm|take\s+questions|respond)|(?:did|does)\s+not\s+(?:wish|want)\s+to\s+(?:comment|speak|talk)"
)

MESSAGE = r"(?:issued|released|published|signed|sent|wrote|posted|put\s+out)\s+(?:[\w-]+\s+){1,5}?"
"""What brings a stance as a participle: "issued a joint statement condemning"."""

PREDICATES = (
    (S.NO_COMMENT, small(NO_COMMENT)),
    (
        S.REJECTS,
        small(
            r"(?:refused|refuses|declined)\s+to\s+(?:accept|recogni[sz]e|take part|sign|back|support|cooperate|co-operate|comply)|"
            r"(?:would|will|did|does|do)\s*(?:not|n[’']t)\s+(?:accept|recogni[sz]e|support|back|take part|comply|sign|abide)|"
            r"(?:vowed|pledged|promised|threatened|vows|pledges|planned|plans|intends|intended)\s+to\s+(?:resist|fight|block|challenge|appeal|oppose|sue|contest|overturn|boycott|stop|prevent|scrap|repeal|abolish|undo|axe|do\s+away\s+with|tear\s+up|defeat|reverse|halt|thwart|defy|ignore|quit|leave|withdraw)|(?:turned|turns)\s+(?:its|his|her|their)\s+backs?|(?:ended|ends|terminated|cancelled|canceled|dropped|tore\s+up|quit)\s+(?:its|his|her|their)\s+(?:[\w-]+\s+)?(?:contracts?|deals?|sponsorships?|partnerships?|memberships?|agreements?|orders?|visits?|tours?|concerts?)|"
            r"dismiss(?:ed|es)(?!\s+(?:[\w’-]+\s+){0,3}?(?:[mM]inisters?|governor|chief|head|director|commissioner|[gG]eneral|judges?|ambassador|coach|manager|editor|secretary|chairman|president|officials?|officers?|employees|workers|staff|teachers|rector|principal|dean|professor|captain|envoy|lawyers?|pilots?|aides?)\b|\s+(?:him|her|them)\b)|brush(?:ed|es)\s+(?:aside|off)|laugh(?:ed|s)\s+off|play(?:ed|s)\s+down|scoff(?:ed|s)|sneer(?:ed|s)|appealed\s+(?:against|the(?=\s(?:ruling|verdict|decision|sentence|judg)))|(?:is|are|was|were)\s+(?:appealing|suing|contesting|challenging(?=\s+(?:the|this|that|its|his|her|their|an?)\s)|boycotting)|sued(?=\s)|(?:having|had)\s+none\s+of\s+it|(?:ruled|rules)\s+out|shrugg(?:ed|s)\s+off|hit\s+back|"
            r"(?:said|voted|came out|spoke out|argued|speaks out)\s+against|withdrew (?:its|his|her|their) support|poured cold water|turned down|distanced (?:itself|himself|herself|themselves)|"
            r"(?:vowed|pledged|promised|vows)\s+to\s+(?:carry\s+on|keep|continue|go\s+on)\s+(?:\w+\s+){0,3}?(?:fight|fighting|struggle|campaign|resistance)|called\s+an?\s+(?:[\w-]+\s+)?(?:strike|boycott|walkout)|(?:voted|came\s+out(?:\s+\w+ly)?|campaigned|lobbied|mobili[sz]ed|spoke|filed\s+(?:\w+\s+){0,2}?suit)\s+against|(?:opposes?|rejects?|disputes?)\s+(?:[\w’\x27-]+\s+){1,8}?[\w’\x27-]+,\s+(?:saying|arguing|insisting|calling|because)|(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:opposed\s+to|against(?=\s+(?:the|any|it|this|such|a)))|"
            r"(?:would|will|could|can)\s*(?:not|never)\s+(?:agree|endorse|vote\s+for|join|allow|recogni[sz]e|permit|tolerate)|(?:walked|stormed)\s+out(?=\s+(?:of\s+(?:the\s+)?(?:[\w-]+\s+)?(?:chamber|talks|meeting|session|hall|negotiations|room|debate|vote|hearing|summit|conference)|in\s+protest)|[.,]|\s+when)|"
            r"(?:put|placed)\s+(?:\S+\s+){1,8}?on\s+(?:hold|ice)|took\s+issue|disagree[ds]|object(?:ed|s)\s+(?:to|that)|(?:filed|lodged|launched)\s+(?:an?\s+)?(?:\w+\s+)?(?:appeal|challenge|complaint|lawsuit|suit|objection)|"
            r"(?:blocked|vetoed|torpedoed)\s+(?:an?|the)\s+(?:[\w-]+\s+)?(?:statement|resolution|declaration|motion)|(?:waved|batted|swatted|swept)\s+(?:\w+\s+){0,3}?(?:away|aside)|gave\s+short\s+shrift|rubbished|pooh-poohed|"
            r"(?:declared|pronounced)\s+(?:\S+\s+){1,4}?(?:null\s+and\s+void|invalid|dead)|"
            + _dressed("reject dismiss repudiate oppose dispute")
            + "|"
            + _forms("reject repudiate refute rebuff rebut=rebutted|rebuts repulse spurn scorn veto=vetoed|vetoes")
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
            r"(?:marched|rallied|demonstrated|gathered|turned\s+out|protested)\s(?:[\w’'-]+\s){0,12}?(?:against|in\s+protest|to\s+protest)|"
            rf"(?:lashed|lashes|hit|hits)\s+out|took\s+aim|rail(?:ed|s)\s+against|heap(?:ed|s)\s+scorn|{UTTERED}{GAP}{ANGER}|"
            rf"(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:{FELT_ANGER}|scathing|(?:highly|sharply|deeply|strongly|fiercely) critical)|protested\s+(?:against|over|at)|"
            r"(?:joined|swelled)\s+(?:the|a|in\s+the)\s+(?:\w+\s+)?(?:chorus|criticism|condemnation|outcry|protests?)|added\s+(?:its|his|her|their)\s+voices?\s+to\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:criticism|condemnation|outcry|protests?)|"
            r"(?:suspended|halted|froze|stopped|cancelled|canceled|broke\s+off|cut\s+off|cut|severed|downgraded|withdrew|scrapped)\s+(?:its|his|her|their|all|diplomatic|arms|weapons|military|trade|visa|aid|economic|official)\s*(?:[\w-]+\s+){0,3}?(?:ties|relations|sales|exports|deliveries|cooperation|co-operation|aid|assistance|talks|visits?|funding|support|trade|ambassadors?|contacts?)|"
            r"(?:led|leads|headed)\s+(?:the|a)\s+(?:chorus|wave|criticism|condemnation|outcry|protests?|attacks?)|(?:unfurled|unrolled|hung|held\s+up|carried|waved|brandished)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:banners?|placards?|posters?|signs?)(?!\s(?:\w+\s){0,2}?(?:support|solidarity|favou?r|thanks|welcome|thanking|welcoming))|(?:complained|complains|grumbled|grumbles|moaned|griped|protested|protests)(?=\s|[.,])|(?:wondered|wonders|asked|asks)\s+(?:aloud\s+)?(?:why|how\s+long|how\s+many\s+more)|"
            r"(?:had|has)\s+(?:harsh|strong|sharp|scathing|angry|bitter)\s+words|(?:poured|heaped)\s+(?:scorn|ridicule|cold\s+water)|took\s+(?:\w+\s+){1,4}?to\s+task|(?:laid|lays|put|puts|placed)\s+(?:the\s+)?(?:\w+\s+)?blame|pointed\s+(?:the|a)\s+finger|fulminated|fumed|"
            r"(?:was|were|is|are)\s+up\s+in\s+arms|(?:was|were|is|are)\s+(?:\w+ly\s+)?critical|(?:resigned|quit|withdrew|pulled\s+out|stepped\s+down|left)\s+(?:[\w’-]+\s+){0,5}?in\s+protest|(?:staged|held|began|started|joined)\s+an?\s+(?:\w+\s+)?(?:sit-in|hunger\s+strike|walkout|protest|demonstration)|(?:closed|shut)\s+(?:its|their)\s+(?:embassy|consulate|borders?|airspace)|imposed\s+(?:\w+\s+)?(?:sanctions|an\s+embargo)\s+(?:on|against)|retaliated|(?:hurled|threw|shouted|chanted)\s+(?:\w+\s+){0,2}?(?:stones|insults|slogans|eggs|abuse|rotten)|booed|jeered|heckled|went\s+on\s+(?:hunger\s+)?strike|"
            r"(?:lodged|filed|delivered|handed\s+over|made|sent)\s+an?\s+(?:\w+\s+){0,2}?(?:protest|protest\s+note)|rebelled|revolted|(?:threw|flung|levelled|leveled)\s+(?:[\w-]+\s+){1,4}?accusations|inveighed|protested(?=[.,]|\s*\Z)|"
            + _dressed("condemn denounce criticise criticize blast decry deplore lambaste blame accuse slam castigate")
            + "|"
            r"attacked\s+(?:[\w’'.,-]+\s+){1,12}?(?:as|over|for)(?=\s)|recalled\s+(?:its|his|her|their)\s+ambassador|summoned\s+(?:[\w’']+\s+){1,3}?(?:ambassador|envoy|diplomats?|charge)|expelled\s+(?:[\w’']+\s+){0,3}?(?:diplomats?|ambassador|envoys?)|took to the streets|downed tools|staged? (?:a )?(?:protests?|walkout)|walked out(?! of)|(?:blocked|occupied|barricaded)\s+(?:\w+\s+){0,3}?(?:roads?|bridges?|streets?|highways?|motorways?|traffic|entrances?|gates?|railways?)|"
            r"(?:marched|rallied|demonstrated)\s+(?:against|in protest|over)|rounded\s+on|"
            + _forms(
                "condemn denounce slam=slammed(?!_into)|slams(?!_into) criticise criticize blast decry=decried|decries deplore lambast lambaste blame accuse "
                "castigate rebuke assail excoriate fault mock scold chide ridicule pillory reprimand berate censure deride "
                "savage skewer vilify chastise chastize upbraid disparage deprecate denigrate demonise demonize flay pan=panned|pans trash revile bash "
                "impugn arraign admonish begrudge resent detest abhor malign disapprove=disapproved_of|disapproves_of"
            )
        ),
    ),
    (
        S.REGRETS,
        small(
            r"(?:prayed|prays|praying)\s+for|(?:was|is|are|were)\s+praying|(?:declared|ordered|announced)\s+(?:[\w-]+\s+){1,4}?(?:of\s+)?mourning|(?:wept|sobbed|cried|(?:was|were)\s+(?:in\s+tears|close\s+to\s+tears|lost\s+for\s+words))|(?:lit|laid|left|placed)\s+(?:\w+\s+){0,2}?(?:candles|flowers|wreaths?)|(?:held|observed)\s+(?:an?\s+)?(?:\w+\s+)?(?:vigils?|silence|minute[’']s\s+silence)|"
            r"ordered\s+flags|(?:led|leads)\s+(?:the\s+)?(?:tributes|mourning|mourners)|(?:lowered|flew)\s+(?:its|their|the)?\s*flags?|(?:bowed|bows)\s+(?:his|her|their)\s+heads?|(?:was|were)\s+among\s+(?:those|the\s+first)\s+(?:to\s+(?:send|offer|express)|sending|offering|expressing)\s+(?:\w+\s+){0,2}?(?:condolences|sympathy)|sent\s+(?:their|his|her|its)\s+(?:\w+\s+)?(?:condolences|thoughts|prayers)|"
            + _dressed("regret lament mourn")
            + "|"
            rf"{UTTERED}{GAP}{SORROW}|(?:paid|pays)\s+tribute|(?:sent|sends|offered)\s+(?:a\s+)?messages?\s+of\s+(?:condolence|sympathy)|"
            rf"(?:was|were|is|are|felt|feels)\s+(?:\w+ly\s+|very\s+|so\s+)?{FELT_SORROW}|"
            + _past("regret=regretted lament mourn apologise apologize bemoan rue grieve bewail commiserate")
            + r"|regrets|laments|apologi[sz]es|mourns"
        ),
    ),
    (
        S.WARNS,
        small(
            r"warning\s+(?:that|of)|(?:put|placed)\s+(?:its|their)\s+(?:[\w-]+\s+)?(?:troops|forces|army|police|navy)\s+on\s+(?:\w+\s+)?alert|(?:had|has|have)\s+(?:\w+\s+)?(?:concerns?|doubts?|misgivings|reservations|qualms|fears)|(?:cast|casts|cast\s+\w+)\s+doubt|called\s+into\s+question|(?:put|puts|placed)\s+a\s+question\s+mark|"
            r"(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:sceptical|skeptical|wary|doubtful|cautious|nervous|on\s+alert)|(?:sees|saw)\s+(?:an?\s+)?(?:danger|risk|threat|peril)|urged\s+caution|(?:braced|bracing)\s+for|(?:expects?|expected|foresees|foresaw|anticipates)\s+(?:an?\s+)?(?:\w+\s+){0,2}?(?:wave|flood|spate|rise|closures|losses|shortages?|bankruptcies|layoffs|chaos|unrest|turmoil|higher|fewer|worse)|predicted\s+(?:that|an?)\s+(?:\w+\s+)?(?:shortage|disaster|collapse|crisis|recession|war)|"
            + _dressed("warn caution")
            + "|"
            rf"{MESSAGE}warning|(?:fear|worry|warn)\s+(?:that|about|for|the)|(?:reacted|responded)\s+(?:coolly|warily|cautiously|sceptically|skeptically)|"
            rf"{UTTERED}{GAP}{CONCERN}|(?:raised|raises|rang|sounded)\s+(?:\w+\s+){{0,2}}?(?:alarm|alarms|concerns?|doubts?|questions|fears)|"
            rf"fears\s+(?:that|for|more|a|an|the|it)|(?:was|were|is|are)\s+(?:\w+ly\s+)?{FELT_FEAR}|(?:advised|advises)\s+(?:its|their)\s+citizens|"
            + _forms("warn caution forewarn alert")
            + "|"
            + _past("fear worry=worried threaten question doubt fret=fretted")
        ),
    ),
    (
        S.SUPPORTS,
        small(
            r"(?:defending|backing)|got\s+behind|(?:put|puts|placed)\s+(?:[\w’-]+\s+){1,8}?at\s+(?:the\s+|its\s+|their\s+)?(?:[\w’]+\s+)?disposal|saw\s+nothing\s+wrong|joined\s+(?:the\s+)?(?:\w+\s+)?(?:picket|strikers|march|marchers|strike)|(?:has|have)\s+flown|(?:closed|closes)\s+ranks|(?:came|comes)\s+out\s+(?:in\s+(?:favou?r|support|defen[cs]e)|for)|(?:is|was|are|were)\s+(?:\w+ly\s+)?(?:ready|prepared|willing|standing\s+by)\s+to\s+(?:help|assist|mediate|support|send|provide|host|contribute)|(?:was|were|is|are)\s+on\s+(?:the\s+)?[\w’']+\s+side|(?:was|were|is|are)\s+in\s+favou?r|"
            r"(?:gave|gives|lent|lends|pledged|offered|promised)\s+(?:\w+\s+)?(?:its|his|her|their|full|strong|cautious|unequivocal|qualified)\s+(?:\w+\s+)?(?:backing|support|blessing|approval|assent)|(?:offered|offers|pledged|promised)\s+(?:[\w’'-]+\s+){1,4}?(?:help|aid|support|assistance|expertise)|"
            r"(?:promised|pledged|agreed|vowed)\s+to\s+(?:step\s+up|send|assist|support|back|stand|provide|increase|join|contribute|double)|(?:voted|campaigned)\s+(?:for|in\s+favou?r)|(?:sprang|came|rose|went|jumped|hurried)\s+to\s+(?:[\w’']+\s+){1,3}?(?:defen[cs]e|aid|help|rescue|side)|stuck\s+up\s+for|stuck\s+by|agree[sd]?\s+with(?!\s+(?:[\w’'-]+\s+){1,6}?(?:to|that|on)\b)|opened\s+(?:its|their)\s+(?:doors|borders|homes|schools)|"
            rf"{LED_TO}(?:send|offer|dispatch|provide|help)|" + _dressed("support back defend endorse") + "|"
            rf"{MESSAGE}(?:supporting|backing|defending)|"
            rf"{UTTERED}{GAP}{BACKING}|(?:stood|stands|stand)\s+(?:firmly\s+|squarely\s+)?(?:by|with|behind(?!\s+(?:him|her|them)\b))|(?:threw|throws|put)\s+(?:its|his|her|their)\s+weight\s+behind|"
            r"(?:offered|offers|pledged|promised)\s+(?:\w+\s+){0,3}?(?:help|aid|support|assistance|rescue|teams|shelter|food|water|money|medicine|to\s+(?:send|help|mediate|assist|host|provide))|(?:pledged|promised|donated|offered)\s+(?:\w+\s+)?[\w.,$€£]*\d[\w.,]*\s+(?:\w+\s+)?(?:million|billion|kron\w+|dollars|euros|pounds)|(?:pledged|promised|donated|offered|earmarked|set\s+aside)\s+(?:[\w.,$€£-]+\s+){0,4}?(?:millions?|billions?|euros|dollars|pounds|crowns|kroner|kronor|francs|yen|rupees|tonnes|tons)|(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:sending|flying\s+in|dispatching|deploying|donating)|stood\s+ready|stands\s+ready|(?:held|hung|carried|waved|unfurled)\s+(?:[\w-]+\s+){0,3}?banners?\s+of\s+support|(?:pledged|promised)\s+(?:the\s+)?(?:[\w-]+\s+)?(?:help|aid|support)|(?:pledged|promised)\s+to\s+(?:pay|rebuild|help|fund)|sided\s+with|sides\s+with|(?:came|leapt|rushed|jumped)\s+to\s+(?:[\w’']+\s+){1,3}?defen[cs]e|"
            r"(?:spoke|came out|speaks)\s+in\s+(?:favou?r|defen[cs]e|support)|rallied\s+(?:behind|around|to)|(?:offered|offers)\s+to\s+mediate|(?:sent|dispatched|deployed|flew\s+in)\s+(?:\w+\s+){0,3}?(?:rescue|rescuers|aid|help|doctors|medics|helicopters?|teams?|supplies|ships?|planes?|equipment|firefighters|tents)|(?:rallied|marched|gathered|demonstrated|held|wore|signed|lit)\s(?:[\w’'-]+\s){0,6}?in\s+(?:support\s+of|solidarity)|lined up behind|"
            + _forms("defend endorse champion")
            + "|"
            + _past("support back second")
        ),
    ),
    (
        S.WELCOMES,
        small(
            r"(?:welcoming|praising|hailing|applauding|congratulating)|(?:paid|pays)\s+tribute\s+to\s+(?:[\w-]+\s+){0,4}?(?:\w+[’']s?|their|his|her|its|the)\s+(?:courage|bravery|humility|wisdom|work|efforts?|leadership|patience|determination|resilience|skill|dedication|team|rescuers|police|judges?|firefighters)|breathed\s+(?:a\s+)?(?:\w+\s+)?sigh|took\s+heart|danced|honked|embraced\s+each\s+other|(?:was|were)\s+full\s+of\s+praise|(?:had|has)\s+(?:\w+\s+)?(?:warm|kind)\s+words|(?:sees|saw)\s+(?:an?\s+)?(?:\w+\s+)?(?:opportunity|chance|hope)|"
            + _dressed("welcome hail praise applaud laud celebrate congratulate commend salute")
            + "|"
            rf"{MESSAGE}(?:welcoming|praising|hailing|applauding)|gave\s+(?:\w+\s+){{0,3}}?an?\s+(?:\w+\s+)?welcome|"
            rf"{UTTERED}{GAP}{JOY}|(?:greeted|greets)\s+(?:the\s+)?(?:\w+\s+)?(?:news\s+)?with|(?:was|were|is|are)\s+(?:\w+ly\s+|very\s+|more\s+than\s+)?{FELT_JOY}|"
            + _forms(
                "welcome hail praise applaud laud cheer celebrate congratulate commend salute thank acclaim extol=extolled|extols relish rejoice toast fete"
            )
            + r"|conceded|paid homage|gave (?:\w+ )?a (?:cautious |warm )?welcome"
        ),
    ),
    (
        S.CALLS_FOR,
        small(
            r"(?:demanding|urging|calling\s+(?:for|on))|wants?\s+(?:[\w’'-]+\s+){1,6}?(?:to(?=\s\w)|held|tried|punished|released|removed|reviewed|scrapped|banned|investigated|stopped|clarified|within|by|from|at)|wants?\s+(?:\w+\s+){0,3}?(?:compensation|justice|answers|assurances|clarity|guarantees|talks|peace|action|sanctions|elections|reforms?)|hop(?:ed|es)\s+(?:that\s+)?(?:[\w’'-]+\s+){1,5}?(?:would|will)|(?:is|are|was|were)\s+(?:\w+ing\s+)?(?:demanding|urging|calling\s+(?:for|on)|pressing\s+(?:for|the)|pushing\s+for|asking|seeking|lobbying)|"
            r"(?:insisted|insists)\s+on|(?:pushed|pushes|lobbied|agitated)\s+for|(?:put|tabled)\s+(?:forward\s+)?(?:an?\s+)?(?:\w+\s+)?(?:motion|resolution|petition)|(?:set|gave)\s+(?:[\w’'-]+\s+){1,4}?(?:deadline|ultimatum)|(?:launched|started|signed|handed\s+in|submitted)\s+an?\s+(?:\w+\s+)?petition|wrote\s+to\s+(?:[\w’'-]+\s+){1,6}?(?:asking|demanding|urging)|"
            r"(?:advocated|advocates)\s+(?:for\s+)?|proposed|begged|begs|exhorted|"
            + _dressed("urge demand request recommend")
            + "|"
            rf"{MESSAGE}(?:urging|demanding|calling\s+(?:for|on)|asking)|"
            r"(?:pleaded|pleads)(?!\s+(?:not\s+)?guilty|\s+no\s+contest)|(?:called|(?<!return )(?<!returned )calls|calling)\s+(?:\w+\s+){0,2}?(?:for|on|upon)|(?:appealed|appeals)\s+(?:to|for)|(?:pressed|presses)(?!\s+(?:[\w’'.-]+\s+){1,5}?(?:on|about|over|whether)\b)\s+|(?:sought|seeks)\s+(?:an|a|the|compensation|answers|assurances|clarification)|"
            r"(?:asked|asks)\s+(?!how\b|why\b|what\b|where\b|who\b|if\b|whether\b|about\b)(?:\w+\s+){0,6}?(?:to|for)|wants?\s+(?:an?|the)\s+(?:\w+\s+){0,2}?(?:inquiry|investigation|ban|rule|law|guarantee|apology|halt|moratorium|review|referendum|debate|explanation)|(?:would|will)\s+seek|(?:invited|invites)\s+(?:\w+\s+){1,5}?to|(?:told|tells)\s+(?:(?!he\b|she\b|it\b|they\b|we\b|i\b|that\b|reporters|journalists)\w+\s+){1,4}?to(?=\s)|(?:issued|made)\s+an?\s+(?:\w+\s+)?(?:appeal|plea|call)|"
            + _forms(
                "urge demand implore exhort request=requested recommend beseech petition entreat advise=advised_the|advised_against"
            )
        ),
    ),
    (S.DENIES, small(_forms("deny disclaim disavow"))),
)

SPEECH = small(
    r"said|says|say|argue|insist|maintain|contend|contends|contended|told|tells|wrote|writes|tweeted|posted|stated|states|added|adds|argued|argues|insisted|insists|stressed|declared|declares|announced|announces|"
    r"(?:was|were)\s+(?!not\b)(?:[\w-]+\s+){0,2}?[\w-]+:(?=\s)|asked(?=\s+(?:if|whether|why|how|who|what|where|when)\b|\s+[A-Z]|\s+(?:the|an?|his|her)\s)|wondered|hoped|recalled|reckoned|joked|quipped|mused|exclaimed|snapped|blogged|reminded|informed|assured|commented|noted|notes|explained|claimed|claims|maintained|replied|responded|reacted|remarked|observed|acknowledged|accepted|accepts|admitted|conceded|believes|believed|"
    r"vowed|vows|promised|pledged|testified|suggested|continued|countered|retorted|predicted|thundered|tweets|posts|complained|complains|concluded|confirmed|made clear|agreed"
)
NAMING = small(
    r"calling|describing|branding|labelling|labeling|dubbing|(?:spoke|speaks|talked)\s+of|called|calls|described|describes|labell?ed|labels|branded|brands|termed|terms|dubbed|dubs|characteri[sz]ed|deemed|likened|considered|compared|portrayed|painted|denied"
)

BROUGHT = (
    r"(?:drew|drawn|draws|drawing|sparked|sparking|provoked|provoking|brought|prompted|prompting|triggered|elicited|attracted|earned|won|met|faced|came\s+under|ran\s+into|unleashed|set\s+off|raised|caused|stirred|sowed|spread|"
    r"fuelled|garnered|greeted|received|answered|to|there\s+was|there\s+were|followed\s+by)\s+(?:with\s+)?(?:[\w-]+\s+){0,3}?"
)
"""What brings a noun of stance whose actor follows: "met with scorn from", "to the dismay of"."""
FROM = r"(?:\s+and\s+\w+)?\s+(?:by|from|among|of|in)"
CAME = r"\s+(?:\w+\s+)?(?:came|poured\s+in|arrived|was\s+heard|rained\s+down)\s+(?:\w+\s+)?from"
"""What follows such a noun that is itself the subject: "criticism also came from"."""


def _received(participles: str, nouns: str) -> re.Pattern[str]:
    """A stance whose actor follows it: ``participles`` with "by", and ``nouns`` that somebody draws from an actor."""
    done, drawn = row(participles), row(nouns)
    return small(
        rf"(?:{done})\s+(?:\w+\s+){{0,2}}?by|{BROUGHT}(?:{drawn}){FROM}|(?:{drawn}|{drawn.capitalize()}){CAME}"
    )


PASSIVES = (
    (
        S.CONDEMNS,
        _received(
            "condemned denounced criticised criticized slammed decried deplored blasted lambasted blamed castigated derided ridiculed "
            "mocked pilloried censured assailed rebuked panned vilified",
            "criticism criticisms condemnation outrage anger fury protest protests ire rebuke rebukes scorn derision disbelief outcry backlash "
            "indignation ridicule fire uproar rage flak complaints accusations boos jeers",
        ),
    ),
    (
        S.WELCOMES,
        _received(
            "welcomed hailed praised applauded lauded cheered celebrated commended acclaimed saluted",
            "praise applause plaudits approval relief joy delight cheers enthusiasm satisfaction acclaim congratulations jubilation thanks",
        ),
    ),
    (
        S.REJECTS,
        _received(
            "rejected dismissed opposed disputed contested rebuffed shunned boycotted",
            "opposition resistance objection objections rejection refusal defiance",
        ),
    ),
    (
        S.SUPPORTS,
        _received(
            "supported backed defended endorsed seconded",
            "support backing endorsement solidarity offers_of_help offers_of_aid offers_of_support",
        ),
    ),
    (
        S.WARNS,
        _received(
            "questioned doubted",
            "concern concerns alarm fear fears warning warnings scepticism skepticism unease caution worry worries doubt doubts misgivings",
        ),
    ),
    (
        S.CALLS_FOR,
        small(
            rf"{BROUGHT}(?:calls|demands|appeals|pleas)\s+(?:by|from|among)|(?:calls|demands|appeals|Calls|Demands){CAME}"
        ),
    ),
    (
        S.REGRETS,
        _received(
            "mourned lamented regretted",
            "dismay sadness disappointment shock sorrow regret regrets grief condolences sympathy tributes consternation distress frustration",
        ),
    ),
)

OLD = phrase(
    r"last\s+(?:year|month|week|summer|winter|spring|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december)(?:[’']s)?|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:years?|months?|weeks?|decades?)\s+(?:ago|earlier|before)|"
    r"(?:a|an)\s+(?:year|month|week|decade)\s+(?:ago|earlier|before)|has\s+long|have\s+long|had\s+long|long\s+(?:argued|been|opposed|called)|repeatedly|famously|at\s+the\s+time|earlier\s+this\s+(?:year|month)|previously|in\s+the\s+past|for\s+(?:years|decades|months)|"
    r"(?:during|in)\s+(?:his|her|their|its|last\s+year[’']s)\s+(?:\w+\s+)?campaign|as\s+(?:late|early|recently)\s+as|years\s+before|as\s+an?\s+(?:candidate|senator|lawmaker|backbencher|young|student|opposition)\b|in\s+recent\s+(?:years|months|weeks)|over\s+the\s+(?:years|past|last)|consistently|frequently|regularly|traditionally|throughout\s+(?:his|her|its|their)|when\s+(?:he|she|it|they)\s+(?:was|were)\s+(?:in|an?|still)|before\s+(?:taking|coming\s+to|becoming)|since\s+(?:taking|coming\s+to|becoming)|before\s+the\s+(?:vote|ruling|decision|announcement|attack|report|election)|ahead\s+of\s+the|back\s+in|once\s+(?:said|called|described|told|warned)|always\s+(?:said|opposed|supported|maintained)|in\s+a\s+(?:\d{4}|previous|former|earlier)"
)
ELSEWHERE = phrase(
    r"(?:a|an|the)\s+(?:separate|similar|different|unrelated|earlier|previous)\s+\w+|another\s+(?:subject|matter|topic|case|country|company|report|attack|incident|event|issue|decision|ruling|law|dispute|scandal|plan|question|bill|trial)|(?:did|does|has|have|had)\s*(?:not|n[’']t)\s+(?:\w+ly\s+)?(?:respond(?:ed)?|return(?:ed)?|repl(?:y|ied)|answer(?:ed)?)|could\s+not\s+(?:\w+ly\s+)?be\s+reached|also\s+spoke\s+about|on\s+another\s+(?:subject|matter|topic)|asked\s+about\s+(?:an)?other|in\s+an\s+unrelated|separately\s+from"
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
    r"both\s+sides|all\s+sides|that(?:[’']s|\s+(?:is|was|would))|this|it"
)
LEAD_INS = words(
    "regarding concerning as in on at after before during following amid despite with for from by as meanwhile separately earlier later however but and also yet still instead elsewhere yesterday today tonight here there "
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
    judging=JUDGING,
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
