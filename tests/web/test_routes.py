"""The plain routes beside the pages: what they answer, to whom, and with which headers."""

import csv
import gzip
import io
import json
import re
import sys

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from courseware.text import LANGUAGES, Language
from simulations import catalogue, find
from tests.web.asker import Asker
from web.assets import ace, by_address, ours, plotly
from web.routes import middleware, routes
from web.routes.guard import HEADERS
from web.run_table import MOST_ROWS
from web.runs import MOST_CUSTOMERS

FOREIGN = re.compile(r"https?://|//\w|\*")


@pytest.fixture(scope="module")
def client() -> Asker:
    """Somebody who asks the routes, with Streamlit's own standing behind them as one word."""
    behind = Route("/{path:path}", lambda _request: PlainTextResponse("behind"))
    return Asker(Starlette(routes=[*routes(), behind], middleware=middleware()))


@pytest.mark.parametrize("address", ["/", "/healthz", "/runs/nothing.csv", "/lab-assets/none.js", "/a/b"])
def test_every_answer_carries_the_security_headers(client: Asker, address: str) -> None:
    answer = client.get(address)

    assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)


def test_no_rule_lets_a_foreign_host_in() -> None:
    rules = HEADERS["content-security-policy"]

    assert "default-src 'self'" in rules
    assert not FOREIGN.search(rules)
    assert "'unsafe-inline'" not in rules.split("script-src")[1].split(";")[0]


def test_scripts_are_kept_for_ever_under_an_address_of_their_content(client: Asker) -> None:
    for address, asset in by_address().items():
        answer = client.get(address)
        assert answer.content == asset.body
        assert "immutable" in answer.headers["cache-control"]
        assert re.search(r"[0-9a-f]{12}", address)


def test_plotly_comes_packed_from_its_own_package(client: Asker) -> None:
    packed = client.get(plotly().url)
    plain = client.get(plotly().url, takes="identity")

    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 3
    assert packed.content == plain.content


def test_ace_comes_packed_as_one_script_from_an_installed_package_that_is_never_imported(
    client: Asker,
) -> None:
    packed = client.get(ace().url)

    assert packed.headers["content-encoding"] == "gzip"
    assert all(word in packed.text for word in ("ace/mode/yaml", "ace/ext/searchbox", "ace/autocomplete"))
    assert not {"django_ace", "django"} & set(sys.modules)


@pytest.mark.parametrize("address", ["/", "/satisfaction"])
def test_no_page_fetches_the_editor_before_it_has_one(client: Asker, address: str) -> None:
    page = client.get(address).text

    assert ace().url not in page
    assert "/editor/" not in page


def test_an_address_of_yesterday_is_not_found(client: Asker) -> None:
    assert client.get("/lab-assets/000000000000/chart/chart.js").status == 404


@pytest.mark.parametrize("address", ["/", "/satisfaction", "/lab", "/my-customers"])
def test_every_address_of_a_page_opens_the_front_page(client: Asker, address: str) -> None:
    answer = client.get(address)

    assert answer.status == 200
    assert '<div id="root"></div>' in answer.text
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("address", "way"),
    [
        ("/no-such-lesson", "/?missing=no-such-lesson"),
        ("/no-such-lesson?lang=zh", "/?lang=zh&missing=no-such-lesson"),
        ("/satisfaction/4", "/?missing=satisfaction%2F4"),
        ("/<script>", "/?missing=%3Cscript%3E"),
        ("/satisfaction/", "/satisfaction"),
        ("/satisfaction/?step=4", "/satisfaction?step=4"),
    ],
)
def test_an_address_that_is_no_page_leads_on_from_there(client: Asker, address: str, way: str) -> None:
    answer = client.get(address)

    assert answer.status == 307
    assert answer.headers["location"] == way


@pytest.mark.parametrize("address", ["/_stcore/health", "/static/js/none", "/media/none", "/manifest.json"])
def test_what_is_streamlits_own_is_left_to_it(client: Asker, address: str) -> None:
    assert client.get(address).text == "behind"


def test_the_front_page_brings_the_labs_style_and_lays_it_last(client: Asker) -> None:
    page = client.get("/satisfaction").text

    assert page.rindex(".st-key-lab-bar") > page.rindex("<link")
    assert page.rindex("</style>") > page.index('<div id="root">')


@pytest.mark.parametrize(
    ("address", "headers", "tag"),
    [
        ("/", {}, "en"),
        ("/", {"accept-language": "fr, zh-TW;q=0.8"}, "zh-CN"),
        ("/", {"accept-language": "zh", "cookie": "lab_language=en"}, "en"),
        ("/satisfaction?lang=zh", {"cookie": "lab_language=en"}, "zh-CN"),
        ("/present?lang=both", {}, "zh-CN"),
        ("/?lang=zz", {"accept-language": "zh"}, "zh-CN"),
    ],
)
def test_the_front_page_says_its_language_before_any_script_runs(
    client: Asker, address: str, headers: dict[str, str], tag: str
) -> None:
    assert f'<html lang="{tag}">' in client.get(address, headers=headers).text


