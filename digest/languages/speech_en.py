"""English words that attribute speech."""

from __future__ import annotations

from digest.languages.names_en import ENGLISH as NAMES
from digest.languages.speech import SpeechTable, participles, plural, regular, words

PLAIN = (
    "add announce argue ask assert assure acknowledge allege answer boast bemoan caution claim comment complain concede "
    "conclude confess confide confirm contend continue counter declare demand deny disclose elaborate emphasize "
    "emphasise exclaim explain express hint imply indicate inform insist interject joke lament maintain mention muse "
    "note object observe opine plead pledge predict proclaim promise protest quip reason recall recount reiterate relate "
    "remark remind repeat reply report request respond retort reveal stress suggest state testify tweet urge vow warn "
    "whisper wonder worry shout yell chant scream mutter mumble murmur growl post email text rant rail reflect remember "
    "recommend signal specify speculate summarize summarise surmise threaten underline underscore volunteer vent admit "
    "agree advise affirm believe boom bark blast chide clarify convey cry deadpan decree defend demur echo enthuse "
    "estimate exhort fume gush hail holler implore instruct interrupt intone lecture log marvel offer order persist "
    "point press profess pronounce propose question quote ramble rasp rave rejoice retweet reckon scoff sigh snap sneer "
    "stammer sum theorize thunder urge venture verify wail write-off"
)
WEAK = (
    "accuse attack appeal blame brand call characterize characterise cite compare condemn credit criticize criticise "
    "decry denounce deride describe dismiss dub label mock name portray praise refer reject slam tout vilify welcome "
    "thank expect fear hope consider like regard view want support oppose champion ridicule rip salute attribute "
    "pressure promote talk discuss ask encourage"
)
IRREGULAR = (
    "say says said tell tells told write writes wrote written read reads go goes went think thinks thought feel feels "
    "felt know knows knew put puts quote quotes quoted speak speaks spoke begin begins began swear swears swore "
    "admitted quipped nagged outlined tweeted slammed ripped blogged chatted compel compelled "
    "shot fired hit hits let make makes made give gives gave find finds found see sees saw hold holds held "
    "spelled spell spat read learn learned learnt heard hear hears retorted argues laughed smiled shrugged texted "
    "bemoaned emailed e-mailed"
)

