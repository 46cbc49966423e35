"""The lab behind a real nginx and a real Caddy, with the files that deploy/ gives for them."""

import asyncio
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, read
from tests.browser.server import Lab, free_port, lab_in
from tests.web.client import fetch, is_drawn, run_page
from tests.web.proxies import NAME, Certificate, make_certificate, proxy, running
from tests.websocket import dial

pytestmark = pytest.mark.slow  # starts the lab and two proxies


@dataclass(frozen=True)
class Site:
    """A lab as visitors reach it through a proxy, with the certificate they trust."""

    address: str
    trust: ssl.SSLContext
    lab: Lab


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """A fresh certificate."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A lab as the service file starts it."""
    with lab_in(tmp_path_factory.mktemp("behind"), {"LAB_HOSTS": NAME, "LAB_PROXY": "127.0.0.1"}) as opened:
        yield opened


@contextmanager
def nginx(sites: str, folder: Path, *ports: int) -> Iterator[None]:
    """An nginx with these servers."""
    places = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"pid {folder}/pid; error_log stderr; events {{}} http {{ access_log off; {places} {sites} }}"
    (folder / "nginx.conf").write_text(whole)
    command = [proxy("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    with running(command, folder, ports):
        yield


@contextmanager
def caddy(sites: str, folder: Path, *ports: int) -> Iterator[None]:
    """A Caddy with these sites, which changes nothing outside of its folder."""
    alone = f"{{\n\tadmin off\n\tauto_https disable_redirects\n\thttp_port {free_port()}\n"
    (folder / "Caddyfile").write_text(sites.replace("{\n", alone, 1))
    with running([proxy("caddy"), "run", "--config", str(folder / "Caddyfile")], folder, ports):
        yield


def with_ours(text: str, certificate: Certificate, lab: Lab) -> str:
    """A file of deploy/ with the certificate and the lab of these tests in place of the school's."""
    text = text.replace(f"/etc/ssl/{NAME}.pem", str(certificate.file))
    text = text.replace(f"/etc/ssl/{NAME}.key", str(certificate.key))
    return text.replace("127.0.0.1:8501", lab.address.removeprefix("http://"))


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def site(
    request: pytest.FixtureRequest,
    certificate: Certificate,
    lab: Lab,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Site]:
    """The lab behind each of the two."""
    folder, port, plain = tmp_path_factory.mktemp(request.param), free_port(), free_port()
    trust = ssl.create_default_context(cafile=str(certificate.file))
    found = Site(f"https://{NAME}:{port}", trust, lab)
    if request.param == "nginx":
        text = with_ours(read(Path("deploy/nginx.conf")), certificate, lab)
        text = text.replace("listen 80;", f"listen 127.0.0.1:{plain};").replace(
            "443 ssl", f"127.0.0.1:{port} ssl"
        )
        with nginx(text, folder, port, plain):
            yield found
    else:
        text = with_ours(read(Path("deploy/Caddyfile")), certificate, lab)
        with caddy(re.sub(rf"^{NAME} ", f"{NAME}:{port} ", text, flags=re.MULTILINE), folder, port):
            yield found


def test_a_page_runs_over_https_through_its_socket(site: Site) -> None:
    async def story() -> bool:
        port = int(site.address.rpartition(":")[2])
        async with dial(site.address, host="127.0.0.1", port=port, ssl=site.trust) as line:
            return is_drawn(await run_page(line))

    front = fetch(site.address, "/", trust=site.trust)

    assert (front.status, '<div id="root">' in front.text) == (200, True)
    assert asyncio.run(story())
    assert fetch(site.address, "/healthz", trust=site.trust).text == "ok"


def test_cookies_are_for_https_alone(site: Site) -> None:
    cookies = fetch(site.address, "/", trust=site.trust).cookies

    assert cookies
    assert all("Secure" in cookie for cookie in cookies)


def test_no_visitor_is_the_teacher_by_coming_through_the_proxy_whatever_the_visitor_says(site: Site) -> None:
    lies: list[dict[str, str]] = [
        {},
        {"X-Forwarded-For": "127.0.0.1"},
        {"X-Real-IP": "127.0.0.1"},
        {"Forwarded": "for=127.0.0.1"},
    ]

    assert {fetch(site.address, "/desk/stamp", headers=lie, trust=site.trust).status for lie in lies} == {403}


def test_a_foreign_page_is_refused_through_the_proxy_too(site: Site) -> None:
    said = fetch(
        site.address, "/x", "POST", {"Origin": site.address.replace("lab.", "evil.")}, trust=site.trust
    )

    assert said.status == 403


def test_a_bare_proxy_pass_opens_neither_desk_nor_page(tmp_path: Path) -> None:
    """A lab that was told of no proxy, and a proxy that was told nothing: as quickly done as it is wrong."""
    port = free_port()
    with lab_in(tmp_path, {}) as alone:
        bare = f"server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass {alone.address}; }} }}"
        with nginx(bare, tmp_path, port):
            through = f"http://127.0.0.1:{port}"
            answers = [fetch(through, path) for path in ("/", "/desk/stamp", "/print/key/satisfaction")]
            health = fetch(through, "/_stcore/health").status

    assert [answer.status for answer in answers] == [400] * 3
    assert "deploy/README.md" in answers[0].text
    assert health == 200


def test_the_service_keeps_the_lab_to_its_own_computer() -> None:
    service = (ROOT / "deploy" / "crm-lab.service").read_text(encoding="utf-8")

    assert "--host" not in service
    assert "LAB_PROXY=127.0.0.1" in service
    assert f"LAB_HOSTS={NAME}" in service
