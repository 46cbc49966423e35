"""Says in a teacher's words, in both languages, what a value should be and what to do about it."""

import json
import re
from collections.abc import Mapping
from difflib import SequenceMatcher, get_close_matches
from typing import Any, Final

from courseware.language import language_written
from courseware.phrases import language_name
from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Language, Text

Sentence = tuple[Text, Text]
_NEAR: Final = 0.72
"""How alike two words are that one slip of the hand tells apart: minuts and minutes, not image and stage."""


def explain(
    kind: str, context: Mapping[str, Any], got: object, name: str, known: tuple[str, ...]
) -> Sentence:
    """The message and the advice for one complaint of pydantic.

    `kind` and `context` are pydantic's, `got` is what stands in the file, `name` the key it
    stands under and `known` the keys that fit beside it.
    """
    if special := _special(kind, context, got, name) or _of_key(kind, got, name, known):
        return special
    if got is None:
        return _EMPTY[0].fill({"name": name}), _EMPTY[1]
    if isinstance(error := context.get("error"), ReaderError):
        return error.text, _CHANGE
    message, advice = _SENTENCES.get(kind, _ANYTHING)
    values = {**context, "got": shown(got), "name": name, "error": context.get("error", "")}
    return message.fill(values), advice.fill(values)


def _of_key(kind: str, got: object, name: str, known: tuple[str, ...]) -> Sentence | None:
    """What to say of a key that is not known, or is missing."""
    if kind == "extra_forbidden":
        return _colon_in(name) or _unknown_key(name, known)
    if kind == "missing" or (name in LANGUAGES and (got is None or got == "")):
        return _missing(name)
    return None


def _special(kind: str, context: Mapping[str, Any], got: object, name: str) -> Sentence | None:
    """What to say of a value whose slip can be told from what stands there."""
    if kind in {"literal_error", "enum", "union_tag_invalid"}:
        return _choice(context, got)
    if got is None and (kind == "union_tag_not_found" or name.isdecimal()):
        return _EMPTY_ENTRY
    if not isinstance(got, str) or kind not in _NEEDS_KEYS:
        return None
    return _colon_in(got) or (_two_languages(got) if context.get("class_name") == "Text" else None)


def _colon_in(words: str) -> Sentence | None:
    """What to say of a key that a colon without a space, or a full-width one, ties to its value."""
    found = re.match(r"([A-Za-z_][\w.-]*)([:：])", words, re.ASCII)
    if found is None:
        return None
    message = _WIDE_COLON if found[2] == "：" else _TIGHT_COLON
    return message.fill({"key": found[1]}), _COLON_AND_SPACE.fill({"key": found[1]})


def did_you_mean(word: str, known: tuple[str, ...] | list[str], otherwise: Text | None = None) -> Text:
    """The advice for a word that is not one of `known`: the nearest, or all of them if few.

    >>> did_you_mean("minuts", ("minutes", "title"))["en"]
    'Did you mean minutes?'
    """
    if near := [one for one in get_close_matches(word, known, 3) if _is_slip(word, one)]:
        return Text(en=f"Did you mean {near[0]}?", zh=f"是否想写 {near[0]}？")
    if not known:
        return otherwise or Text(en="Delete it.", zh="请删除。")
    few, more_en, more_zh = known[:12], *((" …", "等") if len(known) > 12 else ("", ""))
    return Text(en=f"Use one of: {', '.join(few)}{more_en}.", zh=f"可以写：{'、'.join(few)}{more_zh}。")


def _is_slip(word: str, meant: str) -> bool:
    """Whether a slip makes the one of the other: alike as a whole, but for one letter, or broken off."""
    differing = sum(one != other for one, other in zip(word, meant, strict=False))
    is_one_letter = len(word) == len(meant) and differing == 1
    is_broken_off = len(word) > 2 and meant.startswith(word)
    return is_one_letter or is_broken_off or SequenceMatcher(None, word, meant).ratio() >= _NEAR


def shown(value: object) -> str:
    """A value as it may stand in a sentence: short, on one line.

    >>> shown({"en": "Hello"})
    'a mapping {"en": "Hello"}'
    """
    words = json.dumps(value, ensure_ascii=False, default=str)
    words = words if len(words) <= 40 else words[:38] + " …"
    return f"a mapping {words}" if isinstance(value, dict) else words


