"""The columns of a sheet with functions at partners, and who has them."""

from tasks.importing.fields.shared import ID
from tasks.importing.fields.spec import FieldSpec, Reads

PEOPLE = (
    ID,
    FieldSpec(
        name="actor_id",
        label="Partner",
        reads=Reads.ONE,
        source="partners",
        required=True,
        also=(
            *("organisatie", "naam organisatie", "naam partner", "werkt bij", "instelling"),
            *("bedrijf", "organisation", "organization", "company"),
        ),
        help="De naam van de partner, precies zoals in het netwerk.",
        example="Jongerencentrum De Brug",
    ),
    FieldSpec(
        name="function",
        label="Functie",
        also=("rol", "functienaam", "functietitel", "function", "position", "job title", "role"),
        help="De functie bij de partner. Leeg betekent: contactpersoon.",
        example="Coördinator",
        longest=120,
    ),
    FieldSpec(
        name="function_email",
        label="Mailadres van de functie",
        reads=Reads.MAIL,
        also=("functioneel mailadres", "functie e-mail", "functie email", "functie mailadres"),
        help="Een mailadres dat blijft als iemand anders de functie krijgt.",
        example="coordinator@debrug.example",
    ),
    FieldSpec(
        name="function_phone",
        label="Telefoon van de functie",
        reads=Reads.PHONE,
        also=("functie telefoon", "functie telefoonnummer"),
        help="Een telefoonnummer dat bij de functie hoort.",
        example="020 000 0000",
    ),
    FieldSpec(
        name="person_id",
        label="Nummer contactpersoon",
        reads=Reads.ID,
        help="Het nummer uit een export. Laat dit leeg voor iemand die nieuw is.",
    ),
    FieldSpec(
        name="person",
        label="Contactpersoon",
        also=(
            *("naam", "naam contactpersoon", "contactpersoon naam", "contact", "persoon"),
            *("naam persoon", "name", "person", "contact person", "contact name"),
        ),
        help="De naam van wie de functie heeft. Leeg als de functie vrij is.",
        example="Sanne de Vries",
        longest=120,
    ),
    FieldSpec(
        name="person_email",
        label="Mailadres contactpersoon",
        reads=Reads.MAIL,
        also=(
            *("e-mail contactpersoon", "email contactpersoon", "contactpersoon e-mail"),
            *("contactpersoon email", "contactpersoon mailadres", "mailadres", "e-mail", "email"),
            *("mail", "e-mailadres", "emailadres"),
        ),
        help="Alleen het mailadres van het werk.",
        example="s.devries@debrug.example",
    ),
    FieldSpec(
        name="person_phone",
        label="Telefoon contactpersoon",
        reads=Reads.PHONE,
        also=(
            *("telefoonnummer contactpersoon", "contactpersoon telefoon", "tel contactpersoon"),
            *("contactpersoon telefoonnummer", "telefoon", "telefoonnummer", "tel", "mobiel"),
            *("mobiele telefoon", "mobiel nummer", "06", "phone", "mobile"),
        ),
        help="Alleen het telefoonnummer van het werk.",
        example="06 12345678",
    ),
    FieldSpec(
        name="since",
        label="Sinds",
        reads=Reads.DAY,
        also=("vanaf", "begindatum", "startdatum", "in functie sinds", "since", "from"),
        help="De eerste dag in deze functie, zoals 3-11-2026.",
        example="1-9-2025",
    ),
    FieldSpec(
        name="until",
        label="Tot en met",
        reads=Reads.DAY,
        also=("tot", "t/m", "einddatum", "until"),
        help="De laatste dag in deze functie. Leeg als iemand er nog werkt.",
    ),
)
