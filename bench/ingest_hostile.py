"""What hostile and damaged documents cost, and whether each is answered by a reading or a problem.

usage: python bench/ingest_hostile.py FOLDER [--mutants N] [-v]

FOLDER holds the documents (and may hold ``SECRET.txt``, which none may show). With ``--mutants`` N seeded mutants of them are read as well:
bytes changed, pieces cut out, doubled or swapped. Prints the dearest documents, processor seconds of parent and child, and the child's peak memory.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from digest.ingest.cage import Cage
from digest.ingest.read import read_document
from digest.ingest.reading import MOST_BYTES, Reading
from digest.model import Source

MOST_SECONDS = 5.0
MOST_MUTANT_BYTES = 200_000


def documents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file below the folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "SECRET.txt":
            yield str(path.relative_to(folder)), path.read_bytes()[: MOST_BYTES + 1]


def mutants(folder: Path, count: int) -> Iterator[tuple[str, bytes]]:
    """Seeded mutants of the smaller documents."""
    chance = random.Random(5)
    seeds = [(name, data) for name, data in documents(folder) if 0 < len(data) <= MOST_MUTANT_BYTES]
    for number in range(count):
        name, data = seeds[chance.randrange(len(seeds))]
        yield f"{name}#{number}", mutate(bytearray(data), chance)


def mutate(data: bytearray, chance: random.Random) -> bytes:
    """One to eight small injuries to a document."""
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(data) + 1), chance.randint(1, 64)
        piece = bytes(data[at : at + length])
        match chance.randrange(5):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = piece * chance.randint(1, 50)
            case 3:
                other = chance.randrange(len(data) + 1)
                data[other:other] = piece
            case _:
                data[at:at] = chance.choice(
                    (b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"\x00", b"\xff", b"</item>", b"&#x1;", b'"')
                )
    return bytes(data)


def used() -> float:
    """Processor seconds of this process and of children that have ended."""
    own, ended = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime


def child_seconds(cage: Cage) -> float:
    """Processor seconds of the cage's living child, where the system tells."""
    child = cage._child  # noqa: SLF001 - a bench may look
    try:
        fields = Path(f"/proc/{child.pid if child else 0}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / 100


def main(options: argparse.Namespace) -> int:
    """Reads everything and prints what it cost."""
    secret = options.folder / "SECRET.txt"
    canary = secret.read_text(encoding="utf-8").strip() if secret.exists() else None
    codes: Counter[str] = Counter()
    costs: list[tuple[float, float, str, Reading]] = []
    faults = 0
    with Cage() as cage:
        for name, data in [*documents(options.folder), *mutants(options.folder, options.mutants)]:
            before, clock = used() + child_seconds(cage), time.monotonic()
            try:
                reading = read_document(data, Source(name), cage=cage)
            except Exception as error:  # noqa: BLE001 - to count whatever comes
                faults += 1
                print(f"{name} raised {type(error).__name__}: {error}")
                continue
            costs.append((used() + child_seconds(cage) - before, time.monotonic() - clock, name, reading))
            codes.update({problem.code for problem in reading.problems})
            if canary and canary in repr(reading):
                faults += 1
                print(f"{name} shows the canary")
            if (
                not reading.entries
                and not reading.problems
                and not name.startswith(("flip", "trunc"))
                and "#" not in name
            ):
                print(f"{name}: neither entries nor problems ({reading.kind})")
            if options.v:
                print(
                    f"{name}: {reading.kind} {len(reading.entries)} {sorted({p.code for p in reading.problems})} {costs[-1][0]:.2f} s"
                )
    costs.sort(key=lambda cost: (-cost[0], cost[2]))
    for seconds, clock, name, reading in costs[:8]:
        print(
            f"{seconds:6.2f} s processor {clock:6.2f} s clock  {name}: {reading.kind}, {len(reading.entries)} entries, {[p.code for p in reading.problems][:3]}"
        )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{len(costs)} documents, {sum(cost[0] for cost in costs):.1f} s, {faults} faults, child's peak {peak:.0f} MB, own peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )
    print(dict(codes.most_common()))
    return int(faults > 0 or (bool(costs) and costs[0][0] > MOST_SECONDS + 1))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mutants", type=int, default=0)
    parser.add_argument("-v", action="store_true")
    sys.exit(main(parser.parse_args()))
