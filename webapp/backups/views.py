"""Which backups there are, and whether something is wrong with them."""

from flask import Blueprint, render_template

from graph.repositories.backups import last_restore
from tasks import backups
from tasks.worker import task_settings
from webapp.access import admin_only
from webapp.clock import now
from webapp.context import current_broker, current_graph

bp = Blueprint("backups", __name__, url_prefix="/beheer/reservekopieen")


@bp.get("")
@admin_only
def index() -> str:
    """List the backups, newest first."""
    folder = task_settings().backup_dir
    return render_template(
        "backups/index.html",
        works=backups.works(current_graph(), current_broker(), folder, now=now()),
        restore=last_restore(current_graph()),
        kept=backups.listing(folder),
    )
