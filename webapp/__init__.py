"""The web front end: builds the Flask app."""

from flask import Flask
from flask_babel import Babel
from redis import Redis

from graph.database import Graph
from graph.domain.calendar import TIMEZONE
from tasks.versions import announce_writes
from webapp import access, assets, counts, errors, logs, security, templating, uploads
from webapp.auth import oidc, session, store
from webapp.blueprints import BLUEPRINTS
from webapp.clock import Clock, utc_now
from webapp.settings import WebSettings


def create_app(
    settings: WebSettings, *, graph: Graph, broker: Redis, clock: Clock = utc_now
) -> Flask:
    """Build the app on an open graph and broker; ``clock`` says what time it is, in UTC."""
    app = Flask(__name__, static_url_path=assets.static_path())
    app.extensions.update(graph=graph, broker=broker, clock=clock, web_settings=settings)
    announce_writes(graph, broker)
    Babel(app, default_locale="nl", default_timezone=TIMEZONE)
    store.init_app(app, broker)
    logs.init_app(app)
    session.init_app(app, graph=graph, settings=settings)
    access.init_app(app)
    uploads.init_app(app)
    security.init_app(app, settings=settings, broker=broker)
    oidc.init_app(app, settings=settings)
    assets.init_app(app)
    errors.init_app(app)
    templating.init_app(app)
    counts.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app
