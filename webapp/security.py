# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
"""Headers, CSRF and limits. The only module that touches flask-talisman, which ships no types."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_talisman import Talisman  # pyright: ignore[reportMissingTypeStubs]
from flask_wtf.csrf import CSRFProtect
from redis import Redis
from werkzeug.middleware.proxy_fix import ProxyFix

from webapp.settings import WebSettings

CONTENT_SECURITY_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}

_YEAR = 365 * 24 * 60 * 60

P = ParamSpec("P")
R = TypeVar("R")

csrf = CSRFProtect()
# Without the broker these limits do not count; signing in has its own, which then let nobody in.
limiter = Limiter(get_remote_address, swallow_errors=True)


def init_app(app: Flask, *, settings: WebSettings, broker: Redis) -> None:
    """Protect every page; after the guard of ``webapp.access``, so that it answers first."""
    if settings.proxy_hops:
        hops = settings.proxy_hops
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        TRUSTED_HOSTS=settings.hosts,
        MAX_CONTENT_LENGTH=1024 * 1024,
        SESSION_COOKIE_NAME="__Host-lokale-energie" if settings.secure else "lokale-energie",
        SESSION_COOKIE_SECURE=settings.secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=settings.session_idle,
        WTF_CSRF_TIME_LIMIT=None,  # a token lives as long as its session
        RATELIMIT_STORAGE_URI="redis://",
        RATELIMIT_STORAGE_OPTIONS={"connection_pool": broker.connection_pool},
        RATELIMIT_KEY_PREFIX="limits",
    )
    csrf.init_app(app)
    limiter.init_app(app)
    Talisman(
        app,
        force_https=False,  # the proxy does; a health check inside the container has no https
        content_security_policy=CONTENT_SECURITY_POLICY,
        referrer_policy="same-origin",
        permissions_policy={"camera": "()", "geolocation": "()", "microphone": "()"},
        strict_transport_security=settings.secure,
        strict_transport_security_max_age=_YEAR,
        session_cookie_secure=settings.secure,
        session_cookie_samesite="Lax",
    )
    app.after_request(_keep_out_of_caches)


def without_token(view: Callable[P, R]) -> Callable[P, R]:
    """Let a program without a session post here; something else must prove who asks."""
    csrf.exempt(view)
    return view


def _keep_out_of_caches(response: Response) -> Response:
    """Pages hold what only their reader may see, so no cache keeps one."""
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    return response
