"""What people choose about a view that they keep."""

from wtforms import BooleanField, StringField
from wtforms.validators import Length
from wtforms.widgets import HiddenInput

from graph.domain.saved_views import NAME_LENGTH, SavedView, SavedViewFields, ViewPage
from graph.domain.words import Role
from webapp.context import may
from webapp.forms import VersionedForm, required
from webapp.i18n import lazy_gettext as _l
from webapp.saved_views.pages import own_query


class SavedViewForm(VersionedForm):
    """A view: where it is comes along unseen, and is never more than a page with its filters."""

    page = StringField(widget=HiddenInput())
    query = StringField(widget=HiddenInput())
    name = StringField(
        _l("Naam van de weergave"),
        [
            required(_l("Geef de weergave een naam.")),
            Length(max=NAME_LENGTH, message=_l("Houd de naam korter dan 60 tekens.")),
        ],
    )
    shared = BooleanField(_l("Deel met iedereen in dit netwerk"))

    def fields(self) -> SavedViewFields:
        """Return what was chosen; who only reads keeps views for themselves."""
        page = self.chosen_page
        return SavedViewFields(
            name=" ".join((self.name.data or "").split()),
            page=page,
            query=own_query(page, self.query.data or ""),
            shared=bool(self.shared.data) and may(Role.EDITOR),
        )

    @property
    def chosen_page(self) -> ViewPage:
        """Return the page that the view is of; that of the partners when it is none of ours."""
        asked = self.page.data
        return ViewPage(asked) if asked in set(ViewPage) else ViewPage.ACTORS


def values_of(view: SavedView) -> dict[str, object]:
    """Return the values that fill the form with what is saved."""
    fields = view.fields
    return {
        "version": view.version,
        "page": fields.page.value,
        "query": fields.query,
        "name": fields.name,
        "shared": fields.shared,
    }
