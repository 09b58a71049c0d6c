"""What somebody types who wants to break it: text, files, and more of the same at random.

Each text that is code somewhere carries a mark, so that an answer in which it lives can be told.
"""

import random
from io import BytesIO

MARK = "xq7"
ELSEWHERE = f"{MARK}.example"
SUM = "{{ 40961 * 7 }} ${40961*7} <%= 40961*7 %> #{40961*7}"
SUM_MADE = "286727"
HEADER = f"X-{MARK}"

HTML = (
    f"<{MARK}>",
    f"</title></textarea></script><{MARK} a=1>",
    f'" on{MARK}="1',
    f"' on{MARK}='1",
    f"javascript:{MARK}()",
    f"JaVa\tScRiPt:{MARK}()",
    f"data:text/html,<{MARK}>",
    f"&lt;{MARK}&gt;&#60;{MARK}&#62;",
    f"<![CDATA[<{MARK}>]]>",
)
CYPHER = (
    "' OR 1=1 //",
    "\\' }) DETACH DELETE n //",
    "x'}) RETURN 1 AS x UNION MATCH (n) RETURN n //",
    "$network_id",
    "`) MATCH (n) SET n:Admin WITH (`",
    "/* */ CALL db.labels() YIELD label",
    "#1:0",
)
PLACES = (
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "/etc/passwd%00.html",
    f"//{ELSEWHERE}/",
    f"https://{ELSEWHERE}/",
    f"/\\{ELSEWHERE}",
    "file:///etc/passwd",
    "http://[::1",
    "http://[",
)
HEADERS = (
    f"x\r\n{HEADER}: 1",
    f"x\n{HEADER}: 1\n\n<{MARK}>",
    f"x%0d%0a{HEADER}:%201",
)
NUMBERS = (
    "-1",
    "0",
    "1e309",
    "NaN",
    "-Infinity",
    "9" * 30,
    "9" * 5000,
    str(2**63),
    str(-(2**63) - 1),
    "1_000",
    "0x10",
    "٣",
    "²",
    "1,5",
    "-0.0",
)
DATES = (
    "9999-12-31",
    "9999-99-99",
    "0001-01-01",
    "0000-00-00",
    "10000-01-01",
    "2026-02-30",
    "-2026-01-01",
    "2026-W01-1",
    "20261123",
    "2026-11-23T25:61:61+99:99",
    "9999-12-31T23:59:59.999999-23:59",
    "0001-01-01T00:00:00+23:59",
    "23:59:60",
)
UNICODE = (
    "\x00",
    "a\x00b",
    "\ud800",
    "x\udfff\ud83d",
    "\u202egnp.exe",
    "\u2066\u2069\u200f",
    "\ufeff\ufffe\uffff",
    "Z" + "\u0301" * 300,
    "\U0010ffff",
    "\u0130\u0131\u017fK",
    "\u2028\u2029\x85\x0b\x0c",
    "\x1b[31m\x07",
    "🏳️‍🌈" * 50,
    "\xa0\u3000\u200b",
)
SHAPES = (
    "",
    " ",
    "[]",
    "{}",
    "null",
    "true",
    '{"$gt": ""}',
    '[{"id": 1}]',
    "[" * 3000,
    "x[]=1&x[a]=2",
    "a" * 20_000,
    "é" * 9_000,
    "a b " * 5_000,
    "(" * 5_000,
    "(a+)+$" + "a" * 200 + "!",
    "@" * 3000 + "a@a.a",
    "a@" + "a." * 2000 + "nl",
    "\n" * 5_000,
    SUM,
    "%s%n%(x)s{0}{x.__class__}",
    "__proto__",
    "=cmd|' /C calc'!A0",
    "naam:desc",
    ",;,;|,",
)
TEXTS = HTML + CYPHER + PLACES + HEADERS + NUMBERS + DATES + UNICODE + SHAPES

FILES: tuple[tuple[str, bytes], ...] = (
    ("leeg.csv", b""),
    ("x.csv", b"\x00\xff\xfe\x00"),
    (f"<{MARK}>.csv", f"<{MARK}>;Naam\n<{MARK}>;{SUM}\n".encode()),
    ("../../etc/passwd", b"Naam\nx\n"),
    (f"x\r\n{HEADER}: 1.csv", b"Naam\nx\n"),
    ("x.xlsx", b"PK\x03\x04" + b"\x00" * 200),
    ("x.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600),
    ("x.csv", b'"' + b"a" * 50_000),
    ("x.csv", b";" * 20_000 + b"\n" + b";" * 20_000),
    ("x.csv", "Naam\n\ud7ff\u202e\n".encode("utf-16")),
)


def some_text(chance: random.Random) -> str:
    """Return one from the list, two glued together, or characters without any plan."""
    match chance.randrange(10):
        case 0:
            return chance.choice(TEXTS) + chance.choice(TEXTS)
        case 1:
            return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(1, 60)))
        case 2:
            text = list(chance.choice(TEXTS))
            chance.shuffle(text)
            return "".join(text)
        case _:
            return chance.choice(TEXTS)


def some_file(chance: random.Random) -> tuple[BytesIO, str]:
    """Return a file as the test client wants it."""
    name, content = chance.choice(FILES)
    return BytesIO(content), name
