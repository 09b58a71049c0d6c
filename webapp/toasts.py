"""Short messages after an action, with a way back."""

from flask import flash


def toast(text: str, *, undo: str | None = None) -> None:
    """Show ``text`` on the next page; ``undo`` is the address that takes the action back by POST.

    Sessions hold plain values only, hence the dict.
    """
    flash({"text": str(text), "undo": undo})  # pyright: ignore[reportArgumentType] -- any value
