"""What the command `lokale-energie` runs: look whether Python and the packages are there, then go.

Run as a file, and written for any Python 3, so that an old one reaches the line about itself.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

if sys.version_info < (3, 11):  # noqa: UP036 -- an old Python must be told
    sys.exit(
        "Lokale Energie werkt met Python 3.11 of nieuwer; dit is {}.{}. "
        "Voer uit: make install PYTHON=python3.11".format(*sys.version_info[:2])
    )

sys.path[0] = str(ROOT)  # the packages of the project, instead of the folder of this file

try:
    from webapp.cli import main
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] in {"webapp", "tasks", "graph"}:
        raise
    sys.exit(f"Het pakket {error.name} ontbreekt. Voer uit: make install")

main(prog_name="lokale-energie")
