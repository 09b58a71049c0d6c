"""Sending an invitation from a page."""

from graph.domain.invitations import InvitationFields
from tasks.inviting import invite
from tasks.messages import send_message
from webapp.clock import now
from webapp.context import author, current_graph, current_settings


def send(network_id: str | None, fields: InvitationFields) -> bool:
    """Invite an address, or once more; returns False when it is of a member of the network."""
    key = invite(
        current_graph(),
        network_id=network_id,
        fields=fields,
        secret_key=current_settings().secret_key,
        by=author(),
        now=now(),
    )
    if key:
        send_message.enqueue(key)
    return key is not None
