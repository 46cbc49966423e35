"""How many may come in, under which names, and through which proxy: the settings of the web front."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_network
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text

HOSTS: Final = "LAB_HOSTS"
PROXY: Final = "LAB_PROXY"
SHARED: Final = "LAB_SHARED"
CLASS: Final = "LAB_CLASS"
GUESTS: Final = "LAB_GUESTS"
SEATS: Final = "LAB_SEATS"
SEATS_PER_ADDRESS: Final = "LAB_SEATS_PER_ADDRESS"
_SEATS: Final = 400
_PER_ADDRESS: Final = 200
"""A whole computer room, or two, may reach the lab from one address."""
_MOST: Final = 100_000


@dataclass(frozen=True)
class WebSettings:
    """What whoever starts the lab has set: names it answers to, trusted proxies, seats."""

    hosts: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    seats: int = _SEATS
    seats_per_address: int = _PER_ADDRESS
    is_shared: bool = False
    """Whether nobody is the owner of this computer, even at it: behind a proxy, or because it was set."""
    is_class: bool = False
    """Whether students are asked to sign in even before a class has a list."""
    lets_guests_in: bool = True
    """Whether who has not signed in may look and practise."""


def read_settings(environment: Mapping[str, str]) -> WebSettings:
    """The settings in these variables; a ReaderError names the one that cannot be used.

    >>> read_settings({"LAB_HOSTS": "lab.school.edu, *.school.edu", "LAB_SEATS": "60"}).seats
    60
    """
    proxies = tuple(_network(name) for name in _listed(environment, PROXY))
    return WebSettings(
        hosts=tuple(_host(name) for name in _listed(environment, HOSTS)),
        proxies=proxies,
        seats=_count(environment, SEATS, _SEATS),
        seats_per_address=_count(environment, SEATS_PER_ADDRESS, _PER_ADDRESS),
        is_shared=bool(proxies) or _switch(environment, SHARED),
        is_class=_switch(environment, CLASS),
        lets_guests_in=_switch(environment, GUESTS, usual=True),
    )


@cache
def settings_here() -> WebSettings:
    """The settings of this process, read once."""
    return read_settings(os.environ)


def _listed(environment: Mapping[str, str], name: str) -> list[str]:
    return [part.strip() for part in environment.get(name, "").split(",") if part.strip()]


def _host(name: str) -> str:
    plain = name.lower().rstrip(".").removeprefix("[").removesuffix("]")
    letters = plain.removeprefix("*.")
    if not letters or any(letter in letters for letter in "*/@ ?#"):
        raise ReaderError(_NO_HOST.fill({"setting": HOSTS, "value": name}))
    return plain


def _network(name: str) -> str:
    try:
        return str(ip_network(name, strict=False))
    except ValueError as error:
        raise ReaderError(_NO_NETWORK.fill({"setting": PROXY, "value": name})) from error


def _switch(environment: Mapping[str, str], name: str, *, usual: bool = False) -> bool:
    said = environment.get(name, "").strip()
    if said not in ("", "0", "1"):
        raise ReaderError(_NO_SWITCH.fill({"setting": name, "value": said}))
    return said == "1" if said else usual


def _count(environment: Mapping[str, str], name: str, default: int) -> int:
    said = environment.get(name, "").strip()
    if not said:
        return default
    if not (said.isascii() and said.isdigit() and 1 <= int(said[:9]) <= _MOST and len(said) < 9):
        raise ReaderError(_NO_COUNT.fill({"setting": name, "value": said, "most": _MOST}))
    return int(said)


_NO_HOST: Final = Text(
    en="{setting} lists the names of the lab, separated by commas, for example lab.school.edu or "
    "*.school.edu; {value} is none. Leave out https:// and the port.",
    zh="{setting} 应为实验室的域名，用逗号隔开，例如 lab.school.edu 或 *.school.edu；"
    "{value} 不是域名。不要写 https:// 和端口。",
)
_NO_NETWORK: Final = Text(
    en="{setting} lists the addresses of trusted proxies, for example 127.0.0.1 or 10.0.0.0/8; "
    "{value} is no such address.",
    zh="{setting} 应为可信代理服务器的地址，例如 127.0.0.1 或 10.0.0.0/8；{value} 不是这样的地址。",
)
_NO_SWITCH: Final = Text(
    en="{setting} is 1 for yes or 0 for no; got {value}.",
    zh="{setting} 应为 1（是）或 0（否），现在是 {value}。",
)
_NO_COUNT: Final = Text(
    en="{setting} is a whole number from 1 to {most}; got {value}.",
    zh="{setting} 应为 1 到 {most} 的整数，现在是 {value}。",
)
