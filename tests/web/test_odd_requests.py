"""Odd requests to every plain address: whatever is asked, by whatever method, it is no error of the lab."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from starlette.applications import Starlette

from courseware.text import LANGUAGES, Language
from tests.web.passage import ask, request
from web.records import forget
from web.routes import middleware, routes
from web.routes.timing import timings_as_csv

ADDRESSES = ("/", "/satisfaction", "/runs/satisfaction.csv", "/runs/satisfaction.json", "/desk/enter",
             "/desk/stamp", "/print/plan/satisfaction", "/pace/satisfaction.csv", "/lab-assets/x.js",
             "/favicon.ico")  # fmt: skip
NAMES = ("\r\nX:1", "中文", "a\x00b", "..", "../../etc/passwd", "%", "a" * 5000, "satisfaction;x", '"', "💡")
HEADERS = ({"accept-language": "\xff"}, {"cookie": "lab_desk=\xff; lang=\xfe"}, {"cookie": "=;=;;"},
           {"accept-encoding": "gzip;q=oops"}, {"range": "bytes=9-1"}, {"if-modified-since": "never"},
           {"content-length": "x"}, {"x-forwarded-for": "a,b,\xff"},
           {"accept-language": "zh" * 9000})  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAB_DATABASE_URL", str(tmp_path_factory.mktemp("record") / "lab.db"))
        forget()
        yield
        forget()


@pytest.fixture(scope="module")
def app() -> Starlette:
    """The plain routes alone."""
    return Starlette(routes=routes(), middleware=middleware())


def asked(app: Starlette, path: str, method: str = "GET", **headers: str) -> int:
    """The status with which the teacher's own computer is answered."""
    scope = request(method, path, {"host": "localhost:8501"}, client="127.0.0.1")
    scope["raw_path"] = quote(path).encode()
    scope["headers"] += [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    return ask(app, scope).status


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW", "get"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_method_is_an_error_of_the_lab(app: Starlette, address: str, method: str) -> None:
    assert asked(app, address, method) < 500


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_header_is_an_error_of_the_lab(app: Starlette, address: str) -> None:
    assert max(asked(app, address, **headers) for headers in HEADERS) < 500


@pytest.mark.parametrize(
    "address", ["/pace/{}.csv", "/runs/{}.csv", "/runs/{}.json", "/print/plan/{}", "/print/data/{}/x", "/{}"]
)
def test_no_name_is_an_error_of_the_lab(app: Starlette, address: str) -> None:
    statuses = {name[:20]: asked(app, address.format(name)) for name in NAMES}

    assert all(200 <= status < 500 for status in statuses.values()), statuses


@pytest.mark.parametrize("name", ["\r\nX:1", "中文", "no-such-lesson"])
def test_a_lesson_of_which_no_class_is_known_has_no_file(app: Starlette, name: str) -> None:
    assert asked(app, f"/pace/{name}.csv") == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_that_was_never_taught_gives_headings_alone(language: Language) -> None:
    assert len(timings_as_csv("satisfaction", language).splitlines()) == 1
