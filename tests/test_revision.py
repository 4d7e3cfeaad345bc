"""Pages are made anew from the state, together with those that link to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from digest.report import BuildReport
from digest.revision import revise
from digest.settings import Settings
from digest.store import Store


def test_stories_of_one_saga_that_change_in_one_night_link_to_each_other(
    tmp_path: Path, run: Callable[..., BuildReport]
) -> None:
    run(4)
    with Store.open(tmp_path / "state", create=False) as store, store.transaction():
        chain = [
            replace(state, story=replace(state.story, saga="one matter"))
            for state in sorted(store.stories.all(), key=lambda state: state.story.id)[:2]
        ]
        store.stories.put(chain)
        one, other = (state.story.id for state in chain)
        revise(store, [one, other], (), date(2026, 3, 5), Settings())
        linked = {view.id: [link.id for link in view.sagas] for view in store.views.where("story", [one, other])}
    assert linked == {one: [other], other: [one]}
