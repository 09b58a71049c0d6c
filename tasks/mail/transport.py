"""Deliver a mail: to the mail server of the installation, or into a folder."""

import contextlib
import os
import smtplib
import ssl
import tempfile
from collections.abc import Callable, Generator
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import getaddresses, parseaddr
from pathlib import Path

from tasks.settings import SmtpSecurity, SmtpSettings

TIMEOUT_SECONDS = 20

_LATER, _NEVER = 400, 500

Deliver = Callable[[EmailMessage], None]
"""Delivers, or raises one of the errors below."""


class RefusedError(Exception):
    """The server will never take this mail."""


class BusyError(Exception):
    """The server is away or asks to come back later; nothing was delivered."""


class CutOffError(Exception):
    """The connection broke while the server was taking the mail: nobody knows whether it did."""


def into_folder(folder: Path) -> Deliver:
    """Keep each mail as an ``.eml`` file named after its Message-ID, whole or not at all."""

    def deliver(mail: EmailMessage) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        local_part = mail["Message-ID"].strip("<>").partition("@")[0]
        handle, temporary = tempfile.mkstemp(dir=folder, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(mail.as_bytes(policy=SMTP))
        Path(temporary).replace(folder / f"{local_part}.eml")

    return deliver


def by_smtp(settings: SmtpSettings) -> Deliver:
    """Hand each mail to the mail server, over a connection of its own."""

    def deliver(mail: EmailMessage) -> None:
        with _connected(settings) as server:
            _check(server.mail(parseaddr(str(mail["From"]))[1]))
            for _name, address in getaddresses([str(mail["To"])]):
                _check(server.rcpt(address))
            _hand_over(server, mail.as_bytes(policy=SMTP))

    return deliver


@contextlib.contextmanager
def _connected(settings: SmtpSettings) -> Generator[smtplib.SMTP]:
    # Also a wrong password or certificate is for later: that is about us, not about this mail.
    with _busy_when_broken():
        server = _reach(settings)
    try:
        with _busy_when_broken():
            _greet(server, settings)
            yield server
        # The mail is theirs by now; a failing goodbye must not make us send it again.
        with contextlib.suppress(OSError, smtplib.SMTPException):
            server.quit()
    finally:
        server.close()


@contextlib.contextmanager
def _busy_when_broken() -> Generator[None]:
    try:
        yield
    except (OSError, smtplib.SMTPException) as error:
        raise BusyError(type(error).__name__) from error


def _reach(settings: SmtpSettings) -> smtplib.SMTP:
    if settings.security is SmtpSecurity.TLS:
        return smtplib.SMTP_SSL(
            settings.host,
            settings.port,
            timeout=TIMEOUT_SECONDS,
            context=ssl.create_default_context(),
        )
    return smtplib.SMTP(settings.host, settings.port, timeout=TIMEOUT_SECONDS)


def _greet(server: smtplib.SMTP, settings: SmtpSettings) -> None:
    if settings.security is SmtpSecurity.STARTTLS:
        server.starttls(context=ssl.create_default_context())
    server.ehlo_or_helo_if_needed()
    if settings.user:
        server.login(settings.user, settings.password)


def _hand_over(server: smtplib.SMTP, mail: bytes) -> None:
    try:
        answer = server.data(mail)
    except smtplib.SMTPDataError as error:
        answer = (error.smtp_code, b"")
    except (OSError, smtplib.SMTPServerDisconnected) as error:
        raise CutOffError(type(error).__name__) from error
    _check(answer)


def _check(answer: tuple[int, bytes]) -> None:
    """Raise what the code of an answer means; its text may name people, so it is not kept."""
    code = answer[0]
    if code >= _NEVER:
        raise RefusedError(code)
    if code >= _LATER:
        raise BusyError(code)
