"""English words that show a stance in what was said: quoted, reported, or in the name that was given."""

from __future__ import annotations

from digest.languages.phrasebook import Phrasebook, phrase
from digest.languages.stance_words_en import BAD, BAD_BY, BAD_DEED, BLAME, DANGER, ESCAPE, GOOD, HARM
from digest.model import Stance

S = Stance


FELT_ANGER = r"(?:outraged|appalled|disgusted|furious|angry|angered|incensed|horrified|sickened|indignant|infuriated|enraged|aghast|dismayed at how)"
FELT_SORROW = (
    r"(?:saddened|sad|shocked|disappointed|heartbroken|sorry|devastated|stunned|dismayed|grieved|distraught|in mourning|"
    r"pained|anguished|numb|speechless|inconsolable|distressed|upset|gutted|shattered|deeply moved|shaken|dejected|ashamed|frustrated|let down|crushed)"
)
FELT_JOY = r"(?:pleased|delighted|glad|thrilled|happy|relieved|grateful|overjoyed|encouraged|proud|heartened|elated|jubilant|exultant|excited|honou?red|moved|touched|thankful|ecstatic|satisfied)"
FELT_FEAR = r"(?:sceptical|skeptical|nervous|frightened|scared|apprehensive|wary|concerned|worried|alarmed|afraid|troubled|uneasy|fearful|anxious|disturbed)"

WHO = r"(?:I|we|it|he|she|they|(?-i:[A-Z][a-z]+)|(?:his|her|its|their|our|the)\s+(?:\w+\s+)?(?:party|group|union|government|country|company|organi[sz]ation|members|team|client|ministry|club|church|people|nation|administration|town|city|council|community|village|region|province|school|hospital|university))"
"""Who a speaker speaks of when he speaks for himself."""
BE = r"(?:was|were|is|are|[’']s|[’']re|[’']m|be|been|being|am|felt|feels?|remains?|remained)"
SOFT = r"(?:\w+ly\s+|very\s+|so\s+|simply\s+|just\s+|nothing\s+(?:less|more|short)\s+(?:than|of)\s+|quite\s+|really\s+|utterly\s+|too\s+|more\s+than\s+|an?\s+|the\s+|all\s+|both\s+|not\s+only\s+|another\s+|yet\s+another\s+|also\s+)*"

