"""The tables of the state: which record each holds, and the columns it is asked by."""

from __future__ import annotations

import sqlite3
from typing import Any

from digest.edition.views import Statement, StorySummary, StoryView, Voices
from digest.ingest.net import RobotsRecord
from digest.model import Article, Change, CopyGroup, KnownPerson, Overrule, Topic
from digest.quotes.same_name import surname
from digest.records import Records
from digest.state import (
    ArticleQuotes,
    Findings,
    Identity,
    NightRecord,
    Placement,
    Quarantined,
    SourceState,
    StoryCorrections,
    StoryState,
    Tombstone,
    Version,
    Waiting,
    Withdrawal,
)


class Tables:
    """Every table of one state. Column functions take a record and give what the column holds of it."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._of_articles(database)
        self._of_stories(database)
        self._of_pages(database)
        self._of_nights(database)

    def tables(self) -> tuple[Records[Any], ...]:
        """All tables, in order of their names."""
        found = [value for value in vars(self).values() if isinstance(value, Records)]
        return tuple(sorted(found, key=lambda table: table.table))

    def _of_articles(self, database: sqlite3.Connection) -> None:
        """What came in: articles, what they are known by and what became of them."""
        self.articles = Records(
            database, "articles", Article, {"id": lambda a: a.id, "day": lambda a: a.first_seen.date().isoformat()}
        )
        self.identities = Records(
            database, "identities", Identity, {"key": lambda i: i.key, "article": lambda i: i.article}
        )
        self.versions = Records(
            database,
            "versions",
            Version,
            {"key": lambda v: f"{v.article.id} {v.until.isoformat()}", "article": lambda v: v.article.id},
        )
        self.changes = Records(
            database,
            "changes",
            Change,
            {"key": lambda c: f"{c.article} {c.when.isoformat()} {c.before}", "article": lambda c: c.article},
        )
        self.withdrawals = Records(database, "withdrawals", Withdrawal, {"article": lambda w: w.article})
        self.waiting = Records(database, "waiting", Waiting, {"key": lambda w: w.key})
        self.quarantine = Records(database, "quarantine", Quarantined, {"source": lambda q: q.source.name})
        self.quotes = Records(database, "quotes", ArticleQuotes, {"article": lambda q: q.article})

    def _of_stories(self, database: sqlite3.Connection) -> None:
        """What was found: copy groups, stories, who is where, and what each story holds."""
        self.placements = Records(
            database,
            "placements",
            Placement,
            {"article": lambda p: p.article, "copy_group": lambda p: p.group, "story": lambda p: p.story},
        )
        self.groups = Records(database, "groups", CopyGroup, {"id": lambda g: g.id})
        self.stories = Records(
            database,
            "stories",
            StoryState,
            {
                "id": lambda s: s.story.id,
                "path": lambda s: s.story.path,
                "saga": lambda s: s.story.saga,
                "changed": lambda s: s.days[-1].isoformat(),
                "merged_into": lambda s: s.story.merged_into,
            },
        )
        self.findings = Records(database, "findings", Findings, {"story": lambda f: f.story})
        self.people = Records(
            database, "people", KnownPerson, {"slug": lambda p: p.slug, "surname": lambda p: surname(p.name)}
        )

    def _of_pages(self, database: sqlite3.Connection) -> None:
        """What pages say, so that they can be printed again in the same bytes."""
        self.views = Records(database, "views", StoryView, {"story": lambda v: v.id})
        self.summaries = Records(
            database,
            "summaries",
            StorySummary,
            {"key": lambda s: f"{s.id} {s.day}", "story": lambda s: s.id, "day": lambda s: s.day.isoformat()},
        )
        self.voices = Records(
            database, "voices", Voices, {"key": lambda v: f"{v.story} {v.day}", "day": lambda v: v.day.isoformat()}
        )
        self.statements = Records(
            database,
            "statements",
            Statement,
            {
                "key": lambda s: (
                    f"{s.story} {s.slug} {s.quote.passage.article} {s.quote.passage.start} {s.quote.passage.end}"
                ),
                "story": lambda s: s.story,
                "person": lambda s: s.slug,
            },
        )
        self.corrections = Records(database, "corrections", StoryCorrections, {"story": lambda c: c.story})

    def _of_nights(self, database: sqlite3.Connection) -> None:
        """What a night leaves: its record, its sources, what people decided."""
        self.nights = Records(database, "nights", NightRecord, {"day": lambda n: n.day.isoformat()})
        self.sources = Records(database, "sources", SourceState, {"name": lambda s: s.source.name})
        self.robots = Records(database, "robots", RobotsRecord, {"origin": lambda r: r.origin})
        self.topics = Records(database, "topics", Topic, {"name": lambda t: t.name})
        self.overrules = Records(database, "overrules", Overrule, {"key": lambda o: f"{o.action} {' '.join(o.ids)}"})
        self.tombstones = Records(database, "tombstones", Tombstone, {"hash": lambda t: t.hash})
