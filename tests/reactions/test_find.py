"""The many ways in which news tells a reaction, a sentence each."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digest.model import Article
from digest.quotes import find_quotes
from digest.reactions import find_reactions

LEAD = "ELDEN, March 3 - The Eldish parliament passed a law on Tuesday banning protests near schools.\n\nThe law was proposed by Interior Minister Karl Oster.\n\n"

TOLD: dict[str, tuple[str, str] | None] = {
    "Human rights groups reacted angrily to the law.": ("Human rights groups", "condemns"),
    "Opposition leader Mira Falk said the law was an attack on democracy.": ("Mira Falk", "condemns"),
    "“This law is an insult to every citizen,” opposition leader Mira Falk said.": ("Mira Falk", "condemns"),
    '"We will fight this law in every court," Mira Falk, the leader of the opposition, told reporters.': (
        "Mira Falk",
        "rejects",
    ),
    "The European Commission said it was concerned about the law.": ("European Commission", "warns"),
    "The European Commission expressed deep concern over the law.": ("European Commission", "warns"),
    "Brussels said it was “deeply worried” by the vote.": ("Brussels", "warns"),
    "In a statement, the Council of Europe urged Elden to withdraw the law.": ("Council of Europe", "calls for"),
    "Amnesty campaigner Lena Ruud urged the president not to sign the bill.": ("Lena Ruud", "calls for"),
    "Teachers' unions, meanwhile, welcomed the move.": ("Teachers' unions", "welcomes"),
    "Parents' associations gave the law a cautious welcome.": ("Parents' associations", "welcomes"),
    "The head of the Parents' League, Otto Brandt, praised lawmakers for their courage.": ("Otto Brandt", "welcomes"),
    "Otto Brandt, who heads the Parents' League, praised lawmakers for their courage.": ("Otto Brandt", "welcomes"),
    "A spokeswoman for the German government said Berlin regretted the vote.": ("German government", "regrets"),
    'Germany\'s foreign minister, Paul Kern, described the law as "deeply troubling".': ("Paul Kern", "warns"),
    "German Foreign Minister Paul Kern voiced dismay.": ("Paul Kern", "regrets"),
    "Paris and Berlin issued a joint statement condemning the law.": ("Paris", "condemns"),
    "The law has been sharply criticised by lawyers and journalists.": ("lawyers and journalists", "condemns"),
    "The law drew immediate condemnation from the United Nations.": ("United Nations", "condemns"),
    "The vote was greeted with dismay by student groups.": ("student groups", "regrets"),
    "Student leader Anna Weil called for a general strike.": ("Anna Weil", "calls for"),
    # Words of demand or harm in a clause inside what was said are of somebody else or another time.
    "Otto Brandt said his ministry had heard from lawmakers who believed that protections must be included.": None,
    "Otto Brandt said the vote was delayed because a guard had misled the clerks.": None,
    "Otto Brandt said it was a problem for the law should they appeal.": None,
    "Otto Brandt said those who voted for the law should resign.": ("Otto Brandt", "calls for"),
    "Otto Brandt called the law a “huge improvement” on the old one.": ("Otto Brandt", "welcomes"),
    # What somebody is accused of may be old: the accusation is not.
    "The Parents' League accused lawmakers of having put off a debate for years.": ("Parents' League", "condemns"),
    "Otto Brandt said lawmakers were holding the whole town hostage.": ("Otto Brandt", "condemns"),
    "Otto Brandt said the lawmakers had stolen a right from students.": ("Otto Brandt", "condemns"),
    "Otto Brandt said the vote raised serious doubts about the law.": ("Otto Brandt", "warns"),
    "The bar association said it did not share parliament's reading of the law.": ("bar association", "rejects"),
    "ELDENTOWN condemned the law.": None,
    # Who sings may do so to pass the night.
    "Students sang in the halls until dawn after the law was passed.": None,
    "Students took to the streets of Elden in protest at the law.": ("Students", "condemns"),
    "Thousands of students marched through the capital to protest against the law.": ("students", "condemns"),
    "The country's largest union threatened to strike.": ("country's largest union", "warns"),
    "The Bar Association vowed to challenge the law in court.": ("Bar Association", "rejects"),
    "The Bar Association said it would challenge the law before the Constitutional Court.": (
        "Bar Association",
        "rejects",
    ),
    "Mira Falk, a senator, said the parliament had taken a page out of a tyrant’s book.": ("Mira Falk", "condemns"),
    "Mira Falk said the parliament was treating students like a stage crew.": ("Mira Falk", "condemns"),
    "Opposition leader Mira Falk said the lights had gone out in the chamber.": ("Mira Falk", "condemns"),
    "Professor Mira Falk said the parliament had met eleven times on the law.": None,
    "Police said the parliament had been cleared in an hour.": None,
    "“They show us paragraphs and not their faces,” said Lena Moos, a mother of two.": ("Lena Moos", "condemns"),
    "Mira Falk has called the parliament a theatre of cowards.": None,
    "While ministers rest, many students want the law scrapped.": None,
    "The Greens vowed to carry on their fight.": ("Greens", "rejects"),
    "For the Bar Association it was a disgrace.": ("Bar Association", "condemns"),
    "The Bar Association likened the law to a muzzle.": ("Bar Association", "condemns"),
    "The Teachers' League would not confirm whether it would go to court.": ("Teachers' League", "no comment"),
    "Norway said it took the law seriously and voiced concern about the next vote.": ("Norway", "warns"),
    "Norway said it deplored the law and called for talks.": ("Norway", "condemns"),
    "The Bar Association, asked for its view, declined to do so.": ("Bar Association", "no comment"),
    "Jon Bakke pleaded guilty to breaking the law.": None,
    "Officials had to walk out of the courthouse, according to court documents that fear unrest.": None,
    "Jon Bakke walked out of the courthouse full of hope.": None,
    "Jon Bakke called the strike of the students a crime.": ("Jon Bakke", "condemns"),
    "Norway was quick to condemn the law.": ("Norway", "condemns"),
    "Norway joined Sweden in denouncing the law.": ("Norway", "condemns"),
    "Criticism also came from the Bar Association.": ("Bar Association", "condemns"),
    "The law came under fire from the Bar Association.": ("Bar Association", "condemns"),
    "To the dismay of teachers, the law takes effect at once.": None,
    "The law could cost schools their freedom, the Bar Association warned on Tuesday.": ("Bar Association", "warns"),
    "The foreign ministry is ready to help those arrested, a spokeswoman said.": ("foreign ministry", "supports"),
    "Mira Falk, who was first elected in 2019, demanded a new vote.": ("Mira Falk", "calls for"),
    "Mira Falk called it a breach of a promise given in January.": ("Mira Falk", "condemns"),
    "Mira Falk demanded a new vote in 2019.": None,
    "Mira Falk also condemned Saturday's robbery of a bank in Omba.": None,
    "Mira Falk described the law as “a gag with paragraphs”.": ("Mira Falk", "condemns"),
    "The UN education agency, UNESCO, hailed the law.": ("UNESCO", "welcomes"),
    "Labour's education spokeswoman, Mira Falk, hailed the law.": ("Mira Falk", "welcomes"),
    "The country's Catholic bishops appealed for calm.": ("country's Catholic bishops", "calls for"),
    "Mayor Sean Connolly said the law was a sham.": ("Sean Connolly", "condemns"),
    "Shares in sellers of school books rose on fears of the law.": None,
    "Mayor Otto Brandt wrote: “So we were not mad. We were robbed.”": ("Otto Brandt", "condemns"),
    "President Ivo Lang's office declined to comment.": ("Ivo Lang", "no comment"),
    "President Ivo Lang declined to say whether he would sign the bill.": ("Ivo Lang", "no comment"),
    "Asked about the vote, Prime Minister Ada Holm refused to comment.": ("Ada Holm", "no comment"),
    "The Social Democrats accused the government of muzzling its critics.": ("Social Democrats", "condemns"),
    'Social Democrat lawmaker Uwe Rahn tweeted: "Shame on those who voted yes."': ("Uwe Rahn", "condemns"),
    "“A black day for Elden,” tweeted Social Democrat lawmaker Uwe Rahn.": ("Uwe Rahn", "condemns"),
    '"It\'s a great day for our kids," said Lena Moos, a mother of two.': ("Lena Moos", "welcomes"),
    "According to Jon Bakke of Rights Now, the law violates the constitution.": ("Jon Bakke", "condemns"),
    "The UN human rights chief, Maria Sol, warned that the law could be used to silence critics.": (
        "Maria Sol",
        "warns",
    ),
    "UN human rights chief Maria Sol also called on Elden to repeal the law.": ("Maria Sol", "calls for"),
    "Rights Now, a watchdog, said the law should be scrapped.": ("Rights Now", "calls for"),
    "The police union backed the law, saying officers needed clear rules.": ("police union", "supports"),
    "Police union head Bo Lund threw his weight behind the law.": ("Bo Lund", "supports"),
    "The mayor of Elden, Greta Sund, stood by the protesters.": ("Greta Sund", "supports"),
    "Moscow dismissed the criticism of the law as Western interference.": ("Moscow", "rejects"),
    "The Eldish Church said it could not support the law.": ("Eldish Church", "rejects"),
    "Sweden's prime minister distanced herself from the law.": ("Sweden's prime minister", "rejects"),
    "The families of two jailed protesters said they were heartbroken.": (
        "families of two jailed protesters",
        "regrets",
    ),
    "The chairman of the Press Council, Finn Dahl, apologised to readers for having backed the bill.": (
        "Finn Dahl",
        "regrets",
    ),
    "Economist Sara Nyman warned of a brain drain.": ("Sara Nyman", "warns"),
    "Business leaders fear that investors will stay away.": ("Business leaders", "warns"),
    "The Greens, who hold 12 seats, rejected the law out of hand.": ("Greens", "rejects"),
    "Even members of the ruling party expressed unease.": ("members of the ruling party", "warns"),
    "Several ruling-party lawmakers voiced doubts about the law.": ("ruling-party lawmakers", "warns"),
    "Norway summoned the Eldish ambassador over the law.": ("Norway", "condemns"),
    "Norway has recalled its ambassador in protest.": ("Norway", "condemns"),
    "Turkey congratulated Elden on the vote.": ("Turkey", "welcomes"),
    '"Finally someone protects our children," wrote columnist Eva Roth.': ("Eva Roth", "welcomes"),
    "Mr. Falk, a former judge, said he was appalled.": ("Falk", "condemns"),
    "Rights activist Ola Berg, 34, said: “They are afraid of us.”": ("Ola Berg", "condemns"),
    "The interior ministry said the law would take effect in June.": None,
    "Police said 300 people had gathered outside parliament.": None,
    "Falk had called for a ban herself in 2019.": None,
    "The Greens did not respond to a request for comment.": None,
    "Karl Oster defended the law, saying it would protect children.": None,
    "Interior Minister Karl Oster rejected the criticism.": None,
    "The Press Council has repeatedly warned of creeping censorship.": None,
    "“The vote went exactly as planned,” parliament speaker Nina Holt said.": None,
    "A poll showed that 54 percent of voters oppose the law.": None,
    "Last week the UN condemned a similar law in neighbouring Vessia.": None,
}
"""A sentence about the law, and a word of the actor's name with the stance; None where nobody answers."""

