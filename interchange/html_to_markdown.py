"""Somebody's HTML as the lab's Markdown: paragraphs, lists, tables, emphasis, formulas; nothing that runs."""

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import category

from interchange.html_tree import Node

_STRONG: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLOCKS: Final = {
    *("p", "div", "ul", "ol", "li", "table", "blockquote", "pre", "hr", "section", "article", "figure"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "body", "tbody", "thead", "tr", "td", "th"),
    *("center", "form", "fieldset", "caption", "header", "footer", "main"),
}
_LOST: Final = {
    **dict.fromkeys(("img", "svg"), "picture"),
    **dict.fromkeys(("object", "iframe", "embed", "canvas"), "embedded object"),
    **dict.fromkeys(("u", "ins"), "underlining"),
    **dict.fromkeys(("s", "del", "strike"), "crossing out"),
    **dict.fromkeys(("mark", "font"), "colour"),
    "audio": "sound",
    "video": "film",
    "math": "formula in MathML",
    "rt": "pronunciation",
}
_RAISED: Final = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED: Final = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_FORMULA: Final = re.compile(r"\\\((.{1,400}?)\\\)|\\\[(.{1,400}?)\\\]|\$\$([^$]{1,400})\$\$", re.DOTALL)
_SPECIAL: Final = re.compile(r"[\\`*\[\]<$]|&(?=#?\w{1,30};)|(?<![^\W_])_|_(?![^\W_])|~~")
_LINE_START: Final = re.compile(
    r"^(?P<mark>#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-+\s*$|~{3,}|(?=[-:| ]*$)\|)"
    r"|^(?P<digits>\d{1,9})(?=[.)](\s|$))",
    re.MULTILINE,
)
_NOT_IN_A_FORMULA: Final = re.compile(r"[\\{}$^_%#&~\n]")
_SPACE: Final = re.compile(r"[ \t\r\n\f\u00a0]+")
_COUNT: Final = re.compile(r"[0-9]{1,6}")
_BREAK: Final = "\ue002"


def markdown_of(node: Node) -> str:
    """The tree as Markdown, with whatever the lab would take for a mark written as a plain character."""
    return "\n\n".join(_blocks(node)).strip()


def words_to_markdown(words: str) -> str:
    r"""Plain words, written so that the lab shows them just as they are.

    >>> words_to_markdown("5 * 3 = 15 # of all_items")
    '5 \\* 3 = 15 # of all_items'
    """
    return _guard_lines("\n".join(_escaped(" ".join(line.split())) for line in words.strip().splitlines()))


def left_out(node: Node) -> set[str]:
    """What the lab cannot show: pictures, films, links, underlining, kinds of numbering and more."""
    here = {_LOST[node.tag]} if node.tag in _LOST else set()
    if node.tag == "ol" and node.attributes.get("type", "1") not in ("", "1"):
        here.add("letters of a list")
    if not {"rowspan", "colspan"}.isdisjoint(node.attributes):
        here.add("joined cells")
    if node.tag == "a" and node.attributes.get("href", "").startswith(("http:", "https:", "//")):
        here.add("link")
    return here.union(*(left_out(inner) for inner in node.inside if isinstance(inner, Node)))


def _blocks(node: Node) -> Iterable[str]:
    """Each block of the node as a passage of its own."""
    loose: list[Node | str] = []
    for inner in node.inside:
        if isinstance(inner, Node) and _is_block(inner):
            yield from _paragraph(loose)
            loose = []
            yield from _block(inner)
        else:
            loose.append(inner)
    yield from _paragraph(loose)


def _is_block(node: Node) -> bool:
    inner = (one for one in node.inside if isinstance(one, Node))
    return node.tag in _BLOCKS or (node.tag not in _STRONG and any(_is_block(one) for one in inner))


def _block(node: Node) -> Iterable[str]:
    match node.tag:
        case "ul" | "ol":
            yield _listed(node)
        case "table":
            yield from _table(node)
        case "pre":
            yield _fenced(_said(node))
        case "hr":
            yield "---"
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            yield from (f"{'#' * int(node.tag[1])} {text}" for text in _paragraph(node.inside))
        case "blockquote":
            inner = "\n\n".join(_blocks(node))
            yield "\n".join(f"> {line}".rstrip() for line in inner.splitlines())
        case _:
            yield from _blocks(node)


def _paragraph(inside: Iterable[Node | str]) -> Iterable[str]:
    text = _inline(inside)
    lines = [" ".join(line.split(" ")).strip() for line in text.split(_BREAK)]
    shown = "\\\n".join(line for line in lines if line)
    if shown:
        yield _guard_lines(shown)


