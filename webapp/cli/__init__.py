"""The command ``lokale-energie``; each subcommand is loaded when it is used."""

import logging
from importlib import import_module

import click

_COMMANDS = {
    "run": "webapp.cli.run:run",
    "doctor": "webapp.cli.doctor:doctor",
    "status": "webapp.cli.status:status",
    "load-demo": "webapp.cli.demo:load_demo_command",
    "create-user": "webapp.cli.users:create_user",
    "remove-second-factor": "webapp.cli.users:remove_second_factor",
    "send-digests": "webapp.cli.digests:send_digests",
    "analyse": "webapp.cli.analyse:analyse",
    "insight": "webapp.cli.insight:insight",
    "import": "webapp.cli.imports:import_file",
    "backup": "webapp.cli.backups:backup",
    "restore": "webapp.cli.backups:restore",
    "export": "webapp.cli.export:export",
    "access-log": "webapp.cli.access_log:access_log",
    "web": "webapp.cli.parts:web",
    "worker": "webapp.cli.parts:worker",
    "beat": "webapp.cli.parts:beat",
}


class _Commands(click.Group):
    """The subcommands by name: measuring a network needs other packages than a look at the run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- as click calls it
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, _, attribute = _COMMANDS[cmd_name].partition(":")
        return getattr(import_module(module), attribute)


@click.group(cls=_Commands)
def main() -> None:
    """Lokale Energie: wie werkt samen, en waar zit energie."""
    # The driver tells of each attempt to connect; a command says it once, in Dutch.
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
