"""The template engine: records before methods, everything escaped, and compiled templates kept without harm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from markupsafe import escape as reference

from digest.site import templating
from digest.site.templating import CompiledTemplates, DataEnvironment, templates


def rendered(source: str, **values: Any) -> str:
    return templates().from_string(source).render(**values)


@given(st.text() | st.integers() | st.floats(allow_nan=False) | st.booleans() | st.none())
def test_what_is_printed_is_escaped_as_the_engine_would(value: object) -> None:
    expected = str(reference(value)).replace("&#39;", "&#x27;").replace("&#34;", "&quot;")
    assert rendered("{{ value }}", value=value) == expected


def test_what_is_html_already_stays_and_stays_html() -> None:
    assert rendered("{{ part }}", part=Markup("<b>&amp;</b>")) == "<b>&amp;</b>"
    assert rendered("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m('<') }}") == "<i>&lt;</i>"


def test_a_field_of_a_record_comes_before_a_method_of_it() -> None:
    assert rendered("{{ page.items }}", page={"items": "ours"}) == "ours"


def test_a_field_that_is_missing_is_a_fault_and_never_printed_as_nothing() -> None:
    with pytest.raises(jinja2.UndefinedError, match="nothing"):
        rendered("{{ page.nothing }}", page={})


def test_macros_take_their_words_by_place_and_by_name() -> None:
    source = "{% macro m(a, b='-', c='.') %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m('1', c='3') }}{{ m(*['x', 'y']) }}"
    assert rendered(source) == "1-3xy."


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of templates of its own; gives where what was compiled is kept."""
    monkeypatch.setattr(templating, "TEMPLATES", tmp_path)
    (tmp_path / "one.html").write_text("<p>{{ word }}</p>")
    return tmp_path / "__pycache__"


def printed(folder: Path, **options: Any) -> str:
    engine = DataEnvironment(
        loader=jinja2.FileSystemLoader(folder), bytecode_cache=CompiledTemplates(), **({"autoescape": True} | options)
    )
    return engine.get_template("one.html").render(word="<")


def test_a_template_is_compiled_once_and_again_when_it_changes(kept: Path, tmp_path: Path) -> None:
    assert printed(tmp_path) == printed(tmp_path) == "<p>&lt;</p>"
    assert len(list(kept.iterdir())) == 1
    (tmp_path / "one.html").write_text("<h1>{{ word }}</h1>")
    assert printed(tmp_path) == "<h1>&lt;</h1>"
    assert len(list(kept.iterdir())) == 1


def test_what_was_compiled_without_escaping_is_never_taken_where_all_is_escaped(kept: Path, tmp_path: Path) -> None:
    assert printed(tmp_path, autoescape=False) == "<p><</p>"
    assert kept.is_dir()
    assert printed(tmp_path) == "<p>&lt;</p>"


@pytest.mark.parametrize("harm", [b"", b"\x00" * 50, None], ids=["empty", "overwritten", "cut short"])
def test_a_damaged_file_costs_a_compilation_and_nothing_else(kept: Path, tmp_path: Path, harm: bytes | None) -> None:
    printed(tmp_path)
    (file,) = kept.iterdir()
    file.write_bytes(file.read_bytes()[:120] if harm is None else harm)
    assert printed(tmp_path) == "<p>&lt;</p>"


def test_a_folder_that_may_not_be_written_is_done_without(kept: Path, tmp_path: Path) -> None:
    kept.write_text("a file stands where the folder would be")
    assert printed(tmp_path) == "<p>&lt;</p>"
