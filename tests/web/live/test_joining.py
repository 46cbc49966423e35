"""The way into a room: five digits, a name, a seat that is kept, in the reader's language, from a phone."""

import re
from html import unescape

import pytest

from classroom.classes import students_of
from classroom.live import LiveRoom, close_room, seats_of
from classroom.live.seats import MOST_LETTERS, NOT_ALLOWED
from courseware.text import LANGUAGES, Language
from tests.classroom.school import make_class
from tests.web.live.phones import Phone, now, room_here, seated
from tests.web.student_browser import LIST, PIN
from web.access import rate_limiter
from web.access.cookies import cookie_name
from web.assets import ours
from web.live.words import say
from web.records import records_here

SMALL = 60_000
"""Bytes that a phone loads at most before it can answer, on the slow network of a full hall."""


def other_code(room: LiveRoom, step: int = 1) -> str:
    """Five digits that no room has."""
    return str(10_000 + (int(room.code) - 10_000 + step) % 90_000)


def says(page: str, word: str, language: Language = "en", **values: object) -> bool:
    return say(word, language, **values) in unescape(page)


def names(room: LiveRoom) -> list[str]:
    return [seat.name for seat in seats_of(records_here(), room)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_in_asks_for_the_digits_on_the_screen(language: Language) -> None:
    answer = Phone().get(f"/live?lang={language}")

    assert answer.status == 200
    assert all(says(answer.text, word, language) for word in ("join", "join_lead", "code", "go_in"))
    assert 'inputmode="numeric"' in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize("typed", ["{}", " {} ", "{0[0]} {0[1]}{0[2]}-{0[3]}{0[4]}"])
def test_the_right_code_leads_to_the_room_however_it_is_typed(room: LiveRoom, typed: str) -> None:
    answer = Phone().post("/live?lang=zh", code=typed.format(room.code))

    assert (answer.status, answer.headers["location"]) == (303, f"/live/{room.code}?lang=zh")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["", "abcde", "<b>1</b>", "123456789012"])
def test_a_code_of_no_room_is_said_to_be_so_at_its_field(
    room: LiveRoom, typed: str, language: Language
) -> None:
    page = Phone().post(f"/live?lang={language}", code=typed or other_code(room))
    field = page.text.partition('<label for="code">')[2].partition("</div>")[0]

    assert page.status == 404
    assert 'aria-invalid="true"' in field
    assert 'aria-describedby="code-fault"' in field
    assert says(field, "no_room", language)
    assert "<b>1" not in page.text


def test_a_closed_room_lets_nobody_in(room: LiveRoom) -> None:
    close_room(records_here(), room)

    assert Phone().get(f"/live/{room.code}").status == 404


