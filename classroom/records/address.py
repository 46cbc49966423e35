"""Where the class record lies: a file on this computer, or a database server of the school."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from classroom.records import errors

DEFAULT: Final = Path(__file__).resolve().parents[2] / "var" / "lab.db"
"""The record of this computer, beside the program and outside of version control."""

SETTING: Final = "LAB_DATABASE_URL"


def address_in(environ: Mapping[str, str]) -> str | None:
    """The address that the school has set, if it has; read once, by whoever starts the lab.

    >>> address_in({"LAB_DATABASE_URL": " "}) is None
    True
    """
    return environ.get(SETTING, "").strip() or None


def folder_in(environ: Mapping[str, str]) -> Path:
    """Where the lab keeps what is its own: beside the record, or in ``var`` if that is on a server."""
    address = read_address(address_in(environ))
    return (address if isinstance(address, Path) else DEFAULT).parent


def read_address(where: str | Path | None) -> URL | Path:
    """A file's absolute path, or the address of a server; a ReaderError tells of anything else."""
    if where is None or isinstance(where, Path):
        return (where or DEFAULT).resolve()
    if "://" not in where:
        return Path(where).expanduser().resolve()
    url = _parse(where)
    if url.get_backend_name() == "postgresql":
        return url
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:") or url.query:
        raise errors.say(errors.BAD_ADDRESS, where=show(url))
    return Path(str(url.database)).resolve()


def _parse(where: str) -> URL:
    scheme, rest = where.split("://", 1)
    scheme = "postgresql" if scheme == "postgres" else scheme
    try:
        return make_url(f"{scheme}://{rest}")
    except (ArgumentError, ValueError) as error:
        # what stands behind :// may be a password
        raise errors.say(errors.BAD_ADDRESS, where=f"{scheme}://…") from error


def show(address: URL | Path) -> str:
    """The address as it may be shown and logged: without a password, wherever in it one stands.

    >>> show(make_url("postgresql://li:sesame@db/lab?sslpassword=open&sslmode=require"))
    'postgresql://li:***@db/lab?sslmode=require&sslpassword=%2A%2A%2A'
    """
    if isinstance(address, Path):
        return str(address)
    hidden = {name: "***" for name in address.query if "password" in name}
    return address.update_query_dict(hidden).render_as_string(hide_password=True)
