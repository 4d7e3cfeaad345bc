"""Secrets: ``${NAME}`` in a source's address is filled in for the request and taken out of all that comes back."""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, quote_plus, unquote, urlsplit

from digest.ingest.net.faults import Fault

VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
USERINFO = re.compile(r"(?<=//)[^/?#]*@")
USER_SAFE = "%!$&'()*+,;=-._~"
HIDDEN = "***"

LEAST_SECRET_CHARS = 4
"""A shorter value is left standing in bodies: it is a choice (a language, a page number), and taking it out harms text."""

LEAST_TOKEN_CHARS = 6
"""From here a value of letters and digits mixed looks like a key and is taken out of bodies wherever it stands."""

LEAST_LONG_CHARS = 16
"""From here any value is taken out of bodies wherever it stands; shorter words only as a part of a URL."""


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """Values that may not be shown, each with what is shown in its place. Not shown by ``repr``.

    ``pairs`` are ordered from the longest value, so that one that contains another is taken out whole.
    """

    pairs: tuple[tuple[str, str], ...] = ()

    def hide(self, text: str) -> str:
        """``text`` with every value, in any of the forms a URL may carry it, replaced by what stands for it."""
        for value, shown in self.pairs:
            for form in _forms(value):
                text = text.replace(form, shown)
        return text

    def hide_in_body(self, body: bytes) -> bytes:
        """``body`` of an answer with every value taken out that looks like a key or is a part of a URL.

        Feeds often repeat the address they were asked for (``<link rel="self">``), key included.
        """
        for value, shown in self.pairs:
            if len(value) >= LEAST_SECRET_CHARS:
                for form in _forms(value):
                    body = _hide_form(body, form, shown, anywhere=_is_token(value))
        return body


NO_SECRETS = Secrets()


def expand(template: str, env: Mapping[str, str]) -> tuple[str, Secrets]:
    """``template`` with each ``${NAME}`` filled in from ``env``, and the secrets that it then holds.

    A name and password written into the URL are secrets too; there, and nowhere else, a variable may hold signs that mean
    something to a URL. Raises ``Fault`` ("missing-variable").

    >>> url, secrets = expand("https://news.example/feed?key=${KEY}", {"KEY": "a1b2c3"})
    >>> secrets.hide(url)
    'https://news.example/feed?key=${KEY}'
    """
    names = tuple(dict.fromkeys(VARIABLE.findall(template)))
    missing = [name for name in names if not env.get(name)]
    if missing:
        raise Fault("missing-variable", ", ".join(missing))
    quoted = USERINFO.sub(
        lambda part: VARIABLE.sub(lambda match: quote(env[match[1]], safe=USER_SAFE), part[0]), template
    )
    url = VARIABLE.sub(lambda match: env[match[1]], quoted)
    pairs = [(env[name], f"${{{name}}}") for name in names]
    pairs += [(part, HIDDEN) for part in _userinfo_parts(url)]
    known = dict(reversed(pairs))  # a variable's own name is shown rather than stars
    return url, Secrets(tuple(sorted(known.items(), key=lambda pair: (-len(pair[0]), pair[0]))))


def shown_url(template: str) -> str:
    """``template`` as it may be shown: variables by name, a name and password written out hidden.

    >>> shown_url("https://desk:open@news.example/feed?key=${KEY}")
    'https://***@news.example/feed?key=${KEY}'
    """
    return USERINFO.sub(f"{HIDDEN}@", template, count=1)


def _userinfo_parts(url: str) -> tuple[str, ...]:
    try:
        userinfo = urlsplit(url).netloc.rpartition("@")[0]
    except ValueError:
        return ()
    if not userinfo:
        return ()
    name, _, password = userinfo.partition(":")
    pair = base64.b64encode(f"{unquote(name)}:{unquote(password)}".encode()).decode("ascii")
    return tuple(part for part in (userinfo, pair, password or name) if part)


def _forms(value: str) -> tuple[str, ...]:
    percent = [quote(value), quote(value, safe=""), quote_plus(value), unquote(value)]
    lower = [re.sub(r"%[0-9A-F]{2}", lambda match: match[0].lower(), form) for form in percent[:3]]
    escaped = [html.escape(value), json.dumps(value)[1:-1], json.dumps(value)[1:-1].replace("/", r"\/")]
    forms = {value, *percent, *lower, *escaped, quote(quote(value, safe=""), safe="")}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _is_token(value: str) -> bool:
    mixed = bool(re.search(r"[0-9]", value)) and bool(re.search(r"[A-Za-z]", value))
    return len(value) >= LEAST_LONG_CHARS or (len(value) >= LEAST_TOKEN_CHARS and mixed)


def _hide_form(body: bytes, form: str, shown: str, *, anywhere: bool) -> bytes:
    for codec in ("utf-16-le", "utf-16-be"):
        body = body.replace(form.encode(codec), shown.encode(codec))
    if anywhere:
        return body.replace(form.encode(), shown.encode())
    in_url = rb"(?<=[=/:@])" + re.escape(form.encode()) + rb"(?=[&\"'<>/?#@:\s\\;]|\Z)"
    return re.sub(in_url, lambda _: shown.encode(), body)