def test_an_address_with_digits_without_end_is_no_room() -> None:
    assert Phone().get(f"/live/{'9' * 6000}").status == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_tries_many_codes_waits_while_the_right_code_still_opens(
    room: LiveRoom, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limiter, "MOST_OF_A_ROOM", "3/minute")
    rate_limiter.forget()
    tried = [Phone().post(f"/live?lang={language}", code=other_code(room, step)) for step in range(1, 6)]
    elsewhere = Phone(address="192.168.1.77").post("/live", code=other_code(room))

    assert [answer.status for answer in tried] == [404, 404, 404, 429, 429]
    assert tried[-1].headers["retry-after"] == "60"
    assert says(tried[-1].text, "wait", language)
    assert elsewhere.status == 404
    assert Phone().post("/live", code=room.code).status == 303
    assert seated(room, language=language).mine(room)["room"]["name"] == "Mei"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guest_is_asked_for_a_name_and_sits_under_it(room: LiveRoom, language: Language) -> None:
    phone, here = Phone(), f"/live/{room.code}?lang={language}"
    asked = phone.get(here).text
    inside = phone.post(here, name=" 小 梅 ")

    assert all(says(asked, word, language) for word in ("name", "name_lead", "go_in"))
    assert says(asked, "join_room", language, code=room.code)
    assert cookie_name("lab_guest", records_here()) in phone.cookies
    assert inside.status == 200
    assert inside.headers["cache-control"] == "no-store"
    assert names(room) == ["小 梅"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_of_nothing_is_said_to_be_missing_at_its_field(room: LiveRoom, language: Language) -> None:
    phone, here = Phone(), f"/live/{room.code}?lang={language}"
    phone.get(here)
    answer = phone.post(here, name="  ")

    assert answer.status == 403
    assert 'aria-describedby="name-fault"' in answer.text
    assert names(room) == []


def test_a_phone_that_comes_back_has_its_seat(room: LiveRoom) -> None:
    phone = seated(room)
    version = now(room).version
    again = [phone.get(f"/live/{room.code}?lang={language}") for language in LANGUAGES]

    assert all(answer.status == 200 and 'id="lab-live"' in answer.text for answer in again)
    assert names(room) == ["Mei"]
    assert now(room).version == version


def test_a_form_of_another_page_seats_nobody(room: LiveRoom) -> None:
    for origin in ("http://elsewhere.example", "null", None):
        phone = Phone(origin=origin)
        phone.get(f"/live/{room.code}")
        phone.post(f"/live/{room.code}", name="Mei")

    assert names(room) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_room_of_a_class_without_guests_leads_to_the_entrance_and_back(language: Language) -> None:
    crm = make_class(records_here(), "营销 1 班", LIST)
    room = room_here(crm.name, allows_guests=False)
    phone, here = Phone(), f"/live/{room.code}"
    for page in (phone.get(f"{here}?lang={language}"), phone.post(f"{here}?lang={language}", name="Mei")):
        way = f"/enter?class={crm.code}&to=%2Flive%2F{room.code}&lang={language}"
        assert NOT_ALLOWED[language] in unescape(page.text)
        assert f'href="{way}"' in unescape(page.text)
        assert 'name="name"' not in page.text
    asked = phone.get(way).text
    to = unescape(re.findall(r'name="to" value="([^"]*)"', asked)[0])
    done = phone.post(
        f"/enter?lang={language}", code=crm.code, number="24001", name="李华", pin=PIN, again=PIN, to=to
    )

    assert f'content="0;url={here}?lang={language}"' in done.text
    assert phone.get(here).status == 200
    assert names(room) == ["李华"] == [students_of(records_here(), crm)[0].name]


@pytest.mark.parametrize(
    "to",
    [
        "live",
        "live/",
        "live/rooms",
        "live/12345/lead",
        "live/1234５",
        "live/12345?x",
        "/example.com/live/1",
    ],
)
def test_the_entrance_leads_to_rooms_and_pages_alone(to: str) -> None:
    page = Phone().post("/enter?lang=en", code="", number="", to=to).text

    assert 'name="to" value=""' in page


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "</span><img src=x>", '"onload="x', "{code}"])
def test_whatever_a_name_holds_it_stays_a_name(room: LiveRoom, name: str) -> None:
    page = seated(room, name).get(f"/live/{room.code}").text

    assert names(room) == [name[:MOST_LETTERS]]
    assert f"<span>{name[:MOST_LETTERS]}</span>" in unescape(page)
    assert not re.search("<script>|<img|</span><i", page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_phone_runs_one_script_of_its_own_and_keeps_words_beside_it(
    room: LiveRoom, language: Language
) -> None:
    page = seated(room).get(f"/live/{room.code}?lang={language}").text
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", page, re.DOTALL)

    assert [inner == "" for _, inner in scripts] == [False, True]
    assert 'type="application/json"' in scripts[0][0]
    assert f'src="{ours()["live/phone/phone.js"].url}"' in scripts[1][0]
    assert not re.search(r"\son\w+=|javascript:|https?://", page)
    assert says(page, "nothing", language)


def test_all_that_a_phone_loads_is_small(room: LiveRoom) -> None:
    page = (
        seated(room, "李" * MOST_LETTERS)
        .get(
            f"/live/{room.code}?lang=zh",
        )
        .content
    )
    scripts = {name: ours()[name].body for name in modules("live/phone/phone.js")}

    assert {"live/phone/phone.js", "live/phone/poll.js", "live/feed.js"} <= set(scripts)
    assert len(page) + sum(map(len, scripts.values())) < SMALL


def modules(name: str) -> set[str]:
    """A script and all that it imports."""
    folder = name.rpartition("/")[0].split("/")
    found = {name}
    for path in re.findall(r"from '(\.[^']+)'", ours()[name].body.decode()):
        parts = list(folder)
        for part in path.split("/"):
            if part == "..":
                parts.pop()
            elif part != ".":
                parts.append(part)
        found |= modules("/".join(parts))
    return found
