"""The chart of spreading: how much of the market is reached, beside a market without the unhappy."""

from courseware.table import Table
from courseware.text import Language, filled
from simulations.drawing import BLUE, GREEN, axis, bullet, dots, header, layout, line, numbers
from simulations.line_ends import line_ends, room
from simulations.picture import Frame, Picture, Trace
from simulations.word_of_mouth.model import WordOfMouth
from simulations.words import Words


def spread_table(model: WordOfMouth) -> Table:
    """The run, period after period."""
    return model.run()


def draw_spread(model: WordOfMouth, table: Table, words: Words, language: Language) -> Picture:
    """The share reached by each year, the closed form dotted; one frame a year."""
    phrases = words.views["spread"].phrases
    frames = tuple(
        Frame(str(t), data, caption)
        for t, (data, caption) in enumerate(
            zip(_growing(table), _captions(table, words, language), strict=True)
        )
    )
    axes = {
        "xaxis": axis(0, model.periods + 0.3, phrases["axis"][language]),
        "yaxis": axis(
            0, 1.03, phrases["market"][language], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]
        ),
    }
    labels = [bullet(GREEN, phrases["all_happy"][language]), bullet(BLUE, phrases["reached"][language])]
    ends = line_ends(list(zip(_traces(table), labels, strict=False)), axes["yaxis"])
    formula = header(1, dots(BLUE, phrases["formula"][language]), "right")
    shown = layout(axes, [formula, *ends], head=1, **room(ends))
    data = tuple({**fixed, **moving} for fixed, moving in zip(_traces(table), frames[-1].data, strict=True))
    facts = {"t": model.periods, "share": table["share"][-1], "form": table["share_expected"][-1]}
    said = phrases["alt"].fill({**facts, "best": table["share_all_happy"][-1]})
    return Picture(data, shown, said[language], frames, len(frames) - 1)


def _traces(table: Table) -> tuple[Trace, ...]:
    years = table["period"].tolist()
    dotted = {"line": {"color": BLUE, "width": 2, "dash": "dot"}}
    return (
        line(years, numbers(table["share_all_happy"]), GREEN),
        line(years, numbers(table["share_expected"]), BLUE, **dotted),
        line([], [], BLUE, line={"color": BLUE, "width": 4}),
    )


def _growing(table: Table) -> list[tuple[Trace, ...]]:
    years, shares = table["period"].tolist(), numbers(table["share"])
    return [({}, {}, {"x": years[:t], "y": shares[:t]}) for t in range(1, len(years) + 1)]


def _captions(table: Table, words: Words, language: Language) -> list[str]:
    said = words.views["spread"].phrases["moment"][language]
    columns = ("period", "share", "told_well", "told_badly")
    rows = zip(*(table[column].tolist() for column in columns), strict=True)
    return [filled(said, dict(zip(columns, row, strict=True))) for row in rows]