ENGLISH = SpeechTable(
    verbs=regular(PLAIN) | words(IRREGULAR),
    inverting=words(
        "said says say asked asks added adds wrote writes replied tweeted explained continued noted recalled warned "
        "argued concluded reads read joked quipped declared exclaimed responded insisted stressed stated shouted "
        "reported reports reported commented remarked observed announced told agreed adds countered lamented predicted "
        "chanted wondered cried tells yelled posted boasted complained demanded went goes came interjected"
    ),
    participles=participles(PLAIN) | participles(WEAK) | words("saying telling writing putting admitting quipping"),
    weak=regular(WEAK) | words("dubbed labelled slammed ripped"),
    according=("according to", "as told to", "in the words of", "as quoted by", "as reported by", "per"),
    between=words(
        "also then later now often once has have had is was were are be been being would will could may might must "
        "should can did does do not never just again still always even only already recently repeatedly publicly "
        "reportedly simply quickly immediately finally first previously famously pointedly further ever both all who "
        "to went on came out have further clearly strongly then even at one point in turn actually rather really "
        "subsequently initially angrily bluntly flatly correctly rightly wrongly apparently instead nonetheless "
        "nevertheless himself herself themselves itself proudly jokingly sarcastically similarly specifically "
        "additionally merely basically literally essentially soon n't didn't doesn't hasn't won't since"
    ),
    she=words("she"),
    he=words("he"),
    herself=words("herself"),
    himself=words("himself"),
    her=words("her"),
    his=words("his"),
    they=words("they we"),
    it=words("it"),
    self=words("i"),
    determiners=words(
        "the a an his her its their this that these those one another some many several most few both two three four "
        "five six all any each no our my your other"
    ),
    articles=words("the a an his its their our my your"),
    indefinite=words("a an one another"),
    plurals=words(
        "police authorities sources republicans democrats conservatives liberals observers people others fans "
        "relatives families parents pundits allies insiders staffers users"
    )
    | frozenset(map(plural, NAMES.roles)),
    age="year-old",
    voices=words(
        "report statement release letter email e-mail memo lawsuit suit complaint filing indictment ruling opinion "
        "petition ad advertisement commercial video narrator tweet post message text editorial article story column "
        "headline caption sign banner poster placard poll survey study website page book document transcript source "
        "sources crowd audience group company campaign committee commission board ministry department agency office "
        "newspaper daily magazine paper network channel outlet broadcaster publication journal blog site organization "
        "organisation institute university bank party court government administration union association council "
        "police team club firm charity watchdog foundation institution panel coalition movement bureau authority "
        "person people man woman boy girl user viewer caller member one insider outsider embassy militia army "
        "military parliament senate house church hospital school regime rebels troops family think-tank resolution "
        "plaque slogan motto notice description bio biography law constitution affidavit motion brief chairman"
    ),
    organisations=words(
        "group company campaign committee commission board ministry department agency office newspaper daily magazine "
        "paper network channel outlet broadcaster publication journal blog site organization organisation institute "
        "university bank party court government administration union association council police team club firm charity "
        "watchdog foundation institution panel coalition movement bureau authority embassy militia army military "
        "parliament senate house church hospital school regime think-tank"
    ),
    generic=words(
        "group company firm organization organisation agency charity watchdog foundation institution coalition movement "
        "union association team club campaign newspaper daily paper magazine broadcaster channel network outlet site "
        "think-tank"
    ),
    synonyms=(
        ("premier", "prime minister"),
        ("congressman", "representative"),
        ("congresswoman", "representative"),
        ("lawmaker", "senator"),
        ("lawmaker", "representative"),
        ("senator", "sen"),
        ("governor", "gov"),
        ("congressman", "rep"),
        ("congresswoman", "rep"),
        ("general", "gen"),
        ("colonel", "col"),
        ("captain", "capt"),
        ("lieutenant", "lt"),
        ("sergeant", "sgt"),
        ("admiral", "adm"),
        ("professor", "prof"),
        ("doctor", "dr"),
        ("leader", "president"),
        ("leader", "prime minister"),
        ("lawyer", "attorney"),
        ("attorney", "lawyer"),
    ),
    documents=words(
        "report statement release letter memo study survey poll editorial article story lawsuit review paper"
    ),
    issued=words("by from of"),
    issuing=words("issued released published releases publishes issues wrote conducted filed report's"),
    spokespersons=words("spokesman spokeswoman spokesperson spokespeople spokesmen"),
    prepositions=words(
        "of in to for with at by from about on against over under after before during between among into like as than "
        "toward towards without within through since until behind despite including regarding"
    ),
    titles_after=words(
        "film movie book novel album song single play show series programme program podcast musical opera memoir "
        "documentary magazine poem painting broadcast column commentary editorial essay article op-ed essay comedy sitcom drama anthem episode"
    ),
    naming=words("dubbed nicknamed known named billed"),
    titling=words("titled entitled subtitled headlined so-called"),
    nouns=words(
        "claim statement comment assertion suggestion argument call warning promise pledge insistence contention remark "
        "accusation description message declaration admission demand request vow response reply answer question tweet "
        "complaint prediction view belief"
    ),
    pasts=words(
        "arose ate became began bent bit bled blew bore bought bound broke brought built burst came caught chose clung crept "
        "cut dealt did drank drew drove dug dwelt fed fell felt fled flew flung forbade forgave forgot fought found froze gave "
        "got grew had heard held hid hit hung hurt kept knelt knew laid lay leapt led left lent let lit lost made meant met "
        "overcame overtook paid put quit ran rang read rode rose said sang sank sat saw sent set shook shone shot shrank shut "
        "slept slid sold sought spat sped spent split spoke sprang spread stole stood strode strove struck stuck stung swam "
        "swept swore swung taught thought threw told took tore understood undertook upheld went wept withdrew withheld woke won "
        "wore wrote"
    ),
    copulas=words("am is are was were be been being"),
    auxiliaries=words("has have had do does did will would can could should may might must"),
    openers=words("that if whether why how what where which who when"),
    described=words(
        "called described named dubbed nicknamed known titled entitled billed labelled labeled branded portrayed depicted "
        "characterised characterized hailed derided mocked remembered headlined captioned"
    ),
    addressed=words(
        "told asked informed warned urged advised reminded assured questioned pressed quizzed ordered instructed accused"
    ),
    conjunctions=words(
        "and but while when as because after if which that for who although though where or so since until before"
    ),
    adjectives=words(
        "official expert general chief assistant associate deputy fellow principal executive rival opponent"
    ),
    bases=words(PLAIN)
    | words(WEAK)
    | words("say tell write go think feel know speak begin swear let make give find see hold hit hear learn"),
)
