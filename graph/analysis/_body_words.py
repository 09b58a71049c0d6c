"""The words in the names of Dutch bodies that do not tell one body from another."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEGAL = _words(
    "stichting stg sticht st sint vereniging ver vereeniging bv nv vof cv ua cooperatie coop "
    "cooperatieve maatschap holding groep"
)
SMALL = _words("de het een t s n en of der den des voor van in te op aan bij met om tot uit over")
SIDES = _words(
    "noord oost zuid west noordoost noordwest zuidoost zuidwest midden binnenstad "
    "noorder ooster zuider wester i ii iii iv"
)
# What follows is which part of the body this is.
MARKERS = _words("locatie loc vestiging afdeling afd filiaal dependance team")

# Words for one kind of body on a line. A kind after ">" is wider: any of the first may be meant.
_KIND_LINES = """
gemeente
provincie
waterschap
ministerie
school scholengemeenschap
basisschool bs > school
obs > basisschool
cbs > basisschool
rkbs kbs > basisschool
pcbs > basisschool
kindcentrum ikc > school
vmbo > school
lyceum > school
gymnasium > school
college > school
mbo > school
kinderopvang kinderdagverblijf kdv bso creche peuterspeelzaal
buurthuis buurtcentrum wijkcentrum wijkhuis dorpshuis wijkgebouw ontmoetingscentrum
buurtkamer > buurthuis
inloop inloophuis
jongerencentrum jongerenhuis jongerensoos
jongerenwerk
sportvereniging sportclub omnisportvereniging
voetbalvereniging voetbalclub fc rkvv > sportvereniging
tennisvereniging tennisclub ltc ltv tv tc > sportvereniging
hockeyclub hockeyvereniging hc mhc > sportvereniging
handbalvereniging handbalclub > sportvereniging
gymnastiekvereniging gymvereniging turnvereniging > sportvereniging
zwemclub zwemvereniging zpc > sportvereniging
atletiekvereniging av > sportvereniging
korfbalvereniging korfbalclub kv > sportvereniging
volleybalvereniging volleybalclub > sportvereniging
sportschool
zwembad
muziekvereniging fanfare harmonie
muziekschool
toneelvereniging
theater schouwburg
bibliotheek bieb bibl bibliotheken
museum
huisartsenpraktijk huisartspraktijk huisarts huisartsen huisartsengroep
huisartsenpost hap
fysiotherapie fysiotherapiepraktijk fysio
apotheek
tandarts tandartspraktijk
thuiszorg
ziekenhuis
zorgcentrum woonzorgcentrum verzorgingshuis verpleeghuis
ggz
ggd
politie
brandweer
woningcorporatie woningstichting woonstichting woningbouwvereniging wooncorporatie
welzijn welzijnsorganisatie welzijnswerk
voedselbank
kringloop kringloopwinkel
kerk parochie
moskee
wijkteam
jeugdteam
fonds
coalitie
platform
netwerk
werkgroep
vakbond
academie
universiteit
hogeschool
instituut
speeltuin speeltuinvereniging
scouting
cafe
restaurant
praktijk
coaching
bureau adviesbureau
seniorenvereniging ouderenvereniging
sport
"""
HINTS = {"sv": "sportvereniging", "vv": "voetbalvereniging", "svv": "sportvereniging"}


def _read_kinds() -> tuple[dict[str, str], dict[str, str]]:
    kinds: dict[str, str] = {}
    wider: dict[str, str] = {}
    for line in _KIND_LINES.split("\n"):
        words, _, parent = line.partition(" > ")
        for word in words.split():
            kinds[word] = words.split()[0]
        if parent:
            wider[words.split()[0]] = parent
    return kinds, wider


KINDS, WIDER = _read_kinds()
