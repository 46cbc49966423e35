"""The rules by which a mark comes about, as sentences that stand beside the numbers."""

from collections.abc import Iterator
from fractions import Fraction

from classroom.gradebook.rounding import plain
from courseware.text import Text
from lessons.marking import MarkPart, Rounding

MEAN = Text(en="The mean of what counts.", zh="取计入各项的平均值。")
WEIGHTED = Text(en="The mean of the parts by their weights.", zh="按权重对各部分求平均。")
NORMALISED = Text(
    en="Parts without a mark are left out; the weights of the others make up the whole.",
    zh="没有成绩的部分不计入，其余部分的权重按比例补足。",
)
NOTHING = Text(en="Nothing is asked for here yet.", zh="这里还没有要求。")
EXCUSED = Text(en="Excused: it does not count.", zh="已准免，不计入。")
BEST_OF = Text(en="Only the best {n} count.", zh="只计最好的 {n} 次。")
DROPPED = Text(en="The lowest {n} are dropped.", zh="去掉最低的 {n} 次。")
ZERO = Text(en="What is missing counts as zero.", zh="缺项按零分计。")
LEAVE_OUT = Text(en="What is missing is left out.", zh="缺项不计入。")
SO_FAR = Text(en="So far: what is missing is left out.", zh="截至目前：缺项暂不计入。")
CAPPED = Text(en="It comes to no more than {cap}.", zh="最高计 {cap} 分。")
ROUNDED = (
    Text(en="Rounded to a whole number; halves go up.", zh="四舍五入取整数。"),
    Text(en="Rounded to one decimal; halves go up.", zh="四舍五入保留一位小数。"),
)
OVERRIDDEN = Text(
    en="Set to {value} by {by}: {why}. The rules give {computed}.",
    zh="由 {by} 定为 {value}，原因：{why}。按规则应为 {computed}。",
)
ATTENDANCE = Text(
    en="Present counts 100, late {late}, absent 0; excused days are left out.",
    zh="出勤计 100，迟到计 {late}，缺勤计 0；请假不计入。",
)
LESSONS = Text(
    en="Each lesson: the points of its graded questions out of 100; what was not answered in a lesson that "
    "was begun has no points.",
    zh="每课按计分题得分折算为百分制；已开始的课中没作答的题得 0 分。",
)
ENTERED = Text(en="Entered by the teacher.", zh="由教师录入。")
ASSIGNMENTS = Text(en="The points of each assignment out of 100.", zh="每次布置按得分折算为百分制。")
PEER = Text(en="The mark of the group times the student's factor.", zh="小组成绩乘以个人系数。")
_ORIGINS = {"lessons": LESSONS, "entered": ENTERED, "assignments": ASSIGNMENTS, "peer": PEER}


def leaf_rules(part: MarkPart, *, so_far: bool) -> Iterator[Text]:
    """How a part without parts is worked out."""
    if part.from_ == "attendance":
        yield ATTENDANCE.fill({"late": plain(Fraction(str(part.late)) * 100)})
    elif part.from_:
        yield _ORIGINS[part.from_]
    if part.best_of is not None:
        yield BEST_OF.fill({"n": part.best_of})
    elif part.drop_lowest:
        yield DROPPED.fill({"n": part.drop_lowest})
    if so_far:
        yield SO_FAR
    else:
        yield ZERO if part.missing == "zero" else LEAVE_OUT
    if part.cap < 100:
        yield CAPPED.fill({"cap": part.cap})


def rounded(rounding: Rounding) -> Text:
    """How marks are rounded."""
    return ROUNDED[rounding.decimals]
