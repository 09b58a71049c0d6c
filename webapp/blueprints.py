"""Every part of the site, one line each: module ``webapp.<noun>.views``, blueprint ``bp``."""

from flask import Blueprint

from webapp.account.views import bp as account
from webapp.accounts.views import bp as accounts
from webapp.actors.views import bp as actors
from webapp.addresses.views import bp as addresses
from webapp.admin.views import bp as admin
from webapp.auth.views import bp as auth
from webapp.backups.views import bp as backups
from webapp.bin.views import bp as bin_
from webapp.bulk.views import bp as bulk
from webapp.changes.views import bp as changes
from webapp.cold_ties.views import bp as cold_ties
from webapp.collaborations.views import bp as collaborations
from webapp.dashboard.views import bp as dashboard
from webapp.duplicates.views import bp as duplicates
from webapp.energy.views import bp as energy
from webapp.exports.views import bp as exports
from webapp.followups.views import bp as followups
from webapp.handovers.views import bp as handovers
from webapp.health.views import bp as health
from webapp.history.views import bp as history
from webapp.imports.views import bp as imports
from webapp.introductions.views import bp as introductions
from webapp.invitations.views import bp as invitations
from webapp.map.views import bp as network_map
from webapp.measures.views import bp as measures
from webapp.members.views import bp as members
from webapp.messages.views import bp as messages
from webapp.moments.views import bp as moments
from webapp.networks.views import bp as networks
from webapp.operations.views import bp as operations
from webapp.organisation.views import bp as organisation
from webapp.pages.views import bp as pages
from webapp.passwords.views import bp as passwords
from webapp.people.views import bp as people
from webapp.positions.views import bp as positions
from webapp.privacy.views import bp as privacy
from webapp.programmes.views import bp as programmes
from webapp.reminders.views import bp as reminders
from webapp.reports.views import bp as reports
from webapp.retention.views import bp as retention
from webapp.risk.views import bp as risk
from webapp.saved_views.views import bp as saved_views
from webapp.search.views import bp as search
from webapp.second_factor.views import bp as second_factor
from webapp.visits.views import bp as visits
from webapp.white_spots.views import bp as white_spots

BLUEPRINTS: tuple[Blueprint, ...] = (
    auth,
    passwords,
    addresses,
    second_factor,
    organisation,
    dashboard,
    networks,
    admin,
    backups,
    accounts,
    visits,
    members,
    invitations,
    network_map,
    actors,
    duplicates,
    collaborations,
    programmes,
    energy,
    white_spots,
    introductions,
    risk,
    cold_ties,
    measures,
    history,
    reports,
    followups,
    handovers,
    exports,
    imports,
    saved_views,
    search,
    messages,
    reminders,
    account,
    moments,
    people,
    positions,
    bulk,
    changes,
    privacy,
    retention,
    operations,
    bin_,
    pages,
    health,
)