def _unknown_key(name: str, known: tuple[str, ...]) -> Sentence:
    message = Text(en=f"The key {name} is not known here.", zh=f"此处不能使用键 {name}。")
    return message, did_you_mean(name, known)


def missing_language(language: Language) -> Sentence:
    """What to say of a text that is not written in `language`."""
    said = {"language": language_name(language)}
    return _NOT_THERE[0].fill(said), _NOT_THERE[1].fill(said)


def _two_languages(got: str) -> Sentence:
    """What to say of a sentence that does not say in which language it is written."""
    values = {"language": language_written(got), "got": shown(got)}
    return _NO_LANGUAGE[0].fill(values), _NO_LANGUAGE[1].fill(values)


def _missing(name: str) -> Sentence:
    for language in LANGUAGES:
        if name == language:
            return missing_language(language)
    message = Text(en=f"The key {name} is missing.", zh=f"缺少键 {name}。")
    return message, Text(en=f"Add a line '{name}: …' here.", zh=f"请在此处加上“{name}: …”。")


def _choice(context: Mapping[str, Any], got: object) -> Sentence:
    expected = str(context.get("expected") or context.get("expected_tags") or "")
    known = tuple(re.findall(r"'([^']*)'", expected)) or (expected,)
    came = context.get("tag", got)
    en, zh = ", ".join(known), "、".join(known)
    message = Text(
        en=f"One of these is expected: {en}. It is {shown(came)}.",
        zh=f"此处应写 {zh} 之一，现在是 {shown(came)}。",
    )
    if len(known) == 1:
        return message, Text(en=f"Write {known[0]}.", zh=f"请写 {known[0]}。")
    return message, did_you_mean(str(came), known)


def _expects(en: str, zh: str, advice_en: str, advice_zh: str) -> Sentence:
    message = Text(en=f"{en} is expected here; it is {{got}}.", zh=f"此处应为{zh}，现在是 {{got}}。")
    return message, Text(en=advice_en, zh=advice_zh)


_CHANGE: Final = Text(en="Change this value and check again.", zh="请修改此处，然后再检查一次。")
_EMPTY: Final = (
    Text(en="Nothing stands after {name}.", zh="{name} 后面没有内容。"),
    Text(en="Write a value after the colon, or delete the key.", zh="请在冒号后写上内容，或删除这个键。"),
)
_NEEDS_KEYS: Final = {"model_type", "model_attributes_type", "dict_type", "mapping_type"}
_EMPTY_ENTRY: Final = (
    Text(en="Nothing stands after this dash.", zh="这个“-”后面没有内容。"),
    Text(en="Write the entry after it, or delete the line.", zh="请在后面写上内容，或删除这一行。"),
)
_NO_LANGUAGE: Final = (
    Text(en="It is not said in which language {got} is written.", zh="没有写明 {got} 是哪种语言。"),
    Text(
        en="Write {{{language}: {got}}}; the other language may follow later.",
        zh="请写成 {{{language}: {got}}}，另一种语言可以以后再补。",
    ),
)
_WIDE_COLON: Final = Text(en="A full-width colon stands after {key}.", zh="{key} 后面用了全角冒号。")
_TIGHT_COLON: Final = Text(en="No space follows the colon after {key}.", zh="{key} 的冒号后面缺少空格。")
_COLON_AND_SPACE: Final = Text(
    en="Write '{key}: ' with a half-width colon and a space, then the value.",
    zh="请写成“{key}: ”（半角冒号加一个空格），再写内容。",
)
_ANYTHING: Final = (
    Text(en="This value does not fit here: {got}.", zh="此处的值不合适：{got}。"),
    _CHANGE,
)
_WORDS: Final = _expects(
    "Text", "文字", "Put it in quotes if it is meant as text.", "如果是文字，请加上引号。"
)
_WHOLE: Final = _expects(
    "A whole number", "整数", "Write digits only, without quotes.", "请只写数字，不加引号。"
)
_NUMBER: Final = _expects("A number", "数值", "Write digits only, without quotes.", "请只写数字，不加引号。")
_YES_NO: Final = _expects("true or false", " true 或 false", "Write true or false.", "请写 true 或 false。")
_LIST: Final = _expects(
    "A list", "列表", "Begin each entry with '- ', or write [a, b].", "每项以“- ”开头，或写成 [a, b]。"
)
_MAPPING: Final = _expects(
    "A group of keys and values",
    "一组键和值",
    "Write 'key: value' lines, or {{key: value}}.",
    "请逐行写“键: 值”，或写成 {{键: 值}}。",
)
_LENGTH: Final = Text(en="Make it longer or shorter.", zh="请增减内容。")

