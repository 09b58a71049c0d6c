"""The menus beside and below each page."""

from dataclasses import dataclass
from typing import Any

from flask import current_app, request, url_for

from graph.domain.networks import MemberNetwork
from graph.domain.users import User
from graph.domain.words import Role
from webapp.counts import network_size
from webapp.i18n import _

# Whose pages stand under the line of another noun.
_WITHIN = {"accounts": "admin", "visits": "admin"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line in a menu."""

    url: str
    icon: str
    label: str
    current: bool
    count: int | None = None


def link_if(endpoint: str, **values: Any) -> str | None:  # noqa: ANN401 -- parts of any address
    """Return the address of a page, or None when this installation has no such page."""
    if endpoint not in current_app.view_functions:
        return None
    return url_for(endpoint, **values)


def main_menu(network: MemberNetwork | None, user: User) -> list[Item]:
    """Return the menu of a network, or the one of a page outside any network."""
    if network is None:
        return _present(
            _item("networks.index", "partners", _("Mijn netwerken")),
            _item("messages.index", "mail", _("Berichten")),
            _item("admin.show", "settings", _("Beheer")) if user.is_admin else None,
        )
    slug, size = network.slug, network_size(network.id)
    return _present(
        _item("dashboard.show", "home", _("Vandaag"), slug=slug),
        _item("map.show", "map", _("Netwerkkaart"), slug=slug),
        _item("actors.index", "partners", _("Partners"), size.partners, slug=slug),
        _item(
            "collaborations.index",
            "collab",
            _("Samenwerkingen"),
            size.active_collaborations,
            slug=slug,
        ),
        _item("programmes.index", "table", _("Programma's"), slug=slug),
        _item("followups.index", "tasks", _("Acties"), network.my_open_actions, slug=slug),
        _item("messages.index", "mail", _("Berichten")),
    )


def insight_menu(network: MemberNetwork | None) -> list[Item]:
    """Return the pages that say what the register comes down to."""
    if network is None:
        return []
    slug = network.slug
    return _present(
        _item("energy.show", "energy", _("Lokale energie"), slug=slug),
        _item("white_spots.index", "pin", _("Witte vlekken"), slug=slug),
        _item("introductions.index", "link", _("Kennismaken"), slug=slug),
        _item("risk.show", "warn", _("Risico"), slug=slug),
        _item("cold_ties.show", "cold", _("Wat afkoelt"), slug=slug),
        _item("measures.show", "table", _("Maten"), slug=slug),
        _item("history.show", "history", _("Ontwikkeling"), slug=slug),
        _item("reports.show", "file", _("Verslag"), slug=slug),
    )


def side_menu(network: MemberNetwork | None) -> list[Item]:
    """Return what stands apart at the bottom of the menu."""
    if network is None:
        return []
    slug, role = network.slug, network.role
    return _present(
        _item("bin.show", "undo", _("Prullenbak"), slug=slug)
        if role.may_act_as(Role.EDITOR)
        else None,
        _item("members.index", "people", _("Leden"), slug=slug)
        if role.may_act_as(Role.REGISSEUR)
        else None,
        _item("changes.log", "history", _("Logboek"), slug=slug)
        if role.may_act_as(Role.REGISSEUR)
        else None,
        _item("networks.show_settings", "settings", _("Instellingen"), slug=slug)
        if role.may_act_as(Role.REGISSEUR)
        else None,
    )


def phone_menu(network: MemberNetwork) -> list[Item]:
    """Return the four places within reach of a thumb; the whole menu is the fifth."""
    slug = network.slug
    add = network.role.may_act_as(Role.EDITOR)
    return _present(
        _item("dashboard.show", "home", _("Vandaag"), slug=slug),
        _item("search.show", "search", _("Zoek"), slug=slug),
        _item("moments.new", "plus", _("Moment"), slug=slug) if add else None,
        _item("followups.index", "tasks", _("Acties"), slug=slug),
    )


def _item(
    endpoint: str, icon: str, label: str, count: int | None = None, **values: str
) -> Item | None:
    url = link_if(endpoint, **values)
    if url is None:
        return None
    return Item(url=url, icon=icon, label=label, current=_is_here(endpoint), count=count)


def _is_here(endpoint: str) -> bool:
    """Tell whether the page is this line's; the page of a partner belongs to the list of them."""
    here, part = request.endpoint or "", endpoint.partition(".")[0]
    if part == "networks":
        return here == endpoint
    noun = here.partition(".")[0]
    return _WITHIN.get(noun, noun) == part


def _present(*items: Item | None) -> list[Item]:
    return [item for item in items if item]
