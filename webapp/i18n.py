# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false
"""Text for people, by its Dutch words. The typed face of flask-babel for pages and forms."""

from typing import Any, cast

import flask_babel


def _(text: str, **values: Any) -> str:  # noqa: ANN401 -- whatever the text has room for
    """Return ``text`` in the language of the reader."""
    return flask_babel.gettext(text, **values)


def lazy_gettext(text: str) -> str:
    """Return ``text`` for later: the label of a form is made before anybody reads it."""
    return cast("str", flask_babel.lazy_gettext(text))


def ngettext(one: str, many: str, num: int, **values: Any) -> str:  # noqa: ANN401 -- as above
    """Return the text for one or for many."""
    return flask_babel.ngettext(one, many, num, **values)


def language() -> str:
    """Return the language of the reader, as the ``lang`` of a page."""
    return str(flask_babel.get_locale() or "nl")
