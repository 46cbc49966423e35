"""The words that printed papers add to a lesson, and sentences put together in both languages."""

from typing import Final

from courseware.language import Language, conventions
from courseware.text import Text, in_each
from courseware.words import WordFile

_WORDS: Final = WordFile.beside(__file__)


def word(name: str, **values: object) -> Text:
    """The words called `name`, with ``{…}`` filled in; a Text among `values` gives each language its own.

    >>> word("minutes", n=4)["zh"]
    '4 分钟'
    """
    text = _WORDS[name]
    return text.fill(values) if values else text


def has_word(name: str) -> bool:
    """Whether there are words of this name."""
    return name in _WORDS


def as_written(text: str) -> Text:
    """Figures and names that are the same in both languages."""
    return in_each(lambda _language: text)


def with_unit(label: Text, unit: Text | None) -> Text:
    """A label and its unit in brackets, if it has one."""
    return label if unit is None else word("with_unit", label=label, unit=unit)


def listed(names: tuple[Text, ...], most: int = 3) -> Text:
    """Names in a row, the first few of them if they are many.

    >>> listed((Text(en="price", zh="价格"), Text(en="time", zh="时间")))["zh"]
    '价格、时间'
    """
    row = in_each(
        lambda language: conventions(language).list_comma.join(name[language] for name in names[:most])
    )
    return word("and_others", names=row) if len(names) > most else row


def numeral(number: int) -> str:
    """A number from 1 to 99 as Chinese headings count.

    >>> [numeral(number) for number in (1, 10, 12, 20, 35)]
    ['一', '十', '十二', '二十', '三十五']
    """
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def letter(index: int) -> str:
    """What the option at `index` is called on paper.

    >>> letter(0), letter(3)
    ('A', 'D')
    """
    return chr(ord("A") + index)


def as_label(label: Text | None, language: Language) -> str:
    """A label as it stands before what it names; nothing if there is none.

    >>> as_label(word("predict"), "zh"), as_label(word("predict"), "en")
    ('【预测】', 'Predict: ')
    """
    if label is None:
        return ""
    return conventions(language).label.format(label=label[language])


_DIGITS: Final = "〇一二三四五六七八九"
