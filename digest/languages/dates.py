"""Names of months and zones as feeds and pages write them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MONTH_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        "de": (
            "januar jänner",
            "februar",
            "märz mär mrz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober okt",
            "november",
            "dezember dez",
        ),
        "fr": (
            "janvier janv",
            "février févr fév",
            "mars",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre déc",
        ),
        "es": (
            "enero ene",
            "febrero",
            "marzo",
            "abril abr",
            "mayo",
            "junio",
            "julio",
            "agosto ago",
            "septiembre setiembre",
            "octubre",
            "noviembre",
            "diciembre dic",
        ),
        "it": (
            "gennaio gen",
            "febbraio",
            "marzo",
            "aprile",
            "maggio mag",
            "giugno giu",
            "luglio lug",
            "agosto",
            "settembre set",
            "ottobre ott",
            "novembre",
            "dicembre",
        ),
        "pt": (
            "janeiro",
            "fevereiro fev",
            "março",
            "abril",
            "maio mai",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro out",
            "novembro",
            "dezembro",
        ),
        "nl": (
            "januari",
            "februari",
            "maart mrt",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ),
        "ru": (
            "января янв",
            "февраля фев",
            "марта мар",
            "апреля апр",
            "мая май",
            "июня июн",
            "июля июл",
            "августа авг",
            "сентября сен",
            "октября окт",
            "ноября ноя",
            "декабря дек",
        ),
        "el": (
            "ιαν ιανουαρίου",
            "φεβ φεβρουαρίου",
            "μαρ μάρ μαρτίου μάώ",
            "απρ απριλίου",
            "μάι μαϊ μαΐ μαΐου",
            "ιούν ιον ιουν ιουνίου",
            "ιούλ ιολ ιουλ ιουλίου",
            "αύγ αυγ αυγούστου",
            "σεπ σεπτεμβρίου",
            "οκτ οκτωβρίου",
            "νοέ νοε νοεμβρίου",
            "δεκ δεκεμβρίου",
        ),
        "hu": (
            "január",
            "február",
            "március",
            "április",
            "május máuj",
            "június",
            "július",
            "augusztus",
            "szeptember",
            "október",
            "november",
            "december",
        ),
    }
)
"""Month names and abbreviations by language, in lower case, blanks between spellings. No two languages disagree on one."""

ZONE_MINUTES: Mapping[str, int] = MappingProxyType(
    {
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0,
        "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
        "akst": -540, "akdt": -480, "hst": -600, "ast": -240, "adt": -180, "nst": -210, "ndt": -150,
        "bst": 60, "cet": 60, "met": 60, "west": 60, "cest": 120, "mest": 120, "eet": 120, "sast": 120, "eest": 180,
        "msk": 180, "trt": 180, "eat": 180, "pkt": 300, "ist": 330, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "awst": 480,
        "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "brt": -180,
    }
)  # fmt: skip
"""Minutes east of Greenwich. RFC 822's own, then those seen in feeds. IST names three places; the feeds that write it are Indian."""

ZONE_PLACES: Mapping[str, str] = MappingProxyType(
    {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}
)
"""Names that mean standard or summer time, whichever holds."""