BAD_WORDS = (
    rf"(?:{BAD}|"
    r"outrage(?:ous)?|disgrac\w*|shame(?:ful|less)?|scandal(?:ous)?|appalling|unacceptable|unlawful|illegal|unconstitutional|barbari[cts]\w*|cowardly|betray\w+|unfair|unjust\w*|injustice|absurd|ridiculous|laughabl[ey]|"
    r"reckless|irresponsible|cruel\w*|brutal\w*|horrific|horrifying|terrible|insult\w*|slap\s+in\s+the\s+face|attack\s+on|assault\s+on|(?:\w+\s+)?blow\s+to|farce|sham|mockery|cynical|hypocri\w+|theft|robbery|evil|vile|"
    r"despicable|abhorrent|heinous|deplorable|atroci\w+|war\s+(?:on|crimes?)|tyranny|dictator\w*|abuse\s+of\s+power|too\s+(?:little|late|small|weak)|years\s+too\s+late|not\s+(?:go\s+far\s+)?enough|step\s+backwards?|"
    r"(?:dark(?:est)?|black)\s+day|negligen\w+|greed\w*|incompeten\w+|whitewash|cover-?up|witch[- ]?hunt|attempt\s+to\s+(?:silence|kill|intimidate|hide)|punish(?:ment|ing)\s+(?:for|the)|tax\s+on|banditry|provocation|aggression|"
    r"violation|breach\s+of|no\s+place\s+(?:in|for)|damaging|inhuman\w*|discriminatory|intolerable|indefensible|inexcusable|unforgivable|sickening|disgusting|horrendous|senseless|monstrous|repugnant|racist|"
    r"(?:hold|holds|holding|held)\s+(?:[\w’'-]+\s+){1,3}hostage|dangerous\s+precedent|power\s+grab|gift\s+to|dishonest|deceitful|madness|insane|stupid|folly|travesty|stain|crimes?\s+against|act\s+of\s+(?:war|terror|terrorism|cowardice|revenge|piracy|vandalism)|"
    r"over\s+the\s+top|incomprehensible|inexplicable|baffling|bizarre|unthinkable|unbelievable|out\s+of\s+(?:all\s+)?proportion|beyond\s+belief|a\s+step\s+too\s+far|hysterical|vindictive|petty|arbitrary|unreasonable|unwise|misguided|wrong-?headed|ill-?\w+|counterproductive|pointless|unnecessary|too\s+(?:far|harsh|soft|lenient|weak)|hostile|illegitimate|abysmal|dreadful|awful|nonsensical|mistake|wrong|disaster|catastroph\w+|nightmare|joke|trick|double\s+standards?|scapegoat\w*|extortion|blackmail|bullying|murder|massacre|shambles|let[- ]down|backward|tone-?deaf|heartless|callous|inadequate|"
    r"insufficient|short-?sighted|half-?hearted|robbing|cosmetic|(?:knife|stab)\s+in\s+the|reward\s+for|licen[cs]e\s+to|window\s+dressing|disproportionate|heavy-handed|failure)"
)
BAD_ALONE = (
    rf"(?:{BLAME}|(?:we|they|he|she|it)\s+(?:were|was|have\s+been|has\s+been|[’']ve\s+been)\s+(?:{BAD_BY})|(?:they|he|she|you)\s+(?:\w+\s+)?(?:{BAD_DEED})\s+(?:\w+\s+){{0,2}}?(?:us|our|my|me|innocent|the\s+best)|"
    r"(?:plays?|playing)\s+into\s+the\s+hands|(?:shows?|showed|showing)\s+(?:\w+\s+)?(?:contempt|disrespect|disregard|no\s+respect)|let\s+us\s+(?:drown|die|wait|starve|rot)|no\s+(?:shame|respect|conscience|mercy)|shame\s+on|shame(?=[,.!])|we\s+(?:always\s+)?pay\s+(?:for|the\s+(?:price|bill))|us\s+who\s+pay|treat(?:s|ed|ing)?\s+us\s+like|nobody\s+(?:asked|listens|listened|told|cares|warned)|(?:doesn[’']t|don[’']t|does\s+not|do\s+not|didn[’']t)\s+care|"
    r"outrage(?:ous)?|disgrace(?:ful)?|shame(?:ful)?|scandalous|appalling|unacceptable|barbari\w+|cowardly|disgusting|sickening|sickened|horrific|despicable|abhorrent|heinous|deplorable|unforgivable|betrayed\s+us|"
    r"lied\s+to\s+us|have\s+lied|(?:killed|murdered|robbed|shot)\s+(?:a\s+child|our|my)|not\s+the\s+one\s+who\s+should\s+be\s+ashamed|responsible\s+for\s+so\s+many|we\s+condemn|I\s+condemn|how\s+dare|blood\s+on|trampl\w+\s+on|"
    r"gift\s+to|slap\s+in\s+the\s+face|tax\s+on|war\s+on|theft\s+by|insult\s+to|attack\s+on|assault\s+on|(?:kills?|killing|silenc\w+)\s+(?:the\s+)?(?:truth|democracy)|too\s+late|failed\s+(?:us|our|the|these|them|to)|let\s+us\s+down|"
    r"turned\s+(?:its|his|her|their)\s+back|no\s+(?:excuse|justification)|economic\s+\w*banditry|provocation|crime\s+against|travesty|dark(?:est)?\s+day|black\s+day)"
)
GOOD_WORDS = (
    rf"(?:{GOOD}|"
    r"victory|triumph\w*|milestone|landmark|historic|breakthrough|(?:good|great|wonderful|important|welcome|big|positive|encouraging|right|first|huge)\s+(?:day|news|step|move|decision|thing|win)|step\s+forward|step\s+in\s+the\s+right|"
    r"wonderful|excellent|fantastic|welcome|courageous|brave|bold|justice|vindicat\w+|long\s+overdue|overdue|impressive|remarkable|encouraging|game[- ]changer|win\s+for|new\s+dawn|fair|right\s+(?:thing|decision|call)|"
    r"courage|improvement|great\s+achievement|testament|calm\s+and\s+orderly|(?:well\s+)?deserved|exactly\s+right|good\s+for|great\s+for|wise|sensible|cause\s+for\s+(?:joy|celebration)|success|model|beacon|inspiration)"
)
GOOD_ALONE = (
    r"(?:god|heaven)\s+has\s+heard|(?:day|moment|news)\s+(?:that\s+)?(?:I|we)(?:\s+have|[’']ve|\s+had)?\s+(?:all\s+)?(?:been\s+)?(?:work|wait|long|hop|pray|dream|fought|fight)\w*\s+(?:for|of)|waited\s+(?:[\w-]+\s+){1,3}for\s+th(?:is|at)|makes?\s+(?:perfect|good|total|every)\s+sense|justice\s+(?:has|was)\s+(?:been\s+)?(?:done|served)|(?:best\s+(?:news|day|thing)|we(?:[’']ve|\s+have)?\s+(?:won|did\s+it|made\s+it)|made\s+(?:my|our)\s+day|bless\s+(?:him|her|them|you)|hats\s+off|a\s+(?:great|huge|big|historic|major)?\s?(?:victory|milestone|triumph|breakthrough)|(?:good|great|wonderful|welcome|fantastic|happy|historic)\s+(?:day|news|step)|step\s+forward|step\s+in\s+the\s+right|at\s+last|(?-i:Finally)|"
    r"breathe\s+again|(?:will|would|can)\s+save\s+(?:[\w’]+\s+){0,4}?(?:lives|life|children|jobs)|long\s+overdue|right\s+(?:decision|thing\s+to)|we\s+welcome|I\s+welcome|congratulat\w+|justice\s+has|thank\s+(?:you|god|the)|vindicat\w+|so\s+(?:happy|proud|relieved|glad|grateful)|"
    r"(?:we|I)(?:[’']re|[’']m|\s+are|\s+am)\s+(?:\w+ly\s+|so\s+|very\s+)?(?:pleased|delighted|glad|thrilled|happy|relieved|grateful|overjoyed|proud)|well\s+done|bravo)"
)
ORDERS = (
    "stop end free release open close give pay bring listen resign go leave wake act save protect help send ban scrap "
    "drop hold respect tell show learn build stay keep fight investigate arrest withdraw apologise apologize come"
)
"""Verbs of orders with which a quotation may begin: "Now open the archives"."""
MUST = (
    rf"(?:(?:\A|[.!?]\s)\W*(?:(?:now|please|then|just|so|and|first|at\s+least)\W+)*(?:{'|'.join(ORDERS.split())})(?=\s(?!on\b|to\b))|"
    r"had\s+better|(?<![a-z]\s)let\s+(?:me|him|her)\b|enough\s+is\s+enough|(?:we|I)\s+(?:are|am|[’']re|[’']m)\s+(?:asking|calling|demanding|urging|appealing|waiting\s+for)|(?:we|I)\s+(?:just\s+|only\s+|simply\s+)?want\s+(?:\w+\s+){0,2}?(?:to|answers|justice|peace|action|truth|names)|"
    r"give\s+(?:them|him|her)|(?:do\s+not|don[’']t)\s+(?:abandon|forget|let)|must|should(?!\s+(?:have|arrive)\b)|ought\s+to|needs?\s+to|(?:we|I)\s+(?:demand|urge|call\s+(?:on|for)|appeal\s+to|ask\s+the|expect\s+the|want\s+(?:answers|justice|the|them|him|to\s+know))|it(?:\s+is|[’']s)\s+(?:high\s+)?time|time\s+(?:to|for)|(?<!they\s)(?<!you\s)(?<!have\s)let\s+(?:us|them)|cannot\s+wait|has\s+a\s+duty|(?:is|are)\s+(?:urgently\s+)?needed|"
    r"deserves?\s+(?:answers|justice|better|an|the|to)|release\s+(?:him|her|them)|stop\s+(?:this|the)|step\s+down|have\s+to\s+be|has\s+to\s+be|(?<!they\s)(?<!you\s)(?:give|tell)\s+us|bring\s+(?:him|her|them)\s+home)"
)
MUST_REPORTED = (
    r"(?:called|was\s+calling)\s+on|it\s+(?:was|is)\s+(?:high\s+)?time|the\s+time\s+(?:had|has)\s+come|(?:would|will)\s+(?:ask|urge|press|demand|call\s+(?:for|on)|push)|there\s+should\s+be|(?:it|he|she|they)\s+(?:hoped|hopes|hope)\s+(?:that\s+)?(?:\w+\s+){1,4}?(?:would|will)|"
    r"(?:it\s+was|is)\s+(?:essential|imperative|vital|crucial|urgent)\s+(?:that|to)|(?:had|has|have)\s+(?:a\s+duty|an\s+obligation|to\s+(?:be\s+)?(?:stop|end|act|answer|explain|resign|go|step|released|tried|held))|"
    r"(?<!may )(?<!might )(?:must|should|ought\s+to|needed\s+to|need\s+to)(?!\s+(?:have|know|arrive|they|he|she|it|not\s+worry))|(?:would|will)\s+seek|(?:had|has|have)\s+to\s+be\s|belong(?:ed|s)?\s+(?:in\s+(?:the\s+dock|jail|prison|court)|behind\s+bars)|there\s+(?:had|has)\s+to\s+be|(?:it|he|she|they)\s+(?:wanted|wants?|demanded|urged|called\s+for|was\s+calling|were\s+calling|expected)"
)
SAD = (
    rf"(?:(?:I|we)(?:[’']m|[’']re|\s+am|\s+are|\s+feel|\s+felt)\s+{SOFT}{FELT_SORROW}|"
    r"gutted|in\s+tears|words\s+(?:fail|cannot)|no\s+words|(?:nation|country|city|town|whole\s+\w+)\s+(?:is|was|has)\s+(?:grieving|mourning|weeping|lost)|lost\s+(?:a\s+part|part|a\s+piece)\s+of|(?:cry|crying|weep|weeping|pray|praying)\b|pained|anguish\w*|grief|griev\w+|unspeakable|unimaginable\s+(?:loss|pain)|rest\s+in\s+peace|(?:miss|missed)\s+(?:him|her|them)|sad(?:ly|dened)?|sorry|sorrow|hearts?\s+(?:go(?:es)?\s+out|(?:is|are)\s+with)|heartbr\w+|condolences?|thoughts\s+(?:and\s+prayers\s+)?(?:are|were)|prayers\s+(?:are|were)|regret(?:s|ted|table|tably)?|apologi[sz]e\w*|disappoint\w+|mourn(?:s|ed|ing)?|"
    r"setback|(?:heavy|hard|terrible|bitter|cruel)\s+blow|missed\s+(?:chance|opportunity)|a\s+bereavement|a\s+pity|a\s+shame\s+that|bitter\s+(?:day|blow)|unfortunate(?:ly)?|tragedy|tragic|a\s+(?:great|terrible|huge|big)\s+loss)"
)
SAD_REPORTED = rf"no\s+words|{WHO}\s+(?:was|were)\s+praying|(?:it|that)\s+hurts?\s+to|bitter\s+(?:day|moment|hour)|losing\s+(?:its|one\s+of\s+its|a|an|the)\s+(?:\w+\s+)?(?:best|finest|greatest|great|dear|irreplaceable|brightest)|(?:heavy|hard|terrible|bitter|cruel)\s+blow\s+for|{BE}\s+(?:grieving|mourning|weeping|in\s+mourning)|lost\s+(?:a\s+part|part|a\s+piece)\s+of|sad\s+(?:day|moment)|wept|{BE}\s+{SOFT}{FELT_SORROW}|(?:regret(?:s|ted)?|apologi[sz]e[sd]?|mourn(?:s|ed)|lament(?:s|ed))(?=\s)|thoughts\s+(?:and\s+prayers\s+)?(?:are|were)|{BE}\s+{SOFT}(?:sad|tragedy|tragic|setback|missed\s+(?:chance|opportunity)|pity|regrettable|unfortunate|blow\s+for|great\s+loss)|with\s+regret"
RISK = (
    rf"(?:{DANGER}|(?:they|people|it|this|he)(?:[’']ll|\s+will|\s+could|\s+may|\s+might)\s+(?:just\s+|all\s+|simply\s+)?(?:{ESCAPE})|"
    r"(?:could|may|might|will|would|can|risks?)\s+(?:\w+\s+){0,3}?(?:kill\w*|cost\w*|lead(?:ing)?\s+to|trigger\w*|caus\w+|destroy\w*|spread\w*|los[ei]\w*|worsen\w*|fuel\w*|hurt\w*|harm\w*|undermin\w+|collapse|suffer|drive\s+up|push\s+up|"
    r"backfire|escalate|endanger|jeopardi[sz]e|fade|lack|mean\s+(?:fewer|higher|less|more|job))|(?:we|I)(?:[’']ll|\s+will|\s+shall|\s+would)\s+have\s+to\s+(?:close|sell|leave|go|shut|move|stop|sack|lay\s+off)|at\s+risk|in\s+danger|put\w*\s+(?:\w+\s+){1,3}?in\s+danger|dangerous|scary|frightening|(?:I|we)\s+(?:fear|worry)|(?:I|we)(?:\s+am|\s+are|[’']m|[’']re)\s+(?:\w+ly\s+)?(?:worried|concerned|afraid|alarmed)|serious\s+consequences|a\s+threat\s+to)"
)
RISK_REPORTED = (
    rf"with\s+(?:\w+\s+)?(?:concern|alarm|unease|worry)|{WHO}\s+(?:\w+ly\s+)?(?:feared|fears?|worried|worries)|{BE}\s+{SOFT}{FELT_FEAR}\b|(?:could|might|may|would|risked)\s+(?:\w+\s+){{0,3}}?(?:{HARM})"
    rf"|{BE}\s+{SOFT}(?:at\s+risk|dangerous|in\s+danger)"
    rf"|(?:would|could|will|may|might)\s+(?:[\w-]+\s+){{0,3}}?(?:leave\s+(?:[\w-]+\s+){{1,4}}?(?:un\w+ed|unable|unsafe|without|exposed|vulnerable|defenceless|defenseless|alone|behind)|have\s+to\s+(?:lay\s+off|close|shut|cut|sack|leave|move|sell)|become\s+(?:ever\s+|even\s+)?more|get\s+worse)|put(?:s|ting)?\s+(?:[\w-]+\s+)?at\s+risk"
    rf"|(?:had|has|have|raised|raises)\s+(?:\w+\s+)?(?:concerns?|doubts?|misgivings|reservations|fears)|(?:was|were|is|are)\s+in\s+doubt|(?:an?|the)\s+(?:\w+\s+)?(?:{DANGER})"
)
STAND = (
    r"(?:have|has)\s+(?:my|our|the)\s+(?:full\s+|unwavering\s+)?(?:support|backing|confidence)|proud\s+of\s+(?:my\s+friend|him|her|them|our)|(?:is|are|was|were)\s+(?:absolutely\s+|quite\s+)?right(?=[.,!;]|\s+to\b|\Z)|in\s+(?:favou?r|support)\s+of|(?:we|I)\s+believe\s+(?:him|her|them|in)|(?:they[’']re|they\s+are|he\s+is|she\s+is)\s+(?:defending|fighting\s+for)|"
    r"(?:we|I|it|he|she|they)\s+(?:\w+ly\s+)?(?:support|back|stand\s+(?:with|by|behind)|defend|endorse|believe\s+in|agree\s+with)|st(?:and|ands|anding|ood)\s+(?:\w+\s+)?(?:with|by|behind|shoulder)|"
    r"solidarity|you\s+are\s+not\s+alone|right\s+to\s+defend|(?:have|has|had|[’']ve)\s+(?:got\s+)?every\s+right|had\s+no\s+(?:other\s+)?choice\s+but"
)
STAND_REPORTED = (
    rf"(?:had|has|have)\s+(?:every|the|a)\s+right\s+to|(?:stood|stands|{BE})\s+(?:ready|prepared|willing)\s+to\s+(?!strike|fight|act)\w+|(?:would|will)\s+(?:help|assist|donate|give|provide|contribute|rebuild)|(?:only|merely)\s+(?:said|done|did)\s+(?:what|(?:\w+\s+)?duty)|(?:had|has)\s+(?:\w+\s+)?(?:full\s+)?(?:confidence|faith|trust)\s+in|(?:has|had|have)\s+(?:[\w’]+\s+){{1,3}}?(?:support|backing)|in\s+favou?r\s+of|"
    rf"{WHO}\s+(?:\w+ly\s+|fully\s+)?(?:support(?:s|ed)?|back(?:s|ed)|defend(?:s|ed)|endorse[sd]?|agree[sd]?\s+with|believe[sd]?\s+(?:in|her|him|them|the\s+\w+\s+[“\"‘]))|stood\s+(?:\w+\s+)?(?:with|by|behind|shoulder)|"
    r"(?:would|will)\s+(?:sign|stand\s+(?:by|with|behind|beside|alongside)|support|back|send\s+(?:[\w-]+\s+)?(?:aid|help|rescue|experts|doctors|nurses|medics|teams?|engineers|troops|soldiers|supplies|food|tents|money)|vote\s+for)|solidarity|"
    r"(?:was|were)\s+(?:\w+\s+)?(?:right\s+to|justified|ready\s+to\s+help|willing\s+to\s+help)|(?:believed|believes)\s+(?:the\s+)?\w+\s+[“\"‘]"
)
REFUSE = (
    r"(?:(?:I|we)(?:[’']ll|\s+will|\s+shall|\s+would)?\s*(?:not|never|won[’']t|wouldn[’']t|can[’']t|cannot|refuse\s+to|don[’']t|do\s+not)\s+(?:\w+\s+)?(?:believe|accept|teach|move|play|sign|work|obey|bow|kneel|negotiate|be\s+(?:part|moved|intimidated|silenced|cowed)|vote|agree|recogni[sz]e|buy)|over\s+my\s+dead\s+body|(?:we|I)\s+will\s+(?:\w+\s+){1,4}?(?:until|as\s+long\s+as|whatever|no\s+matter)|"
    r"(?:we|I|they)\s+(?:\w+ly\s+)?(?:reject|oppose|refuse|dispute|disagree)|will\s+(?:not|never)\s+(?:accept|be\s+(?:buried|silenced|bullied|intimidated|part)|allow|recogni[sz]e|support|back|pay|leave|sign|surrender|stop|give\s+up|forgive)|won[’']t\s+(?:accept|allow|support|back|pay)|"
    r"never\s+accept|(?:will|shall|going\s+to)\s+(?:fight|challenge|appeal|sue|resist|contest)|unrealistic|unworkable|no\s+basis|do\s+not\s+(?:accept|recogni[sz]e|agree))"
)
REFUSE_REPORTED = (
    rf"{WHO}\s+(?:would|will)\s+not\s+(?!be\b|have\b|comment|say\b|speculate|know|forget|rest\b|stop\b|happen)\w+|"
    r"(?:would|will)\s+never\s+(?!be\s+forgotten|forget)\w+|(?:was|is)\s+no\s+(?:moment|time|place)\s+(?:for|to)|(?:had|has|have)\s+no\s+intention\s+of|(?:was|is)\s+not\s+the\s+(?:time|moment|place|way|answer)|(?:would|will)\s+not\s+(?:change|alter|affect|sway|deter|stop|be\s+(?:bound|bullied|swayed|deterred|intimidated|moved|drawn\s+into)|negotiate|budge|yield|bow|tolerate|allow|join|play|move|leave|permit)|(?:saw|sees)\s+no\s+(?:reason|need|grounds)|(?:was|were|is|are)\s+(?:\w+ly\s+)?opposed|"
    rf"(?:did|does|do)\s+not\s+(?:share|bear\s+out|support|justify)|{WHO}\s+(?:\w+ly\s+)?(?:reject(?:s|ed)?|oppose[sd]?|refuse[sd]?|dispute[sd]?|disagree[sd]?|object(?:s|ed))|(?:would|will|could|can)\s*(?:not|never)\s+(?:accept|recogni[sz]e|support|back|take\s+part|abide|agree|sign|comply|pay|resign|go(?=[.,;]|\s*\Z)|step\s+down|back\s+down|vote\s+for)|"
    r"(?:would|will)\s+(?:appeal|fight|challenge|sue|vote\s+against|resist|contest|boycott|block|take\s+(?:[\w’'-]+\s+){{1,4}}?to\s+(?:the\s+)?(?:\w+\s+){{0,3}}?(?:court|tribunal|arbitration))|(?:did|does|do)\s+not\s+(?:accept|recogni[sz]e|agree)|unrealistic|unworkable|had\s+no\s+basis"
)
DENIAL = (
    r"(?:(?:had|has|have|was|am|were)\s+never\s+(?:taken|done|been|paid|received|met|known|ordered|accepted|seen|touched|lied|hidden|broken|used|given)|never\s+(?:took|did|paid|received|met|knew|ordered|touched|lied|used)|"
    r"nothing\s+to\s+do\s+with|no\s+(?:part|role|hand)\s+in|(?:was|were|am|are|is)\s+not\s+(?:involved|behind|responsible|guilty)|no\s+(?:involvement|knowledge)|(?:am|was|is|were|are)\s+innocent|(?:did|done)\s+nothing\s+wrong|(?:he|she|it|they|I|we)\s+den(?:y|ied|ies))"
)
UNTRUE_WORDS = (
    r"(?:fiction|false|fabricat\w+|baseless|groundless|unfounded|biased|untrue|lies|a\s+lie|absurd|nonsense|politici[sz]ed|politically\s+motivated|hysteria|fake|invented|invention|misleading|distort\w*|slander\w*|a\s+smear|propaganda|"
    r"without\s+(?:any\s+)?(?:evidence|foundation|basis|merit)|out\s+of\s+context|not\s+true|one-?sided|flawed|inaccurate|exaggerated)"
)
UNTRUE = rf"(?:{BE}\s+{SOFT}(?:\w+\s+and\s+)?{UNTRUE_WORDS}|fabricat\w+|baseless|groundless|unfounded|pure\s+fiction|a\s+lie\b|lies\b)"
COMPLEMENT = rf"(?:{BE}|as|amount(?:s|ed)\s+to|represents?|represented|constitutes?|constituted|sent|sends)\s+[“\"‘']?{SOFT}(?:\w+\s+){{0,2}}?"

