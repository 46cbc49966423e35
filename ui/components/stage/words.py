"""What the stage says: its buttons, its sheets, and which key does what, in both languages."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from courseware.text import Language, Text

_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "next": Text(en="Next", zh="下一页"),
        "back": Text(en="Back", zh="上一页"),
        "reveal": Text(en="Reveal", zh="揭晓"),
        "black": Text(en="Black screen", zh="黑屏"),
        "overview": Text(en="Overview", zh="总览"),
        "full": Text(en="Full screen", zh="全屏"),
        "timer": Text(en="Timer", zh="计时"),
        "pick": Text(en="Draw a name", zh="点名"),
        "groups": Text(en="Groups", zh="分组"),
        "board": Text(en="Whiteboard", zh="白板"),
        "qr": Text(en="QR code of the lesson", zh="本课二维码"),
        "tongue": Text(en="Language", zh="语言"),
        "help": Text(en="Keys", zh="按键"),
        "paper": Text(en="On paper", zh="打印"),
        "leave": Text(en="End the presentation", zh="结束放映"),
        "go_to": Text(en="Go to slide", zh="转到第几页"),
        "go_hint": Text(en="A number or a word of the title, then Enter", zh="输入页码或标题中的词，按回车"),
        "go_none": Text(en="No such slide", zh="没有这一页"),
        "close": Text(en="Close", zh="关闭"),
        "keys_on": Text(en="Keys are on: switch them off", zh="按键已启用：点此停用"),
        "keys_off": Text(en="Keys are off: switch them on", zh="按键已停用：点此启用"),
        "slide_of": Text(en="Slide {n} of {all}", zh="第 {n} 页，共 {all} 页"),
        "is_black": Text(en="The screen is black. Press B to go on.", zh="屏幕已黑。按 B 键恢复。"),
        "tools": Text(en="Presentation", zh="放映"),
        "minus": Text(en="One minute less", zh="减一分钟"),
        "plus": Text(en="One minute more", zh="加一分钟"),
        "pause": Text(en="Pause", zh="暂停"),
        "resume": Text(en="Go on", zh="继续"),
        "speaker": Text(en="Speaker view", zh="演讲者视图"),
        "hall": Text(en="Slides", zh="放映窗口"),
        "not_opened": Text(
            en="The browser kept the window from opening: allow pop-ups for this page.",
            zh="浏览器拦截了新窗口：请允许本页弹出窗口。",
        ),
        "clock": Text(en="Clock of the class", zh="课堂时钟"),
        "clock_start": Text(en="Start the clock", zh="开始计时"),
        "clock_pause": Text(en="Pause the clock", zh="暂停计时"),
        "clock_resume": Text(en="Go on with the clock", zh="继续计时"),
        "clock_waiting": Text(en="Clock not started", zh="尚未计时"),
        "clock_ended": Text(en="The class is over", zh="已下课"),
        "end": Text(en="End the class", zh="下课"),
        "anew": Text(en="Start anew", zh="重新开始"),
        "anew_sure": Text(en="Start anew: press again", zh="再按一次，重新开始"),
        "end_sure": Text(en="End: press again", zh="再按一次，下课"),
        "whole": Text(en="Whole class", zh="整堂课"),
        "this_step": Text(en="This step", zh="本步骤"),
        "on_time": Text(en="on time", zh="进度正常"),
        "ahead": Text(en="ahead by {time}", zh="提前 {time}"),
        "behind": Text(en="behind by {time}", zh="落后 {time}"),
        "left": Text(en="{time} left", zh="还剩 {time}"),
        "over": Text(en="over time by {time}", zh="超时 {time}"),
        "hall_is_black": Text(en="The hall is black", zh="投影已黑屏"),
        "time_up": Text(en="Time is up", zh="时间到"),
        "bigger": Text(en="Fill the screen", zh="全屏显示"),
        "smaller": Text(en="Back to the corner", zh="缩回角落"),
        "mute": Text(en="Sound is on: switch it off", zh="提示音已开：点此静音"),
        "unmute": Text(en="Sound is off: switch it on", zh="提示音已关：点此打开"),
        "minutes": Text(en="{n} min", zh="{n} 分钟"),
    }
)
_TONGUE_KEY: Final = "L"
_HELP: Final[tuple[tuple[str, Text], ...]] = (
    (
        "→ ↓ Space PageDown N",
        Text(en="next; first what is hidden here is revealed", zh="下一页；本页有待揭晓的先揭晓"),
    ),
    ("← ↑ PageUp P", Text(en="back", zh="上一页")),
    ("Home / End", Text(en="first or last slide", zh="第一页 / 最后一页")),
    ("R", Text(en="reveal: the run, the answer, the reason", zh="揭晓：运行结果、答案、理由")),
    ("B V .", Text(en="black screen and back", zh="黑屏 / 恢复")),
    ("F / F5", Text(en="full screen; F5 never reloads", zh="全屏；F5 不会刷新页面")),
    ("G", Text(en="go to a slide", zh="转到指定页")),
    ("O", Text(en="overview of all slides", zh="幻灯片总览")),
    (
        "S",
        Text(
            en="speaker view in a second window: notes, clock, what comes next",
            zh="另开演讲者视图：讲稿、时钟、下一页",
        ),
    ),
    (
        "T",
        Text(
            en="timer; again: full size; again: gone",
            zh="计时器；再按放大；再按关闭",
        ),
    ),
    ("M", Text(en="draw a name; → draws the next, ← closes", zh="点名；→ 再点一位，← 关闭")),
    ("U", Text(en="groups; C shuffles again, → or ← closes", zh="分组；C 重新分，→ 或 ← 关闭")),
    ("W", Text(en="whiteboard to type on; → or ← closes", zh="白板，可直接打字；→ 或 ← 关闭")),
    ("Q", Text(en="QR code of the lesson; → or ← closes", zh="本课二维码；→ 或 ← 关闭")),
    (_TONGUE_KEY, Text(en="English, Chinese, both", zh="英文 / 中文 / 双语")),
    ("1 … 9   + −", Text(en="choose a slider, nudge it", zh="选定滑块，微调数值")),
    ("A", Text(en="keep this run and compare", zh="保留这次运行，进行对比")),
    (
        "D",
        Text(
            en="draw the answer on the chart once it is revealed; again: take it away",
            zh="揭晓后把答案画在图上；再按撤下",
        ),
    ),
    ("K", Text(en="play or pause the chart", zh="播放 / 暂停图表")),
    ("C", Text(en="other customers", zh="换一批客户")),
    ("0", Text(en="simulation back to its start", zh="模拟恢复初始设置")),
    ("?", Text(en="this sheet", zh="本说明")),
    ("Esc", Text(en="close what is open", zh="关闭打开的面板")),
)


@cache
def words(language: Language) -> Mapping[str, str]:
    """The stage's words in one language, by name."""
    return {name: text[language] for name, text in _WORDS.items()}


@cache
def help_rows(*, has_tongues: bool = True) -> list[list[str]]:
    """Which keys do what: the keys, then the same in English and in Chinese.

    A course of one language has no other to go to.
    """
    return [[keys, text.en, text.zh] for keys, text in _HELP if has_tongues or keys != _TONGUE_KEY]
