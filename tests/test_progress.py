"""Progress is told on stderr: a bar on a terminal, lines elsewhere, nothing when quiet."""

import io

from digest.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_a_bar() -> None:
    out = Terminal()
    assert list(Progress(stream=out).over([1, 2], "Reading", 2)) == [1, 2]
    assert "Reading" in out.getvalue()


def test_a_log_sees_lines_and_no_bar() -> None:
    out = io.StringIO()
    progress = Progress(stream=out, verbose=True)
    assert list(progress.over([1, 2], "Reading", 2)) == [1, 2]
    assert out.getvalue() == "Reading: 2\n"


def test_quiet_says_nothing() -> None:
    out = Terminal()
    progress = Progress(quiet=True, stream=out)
    progress.say("Hello")
    assert list(progress.over([1], "Reading", 1)) == [1]
    assert out.getvalue() == ""
