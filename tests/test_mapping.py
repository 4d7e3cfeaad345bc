"""The number of processes changes nothing."""

import subprocess
import sys
from multiprocessing import active_children

from digest.mapping import WORTH_PROCESSES, Workers, map_articles

WORDS = ["word" * (n % 7) for n in range(WORTH_PROCESSES)]


def test_two_processes_give_the_same_answers_in_the_same_order() -> None:
    assert list(map_articles(len, WORDS, processes=2)) == list(map_articles(len, WORDS, processes=1))


def test_workers_are_kept_from_one_piece_of_work_to_the_next_and_end_with_the_block() -> None:
    with Workers(2) as workers:
        lengths = workers.map(len, (word for word in WORDS), len(WORDS))
        first = {child.pid for child in active_children()}
        assert list(workers.map(str.upper, WORDS, len(WORDS))) == [word.upper() for word in WORDS]
        assert list(lengths) == [len(word) for word in WORDS]
        assert len(first) == 2
        assert {child.pid for child in active_children()} == first
    assert not active_children()


def test_no_process_is_started_for_little_work() -> None:
    with Workers(2) as workers:
        assert list(workers.map(len, WORDS[:5], 5)) == [len(word) for word in WORDS[:5]]
        assert not active_children()


def test_the_processes_of_a_killed_build_end_with_it() -> None:
    building = """
import time
from digest.mapping import Workers
if __name__ == "__main__":
    with Workers(2) as workers:
        print(sum(workers.map(abs, range(4), 4, worth=1)), flush=True)
        list(workers.map(time.sleep, [60] * 4, 4, worth=1))
"""
    with subprocess.Popen([sys.executable, "-c", building], stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout
        assert build.stdout.readline() == "6\n"
        build.kill()
        # Every process holds the pipe's other end as long as it lives.
        build.communicate(timeout=20)