QUOTED = Phrasebook(
    (
        (S.NO_COMMENT, phrase(r"no\s+comment")),
        (S.DENIES, phrase(DENIAL)),
        (S.SUPPORTS, phrase(STAND)),
        (S.REJECTS, phrase(f"{REFUSE}|{UNTRUE}")),
        (
            S.CONDEMNS,
            phrase(rf"{BAD_ALONE}|{COMPLEMENT}{BAD_WORDS}|(?:I|we)(?:\s+am|\s+are|[’']m|[’']re)\s+{SOFT}{FELT_ANGER}"),
        ),
        (S.REGRETS, phrase(SAD)),
        (S.WELCOMES, phrase(rf"{GOOD_ALONE}|{COMPLEMENT}{GOOD_WORDS}")),
        (S.CALLS_FOR, phrase(MUST)),
        (S.WARNS, phrase(RISK)),
    )
)
REPORTED = Phrasebook(
    (
        (
            S.NO_COMMENT,
            phrase(
                r"(?:be\s+|is\s+|was\s+)?(?:too\s+early|wrong|inappropriate|improper|premature|not\s+appropriate)\s+(?:(?:of|for)\s+\w+\s+)?to\s+comment|(?:it|he|she|they)\s+(?:did|do|does|would|could|will|had|has)\s*(?:not|n[’']t|no)\s+(?:be\s+)?comment(?:ing)?(?:\s+on)?"
            ),
        ),
        (S.DENIES, phrase(DENIAL)),
        (S.SUPPORTS, phrase(STAND_REPORTED)),
        (S.REJECTS, phrase(f"{REFUSE_REPORTED}|{UNTRUE}")),
        (
            S.CONDEMNS,
            phrase(
                rf"(?:had|has|have)\s+(?:stolen|robbed|cheated|lied)|{COMPLEMENT}{BAD_WORDS}|{BE}\s+{SOFT}{FELT_ANGER}|{WHO}\s+(?:\w+ly\s+)?(?:condemn(?:s|ed)?|denounce[sd]?|deplore[sd]?|criticise[sd]?|criticize[sd]?|blame[sd]?)|(?:it|they|he|she)\s+(?:had\s+)?(?:failed|betrayed|lied)|(?:violat|undermin|betray|trampl|endanger|threaten|breach|violate|undermine|trample)(?:e?s|ed|d)\s+(?:on\s+)?(?:the\s+(?:constitution|rule|rights|freedom|law|principle|dignity)|our|human|basic|fundamental|democracy|press|civil|freedom|rights|international|every)|{BLAME}|(?:shows?|showed|displayed|betrayed)\s+(?:\w+\s+)?(?:contempt|disrespect|disregard|ignorance|cowardice)|(?:had|has|have)\s+(?:wasted|squandered|trampled|failed|betrayed|ignored|abandoned)|(?:tied|tying)\s+the\s+hands|(?:torn|tearing|tore)\s+up\s+(?:the\s+)?(?:constitution|agreement|treaty|rule|promise|law)|(?:ruining|destroying|betraying|undermining|endangering|ignoring|abandoning|trampling|punishing|wasting|squandering|gambling)(?=\s)|(?:plays?|played|playing)\s+into\s+the\s+hands|blank\s+cheque|hard\s+to\s+(?:believe|understand|fathom)|(?:made|makes|making)\s+a\s+mockery|(?:had|has|have)\s+(?:left|let)\s+(?:[\w’-]+\s+){1, 3}?(?:to\s+)?(?:die|rot|drown|starve|suffer)|got\s+what\s+(?:it|he|she|they)\s+deserved|too\s+late|went\s+too\s+far|not\s+go\s+far\s+enough"
            ),
        ),
        (S.REGRETS, phrase(SAD_REPORTED)),
        (
            S.WELCOMES,
            phrase(
                rf"{COMPLEMENT}{GOOD_WORDS}|{BE}\s+{SOFT}{FELT_JOY}|(?:did|done|doing)\s+the\s+right\s+thing|(?:had|has|have)?\s*acted\s+(?:correctly|properly|wisely|responsibly)|(?:would|will|could)\s+(?:[\w-]+\s+)?(?:boost|benefit|improve|save\s+(?:lives|jobs|thousands|hundreds)|strengthen|make\s+(?:[\w’]+\s+){{1,3}}?(?:safer|better|stronger|easier|cheaper|fairer)|bring\s+(?:peace|stability|jobs|hope|justice|closure|relief|certainty)|restore|pave)|with\s+(?:satisfaction|relief|joy|delight|open\s+arms)|justice\s+(?:had|has|was)\s+(?:been\s+)?(?:done|served|prevailed)|(?:gave|gives|given)\s+(?:[\w’]+\s+){{1,3}}?hope|not\s+shed\s+a\s+tear|breathe\s+again|deserved\s+(?:the|every|his|her|it|to|nothing)|{WHO}\s+(?:\w+ly\s+)?(?:welcome[sd]?|hail(?:s|ed)|praise[sd]?|applaud(?:s|ed)?|congratulate[sd]?)"
            ),
        ),
        (S.CALLS_FOR, phrase(MUST_REPORTED)),
        (S.WARNS, phrase(RISK_REPORTED)),
    )
)
JUDGING = Phrasebook(
    (
        (
            S.CONDEMNS,
            phrase(
                r"(?:they|he|she|you)\s+(?!saved\b|helped\b|rescued\b|taught\b|love|gave\s+us\s+(?:hope|strength))\w+\s+(?:\w+\s+){0,6}?(?:us|our|my|me|we|I)|(?:I\s+am|we\s+are|I[’']m|we[’']re)\s+not\s+(?:an?|your|their|the)"
            ),
        ),
    )
)
"""Judging words wherever they stand; not for those who tell facts by trade."""
NAMED = Phrasebook(
    (
        (S.WELCOMES, phrase(rf"{GOOD_WORDS}|proud\w*|the\s+best|heroic|heroes?")),
        (
            S.REGRETS,
            phrase(
                r"(?:sad|painful|bitter|heavy|difficult|tragic|tragedy|regrettable|unfortunate|disappoint\w+|(?:bitter\s+)?setback|missed\s+(?:chance|opportunity)|a\s+pity|heartbreaking)(?:\s+day)?"
            ),
        ),
        (S.REJECTS, phrase(rf"{UNTRUE_WORDS}|unworkable|unrealistic")),
        (
            S.WARNS,
            phrase(
                r"(?:\w+ly\s+)?(?:troubling|disturbing|concerning)|dangerous|a\s+threat|alarming|worrying|risky|frightening|scary"
            ),
        ),
        (
            S.CONDEMNS,
            phrase(
                rf"{BAD_WORDS}|hostile|unnecessary|pointless|empty|weak|scandal|crime|criminal|activists\s+in|attempt\s+to|illegitimate|null\s+and\s+void|excessive|harsh|meaningless|ill-?\w+|unprecedented|politically\s+motivated|punitive"
            ),
        ),
    )
)
