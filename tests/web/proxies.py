"""Real proxies for tests, with the files of deploy/ and a certificate of their own, ended afterwards."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import create_connection

from tests.programs import program

NAME = "lab.school.edu"
_PATH = f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin"
"""Debian puts nginx where only an administrator's shell looks."""


@dataclass(frozen=True)
class Certificate:
    """A certificate for the school's name, made for these tests."""

    file: Path
    key: Path


def make_certificate(folder: Path) -> Certificate:
    """A fresh certificate."""
    made = Certificate(folder / "lab.pem", folder / "lab.key")
    command = [program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    more = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME},DNS:localhost"]
    subprocess.run([*command, *more, "-keyout", made.key, "-out", made.file], check=True, capture_output=True)
    return made


@contextmanager
def running(command: list[str], folder: Path, ports: tuple[int, ...]) -> Iterator[None]:
    """A proxy that is ended afterwards, once it answers at its ports."""
    with (folder / "proxy.log").open("wb") as log:
        environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    try:
        for port in ports:
            _wait(port, process, folder)
        yield
    finally:
        process.terminate()
        process.wait(10)


def _wait(port: int, process: "subprocess.Popen[bytes]", folder: Path) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        try:
            create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError((folder / "proxy.log").read_text())


def proxy(name: str) -> str:
    """Where this proxy is, Debian's place for nginx included."""
    return shutil.which(name, path=_PATH) or program(name)
