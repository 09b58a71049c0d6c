"""The demo: two networks and the four accounts that look at them."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import click

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.words import Role
from graph.repositories import networks, users
from webapp.auth.passwords import hash_password, verify
from webapp.cli.folder import DataFolder, data_folder, write_private
from webapp.cli.joined import joined

_PASSWORD_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoUser:
    """A made-up colleague, and what they may do in which network (by slug)."""

    id: str
    name: str
    roles: Mapping[str, Role]
    is_admin: bool = False

    @property
    def email(self) -> str:
        """Where mail to them would go, were it sent: nowhere."""
        return f"{self.id.removeprefix('user-')}@voorbeeldstad.example"


NATIONAL, MADE_UP = "landelijke-aanpak", "voorbeeldstad"

DEMO_USERS = (
    DemoUser(
        id="user-beheerder", name="Bea Beheerder", is_admin=True, roles={NATIONAL: Role.REGISSEUR}
    ),
    DemoUser(
        id="user-regisseur",
        name="Rik Regisseur",
        roles={MADE_UP: Role.REGISSEUR, NATIONAL: Role.READER},
    ),
    DemoUser(
        id="user-redacteur",
        name="Roos Redacteur",
        roles={MADE_UP: Role.EDITOR, NATIONAL: Role.READER},
    ),
    DemoUser(id="user-lezer", name="Leo Lezer", roles={MADE_UP: Role.READER}),
)


@click.command("load-demo")
def load_demo_command() -> None:
    """Laad de twee voorbeeldnetwerken en hun accounts."""
    folder = data_folder(os.environ)
    with joined() as graph:
        _load(graph, folder, os.environ)
    click.echo(accounts(folder))


def load_once(graph: Graph, folder: DataFolder, environ: Mapping[str, str]) -> None:
    """Load the demo at the first start of an installation; what is removed later stays away."""
    done = folder.part("graph") / "demo-loaded"
    if done.exists():
        _agree_on_password(graph, folder, environ)
    else:
        _load(graph, folder, environ)
        done.touch()


def accounts(folder: DataFolder) -> str:
    """Return the lines that tell a newcomer how to sign in."""
    password = folder.secret("demo-password").read_text(encoding="utf-8")
    lines = [f"  {user.email:<34} {password}" for user in DEMO_USERS]
    return "\n".join(["Meld je aan met een van deze voorbeeldaccounts:", *lines])


def _load(graph: Graph, folder: DataFolder, environ: Mapping[str, str]) -> None:
    # Here, since the maker of a whole municipality serves one moment of a run that takes weeks.
    from graph.starter import load_demo  # noqa: PLC0415

    click.echo("De voorbeeldnetwerken worden geladen …")
    now = datetime.now(UTC)
    # A hash of nothing that anyone knows: the real one follows, also for accounts of before.
    nobody = hash_password(secrets.token_urlsafe())
    for user in DEMO_USERS:
        users.create(
            graph,
            id=user.id,
            email=user.email,
            name=user.name,
            password_hash=nobody,
            is_admin=user.is_admin,
            is_demo=True,
            now=now,
        )
    _agree_on_password(graph, folder, environ)
    load_demo(
        graph, today=local_day(now), now=now, progress=lambda part: click.echo(f"  {part} …")
    )
    _let_in(graph, now)


def _agree_on_password(graph: Graph, folder: DataFolder, environ: Mapping[str, str]) -> None:
    """Make the password that is printed the one that works, and keep it for the next start."""
    file = folder.secret("demo-password", length=_PASSWORD_LENGTH)
    if wanted := environ.get("DEMO_PASSWORD"):
        write_private(file, wanted)
    password = file.read_text(encoding="utf-8")
    for user in DEMO_USERS:
        found = users.find_by_email(graph, email=user.email)
        if found and not verify(password, found.password_hash):
            users.set_password(
                graph,
                user_id=user.id,
                password_hash=hash_password(password),
                now=datetime.now(UTC),
            )


def _let_in(graph: Graph, now: datetime) -> None:
    ids = {network.slug: network.id for network in networks.list_all(graph)}
    for user in DEMO_USERS:
        for slug, role in user.roles.items():
            users.set_membership(graph, user_id=user.id, network_id=ids[slug], role=role, now=now)
