"""The style sheets, scripts and fonts, under one address that changes with any of them.

The folder's hash is part of the path, so a browser may keep a file for ever, and the relative
addresses inside a style sheet stay right.
"""

import hashlib
from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask
from whitenoise import WhiteNoise

STATIC = Path(__file__).parent / "static"


def static_path() -> str:
    """Return the path under which the files of this version stand."""
    digest = hashlib.sha256()
    for path in sorted(STATIC.rglob("*")):
        if path.is_file() and path.suffix != ".gz":
            digest.update(path.relative_to(STATIC).as_posix().encode())
            digest.update(path.read_bytes())
    return f"/static/{digest.hexdigest()[:12]}"


def init_app(app: Flask) -> None:
    """Serve the files before Flask is asked; compressed where a ``.gz`` stands beside one."""
    app.wsgi_app = WhiteNoise(
        app.wsgi_app,
        root=str(STATIC),
        prefix=app.static_url_path,
        allow_all_origins=False,
        immutable_file_test=_always,
        add_headers_function=_add_headers,
    )


def _always(_path: str, _url: str) -> bool:
    return True


def _add_headers(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    # A picture that somebody opens by itself runs nothing either.
    headers["Content-Security-Policy"] = "default-src 'none'; style-src 'self'; img-src 'self'"
