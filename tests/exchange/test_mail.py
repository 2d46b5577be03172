"""Messages as mail programs take them."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from itemlink_gui.exchange import mail
from itemlink_gui.exchange.mail import Mail

LETTER = Mail("Cléo Satō", "cleo@example.org", "Changes to your courses", "Hello Cléo,\n\n  • Maths & Logic = 100 %\n")


def test_a_draft_that_says_what_was_written() -> None:
    found = message_from_bytes(mail.eml(LETTER), policy=default)
    assert (found["To"], found["Subject"], found["X-Unsent"]) == (LETTER.address, LETTER.subject, "1")
    assert found["From"] is None
    assert found.get_content().replace("\r\n", "\n") == LETTER.text


def test_without_an_address_and_with_a_subject_of_several_lines() -> None:
    found = message_from_bytes(mail.eml(Mail("x", "", "One\nBcc: all@example.org", "text")), policy=default)
    assert found["To"] is None
    assert found["Bcc"] is None
    assert found["Subject"] == "One Bcc: all@example.org"


@pytest.mark.parametrize("address", ["foo@", "a@[", "<@a:", "a@example.org\nBcc: all@example.org"])
def test_an_address_that_is_none_is_left_out(address: str) -> None:
    found = message_from_bytes(mail.eml(Mail("x", address, "s", "text")), policy=default)
    assert (found["To"], found["Bcc"], found.get_content().strip()) == (None, None, "text")


def test_the_address_of_a_message() -> None:
    address = mail.mailto(LETTER)
    assert address is not None
    parts = urlsplit(address)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", LETTER.address)
    query = parse_qs(parts.query, strict_parsing=True)
    assert query == {"subject": [LETTER.subject], "body": [LETTER.text.replace("\n", "\r\n")]}


def test_an_address_cannot_bring_along_other_headers() -> None:
    address = mail.mailto(Mail("x", "a@example.org?bcc=all@example.org&x", "s", "t"))
    assert address is not None
    assert set(parse_qs(urlsplit(address).query)) == {"subject", "body"}


def test_a_message_that_is_too_long_has_no_address() -> None:
    assert mail.mailto(Mail("x", "a@example.org", "s", "é" * 400)) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ann Lee", "Ann Lee.eml"),
        ("../../etc/passwd", "etc passwd.eml"),
        ('a<b>:"c"|?*', "a b c.eml"),
        ("...", "message.eml"),
        ("a\nb", "a b.eml"),
        ("x" * 300, "x" * 80 + ".eml"),
        ("日本", "日本.eml"),
        ("CON", "_CON.eml"),
        ("nul", "_nul.eml"),
        ("Com1.Ltd", "_Com1.Ltd.eml"),
        ("LPT9 .x", "_LPT9 .x.eml"),
        ("Connie", "Connie.eml"),
        ("COM10", "COM10.eml"),
        ("x" * 79 + " y", "x" * 79 + ".eml"),
        ("日" * 80, "日" * 60 + ".eml"),
        ("🎓" * 80, "🎓" * 45 + ".eml"),
        ("a" + "🎓" * 80, "a" + "🎓" * 44 + ".eml"),
        ("\ud800", "?.eml"),
    ],
)
def test_names_that_every_system_takes(name: str, expected: str) -> None:
    assert mail.file_name(Mail(name, "", "", "")) == expected
