"""Questions carried out of the lab into other platforms, and brought in from there."""

from exercises.portable.question import (
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
from interchange.variants import freeze

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