_SENTENCES: Final[Mapping[str, Sentence]] = {
    **dict.fromkeys(("string_type", "string_sub_type", "string_unicode"), _WORDS),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), _WHOLE),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number", "decimal_type"), _NUMBER),
    **dict.fromkeys(("bool_type", "bool_parsing"), _YES_NO),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type"), _LIST),
    **dict.fromkeys(("dict_type", "model_type", "mapping_type", "model_attributes_type"), _MAPPING),
    "union_tag_not_found": (
        Text(en="The key {discriminator} is missing.", zh="缺少键 {discriminator}。"),
        Text(en="Say of which kind it is.", zh="请写明它的种类。"),
    ),
    "several_forms": (
        Text(
            en="This value has none of the forms that fit here; it is {got}.",
            zh="此处的值不符合任何一种写法，现在是 {got}。",
        ),
        Text(en="It may be {forms}.", zh="可以是{forms_zh}。"),
    ),
    "string_too_short": (
        Text(
            en="The text is empty or too short (at least {min_length}).",
            zh="文字为空或太短（至少 {min_length} 个字符）。",
        ),
        Text(en="Write the sentence, or delete the key.", zh="请写上内容，或删除这个键。"),
    ),
    "string_too_long": (
        Text(
            en="The text is too long (at most {max_length} characters).",
            zh="文字太长（最多 {max_length} 个字符）。",
        ),
        Text(en="Shorten it.", zh="请缩短。"),
    ),
    "string_pattern_mismatch": (
        Text(en="{got} cannot be used as {name}.", zh="{got} 不能用作 {name}。"),
        Text(
            en="Use small English letters, digits and _ . - and begin with a letter.",
            zh="请用小写英文字母、数字和 _ . - ，并以字母开头。",
        ),
    ),
    "too_short": (
        Text(
            en="Too few entries: {actual_length}; at least {min_length}.",
            zh="项目太少：{actual_length} 项，至少 {min_length} 项。",
        ),
        _LENGTH,
    ),
    "too_long": (
        Text(
            en="Too many entries: {actual_length}; at most {max_length}.",
            zh="项目太多：{actual_length} 项，最多 {max_length} 项。",
        ),
        _LENGTH,
    ),
    "greater_than": (
        Text(en="A number above {gt} is expected; it is {got}.", zh="此处的数须大于 {gt}，现在是 {got}。"),
        Text(en="Write a larger number.", zh="请写大一些的数。"),
    ),
    "greater_than_equal": (
        Text(
            en="A number of {ge} or more is expected; it is {got}.",
            zh="此处的数不能小于 {ge}，现在是 {got}。",
        ),
        Text(en="Write a larger number.", zh="请写大一些的数。"),
    ),
    "less_than": (
        Text(en="A number below {lt} is expected; it is {got}.", zh="此处的数须小于 {lt}，现在是 {got}。"),
        Text(en="Write a smaller number.", zh="请写小一些的数。"),
    ),
    "less_than_equal": (
        Text(
            en="A number of {le} or less is expected; it is {got}.",
            zh="此处的数不能大于 {le}，现在是 {got}。",
        ),
        Text(en="Write a smaller number.", zh="请写小一些的数。"),
    ),
    "multiple_of": (
        Text(
            en="A multiple of {multiple_of} is expected; it is {got}.",
            zh="此处应为 {multiple_of} 的倍数，现在是 {got}。",
        ),
        _CHANGE,
    ),
    **dict.fromkeys(
        ("value_error", "assertion_error"),
        (Text(en="This does not fit: {error}", zh="此处的值不合适：{error}"), _CHANGE),
    ),
}
_NOT_THERE: Final = (
    Text(en="The {language} sentence is missing.", zh="缺少{language}。"),
    Text(en="Write this sentence in {language} too.", zh="请补写这句话的{language}。"),
)
