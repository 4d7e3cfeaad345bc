"""News agencies under every name their copy is marked with."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

AGENCIES: Mapping[str, str] = MappingProxyType(
    {
        "ap": "Associated Press", "associated press": "Associated Press", "the associated press": "Associated Press",
        "afp": "Agence France-Presse", "agence france presse": "Agence France-Presse",
        "reuters": "Reuters", "thomson reuters": "Reuters", "thomson reuters foundation": "Thomson Reuters Foundation",
        "upi": "United Press International", "united press international": "United Press International",
        "pa": "PA Media", "pa media": "PA Media", "press association": "PA Media",
        "dpa": "dpa", "deutsche presse agentur": "dpa", "apa": "APA", "austria presse agentur": "APA",
        "epd": "epd", "kna": "KNA", "sda": "Keystone-SDA", "keystone sda": "Keystone-SDA", "ats": "Keystone-SDA",
        "ansa": "ANSA", "adnkronos": "Adnkronos", "efe": "EFE", "agencia efe": "EFE", "europa press": "Europa Press",
        "lusa": "Lusa", "belga": "Belga", "anp": "ANP", "ritzau": "Ritzau", "ntb": "NTB", "tt": "TT", "stt": "STT",
        "pap": "PAP", "ctk": "ČTK", "čtk": "ČTK", "mti": "MTI", "tanjug": "Tanjug", "hina": "HINA", "agerpres": "Agerpres",
        "bta": "BTA", "ana mpa": "ANA-MPA", "anadolu": "Anadolu Agency", "anadolu agency": "Anadolu Agency", "aa": "Anadolu Agency",
        "dha": "Demirören News Agency", "iha": "İHA",
        "tass": "TASS", "itar tass": "TASS", "ria novosti": "RIA Novosti", "sputnik": "Sputnik", "interfax": "Interfax",
        "ukrinform": "Ukrinform", "unian": "UNIAN", "interfax ukraine": "Interfax-Ukraine",
        "xinhua": "Xinhua", "cna": "CNA", "kyodo": "Kyodo News", "kyodo news": "Kyodo News", "jiji": "Jiji Press", "jiji press": "Jiji Press",
        "yonhap": "Yonhap", "newsis": "Newsis", "pti": "Press Trust of India", "press trust of india": "Press Trust of India",
        "ani": "ANI", "ians": "IANS", "uni": "United News of India", "app": "APP", "bss": "BSS", "antara": "Antara", "bernama": "Bernama",
        "vna": "Vietnam News Agency", "pna": "Philippine News Agency", "aap": "AAP", "sana": "SANA", "irna": "IRNA", "isna": "ISNA",
        "tasnim": "Tasnim", "spa": "Saudi Press Agency", "wam": "WAM", "kuna": "KUNA", "qna": "QNA", "petra": "Petra", "mena": "MENA",
        "nna": "NNA", "wafa": "WAFA", "nan": "News Agency of Nigeria", "news agency of nigeria": "News Agency of Nigeria",
        "gna": "Ghana News Agency", "ena": "Ethiopian News Agency", "sapa": "SAPA", "map": "MAP", "aps": "APS", "tap": "TAP",
        "canadian press": "The Canadian Press", "the canadian press": "The Canadian Press", "cp": "The Canadian Press",
        "bloomberg": "Bloomberg", "bloomberg news": "Bloomberg", "dow jones": "Dow Jones Newswires", "telam": "Télam", "télam": "Télam",
        "notimex": "Notimex", "agencia brasil": "Agência Brasil", "agência brasil": "Agência Brasil", "prensa latina": "Prensa Latina",
        "inter press service": "Inter Press Service", "ips": "Inter Press Service", "pa news": "PA Media", "swns": "SWNS",
        "kaiser health news": "KFF Health News", "kff health news": "KFF Health News", "stateline": "Stateline", "the conversation": "The Conversation",
    }
)  # fmt: skip
"""Folded names (small letters and digits, blanks between words) and the name shown."""