def test_the_front_page_has_no_script_of_its_own_and_begins_with_ours(client: Asker) -> None:
    page = client.get("/").text
    scripts = re.findall(r"<script([^>]*)>([^<]*)</script>", page)

    assert not [inline for _, inline in scripts if inline.strip()]
    assert ours()["page/first.js"].url in scripts[0][0]
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)


def test_every_script_that_the_front_page_names_is_there(client: Asker) -> None:
    for address in re.findall(
        r'(?:src|href)="\.?(/[^"]+\.(?:js|css|svg))"', client.get("/satisfaction").text
    ):
        answer = client.get(address)
        assert answer.status == 200, address
        assert answer.text != "behind", address


def test_streamlits_scripts_are_packed_once_and_only_those(client: Asker) -> None:
    address = re.findall(r'"\.(/static/js/index\.[^"]+)"', client.get("/").text)[0]

    assert client.get(address).headers["content-encoding"] == "gzip"
    assert client.get(address, takes="identity").text == "behind"
    assert client.get("/static/../server.js").text == "behind"
    assert client.get("/static/js/none.js").text == "behind"


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_the_table_of_every_view_can_be_taken_away(client: Asker, name: str) -> None:
    for view in find(name).views:
        answer = client.get(f"/runs/{name}.csv", view=view, n=60, seed=5)
        rows = list(csv.reader(io.StringIO(answer.text)))
        table = find(name).views[view].table(find(name).model.of({"n": 60, "seed": 5}))

        assert answer.status == 200
        assert answer.headers["content-type"] == "text/csv; charset=utf-8"
        assert rows[0] == list(table)
        assert all(heading.isidentifier() for heading in rows[0])
        assert len(rows) == 1 + len(next(iter(table.values())))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(catalogue()))
def test_the_table_of_every_view_is_read_in_the_readers_words(
    client: Asker, name: str, language: Language
) -> None:
    simulation = find(name)
    for view in simulation.views:
        answer = json.loads(client.get(f"/runs/{name}.json", view=view, n=60, seed=5, lang=language).text)
        table = simulation.views[view].table(simulation.model.of({"n": 60, "seed": 5}))
        words = [cell for row in answer["rows"] for cell in row if isinstance(cell, str)]

        assert answer["heads"] == [simulation.words.columns[column][language] for column in table]
        assert answer["all"] == len(next(iter(table.values())))
        assert len(answer["rows"]) == min(answer["all"], MOST_ROWS)
        assert not any("<" in word or "{" in word or "_" in word for word in words)


def test_a_long_table_says_how_many_rows_there_are(client: Asker) -> None:
    answer = json.loads(client.get("/runs/satisfaction.json?view=gap&n=2000&expectation=100").text)

    assert len(answer["rows"]) == MOST_ROWS
    assert answer["all"] > MOST_ROWS


def test_the_same_address_gives_the_same_bytes(client: Asker) -> None:
    address = "/runs/satisfaction.csv?view=gap&seed=7&n=50&lang=zh&sim=satisfaction"

    assert client.get(address).content == client.get(address).content
    assert client.get(address).content != client.get(address.replace("seed=7", "seed=8")).content


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/runs/satisfactoin.csv", "satisfaction"),
        ("/runs/satisfaction.csv?expectatoin=80", "expectation"),
        ("/runs/satisfaction.csv?expectation=much", "much"),
        ("/runs/satisfaction.csv?expectation=1e9", "120"),
        ("/runs/satisfaction.csv?view=nothing", "nothing"),
        ("/runs/satisfaction.csv?seed=1&seed=2", "seed"),
        (f"/runs/satisfaction.csv?n={MOST_CUSTOMERS + 1}", str(MOST_CUSTOMERS)),
    ],
)
def test_what_cannot_be_run_is_told_in_the_language_asked_for(
    client: Asker, address: str, words: str
) -> None:
    english, chinese = client.get(address), client.get(address, lang="zh")

    assert (english.status, chinese.status) == (400, 400)
    assert words in english.text
    assert words in chinese.text
    assert re.search("[一-鿿]", chinese.text)
    assert not re.search("[一-鿿]", english.text)
    assert english.headers["content-type"].startswith("text/plain")


def test_packing_twice_gives_the_same_bytes() -> None:
    asset = ours()["chart/chart.js"]

    assert gzip.decompress(asset.packed) == asset.body


def test_the_kept_run_comes_along_in_the_file(client: Asker) -> None:
    alone = list(csv.DictReader(io.StringIO(client.get("/runs/satisfaction.csv?seed=1").text)))
    kept = list(csv.DictReader(io.StringIO(client.get("/runs/satisfaction.csv?seed=2").text)))

    both = list(csv.DictReader(io.StringIO(client.get("/runs/satisfaction.csv?seed=1&kept.seed=2").text)))

    assert [row.pop("run") for row in both] == ["kept"] * len(kept) + ["shown"] * len(alone)
    assert both == kept + alone


def test_a_kept_run_that_cannot_be_is_refused(client: Asker) -> None:
    assert client.get("/runs/satisfaction.csv?kept.n=9999999").status == 400
    assert client.get("/runs/satisfaction.csv?kept.nothing=1").status == 400
