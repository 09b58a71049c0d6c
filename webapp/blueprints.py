"""Every part of the site, one line each: module ``webapp.<noun>.views``, blueprint ``bp``."""

from flask import Blueprint

from webapp.actors.views import bp as actors
from webapp.admin.views import bp as admin
from webapp.auth.views import bp as auth
from webapp.collaborations.views import bp as collaborations
from webapp.followups.views import bp as followups
from webapp.health.views import bp as health
from webapp.messages.views import bp as messages
from webapp.moments.views import bp as moments
from webapp.networks.views import bp as networks
from webapp.pages.views import bp as pages
from webapp.people.views import bp as people
from webapp.positions.views import bp as positions
from webapp.programmes.views import bp as programmes

BLUEPRINTS: tuple[Blueprint, ...] = (
    auth,
    networks,
    admin,
    actors,
    collaborations,
    programmes,
    followups,
    messages,
    moments,
    people,
    positions,
    pages,
    health,
)
