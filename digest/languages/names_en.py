"""English words that tell persons, organisations and places apart, and women from men."""

from __future__ import annotations

from digest.languages.names import NameTable, words
from digest.languages.sentence_marks import ENGLISH as ENGLISH_SENTENCES

NATIONS = words(
    "english french german spanish russian chinese american british syrian iraqi iranian israeli arab turkish "
    "european african asian latino hispanic muslim christian jewish catholic democratic republican democrat chinese "
    "italian mexican indian japanese canadian australian islamic western"
)
ENGLISH = NameTable(
    titles=words(
        "ald amb asst atty cmdr det dist insp supt mr mrs ms miss mx dr prof professor sen senator rep representative gov governor lt col colonel gen general maj "
        "major capt captain sgt sergeant cpl pvt adm admiral president premier chancellor king queen prince princess "
        "undersheriff trooper magistrate rector provost mullah countess consul alderman commandant brigadier undersecretary "
        "pope emperor sheikh sheik imam rabbi rev reverend father sister bishop archbishop cardinal ayatollah minister "
        "secretary speaker mayor judge justice chief sheriff deputy detective officer inspector superintendent "
        "commissioner ambassador envoy chairman chairwoman chair director attorney councilman councilwoman "
        "councillor congressman congresswoman commander lord lady sir dame baron baroness earl duke duchess coach "
        "spokesman spokeswoman spokesperson vice leader principal dean sultan emir crown marshal hon constable "
        "corporal private lieutenant msgr monsignor treasurer coroner assemblyman assemblywoman state-senator whip "
        "majority-leader vp ceo mp mep msp mk prosecutor ombudsman"
    ),
    abbreviated_titles=words(
        "mr mrs ms miss mx dr prof sen rep gov lt col gen maj capt sgt cpl pvt adm rev hon msgr ald amb asst atty cmdr det dist insp supt"
    ),
    title_complements=(
        ("Secretary of ", "State"),
        ("Secretary of ", "Defense"),
        ("Secretary of Homeland ", "Security"),
        ("Secretary of ", "Labor"),
        ("Secretary of ", "Energy"),
        ("Secretary of ", "Health"),
        ("Secretary of the ", "Treasury"),
        ("Minister of ", "State"),
        ("Director of National ", "Intelligence"),
        ("Leader of the ", "Opposition"),
        ("Chancellor of the ", "Exchequer"),
    ),
    female_titles=words(
        "mrs ms miss queen princess sister lady dame baroness duchess chairwoman congresswoman councilwoman "
        "spokeswoman assemblywoman madam mother"
    ),
    male_titles=words(
        "mr king prince father sir lord baron earl duke chairman congressman councilman spokesman assemblyman pope "
        "bishop archbishop cardinal rabbi imam sheikh sheik ayatollah monsignor msgr emperor sultan emir"
    ),
    roles=words(
        "undersheriff trooper magistrate rector provost mullah countess consul alderman commandant brigadier undersecretary midfielder quarterback pitcher president premier minister chancellor king queen prince princess leader chief head director chairman "
        "chairwoman chairperson chair secretary senator representative governor mayor congressman congresswoman "
        "lawmaker legislator councillor councilman councilwoman politician candidate nominee contender hopeful "
        "front-runner frontrunner rival opponent incumbent challenger spokesman spokeswoman spokesperson aide adviser "
        "advisor strategist consultant pollster manager operative analyst expert economist professor lecturer "
        "historian scientist researcher scholar author writer novelist poet journalist reporter correspondent editor "
        "columnist commentator anchor host blogger publisher producer critic lawyer attorney prosecutor solicitor "
        "barrister judge justice sheriff officer detective inspector superintendent commissioner commander general "
        "colonel captain major lieutenant sergeant admiral soldier veteran fighter rebel doctor surgeon physician "
        "nurse engineer architect teacher principal student pupil graduate executive founder co-founder cofounder owner "
        "entrepreneur businessman businesswoman businessperson investor banker billionaire millionaire developer "
        "mogul tycoon magnate trader farmer worker employee driver pilot activist campaigner advocate organiser "
        "organizer volunteer supporter donor member delegate official diplomat ambassador envoy bureaucrat bishop "
        "archbishop cardinal pastor priest imam rabbi cleric pope monk reverend star actor actress singer musician "
        "rapper comedian director filmmaker artist player coach striker goalkeeper captain boxer athlete champion "
        "witness victim suspect defendant survivor resident neighbour neighbor voter shopper tourist passenger widow "
        "father mother brother sister son daughter husband wife cousin uncle aunt partner friend colleague boss "
        "dictator strongman monarch speaker whip treasurer trustee president-elect ex-president deputy coordinator "
        "specialist planner psychologist psychiatrist sociologist theologian philosopher biologist physicist chemist "
        "geologist hydrologist meteorologist curator librarian archivist investigator inspector auditor regulator "
        "watchdog ombudsman whistleblower intern assistant associate fellow dean counsel treasurer vice-president "
        "vice-chairman protester demonstrator refugee migrant prisoner inmate detainee man woman boy girl teenager "
        "comptroller ceo cfo coo mp mep msp clerk warden ranger firefighter paramedic fisherman shopkeeper baker butcher trainer agent"
    ),
    female_roles=words(
        "woman girl mother sister daughter wife aunt widow actress queen princess chairwoman spokeswoman congresswoman "
        "councilwoman businesswoman grandmother niece heroine lady nun duchess assemblywoman policewoman"
    ),
    male_roles=words(
        "man boy father brother son husband uncle widower actor king prince chairman spokesman congressman councilman "
        "businessman grandfather nephew gentleman monk duke assemblyman policeman fisherman strongman"
    ),
    qualifiers=words(
        "deputy assistant associate acting interim former ex- then- vice under lieutenant shadow first second outgoing "
        "incoming honorary junior senior onetime one-time longtime late ousted deposed retired accused alleged suspected "
        "convicted disgraced wounded injured jailed imprisoned exiled indicted acquitted appointed self-styled self-described "
        "self-proclaimed"
    ),
    kin=words(
        "father mother brother sister son daughter husband wife widow widower cousin uncle aunt niece nephew stepson "
        "stepdaughter stepfather stepmother grandfather grandmother grandson granddaughter twin"
    ),
    organisation_words=words(
        "party ministry department university college institute institution school committee commission council "
        "association society union federation league agency bureau office bank group corp corporation inc ltd llc "
        "company co plc foundation fund trust centre center court congress parliament senate house assembly "
        "government administration authority board organisation organization international times post journal "
        "herald tribune guardian news press radio tv television network media magazine gazette daily telegraph "
        "observer independent watch church hospital police army navy force forces guard services service "
        "partners holdings systems technologies airlines airways motors energy oil club team united nations "
        "alliance coalition front movement brotherhood campaign pac associates brothers academy laboratory lab "
        "museum library project initiative network chamber exchange tribunal cabinet kremlin pentagon treasury "
        "reuters bloomberg oxfam unicef nato wire international chronicle review reporters line lines ferries mills works mission embassy"
    ),
    organisations=words(
        "congress parliament senate nato unesco unicef reuters bloomberg twitter facebook google amazon apple "
        "microsoft cnn nbc cbs abc bbc pbs npr fox msnbc afp ap upi tass xinhua interpol opec fifa uefa oxfam amnesty "
        "greenpeace hamas hezbollah taliban kremlin pentagon gop un eu who imf cia fbi nsa fda epa irs nasa democrats "
        "republicans tories politifact labour conservatives breitbart politico youtube instagram reddit"
    ),
    places=words(
        "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus "
        "belgium bolivia bosnia botswana brazil britain bulgaria burma cambodia cameroon canada chad chile china "
        "colombia congo croatia cuba cyprus czechia denmark ecuador egypt england eritrea estonia ethiopia europe "
        "finland france gambia georgia germany ghana greece guatemala guinea haiti honduras hungary iceland india "
        "indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos "
        "latvia lebanon liberia libya lithuania luxembourg macedonia malawi malaysia mali malta mauritania mexico "
        "moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria "
        "norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda "
        "scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan "
        "tajikistan tanzania thailand tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam "
        "wales yemen zambia zimbabwe africa asia america u.s u.k us uk usa alabama alaska arizona arkansas california "
        "colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine "
        "maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon "
        "pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming london paris berlin moscow "
        "beijing tokyo delhi brussels geneva rome madrid vienna cairo damascus baghdad tehran kabul jerusalem gaza "
        "boston chicago philadelphia detroit miami atlanta denver seattle cleveland pittsburgh brooklyn manhattan"
    ),
    place_words=words(
        "street avenue road square river lake mountain mount island islands county city town valley bay beach airport "
        "bridge park prison province district region state states hill hills sea ocean coast desert dam harbour harbor "
        "port north south east west central"
    ),
    compass=words("north south east west northern southern eastern western central new"),
    nations=NATIONS,
    never_names=NATIONS
    | words(
        "senators congressmen representatives ministers governors mayors judges generals monday tuesday wednesday thursday friday saturday sunday january february march september october november "
        "december july i i'm i've i'll i'd i’m i’ve i’ll i’d americans africans europeans muslims jews christians god "
        "internet ok okay tv editor's copyright abstract exclusive est edt cst cdt pst pdt gmt bst utc cet cest christmas "
        "easter thanksgiving ramadan iraqis syrians russians iranians germans islam lgbt"
    ),
    months=words("mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec"),
    compounding=words("based born led backed owned run controlled educated trained"),
    female_given=words(
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley "
        "kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia "
        "kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel "
        "carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina "
        "joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann anne sara madison frances "
        "kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella "
        "theresa diana natalie brittany charlotte marie kayla alexis lori hillary ivanka melania carly huma elise "
        "jill tina gina anita claire clara ada ilse ingrid greta heidi astrid freya elena irina olga natasha svetlana "
        "tatiana ekaterina anastasia fatima aisha leila layla amina zainab mariam maryam nadia yasmin salma rania "
        "priya indira sonia anjali sunita lakshmi mei ling yuki akiko keiko naomi sofia lucia carmen rosa pilar ines "
        "isabel juana beatriz marta paula silvia valentina chiara giulia francesca federica simone brigitte sylvie "
        "nathalie isabelle celine amelie aurelie camille juliette margot kate katie beth peggy sally wendy tracy lucy "
        "molly ellen eleanor rose lily chloe zoe mia ava nora fiona siobhan maeve bridget theodora harriet edith agnes "
        "ursula renate sabine petra monika katrin birgit angelika nikki kellyanne sheila maggie jane jen jenny liz "
        "debbie becky vicky mandy sue pam kathy cathy cindy stacy tammy wanda yvonne yolanda gabrielle michele dana "
        "katrina kirsten kristen kristin jodi joanna joanne johanna josephine loretta lorraine marcia maureen maxine "
        "meredith mildred miriam rhonda roberta robin rosemary sherry stella sylvia tamara valerie vanessa veronica "
        "vivian tulsi elaine gwen ngozi chioma adaeze winnie thandi aung asma hanan tzipi golda benazir megyn greta "
        "agathe adela amara amina beata bianca birgitta bronwyn carla catalina celeste cordelia daniela dorota elsbeth "
        "elisabeth elsa emilia esther eva felicia flora frida gerda gertrud gisela hedwig heike helena helga henrietta "
        "hilda imogen ines inga irene iris jana jelena joyce karin katarina khadija lara larissa lena leonie lidia linnea "
        "livia louisa louise luisa magdalena malala manuela margarita mariana marianne marina matilda milena minna mona "
        "nuala oksana ottilie paloma penelope philippa raquel regina sabrina sara saskia selma signe simona susanne "
        "sigrid silke tabea tanja teodora teresa ulrike vera wilma xenia yulia zainab zofia zuzana yusra"
    ),
    male_given=words(
        "james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark "
        "donald steven andrew paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob "
        "gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank "
        "raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy "
        "walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan "
        "billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell "
        "bradley philip eugene bill barack bernie ted marco jeb mitt newt chris mike tim tom jim bob rick ron dan ben "
        "matt dave steve greg jeff ken rob ed don pete sam max alex nick tony andy fred hank hal chuck ray lou leo luis "
        "carlos miguel pedro pablo diego javier fernando francisco antonio manuel rafael sergio jorge mario luigi "
        "giovanni giuseppe marco matteo lorenzo paolo pierre jacques jean-claude francois michel philippe laurent "
        "olivier emmanuel nicolas hans klaus jurgen wolfgang helmut dieter heinz gerhard karl otto fritz ludwig stefan "
        "lars sven olaf bjorn erik nils anders jens mikhail vladimir dmitry sergei sergey ivan igor boris alexei "
        "nikolai andrei yuri viktor oleg mohammed muhammad mohamed ahmed ahmad mahmoud mustafa hassan hussein ali omar "
        "osama khalid abdullah ibrahim yusuf bashar hafez saddam muammar recep hosni benjamin moshe avi ariel yitzhak "
        "raj narendra arvind sanjay rahul vikram imran nawaz jin hiroshi kenji takeshi shinzo xi wei jun kim kofi "
        "kwame nelson thabo jacob tomas okoro emeka chidi tunde oliver owen liam connor declan niall angus duncan "
        "hamish ian neil nigel colin graham stuart trevor clive derek geoffrey simon martin adrian julian marcus "
        "lucas theo felix hugo oscar victor dominic edgar ernest herbert howard leonard leon louis maurice morris "
        "norman oscar percy phil reuben rudy rudolph sidney stanley ted theodore todd troy vernon warren wesley "
        "reince corey rand lindsey rupert sheldon kellen robby jake josh zach brad brett chad craig curt darren "
        "darryl dean drew dwight elliot glen glenn grant harry hugh ira ivan jared jay joel jonah kirk kurt lance lee "
        "lester lloyd luke lyle mitch murray nathaniel perry preston quentin reed rex rodney ross seth shane shawn "
        "spencer ted tommy travis tucker tyrone wade wallace will wolf zack amir tariq karim jamal rashid fahd salman "
        "albrecht alfonso alvaro anatoly anselm arvid axel bernd bertil bogdan bruno cedric cornelius cristobal dario "
        "dimitri eduardo egon emil enrique ernesto esteban eberhard fabian fabio fergus florian franz friedrich georg "
        "gerd gunter gunnar gustav harald heinrich henrik holger hubert ignacio jakob jan janek janos jaroslav johan "
        "johann jonas jurgen kaspar kristof kwabena kwesi laszlo leopold lorenz ludovic maciej magnus marek matthias "
        "maximilian milan miroslav mohamad nestor niklas nikola osman pavel pascal petr petro pietro piet piotr rainer "
        "ramon reinhard rene roberto roland rolf roman ruben rudolf rupert salvador sebastian sigmund stanislav svend "
        "tadeusz thaddeus thierry tobias tomasz ulrich uwe vaclav valentin viktor volker volodymyr werner wilhelm "
        "wojciech xavier yannis yusuf zoltan colm"
    ),
    shortened=words("del st ste ft mt wm jas chas geo jos thos robt abp bp fr"),
    particles=words(
        "de del della delle dello der den di da do dos das du des van von vom zu zum bin ibn bint al el la le les ten ter "
        "af av ben y e st"
    ),
    suffixes=words("jr sr ii iii iv v esq md phd"),
    joiners=("of", "for", "of the", "for the", "on", "and", "&", "against", "in", "to", "of the United"),
    openers=ENGLISH_SENTENCES.openers
    | words(
        "mr. born asked said according unlike like given both neither either nor well yes no why back inside outside "
        "throughout whether rather thus hence perhaps photo video image story read related updated note breaking watch recently previously currently finally eventually instead "
        "speaking talking writing while whereas considering including former fellow dear added saying "
        "stated continued explained noted recalled warned argued concluded replied tweeted responded insisted declared "
        "everyone everybody someone somebody anyone people critics supporters officials experts police authorities "
        "our us him them himself herself me mine ours please thank thanks look see let's that's it's he's she's "
        "there's they're we're you're i'm don't didn't doesn't isn't wasn't can't won't"
    ),
    role_stops=words(
        "the a an this that these those his her their its our my your and or but by with from to of for in on at as said "
        "says told tells asked asks added adds wrote writes when while if who whom whose which is was are were be been has "
        "had have like than because after before about against between including named called also then over under into "
        "through during without within near he she they we you it i him them met saw shot hit beat sent paid led left made "
        "took gave got won lost quit put sought fought caught drove will would can could may might must should shall do does did not"
    ),
    determiners=words("a an the his her its their our my your one"),
    possessives=words("his her its their our my your"),
    relatives=words("who whose whom which that"),
    prepositions=words("of at for in on with to from by over under against about into between near as"),
    speaking=ENGLISH_SENTENCES.asides
    | words("went continued argued noted explained responded tweeted stated says claims"),
)
