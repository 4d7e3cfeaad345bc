"""Which entries are new, known, changed or must wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.articles import Arrivals, KnownIdentities, identity_keys, to_articles
from digest.ingest.dateline import agency_of, read_dateline
from digest.ingest.headline import clean_byline, clean_headline
from digest.ingest.language import detect_language
from digest.model import Entry, Status

NIGHT = datetime(2026, 3, 5, tzinfo=UTC)
MORNING = datetime(2026, 3, 4, 8, tzinfo=UTC)
TEXT = (
    "The minister said on Tuesday that the dam above the town of Vellmar was safe and that nobody had to leave. "
    "Engineers who looked at the spillway for a week had found three cracks in it, each as long as a hand. "
    "The opposition asked for an inquiry, which the minister called a waste of money and of time."
)
OTHER = (
    "Bakers in Kessel have won a competition for the longest loaf of the coast, which they had entered as a joke. "
    "It measured forty metres and was eaten within an hour by schoolchildren, gulls and a passing band. "
    "The mayor, who had promised to eat a hat, ate a roll in the form of one."
)


def entry(**changes: object) -> Entry:
    base = Entry(
        source="post",
        outlet="Harbour Post",
        guid="hp-1",
        url="https://harbour.example/dam",
        headline="Minister says the dam is safe",
        text=TEXT,
        published=MORNING,
    )
    return replace(base, **changes)  # type: ignore[arg-type] # the test names real fields


def known(arrivals: Arrivals) -> KnownIdentities:
    articles = {article.id: article for article in arrivals.new} | {
        update.after.id: update.after for update in arrivals.updated
    }
    return KnownIdentities(dict(arrivals.keys), articles, frozenset(arrivals.withdrawn))


FIRST = to_articles([entry()], KnownIdentities(), night=NIGHT)

SAME = {
    "the same entry again": entry(),
    "another headline": entry(headline="Dam is safe, says minister"),
    "another identifier": entry(guid="hp-99"),
    "another address for the same identifier": entry(url="https://harbour.example/2026/dam-safe"),
    "an address with where the reader came from": entry(
        guid=None, url="http://www.harbour.example/dam/?utm_source=rss"
    ),
    "another identifier and address for the same words": entry(guid="x", url="https://harbour.example/x"),
    "another identifier and address for nearly the same words": entry(
        guid="x", url="https://harbour.example/x", text=TEXT.replace("three", "four")
    ),
    "the same address in another feed of the outlet": entry(source="post politics", guid="7"),
    "a corrected figure": entry(text=TEXT.replace("three", "four")),
    "wholly new words under the same identifier and address": entry(text=OTHER),
}
NEW = {
    "another article": entry(
        guid="hp-2", url="https://harbour.example/loaf", headline="Bakers win with longest loaf", text=OTHER
    ),
    "the same headline on the same day with other words": entry(
        guid="hp-2", url="https://harbour.example/b", text=OTHER
    ),
    "the same words in another outlet": entry(
        source="radio", outlet="Vellmar Radio", guid="r1", url="https://radio.example/dam"
    ),
    "an identifier used a second time for something else": entry(
        url="https://harbour.example/loaf", headline="Bakers win", text=OTHER
    ),
    "the same identifier in another source": entry(
        source="radio", outlet="Vellmar Radio", url="https://radio.example/1", text=OTHER
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_it_is_the_same_article(case: str) -> None:
    again = to_articles([SAME[case]], known(FIRST), night=NIGHT)
    assert again.new == ()
    assert [*again.unchanged, *(update.after.id for update in again.updated)] == [FIRST.new[0].id]


@pytest.mark.parametrize("case", NEW)
def test_it_is_a_new_article(case: str) -> None:
    again = to_articles([NEW[case]], known(FIRST), night=NIGHT)
    assert len(again.new) == 1
    assert again.new[0].id != FIRST.new[0].id


@pytest.mark.parametrize("case", SAME)
def test_in_one_night_it_is_one_article(case: str) -> None:
    assert len(to_articles([entry(), SAME[case]], KnownIdentities(), night=NIGHT).new) == 1


@pytest.mark.parametrize("case", NEW)
def test_in_one_night_they_are_two_articles(case: str) -> None:
    assert len(to_articles([entry(), NEW[case]], KnownIdentities(), night=NIGHT).new) == 2


def test_one_entry_four_times_is_one_article() -> None:
    assert len(to_articles([entry()] * 4, KnownIdentities(), night=NIGHT).new) == 1


def test_an_update_keeps_id_first_seen_and_published() -> None:
    later = datetime(2026, 3, 6, tzinfo=UTC)
    changed = entry(text=TEXT.replace("three", "four"), published=datetime(2026, 3, 5, 9, tzinfo=UTC))
    update = to_articles([changed], known(FIRST), night=later).updated[0]
    assert update.before == FIRST.new[0]
    assert (update.after.id, update.after.first_seen, update.after.published) == (update.before.id, NIGHT, MORNING)
    assert "four" in update.after.text


def test_a_teaser_does_not_replace_the_whole_text() -> None:
    again = to_articles([entry(text=TEXT[:80], full_text=False)], known(FIRST), night=NIGHT)
    assert again.unchanged == (FIRST.new[0].id,)


def test_a_teaser_with_another_headline_retitles_the_whole_text() -> None:
    teaser = entry(headline="Dam is safe, says minister", text=TEXT[:80], full_text=False)
    update = to_articles([teaser], known(FIRST), night=NIGHT).updated[0]
    assert (update.after.headline, update.after.text) == ("Dam is safe, says minister", TEXT)
    assert update.after.content_hash != update.before.content_hash


def test_another_outlet_cannot_rewrite_an_article_by_naming_its_address() -> None:
    forged = entry(
        source="liar", outlet="Liar", guid="l1", text=OTHER * 3, updated=datetime(2026, 3, 4, 20, tzinfo=UTC)
    )
    again = to_articles([forged], known(FIRST), night=NIGHT)
    assert (again.updated, again.unchanged) == ((), (FIRST.new[0].id,))


def test_an_older_version_does_not_replace_a_newer() -> None:
    newer = entry(updated=datetime(2026, 3, 4, 12, tzinfo=UTC), text=TEXT.replace("three", "four"))
    older = entry(updated=datetime(2026, 3, 4, 9, tzinfo=UTC))
    state = known(to_articles([newer], KnownIdentities(), night=NIGHT))
    assert to_articles([older], state, night=NIGHT).updated == ()


def test_one_identifier_for_all_entries_names_none() -> None:
    entries = [
        entry(
            guid="0",
            url=f"https://harbour.example/{n}",
            headline=f"Report number {n} of the day",
            text=f"{n} {OTHER[n:]}",
        )
        for n in range(3)
    ]
    assert len(to_articles(entries, KnownIdentities(), night=NIGHT).new) == 3


def test_the_home_page_as_address_of_all_entries_names_none() -> None:
    entries = [
        entry(guid=f"g{n}", url="https://harbour.example/", headline=f"Report number {n}", text=f"{n} {OTHER[n:]}")
        for n in range(3)
    ]
    assert len(to_articles(entries, KnownIdentities(), night=NIGHT).new) == 3


def test_what_is_dated_or_embargoed_past_the_night_waits() -> None:
    tomorrow = datetime(2026, 3, 6, tzinfo=UTC)
    arrivals = to_articles(
        [entry(published=tomorrow), entry(guid="2", embargo=tomorrow)], KnownIdentities(), night=NIGHT
    )
    assert (len(arrivals.waiting), arrivals.new) == (2, ())
    assert len(to_articles(arrivals.waiting, KnownIdentities(), night=tomorrow).new) == 1


def test_a_version_made_after_the_night_waits_where_there_is_an_earlier_one() -> None:
    later = entry(text=TEXT.replace("three cracks", "two cracks"), updated=NIGHT + timedelta(hours=6))
    for order in ([entry(), later], [later, entry()]):
        first = to_articles(order, KnownIdentities(), night=NIGHT)
        assert ("three cracks" in first.new[0].text, first.waiting) == (True, (later,))
        second = to_articles(first.waiting, known(first), night=NIGHT + timedelta(days=1))
        assert ["two cracks" in update.after.text for update in second.updated] == [True]
    assert to_articles([later], known(FIRST), night=NIGHT).unchanged == (FIRST.new[0].id,)


def test_a_version_made_after_the_night_is_taken_where_there_is_no_other() -> None:
    later = entry(updated=NIGHT + timedelta(hours=6))
    arrivals = to_articles([later], KnownIdentities(), night=NIGHT)
    assert (len(arrivals.new), arrivals.waiting) == (1, ())


def test_a_date_far_ahead_holds_no_version_back() -> None:
    later = entry(text=TEXT.replace("three cracks", "two cracks"), updated=NIGHT + timedelta(days=400))
    assert len(to_articles([later], known(FIRST), night=NIGHT).updated) == 1


def test_a_date_far_ahead_is_a_fault() -> None:
    arrivals = to_articles([entry(published=datetime(2031, 1, 1, tzinfo=UTC))], KnownIdentities(), night=NIGHT)
    assert [problem.code for problem in arrivals.problems] == ["future-date"]


@pytest.mark.parametrize("status", [Status.WITHHELD, Status.CANCELED])
def test_what_its_publisher_withdraws_is_withdrawn_and_stays_so(status: Status) -> None:
    arrivals = to_articles([entry(status=status)], known(FIRST), night=NIGHT)
    assert (arrivals.withdrawn, arrivals.new, arrivals.updated) == ((FIRST.new[0].id,), (), ())
    assert to_articles([entry()], known(arrivals), night=NIGHT).new == ()


def test_a_later_version_brings_back_what_an_earlier_one_withheld() -> None:
    first = entry(status=Status.WITHHELD, version="1", updated=MORNING)
    second = entry(version="2", updated=datetime(2026, 3, 4, 9, tzinfo=UTC))
    arrivals = to_articles([second, first], KnownIdentities(), night=NIGHT)
    assert (len(arrivals.new), arrivals.withdrawn) == (1, ())


def test_a_picture_and_an_entry_without_words_are_no_articles() -> None:
    arrivals = to_articles([entry(medium="picture"), entry(headline=None, text="")], KnownIdentities(), night=NIGHT)
    assert arrivals.new == ()
    assert sorted(problem.code for problem in arrivals.problems) == ["empty-entry", "not-text"]


def test_every_key_asked_for_is_named_beforehand() -> None:
    raw = entry(headline="Politics | Minister says the dam is safe - Harbour Post")
    arrivals = to_articles([raw], KnownIdentities(), night=NIGHT)
    assert arrivals.new[0].headline == "Minister says the dam is safe"
    assert {key for key, _ in arrivals.keys} == set(identity_keys([raw]))


@settings(deadline=None)
@given(st.permutations([entry(), *SAME.values(), *NEW.values()]))
def test_the_order_of_entries_changes_nothing(entries: list[Entry]) -> None:
    expected = to_articles([entry(), *SAME.values(), *NEW.values()], KnownIdentities(), night=NIGHT)
    assert to_articles(entries, KnownIdentities(), night=NIGHT) == expected


HEADLINES = {
    "the outlet behind a dash": ("Dam is safe - Harbour Post", "Dam is safe"),
    "the outlet behind a bar, in capitals": ("Dam is safe | HARBOUR POST", "Dam is safe"),
    "a section before a bar": ("Politics | Dam is safe", "Dam is safe"),
    "a section and the outlet": ("News: Dam is safe – Harbour Post", "Dam is safe"),
    "an agency's version mark": ("UPDATE 2-Dam is safe", "Dam is safe"),
    "another name behind a dash stays": ("Dam is safe - minister", "Dam is safe - minister"),
    "a colon that is the author's stays": ("Vellmar: a town below a dam", "Vellmar: a town below a dam"),
    "the outlet's name alone stays": ("Harbour Post", "Harbour Post"),
    "the outlet with its article": ("Dam holds - The Harbour Post", "Dam holds"),
    "the outlet before a dash": ("Harbour Post – Dam holds", "Dam holds"),
    "a section between headline and outlet": ("Dam holds | News | Harbour Post", "Dam holds"),
    "a section behind a bar": ("Dam holds | Politics", "Dam holds"),
    "a section's word behind a dash may be the author's": ("Who wins - Politics", "Who wins - Politics"),
    "what a site says of itself": ("Dam holds - Ostrow News, Weather & Sports", "Dam holds"),
    "weather and sports may be the news": (
        "Dam holds - no news of weather or sports",
        "Dam holds - no news of weather or sports",
    ),
    "a person's name before a dash stays": ("Brandt - a life", "Brandt - a life"),
}
DATELINES = {
    "VELLMAR, March 4 (National Wire) - The dam": ("VELLMAR, March 4 (National Wire)", "National Wire"),
    "VELLMAR (National Wire) – The dam": ("VELLMAR (National Wire)", "National Wire"),
    "NEW KESSEL, Ostrow (AP) -- The dam": ("NEW KESSEL, Ostrow (AP)", "AP"),
    "(Reuters) - The dam": ("(Reuters)", "Reuters"),
    "VELLMAR – The dam": ("VELLMAR", None),
    "VELLMAR, 4 March — The dam": ("VELLMAR, 4 March", None),
    "Vellmar (population 4,000) is a town": (None, None),
    "Ann Reed (52) said": (None, None),
    "The dam (and the lake) – both": (None, None),
    "A dam is safe": (None, None),
}
BYLINES = {
    "By Ann Reed": "Ann Reed",
    "by: Ann Reed, ann@harbour.example": "Ann Reed",
    "desk@harbour.example": None,
    "": None,
}


@pytest.mark.parametrize("case", HEADLINES)
def test_a_headline_is_cleaned(case: str) -> None:
    written, cleaned = HEADLINES[case]
    assert clean_headline(written, {"harbour post"}) == cleaned


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("Dam holds - WVLM 4 Vellmar", "Dam holds"),
        ("Dam holds - WVLM-TV: Weather for Vellmar", "Dam holds"),
        ("Dam holds - WVLM fined", "Dam holds - WVLM fined"),
        ("Dam holds - WOST 4 Ostrow", "Dam holds - WOST 4 Ostrow"),
    ],
)
def test_a_station_names_itself_by_its_sign(written: str, cleaned: str) -> None:
    assert clean_headline(written, {"wvlm com", "wvlm"}) == cleaned


def test_an_outlet_that_is_only_a_host_is_known_by_its_sign() -> None:
    one = entry(guid="1", url=None, outlet="wvlm.example", headline="Dam holds - WVLM 4 Vellmar", text=OTHER)
    assert [article.headline for article in to_articles([one], KnownIdentities(), night=NIGHT).new] == ["Dam holds"]


def test_an_ending_that_most_headlines_share_is_the_outlet_however_it_is_spelled() -> None:
    entries = [
        entry(guid=str(n), url=None, headline=f"Report {n} of the day - The H. Post", text=f"{n} {OTHER[n:]}")
        for n in range(4)
    ]
    headlines = {article.headline for article in to_articles(entries, KnownIdentities(), night=NIGHT).new}
    assert headlines == {f"Report {n} of the day" for n in range(4)}


def test_an_ending_learned_on_one_night_makes_no_update_on_the_next() -> None:
    entries = [
        entry(guid=str(n), url=None, headline=f"Report {n} of the day - The H. Post", text=f"{n} {OTHER[n:]}")
        for n in range(4)
    ]
    first = to_articles(entries, KnownIdentities(), night=NIGHT)
    assert to_articles(entries[:1], known(first), night=NIGHT).updated == ()


@pytest.mark.parametrize("text", DATELINES)
def test_a_dateline_is_read(text: str) -> None:
    assert tuple(read_dateline(text)) == DATELINES[text]


@pytest.mark.parametrize("written", BYLINES)
def test_a_byline_is_cleaned(written: str) -> None:
    assert clean_byline(written) == BYLINES[written]


def test_an_agency_is_known_from_dateline_byline_and_from_other_reports_of_the_night() -> None:
    assert agency_of(None, "AP", "Harbour Post", ()) == "Associated Press"
    assert agency_of("Ann Reed and AFP", None, "Harbour Post", ()) == "Agence France-Presse"
    assert agency_of("National Wire", None, "Harbour Post", {"national wire"}) == "National Wire"
    assert agency_of("Ann Reed", None, "Harbour Post", {"national wire"}) is None


LANGUAGES = {
    "en": TEXT,
    "de": "Die Ministerin hat am Dienstag gesagt, dass die Talsperre sicher ist und niemand die Stadt verlassen muss.",
    "fr": "La ministre a dit mardi que le barrage est sûr et que personne ne doit quitter la ville, selon les ingénieurs.",
    "es": "La ministra dijo el martes que la presa es segura y que nadie tiene que salir de la ciudad, según los ingenieros.",
    "pt": "A ministra disse na terça-feira que a barragem é segura e que ninguém tem de sair da cidade, segundo os engenheiros.",
    "ru": "Министр заявил во вторник, что плотина безопасна и что никто не должен уезжать из города, как сообщил он на встрече.",
    "ja": "大臣は火曜日、ダムは安全だと述べた。",
    "ar": "قال الوزير يوم الثلاثاء إن السد آمن",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_shows_its_language_whatever_is_declared(language: str) -> None:
    assert detect_language(LANGUAGES[language], "xx") == language


def test_a_text_too_short_to_tell_is_in_the_declared_language() -> None:
    assert (detect_language("Dam audit", "nl"), detect_language("Dam audit")) == ("nl", "und")
