"""Secrets are seen by the host that is asked, and by nobody else."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.net import FetchPolicy, FetchState
from digest.ingest.net.address import parse_address
from digest.ingest.net.faults import Fault
from digest.ingest.net.follow import follow
from digest.ingest.net.judge import interpret
from digest.ingest.net.policy import PRODUCT
from digest.ingest.net.redact import expand, shown_url
from digest.ingest.net.wire import Answer, Request
from digest.model import Source

KEY = "k3y/+with&odd=signs"
PASSWORD = "open sesame"


def test_a_variable_is_filled_in_for_the_request_alone(web: Any) -> None:
    web.on(f"/feed?key={KEY}", web.reply(200, web.feed))
    result = web.fetch("/feed?key=${KEY}", env={"KEY": KEY})
    assert result.body == web.feed
    assert KEY not in repr(result) + json.dumps(result.state.to_json())
    assert result.state.address.endswith("?key=${KEY}")


def test_a_name_and_password_become_a_header_of_their_origin_only(web: Any) -> None:
    pair = f"http://desk:{quote(PASSWORD)}@"
    web.on("/feed", web.reply(302, location="/same"))
    web.on("/same", web.reply(302, location=web.url("/other", "other.example")))
    web.on("/other", web.reply(200, web.feed))
    result = web.fetch(web.url("/feed").replace("http://", pair))
    basic = "Basic " + base64.b64encode(f"desk:{PASSWORD}".encode()).decode()
    assert [visit.headers.get("authorization") for visit in web.visits] == [basic, basic, None]
    assert result.body == web.feed
    assert "sesame" not in repr(result)
    assert result.state.address.startswith("http://***@")


def test_a_password_from_a_variable_may_hold_any_sign(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed))
    result = web.fetch(
        f"http://${{NAME}}:${{PASS}}@127.0.0.1:{web.port}/feed", env={"NAME": "desk", "PASS": "p@s/s:w#?d"}
    )
    assert result.body == web.feed
    assert web.visits[0].headers["authorization"] == "Basic " + base64.b64encode(b"desk:p@s/s:w#?d").decode()


def test_a_password_in_a_redirect_is_not_used(web: Any) -> None:
    web.on("/feed", web.reply(302, location=f"http://eve:{PASSWORD.replace(' ', '')}@127.0.0.1:{web.port}/b"))
    web.on("/b", web.reply(200, web.feed))
    assert web.fetch().body == web.feed
    assert "authorization" not in web.visits[1].headers


ECHOES = {
    "in the feed's own link": '<rss><link href="https://h.example/?key={}&amp;n=1"/><item/></rss>',
    "in a link of an entry": "<rss><item><link>https://h.example/a?key={}</link></item></rss>",
    "in words": "<rss><item><title>Your key is {}!</title></item></rss>",
}


@pytest.mark.parametrize("where", ECHOES)
@pytest.mark.parametrize("key", ["a1b2c3d4", KEY, "correct-horse-battery-staple"])
@pytest.mark.parametrize("form", [str, quote, lambda key: quote(key, safe=""), lambda key: key.replace("&", "&amp;")])
def test_a_feed_that_repeats_the_key_is_read_without_it(web: Any, where: str, key: str, form: Any) -> None:
    web.on(f"/feed?key={key}", web.reply(200, ECHOES[where].format(form(key)).encode()))
    result = web.fetch("/feed?key=${KEY}", env={"KEY": key})
    assert form(key).encode() not in result.body
    assert b"${KEY}" in result.body


def test_words_that_are_no_key_stay_in_the_text(web: Any) -> None:
    """A variable may hold a choice: what it says is not taken out of sentences."""
    body = b"<rss><item><title>Ferries in Vellmar, en route: 7</title><link>https://h.example/a</link></item></rss>"
    web.on("/Vellmar/en/7", web.reply(200, body))
    result = web.fetch("/${TOWN}/${LANG}/${PAGE}", env={"TOWN": "Vellmar", "LANG": "en", "PAGE": "7"})
    assert result.body == body


@pytest.mark.parametrize("path", ["/feed?key=${KEY}", "/${KEY}/feed", "/feed?a=${KEY}&b=${KEY}"])
@pytest.mark.parametrize("way", ["redirect", "loop", "status", "cut", "forbidden", "permanent"])
def test_no_fault_shows_a_key(web: Any, path: str, way: str, caplog: pytest.LogCaptureFixture) -> None:
    real = path.replace("${KEY}", "s3cr3tk3y")
    answers = {
        "redirect": web.reply(302, location="http://[bad/?s3cr3tk3y"),
        "loop": web.reply(302, location=real),
        "status": web.reply(500, b"s3cr3tk3y"),
        "cut": lambda visit: visit.send(b"HTTP/1.1 200 s3cr3tk3y\r\nContent-Length: 99\r\n\r\ns3cr3tk3y"),
        "forbidden": web.reply(302, location="http://10.0.0.1/s3cr3tk3y"),
        "permanent": web.reply(301, location=f"http://new.example:{web.port}/moved?key=s3cr3tk3y"),
    }
    web.on(real, answers[way])
    web.on("/moved?key=s3cr3tk3y", web.reply(200, web.feed, etag='"s3cr3tk3y"'))
    with caplog.at_level(logging.DEBUG):
        result = web.fetch(path, env={"KEY": "s3cr3tk3y"})
    assert web.visits
    assert "s3cr3t" not in repr(result) + json.dumps(result.state.to_json()) + caplog.text


def test_a_certificate_that_names_a_secret_host_does_not_show_it() -> None:
    source = Source("Wire", url="${FEED}")
    _, secrets = expand("${FEED}", {"FEED": "https://hidden.example/feed"})
    fault = Fault("bad-certificate", "not valid for 'https://hidden.example/feed'")
    result = interpret(source, FetchState(address="${FEED}"), datetime(2026, 3, 4, tzinfo=UTC), fault, secrets)
    assert "hidden" not in repr(result)


def test_a_missing_variable_asks_nothing_and_holds_nothing_against_the_source(web: Any) -> None:
    result = web.fetch("/feed?key=${KEY}&b=${OTHER}", env={"KEY": ""})
    assert [problem.code for problem in result.problems] == ["missing-variable"]
    assert "KEY, OTHER" in result.problems[0].detail
    assert (web.connections, result.state.backoff_nights) == (0, 0)


def test_a_whole_address_can_be_a_secret(web: Any) -> None:
    web.on("/hidden", web.reply(200, web.feed))
    result = web.fetch("${FEED}", env={"FEED": web.url("/hidden")})
    assert result.body == web.feed
    assert "hidden" not in repr(result)


def test_a_key_cannot_break_out_of_the_request(web: Any) -> None:
    result = web.fetch("/feed?key=${KEY}", env={"KEY": "a HTTP/1.1\r\nX-Evil: 1"})
    assert [problem.code for problem in result.problems] == ["bad-address"]
    assert web.connections == 0
    assert "Evil" not in repr(result)


def test_a_key_is_not_carried_from_https_to_http() -> None:
    """Judged on addresses alone, as no certificate is made for a test."""

    class Downgrading:
        async def send(self, request: Request, seconds: float) -> Answer:
            assert request.address.scheme == "https"
            assert seconds
            return Answer(302, (("location", request.address.url.replace("https", "http")),))

    url, secrets = expand("https://harbour.example/?key=${KEY}", {"KEY": "a1b2c3"})
    with pytest.raises(Fault, match="bad-redirect"):
        asyncio.run(follow(Downgrading(), parse_address(url), FetchPolicy(), secrets=secrets))


def test_what_holds_secrets_does_not_show_them() -> None:
    url, secrets = expand("https://desk:open@harbour.example/?key=${KEY}", {"KEY": "a1b2c3"})
    assert not {"a1b2c3", "open"} & set(
        re.findall(r"\w+", repr((secrets, Request(parse_address(url), (), (), secrets))))
    )


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("https://h.example/${A}", "https://h.example/${A}"),
        ("https://a:b@c@h.example/", "https://***@h.example/"),
        ("https://h.example/?mail=a@b", "https://h.example/?mail=a@b"),
        ("https://${USER}:${PASS}@h.example/", "https://***@h.example/"),
    ],
)
def test_an_address_is_shown_without_what_is_written_out(template: str, shown: str) -> None:
    assert shown_url(template) == shown


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=4, max_size=30), st.text(max_size=20))
def test_what_is_hidden_is_gone(key: str, around: str) -> None:
    _, secrets = expand("https://h.example/?key=${NAME}", {"NAME": key})
    hidden = secrets.hide(f"{around}{key}{quote(key, safe='')}")
    assert key not in hidden.replace("${NAME}", "")


def test_the_user_agent_cannot_be_made_to_carry_other_headers() -> None:
    agent = FetchPolicy(contact="x)\r\nX-Evil: 1 (ü").user_agent
    assert agent.startswith(PRODUCT)
    assert "\r" not in agent
    assert agent.isascii()
