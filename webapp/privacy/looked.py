"""Note who looks at a contact person or takes data away."""

from tasks import access_log
from tasks.access_log import Looked
from webapp.auth.session import signed_in_user
from webapp.clock import now
from webapp.context import current_settings, network_or_none


def note_look(what: Looked, subject_id: str) -> None:
    """Add a line to the log of who looked: this user, at this, now."""
    network = network_or_none()
    access_log.record(
        current_settings().data_dir,
        what=what,
        user_id=signed_in_user().id,
        network_id=network.id if network else "",
        subject_id=subject_id,
        now=now(),
    )