ACCUSATION = "MORVA (Press Line) — Environmental inspectors on Monday accused the grain company Halden Foods of dumping chemicals into the River Ost for a decade.\n\nThe inspectors' report said at least 40 tonnes of pesticide had been poured into the river.\n\n"

ANSWERED: dict[str, tuple[str, str] | None] = {
    "Halden Foods said the report was riddled with errors.": ("Halden Foods", "response"),
    "The company called the allegations baseless.": ("Halden", "response"),
    '"We have never dumped anything into the Ost," Halden Foods chief executive Rolf Meyn told a news conference.': (
        "Meyn",
        "response",
    ),
    "Halden's lawyer, Inge Borg, said the firm would cooperate with investigators.": ("Halden", "response"),
    "A Halden spokeswoman declined to comment on the report.": ("Halden", "no comment"),
    "Calls to Halden's headquarters were not returned.": None,
    "Fishermen along the river said they had warned about the smell for years.": None,
    "“My children swam there,” said Petra Kolb, who lives on the bank.": None,
    "“I'm furious. My children swam there,” said Petra Kolb, who lives on the bank.": ("Kolb", "condemns"),
    "Environment Minister Tove Lind said those responsible “will pay for every dead fish”.": None,
    "Environment Minister Tove Lind said she was shocked by the findings and promised tougher checks.": (
        "Tove Lind",
        "regrets",
    ),
    "Environment Minister Tove Lind promised tougher checks.": None,
    "Opposition lawmaker Jan Foss demanded that Lind resign.": ("Jan Foss", "calls for"),
    "The Farmers' Union leapt to the company's defence, calling the inspectors “bureaucrats in rubber boots”.": (
        "Farmers' Union",
        "supports",
    ),
    "Green Rivers, an environmental group, hailed the report as a breakthrough.": ("Green Rivers", "welcomes"),
    "“It is high time somebody went to jail for this,” Green Rivers chairwoman Mia Dahl said.": (
        "Mia Dahl",
        "calls for",
    ),
    "Neighbouring Vessia, which draws drinking water from the Ost, demanded an explanation.": ("Vessia", "calls for"),
    "Vessia's prime minister, Anton Rau, said his country would seek damages.": ("Anton Rau", "calls for"),
    "Vessia's water minister Lotte Kern summoned Elden's ambassador.": ("Lotte Kern", "condemns"),
    "Scientists cautioned that it could take decades for the river to recover.": ("Scientists", "warns"),
    "Marine biologist Ole Strand of Morva University said the spill was “a catastrophe in slow motion”.": (
        "Ole Strand",
        "condemns",
    ),
    "Shares in Halden fell 12 percent.": None,
    "Inspector Nils Hauge said samples had been taken at nine places.": None,
    "“They knew exactly what they were doing,” chief inspector Karin Moe told reporters.": None,
    "The inspectors called for the company's licence to be withdrawn.": None,
    "The World Fund for Nature expressed outrage.": ("World Fund for Nature", "condemns"),
    "Retailer Kornhaus said it would stop buying flour from Halden.": None,
    "Supermarket chain Kornhaus refused to comment.": ("Kornhaus", "no comment"),
    "In Brussels, a European Commission spokesman said it was “following the case closely”.": None,
    "In Brussels, the European Commission called on Elden to publish the data.": ("European Commission", "calls for"),
    "Prime Minister Ada Holm, speaking in parliament, condemned what she called “organised contempt for nature”.": (
        "Ada Holm",
        "condemns",
    ),
    "Holm also thanked the inspectors for their work.": ("Ada Holm", "welcomes"),
    "The mayor of Morva, Kai Brun, offered free water to residents.": ("Kai Brun", "supports"),
    "Local councillor Eva Stenn — whose ward borders the river — said people felt betrayed.": ("Eva Stenn", "condemns"),
    "The Church of Elden urged its members to pray for the river.": ("Church of Elden", "calls for"),
    "Trade union leader Per Vik warned against putting 3,000 jobs at risk.": ("Per Vik", "warns"),
    "Per Vik, leader of the union at the plant, said workers should not be punished for the bosses' sins.": (
        "Per Vik",
        "calls for",
    ),
    "Former Halden manager Olaf Lie told the paper that dumping was routine.": None,
    "Three years ago Green Rivers accused Halden of killing otters.": None,
    "Green Rivers had accused the firm in 2019 of killing otters.": None,
    "The inspectors rejected Halden's criticism.": None,
    "Disgusting. Halden has poisoned our river and lied about it — Sven Aas (@svenaas) March 2, 2026": (
        "Sven Aas",
        "condemns",
    ),
    "Read our new report on Halden Foods here: https://example.org/r — Elden Inspectorate (@eldeninsp) March 2, 2026": None,
    "Asked whether Halden should lose its licence, Lind would not be drawn.": ("Lind", "no comment"),
    "Moody investors dumped the stock.": None,
    "The news was met with anger in riverside towns.": None,
    "Hundreds of people demonstrated outside the plant on Monday evening.": None,
    "Actor Milo Ravn, who has a house by the river, called the company “criminal”.": ("Milo Ravn", "condemns"),
}
"""The same about an accusation: what the accused says is a response, what the accusers say again is none."""

