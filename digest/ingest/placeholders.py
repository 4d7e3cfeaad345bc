"""Secrets in addresses: ``${NAME}`` stays a placeholder everywhere but in the request itself, which fills it in."""

from __future__ import annotations

import re
from collections.abc import Mapping

PLACEHOLDER = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


def missing(url: str, env: Mapping[str, str]) -> tuple[str, ...]:
    """The names in ``url`` that the environment lacks or leaves empty, sorted.

    >>> missing("https://harbour.example/feed?key=${HARBOUR_KEY}", {})
    ('HARBOUR_KEY',)
    """
    return tuple(sorted({name for name in PLACEHOLDER.findall(url) if not env.get(name)}))
