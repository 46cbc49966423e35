"""The charts that a browser sends for a Word document: PNG alone, few and small, written anew."""

import json
from base64 import b64decode
from collections.abc import Collection
from io import BytesIO
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text

LARGEST: Final = 1_500_000
"""Bytes of one picture; a chart has a tenth of that."""
_WIDEST: Final = 2_600
"""Pixels on either side: a chart is drawn twice as fine as on the screen."""
_BAD: Final = Text(
    en="The pictures of the charts cannot be used. Reload the report, wait until the charts are drawn, "
    "then take the Word document again.",
    zh="图表图片无法使用。请刷新报告页面，等图表画好后再下载 Word 文档。",
)


def read_pictures(sent: str, expected: Collection[str]) -> dict[str, bytes]:
    """The pictures by the names of their charts; a ReaderError if one is none, too large or not asked for.

    None at all is no mistake: then the charts are told in words.
    """
    if not sent.strip():
        return {}
    try:
        found = json.loads(sent)
    except (ValueError, RecursionError) as error:
        raise ReaderError(_BAD) from error
    if not isinstance(found, dict) or not found.keys() <= set(expected):
        raise ReaderError(_BAD)
    return {name: _picture(written) for name, written in found.items()}


def _picture(written: object) -> bytes:
    """The picture written anew, so that nothing but its points goes into a document."""
    from PIL import Image

    if not isinstance(written, str) or len(written) > LARGEST * 4 // 3 + 4:
        raise ReaderError(_BAD)
    try:
        with Image.open(BytesIO(b64decode(written, validate=True)), formats=("PNG",)) as picture:
            if max(picture.size) > _WIDEST:
                raise ReaderError(_BAD)
            out = BytesIO()
            picture.convert("RGB").save(out, "PNG")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ReaderError(_BAD) from error
    return out.getvalue()
