"""The second step of signing in: whether a code is right, and used for the first time."""

import structlog
from cryptography.fernet import InvalidToken

from graph.repositories import second_factors
from webapp.auth import totp
from webapp.clock import now
from webapp.context import current_graph

log = structlog.get_logger()


def accepts(user_id: str, code: str) -> bool:
    """Use a code of the app, or a recovery code, of this account; False when it cannot be."""
    graph = current_graph()
    factor = second_factors.get(graph, user_id=user_id)
    if factor is None:
        return False
    try:
        secret = totp.decrypt(factor.secret)
    except InvalidToken:
        # SECRET_KEY is another than when it was set up; an admin can take the factor away.
        log.error("second_factor_unreadable", user_id=user_id)  # noqa: TRY400
        return False
    step = totp.matching_step(secret, code, now())
    if step is not None:
        return second_factors.use_step(graph, user_id=user_id, step=step)
    code_hash = totp.recovery_hash(code)
    used = second_factors.use_recovery(graph, user_id=user_id, code_hash=code_hash)
    if used:
        log.info("recovery_code_used", user_id=user_id)
    return used
