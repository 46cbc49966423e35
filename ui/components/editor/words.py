"""What the editor says by itself, in both languages; the names with a dot or a dash are Ace's own."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from courseware.text import Language, Text

_OURS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "loading": Text(en="Opening the editor …", zh="正在打开编辑器……"),
        "failed": Text(
            en="The editor could not be opened because its script did not arrive. Check that the lab is "
            "still running, then try again.",
            zh="编辑器程序没有加载成功，暂时打不开。请确认实验室仍在运行，然后重试。",
        ),
        "retry": Text(en="Try again", zh="重试"),
        "place": Text(en="Line {line}, column {column}", zh="第 {line} 行，第 {column} 列"),
        "name": Text(
            en="{label}. Esc, then Tab leaves the text", zh="{label}。先按 Esc，再按 Tab，可离开编辑区"
        ),
        "leaving": Text(
            en="Tab now goes on to the next part of the page.", zh="现在按 Tab 会移到页面的下一处。"
        ),
        "error": Text(en="Error", zh="错误"),
        "warning": Text(en="Warning", zh="提醒"),
        "nothing": Text(en="Nothing to suggest here", zh="此处没有可用的建议"),
        "no_problem": Text(en="No problem is marked in this text.", zh="这份文本里没有标出的问题。"),
        "find_previous": Text(en="Previous match", zh="上一处"),
        "find_next": Text(en="Next match", zh="下一处"),
        "find_close": Text(en="Close the search", zh="关闭查找"),
        "selectall": Text(en="Select all", zh="全选"),
        "copy": Text(en="Copy", zh="复制"),
        "cut": Text(en="Cut", zh="剪切"),
        "paste": Text(en="Paste", zh="粘贴"),
        "undo": Text(en="Undo", zh="撤销"),
        "find": Text(en="Find", zh="查找"),
    }
)

_ACE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "autocomplete.popup.aria-roledescription": Text(en="Suggestions", zh="补全建议"),
        "autocomplete.popup.aria-label": Text(en="Suggestions", zh="补全建议"),
        "autocomplete.popup.item.aria-roledescription": Text(en="suggestion", zh="建议"),
        "autocomplete.loading": Text(en="Looking …", zh="正在查找……"),
        "editor.scroller.aria-roledescription": Text(en="editor", zh="编辑器"),
        "editor.scroller.aria-label": Text(
            en="Text, press Enter to start editing, press Escape to exit",
            zh="文本，按 Enter 开始编辑，按 Esc 退出",
        ),
        "editor.gutter.aria-roledescription": Text(en="line numbers", zh="行号栏"),
        "editor.gutter.aria-label": Text(en="Line numbers and marks", zh="行号与标记"),
        "editor.tooltip.disable-editing": Text(en="This text can only be read", zh="此文本只能阅读"),
        "error-marker.good-state": Text(en="No problem here.", zh="这里没有问题。"),
        "search-box.find.placeholder": Text(en="Find", zh="查找"),
        "search-box.find-all.text": Text(en="All", zh="全部"),
        "search-box.replace.placeholder": Text(en="Replace with", zh="替换为"),
        "search-box.replace-next.text": Text(en="Replace", zh="替换"),
        "search-box.replace-all.text": Text(en="All", zh="全部替换"),
        "search-box.toggle-replace.title": Text(en="Replace as well", zh="展开替换"),
        "search-box.toggle-regexp.title": Text(
            en="Find by pattern (regular expression)", zh="使用正则表达式"
        ),
        "search-box.toggle-case.title": Text(en="Match capitals", zh="区分大小写"),
        "search-box.toggle-whole-word.title": Text(en="Whole words only", zh="只匹配整个词"),
        "search-box.toggle-in-selection.title": Text(en="Only in the selection", zh="只在选中范围内查找"),
        "search-box.search-counter": Text(en="$0 of $1", zh="第 $0 处，共 $1 处"),
        "text-input.aria-roledescription": Text(en="editor", zh="编辑器"),
        "text-input.aria-label": Text(en="cursor in line $0", zh="光标在第 $0 行"),
        "gutter.code-folding.range.aria-label": Text(
            en="Fold or unfold lines $0 to $1", zh="折叠或展开第 $0 至 $1 行"
        ),
        "gutter.code-folding.closed.aria-label": Text(en="Unfold lines $0 to $1", zh="展开第 $0 至 $1 行"),
        "gutter.code-folding.open.aria-label": Text(en="Fold from line $0", zh="从第 $0 行起折叠"),
        "gutter.code-folding.closed.title": Text(en="Unfold", zh="展开"),
        "gutter.code-folding.open.title": Text(en="Fold", zh="折叠"),
        "inline-fold.closed.title": Text(en="Unfold", zh="展开"),
        "gutter.annotation.aria-label.error": Text(en="Error in line $0", zh="第 $0 行有错误"),
        "gutter.annotation.aria-label.warning": Text(en="Warning in line $0", zh="第 $0 行有提醒"),
        "gutter.annotation.aria-label.info": Text(en="Note in line $0", zh="第 $0 行有说明"),
        "gutter.annotation.aria-label.security": Text(en="Error in line $0", zh="第 $0 行有错误"),
        "gutter.annotation.aria-label.hint": Text(en="Note in line $0", zh="第 $0 行有说明"),
        "gutter-tooltip.aria-label.error.singular": Text(en="error", zh="错误"),
        "gutter-tooltip.aria-label.error.plural": Text(en="errors", zh="错误"),
        "gutter-tooltip.aria-label.warning.singular": Text(en="warning", zh="提醒"),
        "gutter-tooltip.aria-label.warning.plural": Text(en="warnings", zh="提醒"),
        "gutter-tooltip.aria-label.info.singular": Text(en="note", zh="说明"),
        "gutter-tooltip.aria-label.info.plural": Text(en="notes", zh="说明"),
        "gutter-tooltip.aria-label.security.singular": Text(en="error", zh="错误"),
        "gutter-tooltip.aria-label.security.plural": Text(en="errors", zh="错误"),
        "gutter-tooltip.aria-label.hint.singular": Text(en="note", zh="说明"),
        "gutter-tooltip.aria-label.hint.plural": Text(en="notes", zh="说明"),
    }
)

_KINDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "key": Text(en="field", zh="字段"),
        "value": Text(en="value", zh="取值"),
        "name": Text(en="name", zh="名称"),
        "item": Text(en="question", zh="题目"),
        "part": Text(en="part", zh="整段"),
        "step": Text(en="step", zh="步骤"),
        "term": Text(en="term", zh="术语"),
        "simulation": Text(en="simulation", zh="模拟"),
        "view": Text(en="picture", zh="图"),
        "measure": Text(en="measure", zh="指标"),
        "parameter": Text(en="knob", zh="参数"),
        "column": Text(en="column", zh="数据列"),
    }
)


def kind_word(kind: str, language: Language) -> str:
    """What a suggestion is, in one language; a kind that nobody has translated stands as it is."""
    word = _KINDS.get(kind)
    return word[language] if word else kind


@cache
def words(language: Language) -> Mapping[str, str]:
    """The editor's own words in one language, by name."""
    return {name: text[language] for name, text in _OURS.items()}


@cache
def ace_words(language: Language) -> Mapping[str, str]:
    """What Ace says in one language, by the names that Ace asks for."""
    return {name: text[language] for name, text in _ACE.items()}
