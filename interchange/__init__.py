"""Questions exported to other platforms, and imported from there."""

from exercises.portable.question import (
    ExportedFile,
    Loss,
    Portable,
    PortableNumber,
    PortableOption,
    PortablePair,
    PortableTable,
    RowReport,
    SideFile,
    WantedLanguage,
    bundle,
)
from interchange.variants import freeze

__all__ = [
    "ExportedFile",
    "Loss",
    "Portable",
    "PortableNumber",
    "PortableOption",
    "PortablePair",
    "PortableTable",
    "RowReport",
    "SideFile",
    "WantedLanguage",
    "bundle",
    "freeze",
]
