"""A small library of one lesson, and a lab in which everything that it names exists."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from course import KnownNames, Playable
from simulations.parameter import Bounds, Parameter

COURSE = """\
schema: course/1
title: {en: Care, zh: 客户关怀}
summary: {en: A small course., zh: 一门小课。}
marks: {usual: 30, exam: 70, usual_parts: {attendance: 30, class_performance: 30, homework: 40}}
units:
  - title: {en: First, zh: 第一单元}
    lessons:
      - {id: gap, title: {en: The gap, zh: 差距}, leads_to: [after]}
      - {id: after, title: {en: Afterwards, zh: 之后}}
"""
GLOSSARY = """\
schema: glossary/1
terms:
  - id: gap
    term: {en: gap, zh: 差距}
    meaning: {en: "Value minus [[expectation]].", zh: "感知价值减[[expectation|期望值]]。"}
    also: {en: [satisfaction], zh: [满意度]}
  - id: expectation
    term: {en: expectation, zh: 期望值}
    meaning: {en: A standard formed beforehand., zh: 事先形成的标准。}
"""
LESSON = """\
schema: lesson/1        # a comment that must survive
id: gap
title: {en: The gap, zh: 差距}
minutes: 20
goals:
  knowledge: [{en: Know it., zh: 知道。}]
  ability: [{en: Use it., zh: 会用。}]
  character: [{en: Like it., zh: 喜欢。}]
key_points: [{en: Minus., zh: 减法。}]
difficult_points: [{en: Signs., zh: 符号。}]
methods: [{en: Talk, zh: 讨论}]
curriculum: [10]
steps:
  - kind: read
    stage: knowledge
    minutes: 8
    title: {en: Read, zh: 阅读}
    text: {en: "The [[gap]].", zh: "[[gap|差距]]。"}
    curriculum: [10]
  - kind: play
    id: promise
    stage: knowledge
    minutes: 8
    title: {en: Play, zh: 试一试}
    simulation: promise
    view: sweep
    controls: {promised: {default: 60, min: 40, max: 80}}
    set: {mood: calm}
    show: [happy]
    predict:
      question: {en: More or fewer?, zh: 更多还是更少？}
      options: [{en: More, zh: 更多}, {en: Fewer, zh: 更少}]
      answer: 2
      explain: {en: Fewer., zh: 更少。}
  - kind: exercise
    stage: practice
    minutes: 4
    title: {en: Answer, zh: 练习}
    use: gap.mean
  - kind: exercise
    stage: homework
    minutes: 30
    title: {en: At home, zh: 作业}
    use: [gap.mean, gap.share]
    mode: practice
"""
LAB = KnownNames(
    exercises=("gap.mean", "gap.share"),
    simulations={
        "promise": Playable(
            parameters={
                "promised": Parameter("promised", 65.0, bounds=Bounds(0, 120, 1)),
                "mood": Parameter("mood", "calm", choices=("calm", "cross")),
            },
            views=("sweep", "gap"),
            measures=("happy", "unhappy"),
            columns=("month", "happy_share"),
        )
    },
)


@dataclass(frozen=True)
class Library:
    """A folder of files that a test may rewrite."""

    folder: Path

    def __truediv__(self, name: str) -> Path:
        return self.folder / name

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """One lesson, a plan of two, two terms."""
    library = Library(tmp_path)
    for name, text in (("course.yaml", COURSE), ("glossary.yaml", GLOSSARY), ("gap.yaml", LESSON)):
        library.write(name, text)
    return library
