"""A small bank with a question of every kind, and what the tests draw from it."""

from pathlib import Path

from courseware.source import parse
from exercises import Exercise, Variant, draw, own_data
from exercises.bank_file import understand
from exercises.exercise import exercises_of

SECRET = b"a secret for tests"

HEAD = """\
schema: bank/1
id: small
data: [{id: survey, dataset: customers, n: 60, per: student}]
items:
"""

ONE = """\
  - id: small.one
    type: choice
    curriculum: [10]
    stem: {en: "Which of these is it?", zh: "是哪一个？"}
    options:
      - {text: {en: Alpha, zh: 甲}, right: true}
      - {text: {en: Beta, zh: 乙}, why: {en: "Beta is late.", zh: "乙太晚。"}}
      - {text: {en: Gamma, zh: 丙}, why: {en: "Gamma is early.", zh: "丙太早。"}}
    hints: [{text: {en: "Look again.", zh: "再看一看。"}, cost: 0.2}]
    explain: {en: "It comes first.", zh: "它排在最前。"}
"""

SEVERAL = """\
  - id: small.several
    type: choice
    several: true
    curriculum: [10]
    stem: {en: "Which of these are they?", zh: "是哪几个？"}
    options:
      - {text: {en: Alpha, zh: 甲}, right: true}
      - {text: {en: Beta, zh: 乙}, right: true}
      - {text: {en: Gamma, zh: 丙}, right: true}
      - {text: {en: Delta, zh: 丁}, why: {en: "Delta is late.", zh: "丁太晚。"}}
      - {text: {en: Epsilon, zh: 戊}, why: {en: "Epsilon too.", zh: "戊也是。"}}
    explain: {en: "The first three.", zh: "前三个。"}
"""

NUMBER = """\
  - id: small.number
    type: number
    curriculum: [10, 12]
    data: survey
    params:
      rise: {between: [1, 5], step: 0.5}
      who: {choose: [shop, bank]}
      truth: {expr: "mean(col('perceived') - col('expected')) + rise"}
    require: "abs(truth) > 0.05"
    stem: {en: "The {{who}} asks {{n}} customers and adds {{rise:.1f}}.", zh: "{{who}} 问了 {{n}} 位客户，再加 {{rise:.1f}}。"}
    unit: {en: points, zh: 分}
    answer: {expr: truth, tolerance: {abs: 0.005}}
    near:
      - {expr: "-truth", score: 0.3, why: {en: "The other way round: {{truth:.2f}}.", zh: "反了：{{truth:.2f}}。"}}
    explain: {en: "It is {{truth:.2f}}.", zh: "是 {{truth:.2f}}。"}
"""  # noqa: E501

PERCENT = """\
  - id: small.percent
    type: number
    curriculum: [10]
    data: survey
    stem: {en: "Which share is served well?", zh: "有多少比例得到了好服务？"}
    unit: percent
    answer: {expr: "0.625", tolerance: {abs: 0.0005}}
    near: [{expr: "0.375", score: 0.25, why: {en: "That is the rest.", zh: "那是剩下的。"}}]
    explain: {en: "Five of eight.", zh: "八分之五。"}
"""

MATCH = """\
  - id: small.match
    type: match
    curriculum: [14]
    stem: {en: "Which meaning has each word?", zh: "每个词是什么意思？"}
    choices:
      - {id: first, text: {en: First, zh: 第一}}
      - {id: second, text: {en: Second, zh: 第二}}
      - {id: third, text: {en: Third, zh: 第三}}
    rows:
      - {text: {en: Uno, zh: 一}, right: first, why: {en: "Count again.", zh: "再数一数。"}}
      - {text: {en: Due, zh: 二}, right: second, why: {en: "Count again.", zh: "再数一数。"}}
      - {text: {en: Tre, zh: 三}, right: third, why: {en: "Count again.", zh: "再数一数。"}}
      - {text: {en: Primo, zh: 首}, right: first, why: {en: "Count again.", zh: "再数一数。"}}
    explain: {en: "By counting.", zh: "数出来的。"}
"""

