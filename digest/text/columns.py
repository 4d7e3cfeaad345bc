"""Named arrays as bytes that read back equal on any machine."""

from __future__ import annotations

import json
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

KINDS = ("<u1", "<u2", "<u4", "<u8", "<i4", "<i8", "<f2", "<f4", "|b1", "|u1")
"""Array types that may be written; all little-endian."""


def encode(columns: Mapping[str, NDArray[np.generic]]) -> bytes:
    """One line of JSON that names each column, its type and its length, then the columns one after another.

    >>> decode(encode({"word": np.array([7, 8], np.uint32)}))["word"].tolist()
    [7, 8]
    """
    arrays = {name: np.ascontiguousarray(column, column.dtype.newbyteorder("<")) for name, column in columns.items()}
    header = [[name, array.dtype.str, len(array)] for name, array in arrays.items()]
    return b"".join([json.dumps(header).encode(), b"\n", *(array.tobytes() for array in arrays.values())])


def decode(data: bytes) -> dict[str, NDArray[np.generic]]:
    """The columns that ``encode`` wrote; they cannot be written to. Raises ValueError for anything else."""
    start = data.index(b"\n") + 1
    columns = {}
    for name, kind, length in json.loads(data[:start]):
        if kind not in KINDS:
            raise ValueError(f"column {name} has the unknown type {kind}")
        column = np.frombuffer(data, np.dtype(kind), length, start)
        columns[name] = column.astype(column.dtype.newbyteorder("="), copy=False)
        start += column.nbytes
    return columns
