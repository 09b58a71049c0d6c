"""Accounts from the command line: make one, and help who lost the second step."""

from datetime import UTC, datetime

import click
from email_validator import EmailNotValidError, validate_email

from graph.domain.words import Role
from graph.errors import AlreadyExistsError
from graph.identity import new_id
from graph.repositories import second_factors, users
from webapp.auth.passwords import MIN_LENGTH, hash_password
from webapp.cli.joined import joined
from webapp.cli.networks import find_network
from webapp.cli.refusal import Refusal


@click.command("create-user")
@click.option("--email", required=True, help="Het adres waarmee iemand zich aanmeldt.")
@click.option("--name", required=True, help="De naam die collega's zien.")
@click.option("--network", "slug", help="De korte naam van een netwerk, zoals in het webadres.")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.READER.value,
    show_default=True,
    help="Wat iemand in dat netwerk mag.",
)
@click.option("--admin", is_flag=True, help="Mag de hele installatie beheren.")
@click.password_option(
    prompt="Wachtwoord",
    confirmation_prompt="Nog een keer",
    envvar="LOKALE_ENERGIE_PASSWORD",
    help="Anders wordt erom gevraagd.",
)
def create_user(
    *, email: str, name: str, slug: str | None, role: str, admin: bool, password: str
) -> None:
    """Maak een account, en laat het toe in een netwerk."""
    _check(email, password)
    now, user_id = datetime.now(UTC), new_id()
    with joined() as graph:
        network_id = find_network(graph, slug).id if slug else None
        try:
            users.create(
                graph,
                id=user_id,
                email=email,
                name=name,
                password_hash=hash_password(password),
                is_admin=admin,
                is_demo=False,
                now=now,
            )
        except AlreadyExistsError as error:
            raise Refusal(f"Er is al een account met het adres {email}.") from error
        if network_id:
            users.set_membership(
                graph, user_id=user_id, network_id=network_id, role=Role(role), now=now
            )
    click.echo(f"Het account van {name} ({email}) is gemaakt.")


@click.command("remove-second-factor")
@click.option("--email", required=True, help="Het adres waarmee iemand zich aanmeldt.")
def remove_second_factor(*, email: str) -> None:
    """Haal de tweede stap van een account weg, als een beheerder zijn telefoon kwijt is."""
    with joined() as graph:
        known = users.find_by_email(graph, email=email)
        if known is None:
            raise Refusal(f"Er is geen open account met het adres {email}.")
        second_factors.remove(graph, user_id=known.user_id, now=datetime.now(UTC))
    click.echo(f"De tweede stap van {email} is weg. Dit account is overal afgemeld.")


def _check(email: str, password: str) -> None:
    try:
        validate_email(email, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise Refusal(f"{email} is geen e-mailadres. Kijk het na.") from error
    if len(password) < MIN_LENGTH:
        raise Refusal(f"Het wachtwoord is te kort. Neem er een van {MIN_LENGTH} tekens of meer.")
