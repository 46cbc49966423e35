"""Whether every param is used: one that is not is a slip of spelling or has been forgotten."""

from collections.abc import Iterator
from typing import Final

from courseware.advice import did_you_mean
from courseware.text import Text
from exercises.fillin import names_in
from exercises.formula import Formula
from exercises.item import Item, walk
from exercises.kind import Finding


def unused_params(item: Item) -> Iterator[Finding]:
    """The params that neither a formula nor a text names."""
    used = {name for _, formula in walk(item, Formula) for name in formula.compiled.names}
    used |= {name for _, text in walk(item, Text) for name in names_in(text)}
    for name in item.params:
        if name not in used:
            message = Text(en=f"The param {name} is used nowhere.", zh=f"参数 {name} 没有被用到。")
            advice = did_you_mean(name, sorted(used - {name}), _DELETE)
            yield Finding(("params", name), message, advice, "warning")


_DELETE: Final = Text(en="Delete it.", zh="请删除。")
