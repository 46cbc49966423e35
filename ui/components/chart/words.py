"""What the chart says around the picture, in both languages."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from courseware.text import Language, Text

_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "play": Text(en="Play", zh="播放"),
        "pause": Text(en="Pause", zh="暂停"),
        "moment": Text(en="Moment shown", zh="当前时刻"),
        "table": Text(en="Show as table", zh="显示为表格"),
        "picture": Text(en="Show as chart", zh="显示为图"),
        "loading": Text(en="Drawing the chart …", zh="正在绘图……"),
        "failed": Text(
            en="The chart could not be drawn because its script did not arrive. Check that the lab is "
            "still running, then try again.",
            zh="绘图程序没有加载成功，图暂时画不出来。请确认实验室仍在运行，然后重试。",
        ),
        "fetching": Text(en="Fetching the table …", zh="正在读取数据表……"),
        "no_table": Text(
            en="The table did not arrive. Check that the lab is still running, then show it once more.",
            zh="数据表没有读取成功。请确认实验室仍在运行，然后再次打开。",
        ),
        "retry": Text(en="Try again", zh="重试"),
        "rows_left": Text(
            en="The first {shown} of {all} rows. The whole table is in the CSV file.",
            zh="这里列出前 {shown} 行，共 {all} 行；完整数据见 CSV 文件。",
        ),
    }
)


@cache
def words(language: Language) -> Mapping[str, str]:
    """The chart's words in one language, by name."""
    return {name: text[language] for name, text in _WORDS.items()}
