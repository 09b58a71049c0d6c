"""How a command says that it cannot do what was asked."""

from typing import IO, Any

import click


class Refusal(click.ClickException):
    """One clear Dutch line, with what helps; exit code 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the line to stderr, without an English word before it."""
        click.echo(self.message, file=file, err=file is None)
