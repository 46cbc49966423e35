"""The address at which a student's own device finds the lesson."""

import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from courseware.problem import ReaderError
from courseware.text import Text
from web.access.caller import is_this_computer

_NO_ADDRESS = Text(
    en="{said} is no address. Write it as 192.168.1.20:8501 or https://lab.example.edu.",
    zh="“{said}”不是网址。请写成 192.168.1.20:8501 或 https://lab.example.edu 的形式。",
)


def base_of(seen: str, in_network: Callable[[], str | None]) -> str:
    """The lab's address for others: as the teacher's page sees it, or this computer's in its network.

    `in_network` tells this computer's number in its network, if it has one.

    >>> base_of("http://localhost:8501/present?lesson=x", lambda: "192.168.1.20")
    'http://192.168.1.20:8501'
    >>> base_of("https://school.example/lab/present", lambda: None)
    'https://school.example/lab'
    """
    parts = urlsplit(seen)
    host, port = parts.hostname or "localhost", parts.port
    if is_this_computer(host):
        host = in_network() or host
    name = f"[{host}]" if ":" in host else host
    above = parts.path.rstrip("/").rpartition("/")[0]
    return f"{parts.scheme or 'http'}://{name}{f':{port}' if port else ''}{above}"


def read_base(said: str) -> str:
    """An address as a teacher types it, made whole; a ReaderError if it is none.

    >>> read_base(" 192.168.1.20:8501/ ")
    'http://192.168.1.20:8501'
    """
    whole = (said if "://" in said else f"http://{said.strip()}").strip().rstrip("/")
    try:
        parts = urlsplit(whole)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address or any(letter.isspace() for letter in whole) or len(whole) > 200:
        raise ReaderError(_NO_ADDRESS.fill({"said": said.strip()[:60]}))
    return whole


def in_network() -> str | None:
    """This computer's number in the network it is in; None if it is in none. Nothing is sent."""
    for far, family in (("192.0.2.1", socket.AF_INET), ("2001:db8::1", socket.AF_INET6)):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((far, 9))
                found = str(probe.getsockname()[0]).partition("%")[0]
        except OSError:
            continue
        if not is_this_computer(found):
            return found
    return _by_name()


def _by_name() -> str | None:
    """The same without a way out of the network: what this computer's own name leads to."""
    try:
        known = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return None
    numbers = [str(entry[4][0]) for entry in known]
    return next((number for number in numbers if not is_this_computer(number)), None)