SAMPLE = """\
  - id: small.sample
    type: match
    curriculum: [14]
    data: survey
    stem: {en: "Is each of these customers of yours pleased?", zh: "这些客户满意吗？"}
    choices:
      - {id: "pleased", text: {en: Pleased, zh: 满意}}
      - {id: "not_pleased", text: {en: Not pleased, zh: 不满意}}
    sample:
      rows: 4
      text: {en: "{{number}}: {{perceived:.1f}} for {{expected:.1f}}", zh: "{{number}}：{{perceived:.1f}} 对 {{expected:.1f}}"}
      where: "abs(perceived - expected) > 0.2"
      right: "'pleased' if perceived >= expected else 'not_pleased'"
      why: {en: "Take {{expected:.1f}} from {{perceived:.1f}}.", zh: "用 {{perceived:.1f}} 减 {{expected:.1f}}。"}
    explain: {en: "The sign tells.", zh: "看正负号。"}
"""  # noqa: E501

ORDER = """\
  - id: small.order
    type: order
    curriculum: [11]
    stem: {en: "In which order does this happen?", zh: "先后顺序如何？"}
    steps:
      - {text: {en: Promise, zh: 承诺}}
      - {text: {en: Trial, zh: 尝试}, why: {en: "Nobody tries what was not promised.", zh: "没有承诺就没有人尝试。"}}
      - {text: {en: Comparison, zh: 比较}, why: {en: "There must be something to compare.", zh: "先要有可比的。"}}
      - {text: {en: Return, zh: 回头}}
      - {text: {en: Praise, zh: 称赞}}
    explain: {en: "One leads to the next.", zh: "一步引出下一步。"}
"""  # noqa: E501

TARGET = """\
  - id: small.target
    type: target
    curriculum: [12]
    simulation: satisfaction
    stem: {en: "Delight the customers at a fair cost.", zh: "以合理成本让客户惊喜。"}
    controls: {expectation: {min: 40, max: 100}, service: {min: 0, max: 60, default: 10}}
    set: {n: 300, periods: 6}
    goals:
      - {measure: share_delighted, op: ">=", value: 0.6, weight: 3, why: {en: "Promised too much.", zh: "承诺过高。"}}
      - {measure: mean_gap, op: "<=", value: 40, why: {en: "Too good.", zh: "好过头了。"}}
    tests: {pass: {expectation: 55, service: 40}, fail: {expectation: 95, service: 0}}
    explain: {en: "Promise less than you keep.", zh: "少承诺，多兑现。"}
"""  # noqa: E501

BLANK = """\
  - id: small.blank
    type: blank
    curriculum: [10]
    stem: {en: "Satisfaction is __(1)__ minus __(2)__.", zh: "用__(1)__减去____，得到客户的满意程度。"}
    gaps:
      - right: {en: [perceived value, value felt], zh: [感知价值]}
      - right: {en: [expectation], zh: [期望, 期望值]}
        near:
          - {words: {en: [need], zh: [需求]}, score: 0.5, why: {en: "A need is no measure.", zh: "需求不是尺子。"}}
    explain: {en: "By subtraction.", zh: "相减得到。"}
"""  # noqa: E501

TRUE_FALSE = """\
  - id: small.true-false
    type: true_false
    curriculum: [15]
    params:
      lost: {between: [10, 90], step: 10}
      won: {choose: [35, 55]}
    stem: {en: "{{lost:.0f}} left and {{won:.0f}} came: there are more now.", zh: "走了 {{lost:.0f}} 位，来了 {{won:.0f}} 位：现在更多。"}
    answer: "won > lost"
    why_true: {en: "Fewer came than left.", zh: "来的比走的少。"}
    why_false: {en: "More came than left.", zh: "来的比走的多。"}
    explain: {en: "The difference counts.", zh: "看差数。"}
"""  # noqa: E501
TEXT = """\
  - id: small.text
    type: text
    form: define
    length: 50
    curriculum: [10]
    stem: {en: "What is satisfaction?", zh: "什么是满意？"}
    rubric:
      - {points: 3, text: {en: "Names the comparison.", zh: "说出比较。"}}
      - {points: 1, text: {en: "Gives an example.", zh: "举出例子。"}}
    model: {en: "A feeling after a comparison.", zh: "比较之后的感受。"}
    explain: {en: "Two things are compared.", zh: "两样相比。"}
"""

