"""Short forms in the dialog of the page: the same form as on its own page, asked for by htmx.

A link to a form names the dialog as its target. Without JavaScript it opens the page.
"""

from urllib.parse import urlsplit

from flask import Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from webapp.access import own_path
from webapp.context import wants_fragment

DIALOG = "snel"
PREFIX = f"{DIALOG}-"


def in_dialog() -> bool:
    """Return whether the answer goes into the dialog, or into a part of the form in it."""
    target = request.headers.get("HX-Target", "")
    return wants_fragment() and (target == DIALOG or target.startswith(PREFIX))


def leave(target: str) -> AnyResponse:
    """Go on after saving: to ``target``, or from a dialog to the page that lies below it."""
    if not in_dialog():
        return redirect(target, 303)
    below = urlsplit(request.headers.get("HX-Current-URL", ""))
    here = own_path(below._replace(scheme="", netloc="", fragment="").geturl())
    return Response(status=204, headers={"HX-Redirect": here or target})
