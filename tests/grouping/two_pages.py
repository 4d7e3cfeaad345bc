"""A small world in which one event gets two pages on its first day, and a report of the second day stands in both."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from digest.model import Article

DAY = datetime(2026, 3, 4, 6, tzinfo=UTC)
OLDER, YOUNGER = "2026-03-04-vellmar-valley-cleared", "2026-03-04-night-gymnasiums-kestrin"

CLEARED = """Engineers found the spillway of the Vellmar dam cracked on Tuesday, and Ilse Brandt, the infrastructure minister, ordered the valley below it to be cleared.

Buses took families from the valley to schools during the night, while pumps of the Hallen Institute lowered the lake by 3 metres."""

ASLEEP = """Four thousand people slept in gymnasiums at Kestrin after sirens woke them. Nobody in Lower Orlen had packed more than a coat, said a teacher, Nadia Ferro.

Volunteers cooked soup, a baker gave away 600 loaves, and the mayor, Tomas Okoro, said: "Ilse Brandt was right, and every cow of the valley will be fetched." Choirs sang until dawn in the cloakrooms."""

ASLEEP_ELSEWHERE = ASLEEP.replace("Ilse Brandt", "The bishop").replace("of the valley ", "")

BOTH = """Because the spillway cracked at the Vellmar dam, minister Ilse Brandt had the valley cleared by buses: of Lower Orlen alone thousands slept at Kestrin in gymnasiums.

Engineers and pumps of the Hallen Institute fight the lake. Soup, loaves and sirens kept families awake; mayor Tomas Okoro spoke of every cow to be fetched, teacher Nadia Ferro of coats."""

FERRY = """Two hundred passengers spent the night on the ferry Saint Odran after its engine failed off Port Mallin.

The coast guard of Port Mallin towed the Saint Odran back at dawn, and the operator Marlow Lines blamed a blocked fuel filter."""


def article(name: str, text: str, headline: str, outlet: str, *, hours: float) -> Article:
    when = DAY + timedelta(hours=hours)
    return Article(name, "feed", outlet, f"https://press.example/{name}", headline, text, when, name, published=when)


def first_night(asleep: str = ASLEEP) -> list[Article]:
    return [
        article("cleared", CLEARED, "Vellmar valley cleared", "Harbour Post", hours=0),
        article("asleep", asleep, "A night in the gymnasiums of Kestrin", "Vellmar Radio", hours=2),
        article("ferry", FERRY, "Ferry towed to Port Mallin", "Harbour Post", hours=1),
    ]


def second_night(hours: float = 26) -> list[Article]:
    return [article("both", BOTH, "Thousands sleep away from the cracked Vellmar dam", "National Wire", hours=hours)]
