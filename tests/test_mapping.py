"""The number of processes changes nothing."""

from digest.mapping import WORTH_PROCESSES, map_articles


def test_two_processes_give_the_same_answers_in_the_same_order() -> None:
    words = ["word" * (n % 7) for n in range(WORTH_PROCESSES)]
    assert list(map_articles(len, words, processes=2)) == list(map_articles(len, words, processes=1))
