"""Drawings of the lab's own for what is read: written in words, drawn as SVG in either language."""

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

import yaml

from courseware.language import conventions
from courseware.text import Language
from lessons.drawings.drawing import draw
from lessons.drawings.forms import Drawing
from lessons.drawings.pen import WIDTH, SvgPen

_LIBRARY: Final = Path(__file__).with_name("library")


@cache
def drawings() -> Mapping[str, Drawing]:
    """Every drawing by its name, which is that of its file."""
    return {
        path.stem: Drawing.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted(_LIBRARY.glob("*.yaml"))
    }


@cache
def svg_of(name: str, language: Language) -> str:
    """The drawing as SVG: a picture with a name and a description, in the colours of what is around it."""
    found, pen = drawings()[name], SvgPen()
    height = draw(found, pen, language)
    title, about = escape(found.title[language]), escape(found.about[language])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" role="img" '
        f'lang="{conventions(language).tag}"><title>{title}</title><desc>{about}</desc>'
        f"{''.join(pen.marks)}</svg>"
    )


__all__ = ["Drawing", "drawings", "svg_of"]