OTHERS: tuple[tuple[str, dict[str, tuple[str, str] | None]], ...] = (
    (
        "KESTREL BAY, June 7 - Striker Leo Marsh was banned for ten matches on Friday for spitting at a referee, the Coast League said.\n\nThe ban is the longest in the league's history.\n\n",
        {
            "Marsh apologised to the referee and to supporters.": ("Marsh", "response"),
            "His club, Bay United, said it would appeal against the ban.": ("Bay United", "rejects"),
            "Bay United manager Theo Lund said the punishment was “wildly over the top”.": ("Theo Lund", "condemns"),
            "“Ten matches is a joke,” Lund said.": ("Lund", "condemns"),
            "Referees' association chief Ana Petrov applauded the league.": ("Ana Petrov", "welcomes"),
            "Former captain Gil Ross tweeted that Marsh “deserved every match of it”.": ("Gil Ross", "welcomes"),
            "League chairman Udo Haas said the league had no choice.": None,
            "The players' union called the ban “disproportionate”.": ("players' union", "condemns"),
            "Sponsor Velo Drinks said it was reviewing its contract with Marsh.": None,
            "Fans held up a banner in support of Marsh at training on Saturday.": ("Fans", "supports"),
            "Marsh has scored 14 goals this season.": None,
        },
    ),
    (
        "TARVO, Oct 10 - The Tarvo Peace Institute awarded its 2026 prize to the Vessian journalist Mina Sorel on Friday.\n\nSorel, 44, has been in jail since 2024.\n\n",
        {
            "Vessia's foreign ministry denounced the award as interference in its internal affairs.": (
                "Vessia",
                "condemns",
            ),
            "The United Nations congratulated Sorel and called for her release.": ("United Nations", "welcomes"),
            "U.S. Secretary of State Jack Orr hailed her “extraordinary courage”.": ("Jack Orr", "welcomes"),
            "Press freedom groups were jubilant.": ("Press freedom groups", "welcomes"),
            "The institute's chairwoman, Berit Dahl, urged Vessia to free Sorel.": None,
            "Russia's ambassador, Oleg Pavlov, boycotted the ceremony.": ("Oleg Pavlov", "rejects"),
            "Sorel's newspaper, The Lantern, dedicated its front page to her.": None,
            "Fellow laureate Ken Abara said he was “overjoyed”.": ("Ken Abara", "welcomes"),
        },
    ),
    (
        "AMBER CITY (Inland News) - A ferry sank in a storm off Amber City on Sunday, leaving at least 60 people missing.\n\nRescuers pulled 112 survivors from the sea, the coast guard said.\n\n",
        {
            "President Nadia Roos ordered an inquiry and called the sinking “a national tragedy”.": (
                "Nadia Roos",
                "regrets",
            ),
            "“Our hearts go out to the families,” the ferry's owner, Blue Line, said.": ("Blue Line", "regrets"),
            "Blue Line denied that the ferry had been overloaded.": ("Blue Line", "denies"),
            "Seafarers' union leader Max Holt blamed budget cuts at the port authority.": ("Max Holt", "condemns"),
            "Relatives shouted at officials outside the port, demanding news of the missing.": (
                "Relatives",
                "calls for",
            ),
            "Neighbouring France and Spain sent helicopters and rescue teams.": ("France", "supports"),
            "Queen Ingrid said she was “deeply distressed”.": ("Queen Ingrid", "regrets"),
            "Captain Emil Rask was among the survivors, police said.": None,
            "“We were thrown into the water,” survivor Tess Boon said.": None,
            "Weather forecasters said winds had reached 120 kilometres an hour.": None,
            "Blue Line did not answer calls.": None,
            "The port authority would not say how many people had been on board.": ("port authority", "no comment"),
        },
    ),
    (
        "JERAN, May 2 (Southern Wire) - Rebel forces shelled the port of Jeran on Saturday, killing nine civilians and setting fuel tanks ablaze.\n\nThe attack came a day after peace talks collapsed.\n\n",
        {
            "The government described the shelling as a massacre.": ("government", "condemns"),
            "Foreign Minister Habib Noor vowed revenge.": None,
            "The rebels said they had struck a military target.": None,
            "UN Secretary-General Clara Munk strongly condemns the attack on Jeran, her spokesman said.": (
                "Munk",
                "condemns",
            ),
            "The Arab League held the rebels responsible.": ("Arab League", "condemns"),
            "Washington voiced outrage at the “indiscriminate slaughter”.": ("Washington", "condemns"),
            "Iran, which arms the rebels, rejected accusations that it had supplied the rockets.": ("Iran", "rejects"),
            "Tehran dismissed claims that its rockets had been used.": ("Tehran", "rejects"),
            "Doctors Abroad said its clinic was overwhelmed.": None,
            "Doctors Abroad appealed for blood donors.": ("Doctors Abroad", "calls for"),
            "The Red Cross reminded both sides of their duty to protect civilians.": None,
            "Italy and Egypt called for an emergency session of the Security Council.": ("Italy", "calls for"),
            "Pope Clement prayed for the victims.": ("Pope Clement", "regrets"),
            "Shopkeeper Amal Dib said the windows of her shop had been blown in.": None,
            "“This barbarism must stop,” said the EU's top diplomat, Jan Kowal.": ("Jan Kowal", "condemns"),
            "Oil traders said prices could rise if the port stays shut.": None,
            "Turkey, for its part, blamed both sides.": ("Turkey", "condemns"),
            "China said it was following events with concern.": ("China", "warns"),
        },
    ),
    (
        "BELFORT, Nov 3 - Carmaker Astra said on Monday it would move production of its best-selling van from Belfort to Morocco in 2028.\n\nThe move puts 2,300 jobs at risk.\n\n",
        {
            "Union boss Yves Morin called it a betrayal.": ("Yves Morin", "condemns"),
            "“We won't let them go without a fight,” he said.": None,
            "Union boss Yves Morin promised a hot autumn.": None,
            "Economy Minister Claire Petit said she had summoned Astra's management.": None,
            "Economy Minister Claire Petit told Astra to repay its subsidies.": ("Claire Petit", "calls for"),
            "Economy Minister Claire Petit said the decision was incomprehensible.": ("Claire Petit", "condemns"),
            "Morocco's industry minister, Adil Bensaid, hailed “a vote of confidence in our workers”.": (
                "Adil Bensaid",
                "welcomes",
            ),
            "The mayor of Belfort, Lise Aubert, fought back tears as she spoke of “a knife in the back”.": (
                "Lise Aubert",
                "condemns",
            ),
            "Investors cheered the news, sending shares up 6 percent.": ("Investors", "welcomes"),
            "Analysts at Bank Delmer welcomed the step.": ("Analysts at Bank Delmer", "welcomes"),
            "Local shop owners worry about their future.": ("shop owners", "warns"),
            "Workers burned tyres outside the gates.": ("Workers", "condemns"),
            "Astra chief executive Dirk Vos said there was no alternative.": None,
            "The far-right National Front seized on the closure, blaming “globalists”.": ("National Front", "condemns"),
            "A government source said the state would not stand in the way.": None,
            "President Luc Renard insisted that no job would be lost “without a solution”.": None,
            "Supplier Faurel said it was taken by surprise.": None,
        },
    ),
)
"""A ban, an award, a disaster, an attack and a closure, each with its sentences."""


STORIES = {sentence: (LEAD, expected) for sentence, expected in TOLD.items()}
STORIES |= {sentence: (ACCUSATION, expected) for sentence, expected in ANSWERED.items()}
STORIES |= {sentence: (lead, expected) for lead, told in OTHERS for sentence, expected in told.items()}


@pytest.mark.parametrize("sentence", STORIES)
def test_ways_of_telling(sentence: str) -> None:
    lead, expected = STORIES[sentence]
    text = lead + sentence
    when = datetime(2026, 3, 3, tzinfo=UTC)
    article = Article("a", "test", "Outlet", None, None, text, when, "hash", published=when)
    reactions = find_reactions("story", [article], find_quotes("a", text))
    found = [(reaction.actor, reaction.stance.value) for reaction in reactions if reaction.evidence in sentence]
    if expected is None:
        assert found == []
    else:
        assert any(expected[0].split()[-1] in actor and stance == expected[1] for actor, stance in found)
