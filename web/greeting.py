"""What the lab prints once it is open: addresses that can be typed here and elsewhere, and the desk's."""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

from courseware.text import Language, Text
from web.access.caller import is_this_computer
from web.access.refusal import ENTER
from web.addresses import DESK

_EVERYWHERE: Final = ("0.0.0.0", "::", "")  # noqa: S104
_OPEN: Final = Text(en="The lab is open: {address}", zh="实验室已启动：{address}")
_NETWORK: Final = Text(
    en="For phones and other computers in this network: {address}",
    zh="手机和同一网络中的其他电脑请访问：{address}",
)
_NO_NETWORK: Final = Text(
    en="This computer is in no network at the moment, so other devices cannot reach it.",
    zh="这台电脑目前没有连接网络，其他设备无法访问。",
)
_DESK: Final = Text(en="The teacher's desk: {address}", zh="备课台：{address}")
_DESK_HERE: Final = Text(
    en="The teacher's desk, on this computer (this link works once): {address}",
    zh="备课台（本机，此链接只能使用一次）：{address}",
)
_DESK_ELSEWHERE: Final = Text(
    en="The teacher's desk, from another computer (this link works once): {address}",
    zh="备课台（其他电脑，此链接只能使用一次）：{address}",
)
_GUESTS: Final = Text(
    en="Every browser is a guest with work of its own, kept for {days} days after the last visit.",
    zh="每个浏览器都是独立的访客，学习记录保留到最后一次访问后 {days} 天。",
)
_CLOSE: Final = Text(en="Ctrl-C closes it.", zh="按 Ctrl-C 关闭。")


def greeting(
    host: str,
    port: int,
    language: Language,
    *,
    in_network: Callable[[], str | None],
    new_link: Callable[[], str],
    days: int,
    needs_key: bool,
) -> str:
    """The lines for the terminal.

    `new_link` makes the token of a link, `days` is how long guests are kept; `needs_key` says that nobody
    is let in without key or link, not even at this computer.
    """
    everywhere, is_open = host in _EVERYWHERE, not is_this_computer(host)
    here = base(host if is_open and not everywhere else "localhost", port)
    number = in_network() if everywhere else None
    lines = [_OPEN.fill({"address": here})]
    if everywhere:
        lines.append(_NETWORK.fill({"address": base(number, port)}) if number else _NO_NETWORK)
    if is_open or needs_key:
        lines.append(_DESK_HERE.fill({"address": link_of(here, new_link())}))
    else:
        lines.append(_DESK.fill({"address": f"{here}/{DESK}"}))
    if number:
        lines.append(_DESK_ELSEWHERE.fill({"address": link_of(base(number, port), new_link())}))
    if is_open:
        lines.append(_GUESTS.fill({"days": days}))
    return "\n".join(line[language] for line in (*lines, _CLOSE))


def base(host: str, port: int) -> str:
    """The address of a lab.

    >>> base("::1", 8501)
    'http://[::1]:8501'
    """
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def link_of(where: str, token: str) -> str:
    """The link that lets one browser in."""
    return f"{where}{ENTER}?{urlencode({'link': token})}"
