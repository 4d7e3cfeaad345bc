"""English words that attribute speech."""

from __future__ import annotations

from digest.languages.speech import SpeechTable, participles, regular, words

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
        "officials critics supporters opponents experts analysts activists protesters demonstrators residents "
        "witnesses police prosecutors investigators authorities lawyers sources aides advisers advisors organizers "
        "organisers researchers scientists economists republicans democrats conservatives liberals lawmakers senators "
        "reporters journalists observers voters people others fans campaigners leaders police doctors relatives "
        "neighbours neighbors firefighters families workers students parents teachers pundits strategists allies "
        "rivals insiders staffers historians diplomats ministers regulators executives investors traders users"
    ),
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
        "documentary magazine poem painting essay comedy sitcom drama anthem episode"
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
    reporting={
        "about": words(
            "agree agreed agrees answer argued asked asks attacks began blame boast boasts called calls cautioned claim comment commented comments complain complained criticized demand elaborate feel goes hints hopes joke joked jokes learn mention mused note opined point pointed predicted press pressed quotes rail railed rant reckon reported reports requests respond responded retort said say sees speculate talked talks testify think thinks tweeted vented warned wonder worried worry write wrote"
        ),
        "according": words("according"),
        "clause": words(
            "accused accuses acknowledge acknowledged added agree agreed agrees alleges announced announces answer answered appeals argue argued argues asked assert assure assured attacked attributed believe believed believes bemoaned blame blamed blames blast blasted blasts called calls champions characterize characterized chided cite cited cites claim claimed claims compare compared complained conceded concluded condemned consider considers contends continues counter countered criticized declare decried decries defended defends demand demands denied denounced deny deride derided described describes discuss discussed discusses dismissed dub echo echoed emphasized emphasizes encouraged encourages estimate estimated estimates expect expects explain explained express expressed fear feared fears feel finds found hinted hints hope hoped hopes implied implored indicate indicated insist insisted insists knows lamented laments learned liked mention mentioned mentions mocked named note noted notes oppose opposed opposes ordered pleaded pledges pointed portrayed praise praised praises predict predicted predicts pressed proclaim proclaimed promised promote promoted pronounced proposed protested questioned quote quoted quotes recalled recommended recommends recounted recounts regarded reiterated reject rejected rejects remarked remember remembered remembers reminded repeat reported reports requested retweet retweeted revealed reveals rips said saw say says see sees shouted shrugged signaled signals slammed slams snap specify spell stressed suggest suggested suggests sum supported supports swears tell tells testified thanked think thinks thought threatened told touted touts tweeted underscore underscores urge urged urges ventures viewed views vowed vows want wants warn warned welcome welcomed wondered worried worries worry writes"
        ),
        "ing-about": words(
            "announcing appealing arguing asking calling commenting complaining discussing hoping implying naming pleading pointing protesting railing reflecting responding saying stating talking tweeting volunteering warning welcoming writing"
        ),
        "ing-clause": words(
            "accusing adding announcing arguing asking believing blaming blasting calling citing claiming comparing condemning confirming considering crediting criticizing declaring decrying describing discussing dismissing echoing emphasizing expecting explaining expressing fearing hailing hinting hoping informing labeling lamenting mentioning mocking noting ordering portraying praising predicting pressing professing promising promoting proposing questioning quoting recalling reckoning reiterating rejecting remembering revealing saying stating stressing suggesting thanking touting tweeting underscoring urging warning writing"
        ),
        "ing-question": words(
            "acknowledging asking commenting considering describing explaining pointing questioning reminding saying scoffing supporting talking wondering worrying"
        ),
        "ing-that": words(
            "acknowledging adding admitting agreeing alleging announcing arguing asking asserting believing claiming clarifying conceding considering contending crediting declaring defending demanding denying discussing dismissing explaining fearing hoping implying indicating insisting joking mentioning noting opposing pledging pointing predicting pressing promoting proposing putting reflecting reiterating relating remarking remembering reminding repeating reporting retweeting saying stating stressing suggesting supporting telling tweeting underscoring urging viewing vowing warning welcoming writing"
        ),
        "ing-to": words(
            "calling emphasizing expecting hoping offering pointing promising talking threatening vowing wanting"
        ),
        "inverted": words("added argued asked demanded goes predicted reported said say says told"),
        "post": words(
            "acknowledge added agree alleges alleging announced argue argued believes concluded confirmed declared estimated explained found hope hoped indicates mocked noted notes observed posted predicted reads reminded reported reports said say says suggested surmised told warned wrote"
        ),
        "question": words(
            "acknowledge advised announce answer ask asked began believed believes boasted comment comments compare complain considers continue continued countered criticized declare demanded described describes email expected explain explained explains find fired go heard hint hints hold indicate knew know knows learned made make note noted notes offers outlined point pointed points praised predict press promised protest protests put puts question questioned questions reasons recall recalled reflects reject remarks remember remind reveal revealed said saw say spoke suggested support talked talks tell tells think told touted underscored want wanted wants wonder wondered worried worry wrote yell"
        ),
        "that": words(
            "acknowledge acknowledged acknowledges add added adds admit admits admitted advised affirm affirmed agree agreed agrees alleged alleges announced announces answers appeals argue argued argues asked assert asserted asserts assure assured attacked attacks began begin believe believed believes bemoaned blame blamed boasted boasts call calls caution cautioned cited cites claimed claims clarified clarify comment comments compared complain complained concede conceded concedes conclude concluded confirm confirmed considered contended contends continue continued continues convey declared decried defend defended demand demanded denied denies denounced deny described disclosed discussed dismissed dismisses echo echoed email emphasize emphasized estimated estimates expects explain explained express expressed fear fears feel find finds fired found gave held hinted hints hit hold holds hope hoped hopes implied imply indicate indicated indicates informed insist insisted insists joked knew know knows lamented learned made maintain maintained make makes mention note noted notes offer offered offers opposed opposes ordered pledge pledged point pointed points post posted praised predict predicted predicts press promise promised propose proposed proposes protests put questioned reason reasons recalled recommend recommended recounted reflect reflected reflects reiterated rejected related remarked remarks remember reminded reminds repeated report reported reports request requested respond responded responds reveal revealed reveals ridicule said saw say says see sees shot signal signaled slams speak spoke stated stress stressed suggest suggested suggests sum swore talked talks tell tells thanked think thinks threatened threatens told tweet tweeted underlines underscore underscores urged ventures vow want wants warn warned welcomed went worried worries worry writes wrote yelled"
        ),
        "to": words(
            "admits admitted advised agreed answer called claim comments compelled confess disclosed emailed expected expects hope hoped hopes like likes objected offered offers pleaded pledge pledges point pointed points promise promised promises proposed proposes refers reply requests respond said shot speaks threaten threatened vow vowed vows want wants"
        ),
    },
)
