"""Write gaps.yml anew after the engines changed: `.venv/bin/python tests/sample/write_gaps.py`. Read the difference before a commit.

Reasons that stand there are kept. Only tests of judgement may have gaps; anything else that fails must be mended.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent
GAPS = FOLDER / "gaps.yml"
HEAD = (
    "# What the program does not do yet on the sample world, by the name of the test that shows it, with the reason.\n"
    "# When a test named here passes, it says so (XPASS) and its line goes: write_gaps.py writes this file anew.\n"
)
REASONS = {
    "test_a_quote_has_its_speaker": "the speaker is missed, or is another",
    "test_words_are_not_given_to_a_bystander": "the words are given to a name nearby",
    "test_one_statement_in_many_papers_is_one_utterance": "printings of one statement are not joined",
    "test_a_reaction_is_found_with_its_stance": "the reaction is missed, or has another actor or stance",
    "test_what_is_no_reaction_is_not_listed": "a sentence that answers nothing is listed as a reaction",
    "test_a_story_holds_together": "an article is kept out of its story",
    "test_what_only_looks_like_a_story_stands_alone": "it is drawn into a story",
}


def failing() -> list[str]:
    """Names of the tests of the sample that fail when every mark of a gap is ignored."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.xml"
        command = [sys.executable, "-m", "pytest", str(FOLDER), "--runxfail", "--tb=no", f"--junitxml={told}"]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        cases = list(ET.parse(told).getroot().iter("testcase"))
        if any(case.find("error") is not None for case in cases):
            sys.exit("the sample cannot be built; run pytest tests/sample to see why")
        return sorted(case.get("name", "") for case in cases if case.find("failure") is not None)


def main() -> int:
    """Write the gaps; 1 where something else fails."""
    known = yaml.safe_load(GAPS.read_text(encoding="utf-8")) or {}
    names = failing()
    gaps = {name: reason for name in names if (reason := known.get(name) or REASONS.get(name.partition("[")[0]))}
    lines = (f"{json.dumps(name)}: {json.dumps(reason)}\n" for name, reason in gaps.items())
    GAPS.write_text(HEAD + "".join(lines), encoding="utf-8")
    others = [name for name in names if name not in gaps]
    told = [f"{len(gaps)} gaps", *(f"must be mended: {name}" for name in others)]
    sys.stdout.write("\n".join(told) + "\n")
    return 1 if others else 0


if __name__ == "__main__":
    sys.exit(main())
