"""What a teacher is told about a row of the sheet that cannot become a question."""

from typing import Final

from courseware.text import Text

POINT_NAMES: Final = Text(
    en="The lab has numbers for knowledge points; these names were left behind: {en}.",
    zh="本实验室的知识点用编号，这些名称没有带入：{zh}。",
)
LETTERED: Final = Text(
    en="The letters typed before its options (A., B., …) were taken away: the lab letters options itself, "
    "in an order of its own.",
    zh="选项文字前手写的字母（A.、B. 等）已去掉：本实验室会打乱选项并自动编号。",
)
NO_HEAD_HERE: Final = Text(
    en="This sheet was not read: it has no head with 题目类型, 大题题干 and 正确答案.",
    zh="这个工作表没有读取：没有找到含“题目类型”“大题题干”“正确答案”的表头。",
)
TOO_WIDE: Final = Text(
    en="The columns of this sheet after the {most}th were not looked at.",
    zh="这个工作表第 {most} 列之后的内容没有读取。",
)
HIDDEN: Final = Text(
    en="This sheet is hidden and was not read. Show it in Excel or WPS to bring its questions in.",
    zh="这个工作表是隐藏的，没有读取。如需导入其中的题目，请先在 Excel 或 WPS 中取消隐藏。",
)
ONLY_HIDDEN: Final = Text(
    en="Only hidden sheets have a head of questions: {names}. Show them in Excel or WPS and try again.",
    zh="只有隐藏的工作表里有题目表头：{names}。请先在 Excel 或 WPS 中取消隐藏再试。",
)
NO_HEAD: Final = Text(
    en="No sheet has a head with 题目类型, 大题题干 and 正确答案 in one of its first 20 rows.",
    zh="没有找到表头：前 20 行中须有一行含“题目类型”“大题题干”“正确答案”。",
)
NO_KIND: Final = Text(en="题目类型 is empty.", zh="“题目类型”是空的。")
OTHER_KIND: Final = Text(
    en="The lab has no {kind}; it takes 单选题, 多选题, 判断题, 填空题, 排序题, 名词解释, 简答题, 论述题.",
    zh="本实验室没有“{kind}”这种题型，可导入的有：单选题、多选题、判断题、填空题、排序题、名词解释、简答题、论述题。",
)
INNER: Final = Text(
    en="A question within a question (小题题干) cannot be taken; give it a row of its own.",
    zh="不支持大题套小题（小题题干），请把小题单独写成一行。",
)
NO_STEM: Final = Text(en="大题题干 is empty.", zh="“大题题干”是空的。")
NO_ANSWER: Final = Text(en="正确答案 is empty.", zh="“正确答案”是空的。")
FEW_OPTIONS: Final = Text(en="It needs two options or more.", zh="选项至少要有两个。")
ONE_ANSWER: Final = Text(
    en="A 单选题 has one right option, not {answer}; more of them make a 多选题.",
    zh="单选题只能有一个正确选项，这里是“{answer}”；多个正确请改为多选题。",
)
ALL_RIGHT: Final = Text(
    en="Every option is right. The lab needs a wrong one to mark by.",
    zh="所有选项都正确。本实验室至少需要一个错误选项才能计分。",
)
NO_TRUTH: Final = Text(
    en="{answer} is neither 正确 nor 错误 (对/错, √/×, A/B).",
    zh="“{answer}”既不是“正确”也不是“错误”（可写 对/错、√/×、A/B）。",
)
STRANGE: Final = Text(
    en="正确答案 is {answer}; letters of the {count} options are expected, such as A or ABD.",
    zh="“正确答案”是“{answer}”，应为 {count} 个选项的字母，如 A 或 ABD。",
)
NO_ORDER: Final = Text(
    en="正确答案 must name every option once, in the right order, such as CABD; three options or more.",
    zh="“正确答案”须按正确顺序写出全部选项的字母，如 CABD，且至少三个选项。",
)
LINES: Final = Text(
    en="A 连线题 cannot be taken from a sheet. Bring it in as GIFT or Moodle XML,"
    " or write a 单选题 for each line.",
    zh="连线题无法从表格导入。请用 GIFT 或 Moodle XML 导入，或把每一对写成一道单选题。",
)
