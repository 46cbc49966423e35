"""What stage, charts, panels and editor say to a reader, by the names of their words."""

from typing import Final

from ui.components.chart.words import WORDS as CHART_WORDS
from ui.components.editor.words import WORDS as EDITOR_WORDS
from ui.components.page import WORDS as PAGE_WORDS
from ui.components.panel import WORDS as PANEL_WORDS
from ui.components.stage.words import WORDS as STAGE_WORDS

CHART: Final = CHART_WORDS.spoken("en")
EDITOR: Final = EDITOR_WORDS.spoken("en")
EDITOR_ZH: Final = EDITOR_WORDS.spoken("zh")
STAGE: Final = STAGE_WORDS.spoken("en")
CHART_ZH: Final = CHART_WORDS.spoken("zh")
PANEL: Final = PANEL_WORDS.spoken("en")
PANEL_ZH: Final = PANEL_WORDS.spoken("zh")
PAGE: Final = PAGE_WORDS.spoken("en")
PAGE_ZH: Final = PAGE_WORDS.spoken("zh")
