"""The reference pages cannot drift from the code."""

from collections.abc import Callable
from pathlib import Path

import pytest

from digest.reference import PAGES

DOCS = Path(__file__).parent.parent / "docs" / "reference"


@pytest.mark.parametrize(("file", "page"), PAGES.items())
def test_a_reference_page_says_what_the_code_does(file: str, page: Callable[[], str]) -> None:
    assert (DOCS / file).read_text(encoding="utf-8") == page(), "run `make reference` and read what changed"
