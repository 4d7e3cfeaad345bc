"""English words by which actors answer an event."""

from __future__ import annotations

import re

from digest.languages.names import words
from digest.languages.stance import EventTable, StanceTable
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


def _phrase(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


UTTERED = (
    r"(?:expressed|expresses|voiced|voices|offered|offers|conveyed|sent|sends|extended|extends|registered|signalled|declared|reiterated|"
    r"shared|spoke of|speaks of|spoke out with|reacted with|responded with|reacts with|made clear)"
)
"""Verbs that take a noun of feeling: "expressed regret", "reacted with dismay"."""
GAP = r"(?:\s+[\w’'-]+){0,4}?\s+"

SORROW = r"(?:regrets?|sorrow|sadness|grief|condolences?|sympath(?:y|ies)|dismay|disappointment|shock|remorse|shame|sorry|thoughts and prayers)"
CONCERN = (
    r"(?:concerns?|alarm|fears?|worr(?:y|ies)|unease|misgivings|doubts?|anxiety|apprehension|scepticism|skepticism)"
)
ANGER = (
    r"(?:outrage|anger|fury|horror|disgust|indignation|condemnation|revulsion|contempt|displeasure|protest|protests)"
)
BACKING = r"(?:solidarity|support|confidence|backing|trust|full faith|faith)"
JOY = r"(?:satisfaction|relief|joy|delight|appreciation|gratitude|praise|pleasure|approval)"
FELT_ANGER = r"(?:outraged|appalled|disgusted|furious|angry|angered|incensed|horrified|sickened|indignant|infuriated|enraged|aghast|dismayed at how)"
FELT_SORROW = (
    r"(?:saddened|sad|shocked|disappointed|heartbroken|sorry|devastated|stunned|dismayed|grieved|distraught|in mourning|"
    r"deeply moved|shaken|dejected|ashamed|frustrated|let down|crushed)"
)
FELT_JOY = r"(?:pleased|delighted|glad|thrilled|happy|relieved|grateful|overjoyed|encouraged|proud|heartened|elated|thankful|ecstatic|satisfied)"
FELT_FEAR = r"(?:concerned|worried|alarmed|afraid|troubled|uneasy|fearful|anxious|disturbed)"

NO_COMMENT = (
    r"(?:declined|declines|refused|refuses)(?:\s+\w+){0,2}?\s+(?:to\s+(?:\w+ly\s+)?(?:comment|answer|discuss|elaborate|speak|be drawn|say|be interviewed)|comment|an interview|interview requests)|"
    r"(?:would|could|will|did|does|do)\s*(?:not|n[’']t)\s+(?:be\s+)?comment(?:ing)?|(?:had|has|have|offered|gave)\s+no\s+(?:immediate\s+)?comment|"
    r"refrained from commenting"
)
BY_WILL = r"(?:would|will|could|may|might)\s+(?:\w+ly\s+)?"

PREDICATES = (
    (S.NO_COMMENT, _phrase(NO_COMMENT)),
    (
        S.REJECTS,
        _phrase(
            r"(?:refused|refuses|declined)\s+to\s+(?:accept|recogni[sz]e|take part|sign|back|support|cooperate|co-operate|comply)|"
            r"(?:would|will|did|does|do)\s*(?:not|n[’']t)\s+(?:accept|recogni[sz]e|support|back|take part|comply|sign|abide)|"
            r"(?:vowed|pledged|promised|threatened|vows|pledges|planned|plans|intends|intended)\s+to\s+(?:resist|fight|block|challenge|appeal|oppose|sue|contest|overturn|boycott)|"
            r"brush(?:ed|es)\s+(?:aside|off)|(?:ruled|rules)\s+out|shrugg(?:ed|s)\s+off|hit\s+back|"
            r"(?:said|voted|came out|spoke out|argued|speaks out)\s+against|withdrew (?:its|his|her|their) support|poured cold water|turned down|distanced (?:itself|himself|herself|themselves)|"
            + _forms("reject dismiss repudiate refute rebuff rebut repulse")
            + "|"
            + _past("oppose dispute contest challenge boycott")
        ),
    ),
    (
        S.CONDEMNS,
        _phrase(
            rf"(?:lashed|lashes|hit|hits)\s+out|took\s+aim|rail(?:ed|s)\s+against|heap(?:ed|s)\s+scorn|{UTTERED}{GAP}{ANGER}|"
            rf"(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:{FELT_ANGER}|scathing|(?:highly|sharply|deeply|strongly|fiercely) critical)|protested\s+(?:against|over|at)|"
            r"recalled\s+(?:its|his|her|their)\s+ambassador|summoned\s+the|expelled|took to the streets|downed tools|staged? (?:a )?(?:protests?|walkout)|walked out|blocked|"
            r"(?:marched|rallied|demonstrated)\s+(?:against|in protest|over)|rounded\s+on|"
            + _forms(
                "condemn denounce slam=slammed|slams criticise criticize blast decry=decried|decries deplore lambast lambaste blame accuse "
                "castigate rebuke assail excoriate fault mock scold chide ridicule pillory reprimand berate censure deride "
                "savage skewer"
            )
        ),
    ),
    (
        S.REGRETS,
        _phrase(
            rf"{UTTERED}{GAP}{SORROW}|(?:paid|pays)\s+tribute|(?:sent|sends|offered)\s+(?:a\s+)?messages?\s+of\s+(?:condolence|sympathy)|"
            rf"(?:was|were|is|are|felt|feels)\s+(?:\w+ly\s+|very\s+|so\s+)?{FELT_SORROW}|"
            + _past("regret lament mourn apologise apologize bemoan rue grieve")
            + r"|regrets|laments|apologi[sz]es|mourns"
        ),
    ),
    (
        S.WARNS,
        _phrase(
            rf"{UTTERED}{GAP}{CONCERN}|(?:raised|raises|rang|sounded)\s+(?:\w+\s+){{0,2}}?(?:alarm|alarms|concerns?|doubts?|questions|fears)|"
            rf"(?:was|were|is|are)\s+(?:\w+ly\s+)?{FELT_FEAR}|(?:advised|advises)\s+(?:its|their)\s+citizens|"
            + _forms("warn caution")
            + "|"
            + _past("fear worry=worried threaten question")
        ),
    ),
    (
        S.SUPPORTS,
        _phrase(
            rf"{UTTERED}{GAP}{BACKING}|(?:stood|stands|stand)\s+(?:firmly\s+|squarely\s+)?(?:by|with|behind)|(?:threw|throws|put)\s+(?:its|his|her|their)\s+weight\s+behind|"
            r"(?:offered|offers|pledged|promised)\s+(?:\w+\s+){0,3}?(?:help|aid|support|assistance|rescue|teams|to\s+(?:send|help|mediate|assist|host|provide))|sided\s+with|sides\s+with|came\s+to\s+the\s+defen[cs]e|"
            r"(?:spoke|came out|speaks)\s+in\s+(?:favou?r|defen[cs]e|support)|rallied\s+(?:behind|around|to)|(?:offered|offers)\s+to\s+mediate|sent\s+(?:rescue|aid|help|doctors)|lined up behind|"
            + _forms("defend endorse")
            + "|"
            + _past("support back")
        ),
    ),
    (
        S.WELCOMES,
        _phrase(
            rf"{UTTERED}{GAP}{JOY}|(?:greeted|greets)\s+(?:the\s+)?(?:\w+\s+)?(?:news\s+)?with|(?:was|were|is|are)\s+(?:\w+ly\s+|very\s+|more\s+than\s+)?{FELT_JOY}|"
            + _forms("welcome hail praise applaud laud cheer celebrate congratulate commend salute thank")
            + r"|conceded|paid homage|gave (?:\w+ )?a (?:cautious |warm )?welcome"
        ),
    ),
    (
        S.CALLS_FOR,
        _phrase(
            r"(?:called|calls|calling)\s+(?:\w+\s+){0,2}?(?:for|on|upon)|(?:appealed|appeals)\s+(?:to|for)|(?:pressed|presses)\s+(?:for|the)|(?:sought|seeks)\s+(?:an|a|the|compensation|answers|assurances|clarification|to)|"
            r"(?:asked|asks)\s+(?:\w+\s+){1,6}?(?:to|for)|(?:would|will)\s+seek|(?:invited|invites)\s+(?:\w+\s+){1,5}?to|(?:told|tells)\s+(?:\w+\s+){1,5}?to\s|(?:issued|made)\s+an?\s+(?:\w+\s+)?(?:appeal|plea|call)|"
            + _forms(
                "urge demand plead=pleaded|pled|pleads implore exhort insist request=requested recommend beseech petition"
            )
        ),
    ),
    (S.DENIES, _phrase(_forms("deny disclaim disavow"))),
)

SPEECH = _phrase(
    r"said|says|told|tells|wrote|writes|tweeted|posted|stated|states|added|adds|argued|argues|insisted|insists|stressed|declared|declares|announced|announces|"
    r"commented|noted|notes|explained|claimed|claims|maintained|replied|responded|reacted|remarked|observed|acknowledged|accepted|accepts|admitted|conceded|believes|believed|"
    r"vowed|vows|promised|pledged|testified|suggested|continued|countered|retorted|predicted|thundered|tweets|posts|complained|complains|concluded|confirmed|made clear|agreed"
)
NAMING = _phrase(
    r"called|calls|described|describes|labell?ed|labels|branded|brands|termed|terms|dubbed|dubs|characteri[sz]ed|deemed|likened|considered|compared|portrayed|painted|denied"
)

WHO = r"(?:I|we|it|he|she|they|(?:his|her|its|their|our|the)\s+(?:\w+\s+)?(?:party|group|union|government|country|company|organi[sz]ation|members|team|client|ministry|club|church|people|nation|administration))"
"""Who a speaker speaks of when he speaks for himself."""
BE = r"(?:was|were|is|are|[’']s|[’']re|[’']m|be|been|being|am|felt|feels?|remains?|remained)"
SOFT = r"(?:\w+ly\s+|very\s+|so\s+|simply\s+|just\s+|nothing\s+(?:less|more|short)\s+(?:than|of)\s+|quite\s+|really\s+|utterly\s+|too\s+|more\s+than\s+|an?\s+|the\s+|all\s+|both\s+|not\s+only\s+|another\s+|yet\s+another\s+|also\s+)*"

BAD_WORDS = (
    r"(?:outrage(?:ous)?|disgrac\w*|shame(?:ful|less)?|scandal(?:ous)?|appalling|unacceptable|unlawful|illegal|unconstitutional|barbari[cts]\w*|cowardly|betray\w+|unfair|unjust\w*|injustice|absurd|ridiculous|laughabl[ey]|"
    r"reckless|irresponsible|cruel\w*|brutal\w*|horrific|horrifying|terrible|insult\w*|slap\s+in\s+the\s+face|attack\s+on|assault\s+on|(?:\w+\s+)?blow\s+to|farce|sham|mockery|cynical|hypocri\w+|theft|robbery|evil|vile|"
    r"despicable|abhorrent|heinous|deplorable|atroci\w+|war\s+(?:on|crimes?)|tyranny|dictator\w*|abuse\s+of\s+power|too\s+(?:little|late|small|weak)|years\s+too\s+late|not\s+(?:go\s+far\s+)?enough|step\s+backwards?|"
    r"(?:dark(?:est)?|black)\s+day|negligen\w+|greed\w*|incompeten\w+|whitewash|cover-?up|witch[- ]?hunt|attempt\s+to\s+(?:silence|kill|intimidate|hide)|punish(?:ment|ing)\s+(?:for|the)|tax\s+on|banditry|provocation|aggression|"
    r"violation|breach\s+of|no\s+place\s+(?:in|for)|damaging|inhuman\w*|discriminatory|intolerable|indefensible|inexcusable|unforgivable|sickening|disgusting|horrendous|senseless|monstrous|repugnant|racist|"
    r"dangerous\s+precedent|power\s+grab|gift\s+to|dishonest|deceitful|madness|insane|stupid|folly|travesty|stain|crimes?\s+against|act\s+of\s+(?:war|terror|terrorism|cowardice|revenge|piracy|vandalism)|"
    r"mistake|wrong|disaster|catastroph\w+|nightmare|joke|trick|double\s+standards?|scapegoat\w*|extortion|blackmail|bullying|murder|massacre|shambles|let[- ]down|backward|tone-?deaf|heartless|callous|inadequate|"
    r"insufficient|short-?sighted|half-?hearted|cosmetic|window\s+dressing|disproportionate|heavy-handed|failure)"
)
BAD_ALONE = (
    r"(?:outrage(?:ous)?|disgrace(?:ful)?|shame(?:ful)?|scandalous|appalling|unacceptable|barbari\w+|cowardly|disgusting|sickening|sickened|horrific|despicable|abhorrent|heinous|deplorable|unforgivable|betrayed\s+us|"
    r"lied\s+to\s+us|have\s+lied|(?:killed|murdered|robbed|shot)\s+(?:a\s+child|our|my)|not\s+the\s+one\s+who\s+should\s+be\s+ashamed|responsible\s+for\s+so\s+many|we\s+condemn|I\s+condemn|how\s+dare|blood\s+on|trampl\w+\s+on|"
    r"gift\s+to|slap\s+in\s+the\s+face|tax\s+on|war\s+on|theft\s+by|insult\s+to|attack\s+on|assault\s+on|(?:kills?|killing|silenc\w+)\s+(?:the\s+)?(?:truth|democracy)|too\s+late|failed\s+(?:us|our|the|these|them|to)|let\s+us\s+down|"
    r"turned\s+(?:its|his|her|their)\s+back|no\s+(?:excuse|justification)|economic\s+\w*banditry|provocation|crime\s+against|travesty|dark(?:est)?\s+day|black\s+day)"
)
GOOD_WORDS = (
    r"(?:victory|triumph\w*|milestone|landmark|historic|breakthrough|(?:good|great|wonderful|important|welcome|big|positive|encouraging|right|first|huge)\s+(?:day|news|step|move|decision|thing|win)|step\s+forward|step\s+in\s+the\s+right|"
    r"wonderful|excellent|fantastic|welcome|courageous|brave|bold|justice|vindicat\w+|long\s+overdue|overdue|impressive|remarkable|encouraging|game[- ]changer|win\s+for|new\s+dawn|fair|right\s+(?:thing|decision|call)|"
    r"courage|great\s+achievement|testament|calm\s+and\s+orderly|success|model|beacon|inspiration)"
)
GOOD_ALONE = (
    r"(?:a\s+(?:great|huge|big|historic|major)?\s?(?:victory|milestone|triumph|breakthrough)|(?:good|great|wonderful|welcome|fantastic|happy|historic)\s+(?:day|news|step)|step\s+forward|step\s+in\s+the\s+right|at\s+last|finally|"
    r"breathe\s+again|long\s+overdue|right\s+(?:decision|thing\s+to)|we\s+welcome|I\s+welcome|congratulat\w+|justice\s+has|thank\s+(?:you|god|the)|vindicat\w+|so\s+(?:happy|proud|relieved|glad|grateful)|"
    r"(?:we|I)(?:[’']re|[’']m|\s+are|\s+am)\s+(?:\w+ly\s+|so\s+|very\s+)?(?:pleased|delighted|glad|thrilled|happy|relieved|grateful|overjoyed|proud)|well\s+done|bravo)"
)
MUST = (
    r"(?:must|should|ought\s+to|needs?\s+to|(?:we|I)\s+(?:want|demand|urge|expect|ask|call|appeal|need)|it(?:\s+is|[’']s)\s+time|time\s+(?:to|for)|let\s+(?:us|them)|cannot\s+wait|has\s+a\s+duty|(?:is|are)\s+(?:urgently\s+)?needed|"
    r"deserves?\s+(?:answers|justice|better|an|the|to)|release\s+(?:him|her|them)|stop\s+(?:this|the)|step\s+down|have\s+to\s+be|has\s+to\s+be|give\s+us|tell\s+us|bring\s+(?:him|her|them)\s+home)"
)
MUST_REPORTED = r"(?:must|should|ought\s+to|needed\s+to|need\s+to)(?!\s+(?:have|know|not\s+worry))|(?:would|will)\s+seek|(?:it|he|she|they)\s+(?:wanted|wants?|demanded|urged|called\s+for|was\s+calling|were\s+calling|expected)"
SAD = (
    r"(?:sad(?:ly|dened)?|sorry|sorrow|heartbr\w+|condolences?|thoughts\s+(?:and\s+prayers\s+)?(?:are|were)|prayers\s+(?:are|were)|regret(?:s|ted|table|tably)?|apologi[sz]e\w*|disappoint\w+|mourn(?:s|ed|ing)?|"
    r"setback|missed\s+(?:chance|opportunity)|a\s+pity|a\s+shame\s+that|bitter\s+(?:day|blow)|unfortunate(?:ly)?|tragedy|tragic|a\s+(?:great|terrible|huge|big)\s+loss)"
)
SAD_REPORTED = rf"{BE}\s+{SOFT}{FELT_SORROW}|(?:regret(?:s|ted)?|apologi[sz]e[sd]?|mourn(?:s|ed)|lament(?:s|ed))(?=\s)|thoughts\s+(?:and\s+prayers\s+)?(?:are|were)|{BE}\s+{SOFT}(?:sad|tragedy|tragic|setback|missed\s+(?:chance|opportunity)|pity|regrettable|unfortunate|blow\s+for|great\s+loss)|with\s+regret"
RISK = (
    r"(?:(?:could|may|might|will|would|can|risks?)\s+(?:\w+\s+){0,3}?(?:kill\w*|cost\w*|lead(?:ing)?\s+to|trigger\w*|caus\w+|destroy\w*|spread\w*|los[ei]\w*|worsen\w*|fuel\w*|hurt\w*|harm\w*|undermin\w+|collapse|suffer|drive\s+up|push\s+up|"
    r"backfire|escalate|endanger|jeopardi[sz]e|fade|lack|mean\s+(?:fewer|higher|less|more|job))|at\s+risk|in\s+danger|put\w*\s+(?:\w+\s+){1,3}?in\s+danger|dangerous|scary|frightening|(?:I|we)\s+(?:fear|worry)|(?:am|are|[’']m|[’']re)\s+(?:\w+ly\s+)?(?:worried|concerned|afraid|alarmed)|serious\s+consequences|a\s+threat\s+to)"
)
RISK_REPORTED = rf"{WHO}\s+(?:\w+ly\s+)?(?:feared|fears?|worried|worries)|{BE}\s+{SOFT}{FELT_FEAR}\b|(?:could|might|may|would|risked)\s+(?:\w+\s+){{0,3}}?(?:kill|cost|lead\s+to|trigger|cause|destroy|lose|worsen|fuel|hurt|harm|undermine|collapse|suffer|drive\s+up|push\s+up|backfire|escalate|endanger|jeopardi[sz]e|lack|put)|{BE}\s+{SOFT}(?:at\s+risk|dangerous|in\s+danger)"
STAND = (
    r"(?:we|I|it|he|she|they)\s+(?:\w+ly\s+)?(?:support|back|stand\s+(?:with|by|behind)|defend|endorse|believe\s+in|agree\s+with)|st(?:and|ands|anding|ood)\s+(?:\w+\s+)?(?:with|by|behind|shoulder)|"
    r"solidarity|you\s+are\s+not\s+alone|right\s+to\s+defend|had\s+no\s+(?:other\s+)?choice\s+but"
)
STAND_REPORTED = (
    rf"{WHO}\s+(?:\w+ly\s+|fully\s+)?(?:support(?:s|ed)?|back(?:s|ed)|defend(?:s|ed)|endorse[sd]?|agree[sd]?\s+with|believe[sd]?\s+(?:in|her|him|them|the\s+\w+\s+[“\"‘]))|stood\s+(?:\w+\s+)?(?:with|by|behind|shoulder)|"
    r"(?:would|will)\s+(?:sign|stand\s+by|stand\s+with|support|back|send\s+(?:aid|help|rescue)|vote\s+for)|solidarity|"
    r"(?:was|were)\s+(?:\w+\s+)?(?:confident|right\s+to|justified|ready\s+to\s+help|willing\s+to\s+help)|(?:believed|believes)\s+(?:the\s+)?\w+\s+[“\"‘]"
)
REFUSE = (
    r"(?:(?:we|I|they)\s+(?:\w+ly\s+)?(?:reject|oppose|refuse|dispute|disagree)|will\s+(?:not|never)\s+(?:accept|be\s+(?:buried|silenced|bullied|intimidated|part)|allow|recogni[sz]e|support|back|pay|leave|sign|surrender|stop|give\s+up|forgive)|won[’']t\s+(?:accept|allow|support|back|pay)|"
    r"never\s+accept|(?:will|shall|going\s+to)\s+(?:fight|challenge|appeal|sue|resist|contest)|unrealistic|unworkable|no\s+basis|do\s+not\s+(?:accept|recogni[sz]e|agree))"
)
REFUSE_REPORTED = (
    rf"{WHO}\s+(?:\w+ly\s+)?(?:reject(?:s|ed)?|oppose[sd]?|refuse[sd]?|dispute[sd]?|disagree[sd]?|object(?:s|ed))|(?:would|will)\s+(?:not|never)\s+(?:accept|recogni[sz]e|support|back|take\s+part|abide|agree|sign|comply|pay)|"
    r"(?:would|will)\s+(?:appeal|fight|challenge|sue|vote\s+against|resist|contest|boycott|block|take\s+\w+\s+to\s+court)|(?:did|does|do)\s+not\s+(?:accept|recogni[sz]e|agree)|unrealistic|unworkable|had\s+no\s+basis"
)
DENIAL = r"(?:nothing\s+to\s+do\s+with|no\s+(?:part|role|hand)\s+in|(?:was|were|am|are|is)\s+not\s+(?:involved|behind|responsible|guilty)|no\s+(?:involvement|knowledge)|(?:am|was|is|were|are)\s+innocent|(?:did|done)\s+nothing\s+wrong|(?:he|she|it|they|I|we)\s+den(?:y|ied|ies))"
UNTRUE_WORDS = (
    r"(?:fiction|false|fabricat\w+|baseless|groundless|unfounded|biased|untrue|lies|a\s+lie|absurd|nonsense|politici[sz]ed|politically\s+motivated|hysteria|fake|invented|invention|misleading|distort\w*|slander\w*|a\s+smear|propaganda|"
    r"without\s+(?:any\s+)?(?:evidence|foundation|basis|merit)|out\s+of\s+context|not\s+true|one-?sided|flawed|inaccurate|exaggerated)"
)
UNTRUE = rf"(?:{BE}\s+{SOFT}(?:\w+\s+and\s+)?{UNTRUE_WORDS}|fabricat\w+|baseless|groundless|unfounded|pure\s+fiction|a\s+lie\b|lies\b)"
COMPLEMENT = rf"(?:{BE}|as|amount(?:s|ed)\s+to|represents?|represented|constitutes?|constituted|sent|sends)\s+[“\"‘']?{SOFT}(?:\w+\s+){{0,2}}?"

QUOTED = (
    (S.NO_COMMENT, _phrase(r"no\s+comment")),
    (S.DENIES, _phrase(DENIAL)),
    (S.SUPPORTS, _phrase(STAND)),
    (S.REJECTS, _phrase(f"{REFUSE}|{UNTRUE}")),
    (S.CONDEMNS, _phrase(rf"{BAD_ALONE}|{COMPLEMENT}{BAD_WORDS}|(?:am|are|[’']m|[’']re)\s+{SOFT}{FELT_ANGER}")),
    (S.REGRETS, _phrase(SAD)),
    (S.WELCOMES, _phrase(rf"{GOOD_ALONE}|{COMPLEMENT}{GOOD_WORDS}")),
    (S.CALLS_FOR, _phrase(MUST)),
    (S.WARNS, _phrase(RISK)),
)
REPORTED = (
    (
        S.NO_COMMENT,
        _phrase(
            r"(?:it|he|she|they)\s+(?:did|do|does|would|could|will|had|has)\s*(?:not|n[’']t|no)\s+(?:be\s+)?comment(?:ing)?(?:\s+on)?"
        ),
    ),
    (S.DENIES, _phrase(DENIAL)),
    (S.SUPPORTS, _phrase(STAND_REPORTED)),
    (S.REJECTS, _phrase(f"{REFUSE_REPORTED}|{UNTRUE}")),
    (
        S.CONDEMNS,
        _phrase(
            rf"{COMPLEMENT}{BAD_WORDS}|{BE}\s+{SOFT}{FELT_ANGER}|{WHO}\s+(?:\w+ly\s+)?(?:condemn(?:s|ed)?|denounce[sd]?|deplore[sd]?|criticise[sd]?|criticize[sd]?|blame[sd]?)|(?:it|they|he|she)\s+(?:had\s+)?(?:failed|betrayed|lied)|too\s+late|went\s+too\s+far|not\s+go\s+far\s+enough"
        ),
    ),
    (S.REGRETS, _phrase(SAD_REPORTED)),
    (
        S.WELCOMES,
        _phrase(
            rf"{COMPLEMENT}{GOOD_WORDS}|{BE}\s+{SOFT}{FELT_JOY}|{WHO}\s+(?:\w+ly\s+)?(?:welcome[sd]?|hail(?:s|ed)|praise[sd]?|applaud(?:s|ed)?|congratulate[sd]?)"
        ),
    ),
    (S.CALLS_FOR, _phrase(MUST_REPORTED)),
    (S.WARNS, _phrase(RISK_REPORTED)),
)
NAMED = (
    (S.WELCOMES, _phrase(rf"{GOOD_WORDS}|proud\w*|heroic|heroes?")),
    (
        S.REGRETS,
        _phrase(
            r"(?:sad|tragic|tragedy|regrettable|unfortunate|disappoint\w+|(?:bitter\s+)?setback|missed\s+(?:chance|opportunity)|a\s+pity|heartbreaking)(?:\s+day)?"
        ),
    ),
    (S.REJECTS, _phrase(rf"{UNTRUE_WORDS}|unworkable|unrealistic")),
    (S.WARNS, _phrase(r"dangerous|a\s+threat|alarming|worrying|risky|frightening|scary")),
    (
        S.CONDEMNS,
        _phrase(
            rf"{BAD_WORDS}|hostile|unnecessary|pointless|empty|weak|scandal|crime|criminal|activists\s+in|attempt\s+to|illegitimate|null\s+and\s+void|excessive|harsh|meaningless|ill-?\w+|unprecedented|politically\s+motivated|punitive"
        ),
    ),
)

PASSIVES = (
    (
        S.CONDEMNS,
        _phrase(
            r"(?:condemned|denounced|criticised|criticized|slammed|decried|deplored|blasted|attacked|lambasted|blamed)\s+(?:\w+\s+){0,2}?by|(?:drew|drawn|draws|sparked|provoked|brought|met\s+with|prompted)(?:\s+[\w-]+){0,3}?\s+(?:criticism|condemnation|outrage|anger|fury|protests?|ire|rebukes?)\s+(?:from|by|among)"
        ),
    ),
    (
        S.WELCOMES,
        _phrase(
            r"(?:welcomed|hailed|praised|applauded|lauded|cheered|celebrated|commended)\s+(?:\w+\s+){0,2}?by|(?:drew|won|earned|met\s+with)(?:\s+[\w-]+){0,2}?\s+(?:praise|applause|plaudits|approval)\s+(?:from|by)"
        ),
    ),
    (
        S.REJECTS,
        _phrase(
            r"(?:rejected|dismissed|opposed|disputed)\s+(?:\w+\s+){0,2}?by|(?:drew|met\s+with|ran\s+into)(?:\s+[\w-]+){0,2}?\s+(?:opposition|resistance)\s+(?:from|by)"
        ),
    ),
    (
        S.SUPPORTS,
        _phrase(
            r"(?:supported|backed|defended|endorsed)\s+(?:\w+\s+){0,2}?by|(?:won|drew)(?:\s+[\w-]+){0,2}?\s+(?:support|backing)\s+(?:from|of)"
        ),
    ),
    (
        S.WARNS,
        _phrase(
            r"(?:raised|drew|drawn|sparked|prompted)(?:\s+[\w-]+){0,2}?\s+(?:concerns?|alarm|fears|warnings)\s+(?:from|by|among)"
        ),
    ),
    (
        S.CALLS_FOR,
        _phrase(r"(?:drew|prompted|brought|sparked)(?:\s+[\w-]+){0,2}?\s+(?:calls|demands|appeals)\s+(?:from|by)"),
    ),
    (S.REGRETS, _phrase(r"(?:mourned|lamented|regretted)\s+(?:\w+\s+){0,2}?by")),
)

OLD = _phrase(
    r"last\s+(?:year|month|week|summer|winter|spring|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december)(?:[’']s)?|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:years?|months?|weeks?|decades?)\s+(?:ago|earlier|before)|"
    r"(?:a|an)\s+(?:year|month|week|decade)\s+(?:ago|earlier|before)|has\s+long|have\s+long|had\s+long|long\s+(?:argued|been|opposed|called)|repeatedly|at\s+the\s+time|earlier\s+this\s+(?:year|month)|previously|in\s+the\s+past|for\s+(?:years|decades|months)|"
    r"(?:during|in)\s+(?:his|her|their|its|last\s+year[’']s)\s+(?:\w+\s+)?campaign|as\s+(?:late|early|recently)\s+as|years\s+before|before\s+the\s+(?:vote|ruling|decision|announcement|attack|report|election)|ahead\s+of\s+the|back\s+in|once\s+(?:said|called|described|told|warned)|always\s+(?:said|opposed|supported|maintained)|in\s+a\s+(?:\d{4}|previous|former|earlier)"
)
ELSEWHERE = _phrase(
    r"(?:a|an|the)\s+(?:separate|similar|different|unrelated|earlier|previous|former|smaller|second)\s+\w+|another\s+\w+|also\s+spoke\s+about|on\s+another\s+(?:subject|matter|topic)|asked\s+about\s+(?:an)?other|in\s+an\s+unrelated|separately\s+from"
)
HEARSAY = _phrase(
    r"(?:told|tells|telling)\s+(?:her|him|them|the\s+(?:group|court|inquiry|commission|researchers))\s+(?:that\s+)?(?:\w+\s+){0,6}?(?:said|told)|(?:had|has)\s+told\s+(?:her|him|them)|had\s+said,"
)
ANNOUNCING = re.compile(
    r"\bnew\s+(?:from\s+us|report|research|study|findings|investigation|\w+\s+(?:report|research|study|investigation|findings))\b|\bour\s+(?:new\s+|latest\s+)?(?:report|research|study|investigation|findings)\b|\bjust\s+(?:published|released|out)\b|\bout\s+now\b|\bread\s+(?:it|the\s+(?:full\s+)?report|more)\b",
    re.IGNORECASE,
)

POINTING = _phrase(
    r"(?:the|this|that|these|those|its|his|her|their|such|any)\s+(?:\w+\s+)?(?:decisions?|moves?|ruling|verdict|judge?ment|report|findings|study|plans?|proposals?|bill|law|ban|deal|agreement|attacks?|bombings?|strikes?|killings?|"
    r"shootings?|crash|disaster|tragedy|incident|announcement|news|results?|outcome|vote|closure|cuts?|dismissal|sacking|firing|resignation|arrests?|sentence|sanctions?|tariffs?|dut(?:y|ies)|measures?|steps?|violence|crackdown|"
    r"coup|seizure|takeover|raid|acts?|remarks|comments|accusations?|allegations?|charges?|claims?|policy|scheme|reforms?|case|events?|protests?|fine|penalty|loss(?:\s+of\s+life)?|victims|dead|families|bereaved|massacre|abuse|leak|"
    r"spill|award|appointment|nomination|launch|failure|recall|merger|bid|treaty|pact|accord|truce|ceasefire|quake|earthquake|flood|storm|fire|blast|explosion|invasion|offensive|statement|speech|letter|appeal|trial|inquiry|release|return)|"
    r"this|it"
)
COLLECTIVES = words(
    "lawmakers legislators senators deputies mps politicians parties opposition critics activists campaigners protesters demonstrators residents locals villagers neighbours neighbors families relatives survivors "
    "victims parents teachers students pupils workers employees staff drivers farmers fishermen fishers miners nurses doctors physicians medics scientists researchers experts economists analysts investors shareholders lawyers "
    "unions groups organisations organizations charities companies businesses employers industry retailers manufacturers insurers banks airlines governments leaders ministers officials diplomats mayors governors churches bishops "
    "clerics fans supporters players clubs athletes coaches crowds voters consumers customers users passengers environmentalists conservationists geologists historians academics professors journalists editors publishers "
    "rebels militants soldiers veterans officers neighbours owners landlords tenants hoteliers hotel-owners traders shopkeepers brokers republicans democrats conservatives liberals socialists greens nationalists separatists "
    "government army military police ministry parliament senate coalition union company league council party authorities regulator court church club association federation commission cabinet administration watchdog "
    "community opponents advocates allies powers nations countries states mother father sister brother widow family son daughter wife husband regulators"
)
ORGANISATION_NOUNS = words(
    "group organisation organization charity union federation agency company firm carrier airline bank lender watchdog regulator party club association body league manufacturer maker automaker retailer operator "
    "utility institute think-tank newspaper daily broadcaster network foundation campaigners campaigner sponsor rival campaign movement alliance coalition front militia giant chain developer owner supplier insurer"
)
ANAPHORS = words(
    "group watchdog organisation organization charity company firm body agency association union club federation bank lender carrier airline maker pair duo"
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
    "in on at after before during following amid despite with for from by as meanwhile separately earlier later however but and also yet still instead elsewhere yesterday today tonight here there "
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
    measures=words("sanctions tariff tariffs duty duties fine fines penalty ban embargo restrictions levy curbs"),
    documents=words(
        "report study investigation findings research inquiry audit survey analysis review ruling verdict judgment"
    ),
    finding=words("found finds concluded concludes alleged alleges ruled rules showed shows"),
    undertakings=words("takeover merger bid acquisition deal purchase sale buyout tie-up plan plans"),
    laws=words("law laws decree bill act order"),
    lawmaker="government",
    blames=words(
        "report reports accusation accusations allegation allegations charge charges claim claims finding findings study verdict ruling"
    ),
)
