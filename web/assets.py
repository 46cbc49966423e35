"""What the browser loads from us: scripts and pictures, each kept in memory, packed once, cached for ever."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Final

PREFIX: Final = "/lab-assets"
_HERE: Final = Path(__file__).resolve().parents[1] / "ui" / "components"
_ACE: Final = ("ace.js", "mode-yaml.js", "ext-language_tools.js", "ext-searchbox.js")
_KINDS: Final = MappingProxyType({".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"})


@dataclass(frozen=True)
class Asset:
    """One file for the browser: its address, which changes with its content, its type and its bytes."""

    url: str
    kind: str
    body: bytes

    @cached_property
    def packed(self) -> bytes:
        """The gzipped bytes, compressed when first asked for."""
        return gzip.compress(self.body, 6, mtime=0)


@cache
def plotly() -> Asset:
    """Plotly's script as the installed plotly package ships it."""
    return _foreign("plotly", (_installed("plotly") / "package_data" / "plotly.min.js").read_bytes())


@cache
def ace() -> Asset:
    """The scripts of the Ace editor as the installed django_ace package ships them: those we use, as one.

    The package itself is never imported, since it would ask for Django.
    """
    folder = _installed("django_ace") / "static" / "django_ace" / "ace"
    return _foreign("ace", b"\n;\n".join((folder / name).read_bytes() for name in _ACE))


@cache
def ours() -> Mapping[str, Asset]:
    """Our own scripts by their path under this folder, such as ``chart/chart.js``.

    One digest of them all stands in every address, so that a script may import another by a relative path.
    """
    paths = sorted(path for path in _HERE.rglob("*") if path.suffix in _KINDS)
    bodies = {path.relative_to(_HERE).as_posix(): path.read_bytes() for path in paths}
    folder = f"{PREFIX}/{_digest(list(bodies.values()))}"
    return MappingProxyType(
        {name: Asset(f"{folder}/{name}", _KINDS[Path(name).suffix], body) for name, body in bodies.items()}
    )


@cache
def by_address() -> Mapping[str, Asset]:
    """Every asset by the address it is served at."""
    return MappingProxyType({asset.url: asset for asset in (plotly(), ace(), *ours().values())})


def entry(name: str) -> str:
    """The few lines that a component hands to the page: they fetch the script `name` and call it.

    Streamlit sends a component's script with every run, so what is sent must be short. What a component
    marks as `data-undrawn` is so until then, and the page is not at rest.
    """
    return f"""
const script = new URL({ours()[name].url!r}, location.origin);
export default async (component) => {{
  const leave = (await import(script)).default(component);
  component.parentElement.querySelector('[data-undrawn]')?.removeAttribute('data-undrawn');
  return leave;
}};
"""


def style(*names: str) -> str:
    """The style sheets with these paths under this folder, one after the other."""
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in names)


def _installed(package: str) -> Path:
    """The folder of an installed package, found without importing it."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"The {package} package is not installed, so its scripts cannot be served.")
    return Path(found.origin).parent


def _foreign(name: str, body: bytes) -> Asset:
    return Asset(f"{PREFIX}/{name}-{_digest([body])}.js", _KINDS[".js"], body)


def _digest(bodies: list[bytes]) -> str:
    together = sha256()
    for body in bodies:
        together.update(sha256(body).digest())
    return together.hexdigest()[:12]
