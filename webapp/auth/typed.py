"""Text that was sent after a session had ended: kept, and given back after signing in again.

It is kept on the server, under the session of the sign-in page, and only for who this browser
knows (see ``webapp.auth.device``): nobody else's form can get in, and nobody else gets it back.
Files, long texts and passwords are not kept.
"""

from dataclasses import dataclass
from typing import cast

from flask import request, session

from webapp.auth.device import current_device
from webapp.auth.session import TYPED

_MOST = 64 * 1024
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A form that did not arrive: where it was sent, and its fields as a browser sends them."""

    user_id: str
    path: str
    fields: tuple[tuple[str, str], ...]

    @property
    def longest(self) -> str:
        """Return the longest of its texts, by which people recognise it."""
        return max((value for _name, value in self.fields), key=len, default="")


def keep() -> bool:
    """Keep the form of this request, if that can be done; return whether it was."""
    device = current_device()
    is_form = request.method == "POST" and request.mimetype == _FORM
    if device is None or not is_form or (request.content_length or _MOST + 1) > _MOST:
        return False
    fields = [
        [name, value]
        for name, value in request.form.items(multi=True)
        if name != "csrf_token" and "wachtwoord" not in name
    ]
    path = request.full_path.rstrip("?")
    session[TYPED] = {"user_id": device.user_id, "path": path, "fields": fields}
    return bool(fields)


def kept() -> Typed | None:
    """Return the form that waits in this session."""
    stored = cast("dict[str, object] | None", session.get(TYPED))
    if stored is None:
        return None
    fields = cast("list[tuple[str, str]]", stored["fields"])
    return Typed(
        user_id=str(stored["user_id"]),
        path=str(stored["path"]),
        fields=tuple((name, value) for name, value in fields),
    )


def arrived() -> None:
    """Drop the form that waits once one is sent to where it was going."""
    waiting = kept() if request.method == "POST" else None
    if waiting and waiting.path == request.full_path.rstrip("?"):
        forget()


def forget() -> None:
    """Drop the form that waits."""
    session.pop(TYPED, None)
