"""Which sums are let in: length, characters and every part of them are checked before any is worked out."""

import ast
import re
from difflib import get_close_matches
from typing import Final

from courseware.expression.functions import FUNCTIONS
from courseware.problem import ReaderError
from courseware.text import Text

MAX_LENGTH: Final = 300
MAX_NODES: Final = 80
MAX_CONSTANT: Final = 1e12
COLUMN: Final = "col"

_CHARACTERS: Final = re.compile(r"[\w\s.,()+\-*/%<>=!'\"]*")
_SHAPES: Final = (
    *(ast.Expression, ast.Constant, ast.Name, ast.Load, ast.Call, ast.IfExp),
    *(ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow),
    *(ast.UnaryOp, ast.UAdd, ast.USub, ast.Not, ast.BoolOp, ast.And, ast.Or),
    *(ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE),
)


def parse(text: str) -> ast.expr:
    """The checked syntax tree of `text`; a ReaderError says what is not allowed in it."""
    if len(text) > MAX_LENGTH:
        raise _refused(f"longer than {MAX_LENGTH} characters", f"超过 {MAX_LENGTH} 个字符")
    if not _CHARACTERS.fullmatch(text):
        raise _refused("a character that no sum needs", "出现了算式不需要的字符")
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _refused("this is not a complete sum", "这不是一个完整的算式") from error
    nodes = list(ast.walk(tree))
    if sum(isinstance(node, ast.expr) for node in nodes) > MAX_NODES:
        raise _refused(f"more than {MAX_NODES} parts", f"超过 {MAX_NODES} 个组成部分")
    for node in nodes:
        _check(node)
    return tree.body


def column_of(node: ast.AST) -> str | None:
    """The column that a checked `node` reads by col('name'); None if it does something else."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(column))]) if name == COLUMN:
            return column
    return None


def _check(node: ast.AST) -> None:
    if not isinstance(node, _SHAPES):
        raise _refused(f"{type(node).__name__} is not allowed", f"不允许使用 {type(node).__name__}")
    if isinstance(node, ast.Constant):
        _check_constant(node.value)
    elif isinstance(node, ast.Compare) and len(node.ops) != 1:
        raise _refused("compare two things at a time, joined by and", "一次只能比较两项，请用 and 连接")
    elif isinstance(node, ast.Call):
        _check_call(node)
    elif isinstance(node, ast.Name) and node.id.startswith("_"):
        raise _refused(f"no name starts with an underscore: {node.id}", f"名称不能以下划线开头：{node.id}")


def _check_constant(value: object) -> None:
    if isinstance(value, str | bool):
        return
    if not isinstance(value, int | float):
        raise _refused("only numbers and words are constants", "常量只能是数值或文字")
    if not abs(value) <= MAX_CONSTANT:
        raise _refused(f"a number beyond {MAX_CONSTANT:g}", f"数值超过 {MAX_CONSTANT:g}")


def _check_call(node: ast.Call) -> None:
    if not isinstance(node.func, ast.Name) or node.keywords:
        raise _refused("call a function by its name, with plain values", "请直接写函数名和参数值")
    name, given = node.func.id, len(node.args)
    if name == COLUMN:
        if column_of(node) is None:
            raise _refused("write col('name of a column')", "请写成 col('列名')")
    elif name not in FUNCTIONS:
        near = get_close_matches(name, [*FUNCTIONS, COLUMN], 1)
        en, zh = (f" Did you mean {near[0]}?", f"是否想写 {near[0]}？") if near else ("", "")
        raise _refused(f"there is no function {name}.{en}", f"没有函数 {name}。{zh}")
    elif not FUNCTIONS[name].low <= given <= FUNCTIONS[name].high:
        raise _refused(f"{name} does not take {given} values", f"{name} 的参数不应是 {given} 个")


def _refused(en: str, zh: str) -> ReaderError:
    return ReaderError(Text(en=f"This expression cannot be used: {en}", zh=f"表达式不可用：{zh}"))
