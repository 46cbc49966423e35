"""Writes the bill of materials: every package that the lab runs on, with version and hashes, as CycloneDX."""

import sys
from pathlib import Path
from typing import Final

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL
from packaging.requirements import Requirement

LOCK: Final = Path("requirements/run.txt")
OUT: Final = Path("out/sbom.cdx.json")
_HASH: Final = "--hash=sha256:"


def components(lock: str) -> list[Component]:
    """The packages of a lock file, one for each version; some Pythons get other versions than others."""
    found: list[Component] = []
    for block in _blocks(lock):
        wish = Requirement(block[0].rstrip(" \\"))
        version = str(wish.specifier).removeprefix("==")
        hashes = [line.strip(" \\").removeprefix(_HASH) for line in block if line.strip().startswith(_HASH)]
        found.append(
            Component(
                type=ComponentType.LIBRARY,
                name=wish.name,
                version=version,
                bom_ref=f"{wish.name}=={version}",
                purl=PackageURL("pypi", name=wish.name, version=version),
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one) for one in hashes],
            )
        )
    return found


def _blocks(lock: str) -> list[list[str]]:
    """The lines of each package: its name and version, then its hashes."""
    blocks: list[list[str]] = []
    for line in lock.splitlines():
        if line[:1].isalnum():
            blocks.append([line])
        elif blocks and line.startswith(" "):
            blocks[-1].append(line)
    return blocks


def bill(lock: str) -> str:
    """The bill of materials as JSON."""
    bom = Bom(components=components(lock))
    bom.metadata.component = Component(type=ComponentType.APPLICATION, name="crm-lab", bom_ref="crm-lab")
    bom.register_dependency(bom.metadata.component, bom.components)
    return make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)


if __name__ == "__main__":
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(bill(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    print(OUT)
    sys.exit()
