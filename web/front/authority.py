"""The part of an address that says which computer and which port: lab.school.edu:8501."""

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import Final, NamedTuple
from urllib.parse import urlsplit

_PORTS: Final = {"http": 80, "https": 443}


class Authority(NamedTuple):
    """A name or number in lower case, and the port if one is said."""

    name: str
    port: int | None


@lru_cache(maxsize=1024)
def read_authority(said: str) -> Authority | None:
    """What a Host header names; None if it is no name and port and nothing else.

    >>> read_authority("Lab.School.edu.:80"), read_authority("[::1]:8501").name
    (Authority(name='lab.school.edu', port=80), '::1')
    >>> [read_authority(said) for said in ("", "a@b", "lab/x", "lab:port", "lab:", "a b")]
    [None, None, None, None, None, None]
    """
    if said.endswith(":") or any(letter.isspace() or letter in "@/?#\\" for letter in said):
        return None
    try:
        parts = urlsplit(f"//{said}")
        name, port = (parts.hostname or "").removesuffix("."), parts.port
    except ValueError:
        return None
    return Authority(name, port) if name else None


@lru_cache(maxsize=1024)
def is_same_place(origin: str, host: str) -> bool:
    """Whether the page at `origin` was served from `host`: the same name and the same port.

    >>> is_same_place("https://lab.school.edu", "lab.school.edu:443")
    True
    >>> [is_same_place(origin, "127.0.0.1:8501") for origin in ("http://127.0.0.1:9191", "null")]
    [False, False]
    """
    scheme, _, rest = origin.partition("://")
    usual = _PORTS.get(scheme.lower())
    theirs, ours = read_authority(rest), read_authority(host)
    if usual is None or theirs is None or ours is None:
        return False
    return (theirs.name, theirs.port or usual) == (ours.name, ours.port or usual)


def is_number(name: str) -> bool:
    """Whether a name is an IP address written out.

    >>> is_number("192.168.1.20"), is_number("::1"), is_number("lab.school.edu")
    (True, True, False)
    """
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_this_computer(name: str) -> bool:
    """Whether a name or number means this computer wherever it is said.

    >>> [is_this_computer(name) for name in ("localhost", "127.0.0.1", "::1", "lab.local")]
    [True, True, True, False]
    """
    return name == "localhost" or (is_number(name) and ip_address(name).is_loopback)


class Networks:
    """Addresses of whole networks.

    >>> "10.1.2.3" in Networks(["10.0.0.0/8"]), "10.1.2.3" in Networks([]), "unix" in Networks(["::/0"])
    (True, False, False)
    """

    def __init__(self, networks: Iterable[str]) -> None:
        self._networks = tuple(ip_network(network) for network in networks)

    def __contains__(self, address: object) -> bool:
        return is_number(str(address)) and any(ip_address(str(address)) in one for one in self._networks)
