"""A student's browser without a browser: it keeps cookies, and its forms say where they come from."""

from dataclasses import dataclass, field
from html import unescape

from starlette.applications import Starlette

from classroom.classes import SchoolClass
from courseware.interface import say
from courseware.text import Language
from tests.web.access import ELSEWHERE, EVERYWHERE, opened_at, with_cookie
from tests.web.asker import Answer, Asker
from web.access.cookies import cookie_name
from web.access.identity import Identity, identify
from web.access.key import key_here
from web.records import records_here
from web.routes.enter import enter_routes

LIST = [("0024001", "李华"), ("0024002", "阿依古丽·买买提"), ("", "Anna Smith")]
PIN = "4096"


@dataclass
class Browser:
    """Somebody's browser: it keeps cookies, and says where its forms come from."""

    origin: str | None = "http://lab"
    scheme: str = "http"
    cookies: dict[str, str] = field(default_factory=dict)
    address: str = "127.0.0.1"

    def get(self, address: str) -> Answer:
        return self._kept(self._asker.get(address, headers=self._headers({})))

    def post(self, address: str, **fields: str) -> Answer:
        said = {} if self.origin is None else {"origin": self.origin}
        return self._kept(self._asker.post(address, headers=self._headers(said), **fields))

    def enter(self, of: SchoolClass, number: str, name: str = "", **more: str) -> Answer:
        """Sends what the entrance asks for."""
        return self.post("/enter?lang=en", code=of.code, number=number, name=name, **more)

    @property
    def who(self) -> Identity:
        """Whom the lab takes this browser for."""
        caller = with_cookie(ELSEWHERE)
        caller.cookies.update(self.cookies)  # type: ignore[attr-defined]
        with opened_at(EVERYWHERE):
            return identify(caller, records_here(), key_here(), spare_token=lambda: "spare")

    @property
    def _asker(self) -> Asker:
        return Asker(Starlette(routes=enter_routes()), self.scheme, self.address)

    def _headers(self, more: dict[str, str]) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {**({"cookie": cookies} if cookies else {}), **more}

    def _kept(self, answer: Answer) -> Answer:
        set_ = answer.headers.get("set-cookie", "")
        if set_:
            name, _, value = set_.partition(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        return answer


def entered(crm: SchoolClass, number: str = "24001", name: str = "李华") -> Browser:
    """A browser in which a student has signed in for the first time."""
    browser = Browser()
    assert browser.enter(crm, number, name, pin=PIN, again=PIN).status == 200
    return browser


def token_of(browser: Browser) -> str:
    return browser.cookies[cookie_name("lab_student", records_here())]


def says(answer: Answer, word: str, language: Language = "en", **values: str) -> bool:
    return say(word, language, **values) in unescape(answer.text)
