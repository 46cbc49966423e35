"""What stage, charts and editor say to a reader, by the names of their words."""

from typing import Final

from ui.components.chart.words import words as chart
from ui.components.editor.words import words as editor
from ui.components.stage.words import words as stage

CHART: Final = chart("en")
EDITOR: Final = editor("en")
EDITOR_ZH: Final = editor("zh")
STAGE: Final = stage("en")
CHART_ZH: Final = chart("zh")
