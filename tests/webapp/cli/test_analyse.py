"""``lokale-energie analyse``: the same numbers for people and for programs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from webapp.cli.analyse import analyse

pytestmark = pytest.mark.once

LIST = """source,target
Ada,Bas
Bas,Cor
Bas,Dirk
Cor,Dirk
"""


def run(path: Path, content: str | bytes | None, *options: str) -> Result:
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return CliRunner().invoke(analyse, [str(path), *options])


def test_json_has_the_keys_that_were_promised(tmp_path: Path) -> None:
    result = run(tmp_path / "net.csv", LIST, "--json")

    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    nodes = found.pop("nodes")
    assert found == {
        "n": 4,
        "m": 4,
        "density": pytest.approx(2 / 3),
        "components": 1,
        "isolates": 0,
        "degree_centralization": pytest.approx(4 / 6),
        "betweenness_centralization": pytest.approx(6 / 9),
        "transitivity": pytest.approx(0.6),
    }
    assert set(nodes) == {"Ada", "Bas", "Cor", "Dirk"}
    assert nodes["Bas"] == {
        "degree": 3,
        "betweenness": 2.0,
        "closeness": 1.0,
        "constraint": pytest.approx(0.6111, abs=5e-5),
        "effective_size": pytest.approx(3 - 2 / 3),
        "core": 2,
        "cut_vertex": True,
    }


def test_what_was_odd_is_told_to_people_and_to_programs(tmp_path: Path) -> None:
    content = "source;target;kleur\na;b;rood\nb;a;\nz;z;\n"

    result = run(tmp_path / "net.csv", content, "--json")

    found = json.loads(result.stdout)
    assert (found["n"], found["m"], found["isolates"]) == (3, 1, 1)
    assert found["nodes"]["z"]["constraint"] is None
    assert found["reported"] == {"duplicates": 1, "self_loops": 1, "ignored_columns": ["kleur"]}
    assert result.stderr.splitlines() == [
        "Niet gebruikte kolommen: kleur.",
        "Dubbele banden, één keer geteld: 1.",
        "Banden van een partner met zichzelf, niet geteld als band: 1.",
    ]


def test_graphml_is_known_by_what_it_holds(tmp_path: Path) -> None:
    content = (
        '<graphml><graph edgedefault="directed"><node id="é"/><node id="b"/><node id="c"/>'
        '<edge source="é" target="b"/></graph></graphml>'
    )

    result = run(tmp_path / "net.txt", content, "--json")

    found = json.loads(result.stdout)
    assert (found["n"], found["m"], found["isolates"]) == (3, 1, 1)
    assert '"é"' in result.stdout
    assert result.stderr == "Dit bestand geeft banden een richting. Die telt hier niet mee.\n"


def test_weights_count_only_when_asked(tmp_path: Path) -> None:
    content = "source,target,weight\na,b,0.1\na,c,1\nb,c,1\n"

    plain = run(tmp_path / "net.csv", content, "--json")
    weighted = run(tmp_path / "net.csv", None, "--json", "--weighted")

    assert json.loads(plain.stdout)["nodes"]["c"]["betweenness"] == 0
    assert json.loads(weighted.stdout)["nodes"]["c"]["betweenness"] == 1


def test_people_get_a_table_with_brokers_first(tmp_path: Path) -> None:
    result = run(tmp_path / "net.csv", LIST)

    assert (result.exit_code, result.stdout) == (
        0,
        """\
Partners                   4
Banden                     4
Dichtheid              0,667
Losse delen                1
Partners zonder band       0
Spil in aantal banden  0,667
Spil in tussenpositie  0,667
Gesloten driehoeken    0,600

Partner  Banden  Tussenpositie  Nabijheid  Beperking  Effectieve omvang  Kern  Breekpunt
Bas           3          2,000      1,000      0,611              2,333     2         ja
Ada           1          0,000      0,600      1,000              1,000     1
Cor           2          0,000      0,750      1,007              1,000     2
Dirk          2          0,000      0,750      1,007              1,000     2
""",
    )


def test_an_empty_network_has_no_surprises(tmp_path: Path) -> None:
    result = run(tmp_path / "net.csv", "source,target\n", "--json")

    assert json.loads(result.stdout)["nodes"] == {}


@pytest.mark.parametrize(
    ("name", "content", "options", "told"),
    [
        ("net.csv", None, (), ": dit bestand is niet te lezen. Kijk de naam na."),
        ("net.csv", "", (), ", rij 1: het bestand is leeg."),
        ("net.csv", b"\xff\xfea\x00", (), ", rij 1: dit is geen tekst."),
        (
            "net.csv",
            "a,b\n",
            (),
            ", rij 1: de eerste rij noemt niet de kolommen source en target.",
        ),
        ("net.csv", "source,target\na\n", (), ", rij 2: het aantal velden (1) is anders dan"),
        ("net.csv", 'source,target\na,"b\n', (), ", rij 2: een aanhalingsteken staat verkeerd"),
        ("net.csv", "source,target\na,\n", (), ", rij 2: er ontbreekt een naam."),
        (
            "net.csv",
            "source,target,weight\na,b,-2\n",
            (),
            ", rij 2: het gewicht '-2' is geen getal boven 0.",
        ),
        (
            "net.csv",
            "source,target\na,b\n",
            ("--weighted",),
            ", rij 2: er is geen gewicht, en --weighted vraagt erom.",
        ),
        ("net.xml", "source,target", (), ", rij 1: dit is geen geldige XML."),
        ("net.xml", "<!DOCTYPE a><a/>", (), ", rij 1: een DOCTYPE mag hier niet."),
        ("net.xml", "<graphml/>", (), ", rij 1: er staat geen graph in dit bestand."),
        ("net.xml", "<graph>\n<hyperedge/></graph>", (), ", rij 2: een hyperedge kan niet mee."),
        (
            "net.xml",
            '<graph><node id="a"/>\n<edge source="a" target="q"/></graph>',
            (),
            ", rij 2: 'q' is geen node in dit bestand.",
        ),
    ],
)
def test_a_bad_file_gets_one_line_with_the_row(
    tmp_path: Path, name: str, content: str | bytes | None, options: tuple[str, ...], told: str
) -> None:
    result = run(tmp_path / name, content, "--json", *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{tmp_path / name}{told}")
    assert len(result.stderr.splitlines()) == 1
