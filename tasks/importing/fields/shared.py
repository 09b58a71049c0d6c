"""The columns that several kinds of sheets have."""

from tasks.importing.fields.spec import FieldSpec, Reads

ID = FieldSpec(
    name="id",
    label="Nummer",
    reads=Reads.ID,
    also=("id",),
    help="Het nummer uit een export. Laat dit leeg voor iets nieuws.",
)
NEIGHBOURHOODS = FieldSpec(
    name="neighbourhood_ids",
    label="Wijken en buurten",
    reads=Reads.MANY,
    source="neighbourhoods",
    also=("wijk", "wijken", "buurt", "buurten", "wijk of buurt", "gebied", "neighbourhood"),
    help="Wijken of buurten van dit netwerk, met een puntkomma ertussen.",
    example="Stadsbreed",
)
LIFE_STAGES = FieldSpec(
    name="life_stage_ids",
    label="Levensfasen",
    reads=Reads.MANY,
    source="life_stages",
    also=("levensfase", "leeftijdsgroep", "life stage", "life stages"),
    help="Een of meer levensfasen, met een puntkomma ertussen.",
    example="Adolescentie",
)
