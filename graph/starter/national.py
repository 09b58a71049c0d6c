"""The national starter set: what five policy texts say, as one network of reference.

``docs/starter.md`` says what becomes what, and how many of each there are.
"""

from datetime import datetime

from graph.domain.words import ActorKind, NetworkKind, ProgrammeKind, Scale
from graph.starter.content import Actor, ActorGroup, Content, Neighbourhood, Programme
from graph.starter.national_ties import NETWORK_ID, Ties, in_network, is_group, is_membership
from graph.starter.sheets import Line, read_sheet, several, source

_NOTE = (
    "Landelijke voorbeeldset uit vijf beleidsteksten. De banden zijn overgenomen zoals de "
    "teksten ze noemen; controleer en vul aan met je eigen lokale netwerk."
)

_KINDS = {
    "gemeente": ActorKind.MUNICIPALITY,
    "GGD": ActorKind.GGD,
    "GGZ": ActorKind.GGZ,
    "kennisinstituut": ActorKind.KNOWLEDGE,
    "brancheorganisatie": ActorKind.TRADE_BODY,
    "school": ActorKind.SCHOOL,
    "sportvereniging": ActorKind.SPORTS_CLUB,
    "inloopplek": ActorKind.DROP_IN,
    "cultuurinstelling": ActorKind.CULTURE,
    "fonds": ActorKind.FUND,
    "patiëntenorganisatie": ActorKind.PATIENT_BODY,
    "jongerenorganisatie": ActorKind.YOUTH_BODY,
    "werkgever/vakbond": ActorKind.EMPLOYER,
    "onderwijskoepel": ActorKind.EDUCATION_BODY,
    "ministerie": ActorKind.MINISTRY,
    "coalitie": ActorKind.COALITION,
    "programma": ActorKind.PROGRAMME,
    "overig": ActorKind.OTHER,
}
_SCALES = {
    "lokaal": Scale.LOCAL,
    "regionaal": Scale.REGIONAL,
    "landelijk": Scale.NATIONAL,
    "": Scale.INTERNATIONAL,
}
_PROGRAMME_KINDS = {
    "programma": ProgrammeKind.PROGRAMME,
    "interventie": ProgrammeKind.INTERVENTION,
    "campagne": ProgrammeKind.CAMPAIGN,
}


def build_national(*, now: datetime) -> Content:
    """Return the network of reference; ``now`` is when it is recorded."""
    bodies = {line["id"]: line for line in read_sheet("organisaties")}
    programmes = {line["id"]: line for line in read_sheet("programmas")}
    content = Content(
        network_id=NETWORK_ID,
        name="Landelijke aanpak (stand 2023, beleidsteksten)",
        kind=NetworkKind.REFERENCE,
        note=_NOTE,
        neighbourhoods=[Neighbourhood(id=in_network("stadsbreed"), name="Stadsbreed")],
        programmes=[
            _programme(line, now) for line in programmes.values() if not is_membership(line)
        ],
        actors=[
            _actor(line, programmes.get(f"prog-{id}"), now)
            for id, line in bodies.items()
            if not is_group(id)
        ],
        groups=[_group(line, now) for id, line in bodies.items() if is_group(id)],
    )
    Ties(content=content, programmes=programmes, now=now).add(read_sheet("samenwerkingen"))
    return content


def _actor(line: Line, twin: Line | None, now: datetime) -> Actor:
    in_programmes = twin is not None and not is_membership(twin)
    return Actor(
        id=in_network(line["id"]),
        name=line["naam"],
        kind=_KINDS[line["soort"]],
        scale=_SCALES[line["schaal"]],
        municipality=line["gemeente"],
        description=line["omschrijving"],
        website=f"https://{line['website'].lower()}" if line["website"] else "",
        same_as=line["id"],
        source=(source(line),),
        domain_ids=(line["domein"],),
        twin_programme_ids=(twin["id"],) if twin and in_programmes else (),
        twin_collaboration_ids=(in_network(twin["id"]),) if twin and not in_programmes else (),
        created_at=now,
    )


def _group(line: Line, now: datetime) -> ActorGroup:
    return ActorGroup(
        id=in_network(line["id"]),
        name=line["naam"],
        kind=_KINDS[line["soort"]],
        description=line["omschrijving"],
        source=(source(line),),
        created_at=now,
    )


def _programme(line: Line, now: datetime) -> Programme:
    return Programme(
        id=line["id"],
        name=line["naam"],
        kind=_PROGRAMME_KINDS[line["soort"]],
        description=line["omschrijving"],
        target_group=line["doelgroep"],
        evidence=line["bewijs"],
        evidence_source=source(line) if line["bewijs"] else "",
        source=(source(line),),
        domain_ids=(line["domein"],),
        life_stage_ids=several(line["levensfasen"]),
        prevention_type_ids=several(line["preventietype"]),
        pillar_ids=several(line["pijler"]),
        created_at=now,
    )