NUMBERS = """\
  - id: small.numbers
    type: numbers
    curriculum: [23]
    params: {cups: {between: [20, 90], step: 10}}
    stem: {en: "{{cups:.0f}} cups at 16 yuan each, of which a quarter is profit.", zh: "卖 {{cups:.0f}} 杯，每杯 16 元，四分之一是利润。"}
    numbers:
      - name: revenue
        label: {en: Revenue, zh: 收入}
        unit: {en: yuan, zh: 元}
        answer: {expr: "16 * cups", tolerance: {abs: 0.5}}
        near: [{expr: "4 * cups", score: 0.25, why: {en: "That is the profit.", zh: "那是利润。"}}]
      - name: rate
        label: {en: Margin, zh: 利润率}
        unit: percent
        weight: 3
        answer: {expr: "0.25", tolerance: {abs: 0.001}}
    explain: {en: "Multiply.", zh: "相乘。"}
"""  # noqa: E501

TABLE = """\
  - id: small.table
    type: table
    curriculum: [15]
    params: {start: {between: [200, 900], step: 100}, rest: {choose: [0.5, 0.8]}}
    stem: {en: "Of {{start:.0f}} customers {{rest:.0%}} stay a year.", zh: "{{start:.0f}} 位客户每年留下 {{rest:.0%}}。"}
    corner: {en: Year, zh: 年}
    columns: [{en: Customers, zh: 客户}, {en: Share, zh: 比例}, {en: Trend, zh: 趋势}]
    rows:
      - text: {en: "2", zh: "2"}
        cells:
          - {name: second, answer: {expr: "start * rest", tolerance: {abs: 0.1}}}
          - {given: {en: "–", zh: "–"}}
          - name: trend
            options:
              - {text: {en: falls, zh: 减少}, right: "rest < 1", why: {en: "Some leave.", zh: "有人走。"}}
              - {text: {en: rises, zh: 增加}, right: "second > start", why: {en: "Nobody has joined.", zh: "没有新客户。"}}
      - text: {en: "3", zh: "3"}
        cells:
          - {name: third, follow: true, weight: 2, answer: {expr: "second * rest", tolerance: {abs: 0.1}}}
          - {name: share, follow: true, unit: percent, answer: {expr: "third / start", tolerance: {abs: 0.001}}}
          - {given: {en: "–", zh: "–"}}
    explain: {en: "Multiply.", zh: "连乘。"}
"""  # noqa: E501

KINDS = {
    "one": ONE,
    "several": SEVERAL,
    "number": NUMBER,
    "percent": PERCENT,
    "numbers": NUMBERS,
    "match": MATCH,
    "sample": SAMPLE,
    "order": ORDER,
    "table": TABLE,
    "target": TARGET,
    "blank": BLANK,
    "true_false": TRUE_FALSE,
    "text": TEXT,
}


def exercise(item: str) -> Exercise:
    """The exercise that these lines of a bank write."""
    return exercises_of(understand(parse(HEAD + item, "small.yaml")), "small.yaml")[0]


def drawn(item: str, student: str = "7", group: int = 0) -> Variant:
    """The question that these lines give a student."""
    one = exercise(item)
    data = own_data(one, secret=SECRET, class_name="class 1", student=student)
    return draw(one, secret=SECRET, class_name="class 1", student=student, group=group, data=data)


def write_bank(folder: Path, *items: str, name: str = "small") -> Path:
    """A bank file with these items."""
    file = folder / f"{name}.yaml"
    file.write_text(HEAD + "".join(items), encoding="utf-8")
    return file
