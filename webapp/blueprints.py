"""Every part of the site, one line each: module ``webapp.<noun>.views``, blueprint ``bp``."""

from flask import Blueprint

from webapp.admin.views import bp as admin
from webapp.auth.views import bp as auth
from webapp.health.views import bp as health
from webapp.networks.views import bp as networks
from webapp.pages.views import bp as pages

BLUEPRINTS: tuple[Blueprint, ...] = (
    auth,
    networks,
    admin,
    pages,
    health,
)
