"""Signing in with the account of the organisation (OpenID Connect). Only here: authlib, requests.

The code flow with state, nonce and PKCE. An account is never made here: a verified e-mail address
must be that of an account which is there.
"""
# authlib ships no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from dataclasses import dataclass
from typing import Any, cast

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import Flask, current_app, session, url_for
from joserfc.errors import JoseError
from requests import RequestException
from werkzeug.wrappers import Response

from webapp.context import current_settings
from webapp.settings import WebSettings

_NAME = "organisation"
_NEXT = "oidc_next"
_PATIENCE_SECONDS = 5
_SEVERAL_FACTORS = "mfa"  # RFC 8176


class RefusedError(Exception):
    """The provider, or what it sent, says that nobody signs in with this."""


class AwayError(Exception):
    """The provider does not answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whom a provider vouches for; ``is_strong`` when they used more than one factor there."""

    email: str
    is_strong: bool
    next: str | None


def init_app(app: Flask, *, settings: WebSettings) -> None:
    """Know the provider of this installation, if it has one. Asks it nothing yet."""
    if settings.oidc is None:
        return
    oauth = OAuth(app)
    oauth.register(
        _NAME,
        client_id=settings.oidc.client_id,
        client_secret=settings.oidc.client_secret,
        server_metadata_url=f"{settings.oidc.issuer}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid email",
            "code_challenge_method": "S256",
            "default_timeout": _PATIENCE_SECONDS,
        },
    )
    app.extensions["oidc"] = oauth.create_client(_NAME)


def provider_name() -> str:
    """Return how people call the provider; empty without one."""
    oidc = current_settings().oidc
    return oidc.name if oidc else ""


def to_provider(*, next: str | None) -> Response:
    """Send the browser to the provider. Raises AwayError."""
    session[_NEXT] = next
    back = current_settings().base_url + url_for("organisation.come_back")
    try:
        return cast("Response", _client().authorize_redirect(back))
    except (RequestException, RuntimeError, ValueError) as error:
        raise AwayError(type(error).__name__) from error


def identity() -> Identity:
    """Return whom the provider sent back with this request. Raises RefusedError, AwayError."""
    try:
        claims = _claims()
    except RequestException as error:
        raise AwayError(type(error).__name__) from error
    except (AuthlibBaseError, JoseError, ValueError, KeyError) as error:
        raise RefusedError(type(error).__name__) from error
    email = claims.get("email")
    if not isinstance(email, str) or claims.get("email_verified") is not True:
        raise RefusedError("no verified address")
    methods = claims.get("amr")
    is_strong = isinstance(methods, list) and _SEVERAL_FACTORS in methods
    return Identity(email=email, is_strong=is_strong, next=session.pop(_NEXT, None))


def _claims() -> dict[str, Any]:
    """Return what the checked token says, with the address from the provider where it has none."""
    client = _client()
    token = client.authorize_access_token()
    claims = dict(token["userinfo"])
    if "email" not in claims:
        told = dict(client.userinfo(token=token))
        if told.get("sub") != claims["sub"]:
            raise ValueError("another subject")
        claims |= {name: told.get(name) for name in ("email", "email_verified")}
    return claims


def _client() -> Any:  # noqa: ANN401 -- a class without types
    return current_app.extensions["oidc"]
