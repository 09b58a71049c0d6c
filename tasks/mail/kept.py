"""Read back a mail that was kept in a folder."""

from dataclasses import dataclass
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

from tasks.mail.envelope import file_name


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMail:
    """The parts of a mail that a page shows; ``png`` is None without a picture."""

    text: str
    png: bytes | None


def read(folder: Path, *, key: str) -> KeptMail | None:
    """Return the mail with this key; None when it left by the mail server, or is not sent."""
    path = folder / file_name(key)
    if not path.is_file():
        return None
    mail = message_from_bytes(path.read_bytes(), policy=SMTP)
    parts = {part.get_content_type(): part for part in mail.walk()}
    picture = parts.get("image/png")
    return KeptMail(
        text=parts["text/plain"].get_content(),
        png=picture.get_content() if picture else None,
    )
