"""A rendered mail as MIME: related > alternative (text, HTML) + picture, with honest headers."""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from graph.domain.calendar import TIMEZONE

PICTURE_ID = "netwerk"
"""How the HTML part names the picture: ``cid:netwerk``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """To whom a mail goes and how programs may treat it. ``key`` is that of the ledger.

    Mail that somebody asked for has no ``stop_href``: it belongs to no list.
    """

    key: str
    list_name: str
    sender: str
    to_name: str
    to_email: str
    reply_to: str
    stop_href: str
    base_url: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The parts of a mail; ``png`` is None without a picture."""

    subject: str
    text: str
    html: str
    png: bytes | None = None


def compose(envelope: Envelope, content: Content) -> EmailMessage:
    """Return the mail, ready to be delivered; the same key gives the same Message-ID."""
    mail = EmailMessage(policy=SMTP)
    mail.make_related()
    mail.set_param("type", "multipart/alternative")
    for name, value in _headers(envelope, content.subject).items():
        mail[name] = value
    body = MIMEPart(policy=SMTP)
    body.set_content(content.text)
    body.add_alternative(content.html, subtype="html")
    mail.attach(body)  # pyright: ignore[reportArgumentType] -- a part is what belongs here
    if content.png is not None:
        mail.add_related(
            content.png,
            "image",
            "png",
            cid=f"<{PICTURE_ID}>",
            disposition="inline",
            filename="netwerk.png",
        )
    return mail


def local_part(key: str) -> str:
    """Return what stands before the @ in the Message-ID of the mail with this key."""
    return sha256(key.encode()).hexdigest()[:32]


def file_name(key: str) -> str:
    """Return the name under which the mail with this key is kept: that of its Message-ID."""
    return f"{local_part(key)}.eml"


def _headers(envelope: Envelope, subject: str) -> dict[str, object]:
    host = urlsplit(envelope.base_url).hostname or "localhost"
    headers: dict[str, object] = {
        "Subject": subject,
        "From": envelope.sender,
        "To": Address(display_name=envelope.to_name, addr_spec=envelope.to_email),
        "Date": format_datetime(envelope.at.astimezone(ZoneInfo(TIMEZONE))),
        "Message-ID": f"<{local_part(envelope.key)}@{host}>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Content-Language": "nl",
        "MIME-Version": "1.0",
    }
    if envelope.stop_href:
        headers |= {
            "List-Id": f"<{envelope.list_name}.{host}>",
            "List-Unsubscribe": f"<{envelope.stop_href}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
    # Answers go to a colleague; nobody ever stands in From but the installation itself.
    return headers | ({"Reply-To": envelope.reply_to} if envelope.reply_to else {})