def _inline(inside: Iterable[Node | str]) -> str:
    parts = list(inside)
    out = ""
    for place, one in enumerate(parts):
        if isinstance(one, Node) and one.tag in _STRONG:
            after = "".join(map(_said, parts[place + 1 : place + 2]))
            out += _wrapped(_inline(one.inside), _STRONG[one.tag], out[-1:], after[:1])
        else:
            out += _mark(one) if isinstance(one, Node) else _escaped(_SPACE.sub(" ", one))
    return _SPACE.sub(" ", out)


def _mark(node: Node) -> str:
    match node.tag:
        case "br":
            return _BREAK
        case "code" | "tt" | "kbd" | "samp":
            return _code(_said(node))
        case "img":
            return _escaped(node.attributes.get("alt", ""))
        case "sup" | "sub":
            return _set_off(_said(node).strip(), node.tag) or _inline(node.inside)
        case _:
            return _inline(node.inside)


def _set_off(words: str, tag: str) -> str:
    """Words above or below the line: as signs that stand there by themselves, else as a formula."""
    shown = words.translate(_RAISED if tag == "sup" else _LOWERED)
    if not words or not any(sign in words for sign in shown):
        return shown
    mark = "^" if tag == "sup" else "_"
    is_plain = not _NOT_IN_A_FORMULA.search(words)
    return f"${mark}{{\\text{{{words}}}}}$" if is_plain else ""


def _wrapped(text: str, mark: str, before: str, after: str) -> str:
    """Emphasis as Markdown takes it: no blank at its ends, and no sign with a letter outside."""
    core = text.strip(f" {_BREAK}")
    start = text.index(core) if core else 0
    left, right = text[:start], text[start + len(core) :]
    while core and _is_sign(core[0]) and core[0] != "\\" and _is_letter((before + left)[-1:]):
        left, core = left + core[0], core[1:]
    while core and _is_sign(core[-1]) and core[-2:-1] != "\\" and _is_letter((right + after)[:1]):
        right, core = core[-1] + right, core[:-1]
    return f"{left}{mark}{core}{mark}{right}" if core.strip() else text


def _is_letter(sign: str) -> bool:
    return bool(sign) and not sign.isspace() and not _is_sign(sign)


def _is_sign(sign: str) -> bool:
    return category(sign)[0] in "PS"


def _code(words: str) -> str:
    text = " ".join(words.split())
    ticks = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{room}{text}{room}{ticks}" if text else ""


def _fenced(words: str) -> str:
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", words)), default=0))
    return f"{fence}\n{words.strip(chr(10))}\n{fence}"


def _said(one: Node | str) -> str:
    if isinstance(one, str):
        return one
    return "\n" if one.tag == "br" else "".join(map(_said, one.inside))


def _listed(node: Node) -> str:
    entries = [one for one in node.inside if isinstance(one, Node) and one.inside]
    lines = []
    for number, entry in enumerate(entries, _first_number(node)):
        bullet = f"{number}. " if node.tag == "ol" else "- "
        parts = list(_blocks(entry) if entry.tag == "li" else _block(entry))
        text = re.sub(r"\n\n(?=- |\d{1,6}\. )", "\n", "\n\n".join(parts))
        lines.append(bullet + re.sub(r"\n(?=[^\n])", "\n" + " " * len(bullet), text))
    return "\n".join(lines)


def _first_number(node: Node) -> int:
    """What a list begins to count with."""
    start = node.attributes.get("start", "")
    return int(start) if _COUNT.fullmatch(start) else 1


def _table(node: Node) -> Iterable[str]:
    rows = [[_cell(cell) for cell in row.inside if _is_cell(cell)] for row in _rows(node)]
    filled = [row for row in rows if row]
    if filled:
        width = max(map(len, filled))
        full = [row + [""] * (width - len(row)) for row in filled]
        lines = [full[0], ["---"] * width, *full[1:]]
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _rows(node: Node) -> Iterable[Node]:
    for one in node.inside:
        if isinstance(one, Node):
            yield from [one] if one.tag == "tr" else _rows(one)


def _is_cell(one: Node | str) -> bool:
    return isinstance(one, Node) and one.tag in ("td", "th")


def _cell(one: Node | str) -> str:
    inside = one.inside if isinstance(one, Node) else [one]
    return " ".join(_inline(inside).replace(_BREAK, " ").split()).replace("|", "\\|")


def _escaped(text: str) -> str:
    """Words with every mark of Markdown made plain, and formulas between dollar signs."""
    out, place = [], 0
    for found in _FORMULA.finditer(text):
        formula, sign = (found[1], "$") if found[1] else (found[2] or found[3], "$$")
        out += [_plain_marks(text[place : found.start()]), f"{sign}{' '.join(formula.split())}{sign}"]
        place = found.end()
    return "".join([*out, _plain_marks(text[place:])])


def _plain_marks(text: str) -> str:
    clean = text.replace(_BREAK, "")
    return _SPECIAL.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), clean)


def _guard_lines(text: str) -> str:
    return _LINE_START.sub(
        lambda found: f"{found['digits']}\\" if found["digits"] else f"\\{found['mark']}", text
    )
