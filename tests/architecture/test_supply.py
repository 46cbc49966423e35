"""The packages that the lab runs on: what is known against them, and the bill that lists them."""

import json
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.architecture.sources import ROOT, read
from tests.architecture.test_lock import locked
from tools.audit import AuditResult, audit, names_in, verdict_of
from tools.sbom import bill


def report(*packages: object) -> str:
    """What pip-audit writes of these packages."""
    return json.dumps({"dependencies": packages, "fixes": []})


def test_a_known_vulnerability_is_named_with_the_version_that_mends_it() -> None:
    found = {"id": "CVE-1", "fix_versions": ["1.2"], "aliases": [], "description": ""}
    said = verdict_of(report({"name": "a", "version": "1.1", "vulns": [found]}))

    assert said.bad == ("a 1.1: CVE-1, mended in 1.2",)
    assert said.show().startswith("VULNERABLE: a 1.1")


def test_what_could_not_be_asked_is_said_and_is_not_called_good() -> None:
    said = verdict_of(
        report({"name": "a", "skip_reason": "not found"}, {"name": "b", "version": "1", "vulns": []})
    )

    assert "NOT CHECKED" in said.show()
    assert "1 of 2" in said.show()
    assert "No known" not in said.show()


def test_an_auditor_that_cannot_answer_leaves_all_packages_unchecked(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("not a requirement at all ==\na==1 \\\n    --hash=sha256:00\n")

    assert audit(lock) == AuditResult(2, names_in(lock), ())


def test_the_bill_lists_every_locked_package_with_its_hashes_and_is_valid_cyclonedx() -> None:
    text = bill(read(Path("requirements/run.txt")))
    listed = json.loads(text)["components"]

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert {one["name"] for one in listed} == set(locked("run"))
    assert all(one["version"] and one["hashes"] for one in listed)


def test_the_audit_is_a_step_before_a_change_is_taken_in() -> None:
    assert "make audit" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
