"""The id of what a form makes: the same, however often that one form is sent.

A double click, or a browser that tries again, sends the same fields with the same CSRF token, and
that token tells when the page was shown. So the id follows from those, and who comes second finds
what the first made; somebody who goes back and types something else makes something else. It is
made under the key of the installation: nobody can aim at the id of a thing that is there.
"""

import hmac
import json
import uuid

from flask import request
from itsdangerous import BadData, URLSafeTimedSerializer

from graph.identity import new_id
from webapp.auth.session import signed_in_user
from webapp.context import current_settings


def form_id(part: str = "") -> str:
    """Return a UUIDv7 for what this form makes; a fresh one when its token says no moment.

    A form that makes several things asks one for each ``part``.
    """
    key = current_settings().secret_key
    tokens = URLSafeTimedSerializer(key, salt="wtf-csrf-token")  # as Flask-WTF signs them
    try:
        _token, shown_at = tokens.loads(request.form.get("csrf_token", ""), return_timestamp=True)
    except BadData:
        return new_id()
    sent = [signed_in_user().id, request.path, part, *request.form.items(multi=True)]
    digest = hmac.digest(key.encode(), json.dumps(sent).encode(), "sha256")
    moment = int(shown_at.timestamp() * 1000).to_bytes(6, "big")
    return str(uuid.UUID(bytes=_marked(moment + digest[:10])))


def _marked(content: bytes) -> bytes:
    """Return sixteen bytes with the marks of version 7 in them."""
    marked = bytearray(content)
    marked[6] = 0x70 | marked[6] & 0x0F
    marked[8] = 0x80 | marked[8] & 0x3F
    return bytes(marked)
