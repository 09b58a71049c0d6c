"""Does it work? For monitors and containers."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from tasks import health
from webapp.access import public
from webapp.context import current_broker, current_graph

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@public
def show() -> ResponseReturnValue:
    """Say for each part whether it works; 200 only if all do."""
    found = health.check(current_graph(), current_broker())
    return jsonify(found.parts), 200 if found.ok else 503


@bp.get("/healthz/live")
@public
def live() -> ResponseReturnValue:
    """Say that this process answers, whatever the others do."""
    return jsonify({"web": "ok"})
