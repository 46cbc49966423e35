"""Under which names the lab answers, so that no foreign page reaches it by a name of its own."""

import socket
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from courseware.text import Text
from web.access.identity import listens_at
from web.front.authority import is_number, is_this_computer, read_authority
from web.front.refusing import header, refuse
from web.settings import HOSTS


@dataclass(frozen=True)
class HostNames:
    """The names of a lab: `is_open` if others than this computer reach it, `more` as they were set."""

    is_open: bool
    more: frozenset[str]

    def allow(self, host: str) -> bool:
        """Whether a Host header names this lab.

        >>> school = HostNames(is_open=False, more=frozenset({"*.school.edu"}))
        >>> [school.allow(host) for host in ("127.0.0.1:8501", "lab.school.edu", "192.168.1.2")]
        [True, True, False]
        """
        said = read_authority(host)
        if said is None:
            return False
        name = said.name
        if is_this_computer(name) or name in self.more or (self.is_open and is_number(name)):
            return True
        return any(name.endswith(known[1:]) for known in self.more if known.startswith("*."))


def names_of(address: str | None, more: Iterable[str]) -> HostNames:
    """The names of a lab that listens at `address` (None for every one of this computer's)."""
    if address is not None and is_this_computer(address):
        return HostNames(is_open=False, more=frozenset(more))
    own = socket.gethostname().lower()
    short = own.partition(".")[0]
    return HostNames(
        is_open=True, more=frozenset({own, short, f"{short}.local", (address or "localhost").lower(), *more})
    )


class HostCheck:
    """Answers for the names of the lab only; `hosts` are those that were set."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = (), names: HostNames | None = None) -> None:
        self.app, self._hosts, self._said = app, tuple(hosts), names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request under a known name on."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        if _is_passed_on_bare(scope):
            await refuse(scope, receive, send, status=400, words=_BARE)
            return
        host = header(scope, b"host") or ""
        if self._names.allow(host):
            await self.app(scope, receive, send)
            return
        said = read_authority(host)
        values = {"name": said.name[:100] if said else "–", "setting": HOSTS}
        await refuse(scope, receive, send, status=421, words=tuple(text.fill(values) for text in _UNKNOWN))

    @cached_property
    def _names(self) -> HostNames:
        """Only now: the address at which the lab listens is known when it has been opened."""
        return self._said or names_of(listens_at(), self._hosts)


def _is_passed_on_bare(scope: Scope) -> bool:
    """Whether a proxy asks that was not told how: no browser of this century speaks HTTP/1.0.

    It would hide who is asking, and put this computer's own name in place of the one that was asked for.
    """
    return scope.get("http_version") == "1.0" and scope["path"] not in _FOR_MACHINES


_FOR_MACHINES: Final = frozenset({"/healthz", "/_stcore/health"})
_BARE: Final = (
    Text(en="The proxy before the lab is not set up yet", zh="实验室前面的代理服务器尚未配置好"),
    Text(
        en="It speaks HTTP/1.0 to the lab, on which no page can run. What it needs is in deploy/README.md.",
        zh="它用 HTTP/1.0 连接实验室，页面无法运行。所需配置见 deploy/README.zh.md。",
    ),
)
_UNKNOWN: Final = (
    Text(en="The lab does not answer under this name", zh="实验室不使用这个域名"),
    Text(
        en="The address that you opened names “{name}”. Open the lab by the address that was printed when it "
        "was started.",
        zh="你打开的网址中的域名是“{name}”。请使用实验室启动时显示的网址。",
    ),
    Text(
        en="Whoever runs the lab can allow the name with the setting {setting}, for example "
        "{setting}={name}.",
        zh="若要允许这个域名，请在启动实验室时设置 {setting}，例如 {setting}={name}。",
    ),
)
