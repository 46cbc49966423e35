"""Questions carried out of the lab into other platforms, and brought in from there."""

from exercises.carry.freezing import freeze
from exercises.carry.portable import (
    Loss,
    Outcome,
    Portable,
    PortableNumber,
    PortableOption,
    PortablePair,
    PortableTable,
    RowReport,
    SideFile,
    Wanted,
    bundle,
)

__all__ = [
    "Loss",
    "Outcome",
    "Portable",
    "PortableNumber",
    "PortableOption",
    "PortablePair",
    "PortableTable",
    "RowReport",
    "SideFile",
    "Wanted",
    "bundle",
    "freeze",
]
