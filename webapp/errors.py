"""What can go wrong, said in Dutch with what to do about it. The only place that translates."""

import structlog
from flask import Flask, current_app, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import (
    Forbidden,
    HTTPException,
    MethodNotAllowed,
    NotFound,
    RequestEntityTooLarge,
    SecurityError,
    TooManyRequests,
)

from graph.errors import NotFoundError, StaleError, UnavailableError
from tasks.logs import places
from webapp.auth.store import session_is_lost
from webapp.i18n import _

log = structlog.get_logger()

Answer = tuple[str, int]


def init_app(app: Flask) -> None:
    """Answer every error with a page of our own."""
    app.register_error_handler(SecurityError, _on_foreign_host)
    app.register_error_handler(HTTPException, _on_http_error)
    app.register_error_handler(NotFoundError, _on_not_found)
    app.register_error_handler(StaleError, _on_stale)
    app.register_error_handler(UnavailableError, _on_unavailable)
    app.register_error_handler(Exception, _on_bug)


def _on_foreign_host(_error: SecurityError) -> Answer:
    # No page: without a host of our own there are no addresses to link to.
    return _("Dit adres hoort niet bij deze website."), 400


def _on_http_error(error: HTTPException) -> Answer:
    if isinstance(error, CSRFError) and session_is_lost():
        return _on_unavailable(UnavailableError("no session to compare the token with"))
    status = error.code or 500
    return _page(status, *_words_for(error))


def _on_not_found(_error: NotFoundError) -> Answer:
    return _page(404, *_words_for(NotFound()))


def _on_stale(_error: StaleError) -> Answer:
    return _page(
        409,
        _("Iemand anders wijzigde dit ook"),
        _("Open de pagina opnieuw. Dan zie je wat er nu staat, en kun je verder."),
    )


def _on_unavailable(error: UnavailableError) -> Answer:
    log.error("unavailable", endpoint=request.endpoint, places=places(error))
    return _page(
        503,
        _("We kunnen er even niet bij"),
        _("De gegevens zijn tijdelijk niet bereikbaar. Wacht een minuut en probeer het opnieuw."),
    )


def _on_bug(error: Exception) -> Answer:
    if current_app.testing:
        raise error
    log.error("bug", endpoint=request.endpoint, places=places(error))
    return _page(
        500,
        _("Er ging iets mis"),
        _("Dat ligt aan ons. Probeer het opnieuw. Blijft het misgaan? Meld het bij je beheerder."),
    )


def _words_for(error: HTTPException) -> tuple[str, str]:
    """Return what is wrong and what to do about it."""
    words = {
        CSRFError: (
            _("Dit formulier is verlopen"),
            _("Ga terug, laad de pagina opnieuw en verstuur het formulier nog een keer."),
        ),
        Forbidden: (
            _("Dit mag je niet openen"),
            _("Je rol geeft hier geen toegang toe. Vraag de regisseur van dit netwerk om hulp."),
        ),
        NotFound: (
            _("Deze pagina is er niet"),
            _("Kijk of het adres klopt. Misschien ben je geen lid van dit netwerk."),
        ),
        MethodNotAllowed: (
            _("Zo kun je deze pagina niet openen"),
            _("Ga terug en gebruik de knop op de pagina."),
        ),
        RequestEntityTooLarge: (
            _("Dit is te groot"),
            _("Verstuur minder tekst of een kleiner bestand."),
        ),
        TooManyRequests: (
            _("Te veel pogingen"),
            _("Wacht een paar minuten en probeer het opnieuw."),
        ),
    }
    found = (words[kind] for kind in words if isinstance(error, kind))
    return next(found, (_("Dat lukte niet"), _("Ga terug en probeer het opnieuw.")))


def _page(status: int, title: str, advice: str) -> Answer:
    return render_template("errors/problem.html", title=title, advice=advice), status
