"""What people fill in to begin an import."""

from typing import Self

from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import SelectField

from graph.domain.imports import ImportKind
from tasks.wording import choices
from webapp.forms import Form, required
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l


class UploadForm(Form):
    """A file, and what its rows are when the file does not tell itself."""

    file = FileField(_l("Bestand"), [required(_l("Kies een bestand."))])
    kind = SelectField(_l("Wat staat erin?"))

    def offer(self) -> Self:
        """Fill the list to choose from."""
        self.kind.choices = [("", _("kijk zelf")), *choices(ImportKind)]
        return self

    @property
    def upload(self) -> FileStorage:
        """The file that was sent."""
        sent = self.file.data
        if not isinstance(sent, FileStorage):
            raise TypeError("a form that is not valid has no file")
        return sent

    @property
    def chosen_kind(self) -> ImportKind | None:
        """What its rows are, or None to look for that."""
        return ImportKind(self.kind.data) if self.kind.data else None

    def refuse(self, message: str) -> None:
        """Show why the file cannot be taken."""
        self.file.errors = [message]
