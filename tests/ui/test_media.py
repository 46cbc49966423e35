"""Pictures, sounds and videos: how a page of the lab shows them, and who gets them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit.testing.v1 import AppTest

from authoring.examples.bank import new_bank
from authoring.examples.lesson import new_lesson
from course.files import find, stamp
from course.media import media_store
from tests.media import FILES, picture, put, showing
from tests.own_course import own_course
from tests.ui.reader import open_page, own_record
from tests.web.asker import Asker
from ui.desk.verdict import verdict
from ui.media import pictures_in, with_media, without_media
from web.routes import middleware, routes

BEHIND = b"behind"
TEXT = "See ![a shop](media/shop.png), ![a call](media/call.mp3), ![nothing](media/none.png)."


@pytest.fixture(scope="module")
def client() -> Asker:
    """Somebody who asks the routes, with Streamlit's own standing behind them as one word."""
    behind = Route("/{path:path}", lambda _request: PlainTextResponse(BEHIND, 404))
    return Asker(Starlette(routes=[*routes(), behind], middleware=middleware()))


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """An own course with a picture, a sound and a video."""
    with showing(tmp_path):
        yield tmp_path


def address(name: str) -> str:
    """Where the lab serves this file."""
    file = media_store().find(name)
    assert file is not None
    return file.address


@pytest.mark.usefixtures("own")
def test_a_text_shows_a_picture_links_a_sound_and_says_what_is_missing() -> None:
    shop, call = address("shop.png"), address("call.mp3")

    assert with_media(TEXT) == f"See ![a shop]({shop}), [a call]({call}), nothing."
    assert without_media(TEXT) == "See a shop, a call, nothing."
    assert pictures_in(TEXT) == (shop,)


@pytest.mark.usefixtures("own")
def test_each_file_is_served_as_what_it_is_for_ever_and_in_parts(client: Asker) -> None:
    for name, kind in (("shop.png", "image/png"), ("call.mp3", "audio/mpeg"), ("visit.webm", "video/webm")):
        answer = client.get(address(name))
        part = client.get(address(name), headers={"range": "bytes=2-5"})

        assert (answer.status, answer.content) == (200, FILES[name])
        assert answer.headers["content-type"] == kind
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "immutable" in answer.headers["cache-control"]
        assert (part.status, part.content) == (206, FILES[name][2:6])


def test_nobody_gets_a_file_without_its_digest_and_a_changed_file_has_another_address(
    own: Path, client: Asker
) -> None:
    before = address("shop.png")
    digest = before.split("/")[2]
    (own / "secret.png").write_bytes(picture())
    asked = [
        "/lab-media/shop.png",
        "/lab-media//shop.png",
        f"/lab-media/{'0' * 32}/shop.png",
        f"/lab-media/{digest}/call.mp3",
        f"/lab-media/{digest}/..%2fsecret.png",
        f"/lab-media/{digest}/../../secret.png",
    ]

    assert [client.get(one).status for one in asked] == [404] * len(asked)
    put(own, {"shop.png": picture(colour=(1, 2, 3))})
    assert client.get(before).status == 404
    assert client.get(address("shop.png")).content == picture(colour=(1, 2, 3))


def test_the_desk_hears_of_a_picture_that_changes_and_judges_texts_by_those_that_are_there(own: Path) -> None:
    entry = find("lessons/satisfaction.yaml")
    assert entry is not None
    text = (entry.file.text() or "").replace("media/two-yardsticks.png", "media/new.png")
    before, missing = stamp(), verdict(entry, text).problems
    put(own, {"new.png": picture()})

    assert stamp() != before
    assert [one.message.en for one in missing] == ["The folder media has no file new.png."] * 2
    assert verdict(entry, text).problems == ()


def shown_everywhere(text: str) -> str:
    """A file of the course with a picture in every text that may show one."""
    return yaml.safe_dump(_showing(yaml.safe_load(text)), allow_unicode=True, sort_keys=False)


def _showing(value: Any) -> Any:
    if isinstance(value, list):
        return [_showing(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"en", "zh"}:
        return {language: f"{said} ![a shop](media/shop.png)" for language, said in value.items()}
    return {name: one if name in PLAIN else _showing(one) for name, one in value.items()}


PLAIN = {"title", "source", "sources", "unit", "goals", "key_points", "difficult_points", "methods", "tools"}
"""What stands in lists, buttons and names, where words alone are told."""


def drawn(page: AppTest) -> str:
    """All that a page sends to the browser."""
    return "".join(str(one.proto) for one in page.main if hasattr(one, "proto"))


@pytest.mark.parametrize("kind", ["choice", "match", "number", "order"])
def test_no_text_of_any_step_or_question_leaves_the_lab_with_an_address_that_leads_nowhere(
    tmp_path: Path, kind: str
) -> None:
    course, bank = tmp_path / "course", new_bank(kind, "tea_shop")
    course.mkdir()
    item = re.findall(r"(?m)^  - id: (\S+)", bank)[0]
    lesson = new_lesson("tea_shop").replace("complaints.fewer-complaints", item)
    with own_course(course), own_record(tmp_path):
        put(course)
        for part, text in (("lessons", lesson), ("bank", bank)):
            (course / part).mkdir()
            (course / part / "tea_shop.yaml").write_text(shown_everywhere(text), encoding="utf-8")
        steps = range(1, 6) if kind == "choice" else (4,)  # one of each kind, the questions in the fourth
        pages = [drawn(open_page("tea_shop", "en", "teacher", step=str(step))) for step in steps]
        slides = drawn(open_page("present", "en", "teacher", lesson="tea_shop", slide="two-ways"))

    for said in (*pages, slides):
        assert "(media/" not in said
        assert "(/lab-media/" in said
