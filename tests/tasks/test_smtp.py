"""A real conversation with a mail server: what it takes, refuses, puts off or breaks off."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from tasks.mail.envelope import Content, Envelope, compose, file_name
from tasks.mail.transport import BusyError, CutOffError, RefusedError, by_smtp, into_folder
from tasks.settings import SmtpSecurity, SmtpSettings
from tests.engines import free_port

pytestmark = pytest.mark.once

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


class Judge:
    """Answers the recipient and the mail as told, and keeps what came."""

    def __init__(self, *, to_recipient: str = "250 OK", to_mail: str = "250 OK") -> None:
        self.to_recipient, self.to_mail = to_recipient, to_mail
        self.mails: list[EmailMessage] = []

    async def handle_RCPT(  # noqa: N802 -- the name that aiosmtpd calls
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.to_mail == "hang up":
            server.transport.close()
        self.mails.append(message_from_bytes(envelope.content, policy=SMTP_POLICY))
        return self.to_mail


@contextmanager
def mail_server(judge: Judge) -> Generator[SmtpSettings]:
    controller = Controller(judge, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield smtp(controller.port)
    finally:
        controller.stop()


def smtp(port: int, security: SmtpSecurity = SmtpSecurity.NONE) -> SmtpSettings:
    return SmtpSettings(host="127.0.0.1", port=port, security=security, user="", password="")


def test_a_mail_arrives_whole() -> None:
    judge = Judge()
    with mail_server(judge) as settings:
        by_smtp(settings)(mail())

    [came] = judge.mails
    assert [part.get_content_type() for part in came.walk()] == [
        "multipart/related",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "image/png",
    ]
    _related, _alternative, text, html, picture = came.walk()
    assert text.get_content().splitlines() == ["Hoi Ána,", ".", "einde"]
    assert html.get_content().strip() == '<img src="cid:netwerk">'
    assert (picture["Content-ID"], picture.get_content()) == ("<netwerk>", PNG)


def test_the_headers_tell_programs_how_to_treat_it() -> None:
    judge = Judge()
    with mail_server(judge) as settings:
        by_smtp(settings)(mail())

    [came] = judge.mails
    assert {name: str(came[name]) for name in came} == {
        "Subject": "Noord, week 48: één actie te laat",
        "From": "Lokale Energie <post@energie.example>",
        "To": "Ána <ana@example.org>",
        "Reply-To": "regisseur@example.org",
        "Date": "Mon, 23 Nov 2026 08:30:00 +0100",
        "Message-ID": "<0b36e042c7e80185ea66027303660439@energie.example>",
        "List-Id": "<noord.weekmail.energie.example>",
        "List-Unsubscribe": "<https://energie.example/mail/stop/token>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Content-Language": "nl",
        "MIME-Version": "1.0",
        "Content-Type": str(came["Content-Type"]),
    }


@pytest.mark.parametrize(
    ("judge", "error"),
    [
        (Judge(to_recipient="421 later"), BusyError),
        (Judge(to_recipient="450 full"), BusyError),
        (Judge(to_recipient="550 unknown"), RefusedError),
        (Judge(to_mail="451 later"), BusyError),
        (Judge(to_mail="554 spam"), RefusedError),
        (Judge(to_mail="hang up"), CutOffError),
    ],
    ids=["421", "450", "550", "451 after data", "554 after data", "hangs up after data"],
)
def test_what_the_server_says_is_understood(judge: Judge, error: type[Exception]) -> None:
    with mail_server(judge) as settings, pytest.raises(error):
        by_smtp(settings)(mail())


def test_no_server_is_a_busy_server() -> None:
    with pytest.raises(BusyError):
        by_smtp(smtp(free_port()))(mail())


def test_a_server_without_encryption_gets_no_mail_that_needs_it() -> None:
    judge = Judge()
    with mail_server(judge) as settings, pytest.raises(BusyError):
        by_smtp(smtp(settings.port, SmtpSecurity.STARTTLS))(mail())

    assert judge.mails == []


def test_a_name_cannot_add_a_header() -> None:
    with pytest.raises(ValueError, match="invalid arguments"):
        mail(to_name="Ana\r\nBcc: mallory@example.org")


def test_a_kept_mail_is_whole_and_named_after_its_key(tmp_path: Path) -> None:
    into_folder(tmp_path)(mail())
    into_folder(tmp_path)(mail())

    [kept] = tmp_path.iterdir()
    assert kept.name == file_name("digest:ana:noord:2026-11-23")
    assert kept.read_bytes() == mail().as_bytes(policy=SMTP_POLICY)


def mail(to_name: str = "Ána") -> EmailMessage:
    envelope = Envelope(
        key="digest:ana:noord:2026-11-23",
        list_name="noord.weekmail",
        sender="Lokale Energie <post@energie.example>",
        to_name=to_name,
        to_email="ana@example.org",
        reply_to="regisseur@example.org",
        stop_href="https://energie.example/mail/stop/token",
        base_url="https://energie.example",
        at=datetime(2026, 11, 23, 7, 30, tzinfo=UTC),
    )
    content = Content(
        subject="Noord, week 48: één actie te laat",
        text="Hoi Ána,\n.\neinde\n",
        html='<img src="cid:netwerk">',
        png=PNG,
    )
    composed = compose(envelope, content)
    # The boundary is random; a fixed one lets two mails be compared.
    composed.set_boundary("outer")
    next(composed.iter_parts()).set_boundary("inner")
    return composed
