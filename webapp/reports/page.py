"""The report of the network of this request."""

from flask import request

from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.reports.choice import Choice, read_choice
from webapp.reports.document import Report
from webapp.reports.linking import Linking
from webapp.reports.picture import picture
from webapp.reports.reading import read_ground
from webapp.reports.telling import tell
from webapp.terms import current_terms


def asked() -> Choice:
    """Return which framework and period the address asks for."""
    return read_choice(request.args, current_terms())


def read_report(choice: Choice) -> Report:
    """Read and tell the network of this request."""
    network, terms = current_network(), current_terms()
    ground = read_ground(
        current_graph(), network_id=network.id, choice=choice, terms=terms, today=today()
    )
    return tell(
        ground,
        name=network.name,
        choice=choice,
        picture=picture(network.slug, ground.collaborations),
        labels=terms.labels,
        to=Linking(slug=network.slug),
    )
