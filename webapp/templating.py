"""What every template can use, besides what Flask gives it."""

from datetime import date, datetime
from typing import cast

from flask import Flask
from jinja2 import StrictUndefined

from graph.domain.energy import Level, points
from graph.domain.words import Role
from tasks import casing, dates, explain, wording
from webapp import look, navigation, paging, sources
from webapp.auth.session import is_signed_in, signed_in_user
from webapp.clock import today
from webapp.context import may, network_or_none, open_visit
from webapp.dialogs import in_dialog
from webapp.free_text import is_confirmed
from webapp.i18n import language
from webapp.icons import SHAPES
from webapp.saved_views import bar, pages
from webapp.terms import current_terms


def init_app(app: Flask) -> None:
    """Give the templates of ``app`` their filters and functions."""
    env = app.jinja_env
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    cast("dict[str, object]", env.filters).update(
        capital=casing.capital,
        day=dates.day,
        inside=casing.inside,
        short_day=dates.short_day,
        source_label=sources.source_label,
        month=dates.month,
        moment=dates.moment,
        number=dates.number,
        term_label=_term_label,
        web_address=look.web_address,
        ago=_ago,
        points=points,
        week=dates.week,
        weekday=dates.weekday,
        word=wording.word,
    )
    cast("dict[str, object]", env.globals).update(
        Level=Level,
        Role=Role,
        address_with=paging.address_with,
        explain=explain,
        in_dialog=in_dialog,
        insight_menu=navigation.insight_menu,
        is_signed_in=is_signed_in,
        language=language,
        link_if=navigation.link_if,
        look=look,
        icon_shapes=SHAPES,
        main_menu=navigation.main_menu,
        may=may,
        health_is_confirmed=is_confirmed,
        network_or_none=network_or_none,
        open_visit=open_visit,
        phone_menu=navigation.phone_menu,
        side_menu=navigation.side_menu,
        signed_in_user=signed_in_user,
        today=today,
        with_query=paging.with_query,
        view_address=pages.address,
        view_bar=bar.view_bar,
        view_page=pages.label,
    )


def _ago(on: date | datetime) -> str:
    return dates.ago(on, today())


def _term_label(term_id: str) -> str:
    return current_terms().label(term_id)
