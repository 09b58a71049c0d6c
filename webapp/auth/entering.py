"""From a right password, or the word of another provider, to a session."""

import structlog
from flask import redirect, url_for
from werkzeug.wrappers import Response

from graph.domain.second_factors import must_have_one
from graph.domain.users import User
from graph.repositories import second_factors
from webapp.auth import device, session
from webapp.clock import now
from webapp.context import current_graph

log = structlog.get_logger()


def after_first_step(user: User, *, next: str | None, is_strong: bool = False) -> Response:
    """Sign in, or ask the second step. ``is_strong`` says that there was one elsewhere."""
    if is_strong:
        return come_in(user, next=next)
    factor = second_factors.get(current_graph(), user_id=user.id)
    if factor is None:
        return come_in(user, next=next, must_set_up=must_have_one(user))
    known = device.current_device()
    if known and known.is_trusted_by(user, now()):
        return come_in(user, next=next)
    session.ask_second_step(user, next=next)
    return redirect(url_for("auth.show_code"), 303)


def come_in(
    user: User, *, next: str | None, trust: bool = False, must_set_up: bool = False
) -> Response:
    """Start a session, let this browser remember who it was, and go on to where they were."""
    session.sign_in(user, must_set_up=must_set_up)
    device.remember(user, trust=trust)
    log.info("signed_in", user_id=user.id)
    return redirect(next or url_for("networks.home"), 303)
