"""How often somebody may guess, without shutting out whose account it is.

Ten in a quarter of an hour for one account from one place. Who signed in before in this browser
counts by that browser, whatever others do from the same building, or from anywhere. Guesses that
fail also count for the place as a whole, and for the account from all browsers that nobody knows.
Without the broker nobody can sign in at all, so then nothing is counted.
"""

from dataclasses import dataclass

from flask_limiter.util import get_remote_address
from limits import RateLimitItem, parse
from limits.strategies import MovingWindowRateLimiter
from redis.exceptions import RedisError

from graph.errors import UnavailableError
from webapp.auth.device import current_device
from webapp.security import limiter

_HERE = parse("10 per 15 minutes")
_PLACE = parse("100 per 15 minutes")
_ACCOUNT = parse("100 per 1 hour")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One guess: ``about`` is the account (or the address that was typed), ``by`` from where.

    ``known`` is whether whose account it is signed in before in this browser.
    """

    about: str
    by: str
    known: bool

    def may_go_on(self) -> bool:
        """Count this guess; False when it is one too many. Raises UnavailableError."""
        try:
            return self._limits().hit(_HERE, self.about, self.by) and all(
                self._limits().test(limit, *key) for limit, key in self._wide()
            )
        except RedisError as error:
            raise UnavailableError("the broker cannot count") from error

    def failed(self) -> None:
        """Count a wrong guess for the place and for the account. Raises UnavailableError."""
        try:
            for limit, key in self._wide():
                self._limits().hit(limit, *key)
        except RedisError as error:
            raise UnavailableError("the broker cannot count") from error

    def succeeded(self) -> None:
        """Forget the guesses of before: signing in often is no guessing."""
        try:
            self._limits().clear(_HERE, self.about, self.by)
        except RedisError as error:
            raise UnavailableError("the broker cannot count") from error

    def _wide(self) -> list[tuple[RateLimitItem, tuple[str, str]]]:
        place = (_PLACE, ("place", get_remote_address()))
        return [place] if self.known else [place, (_ACCOUNT, ("account", self.about))]

    @staticmethod
    def _limits() -> MovingWindowRateLimiter:
        return MovingWindowRateLimiter(limiter.storage)


def attempt(about: str, *, user_id: str | None) -> Attempt:
    """Return a guess from this browser; ``user_id`` is None when nobody has that address."""
    device = current_device()
    if device and device.user_id == user_id:
        return Attempt(about=about, by=device.id, known=True)
    return Attempt(about=about, by=get_remote_address(), known=False)
