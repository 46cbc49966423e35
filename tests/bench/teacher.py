"""What a teacher waits for: a file saved elsewhere, a key in the other window, a key while typing."""

import re
import time
from pathlib import Path
from typing import Final

from authoring.examples.lesson import EXAMPLE
from tests.browser.editor.pen import Pen
from tests.browser.projector import present
from tests.browser.speaking import beside, both_rest
from tests.browser.teacher.hands import FILE, LESSON, as_lesson, preview, sit_down
from tests.browser.visitor import Visitor, settled

HEARS: Final = """() => {
  const mark = () => { window.heard ??= Date.now(); };
  const number = document.querySelector('.lab-stage__number');
  new MutationObserver(mark).observe(number, { childList: true, subtree: true, characterData: true });
  addEventListener('keydown', () => { window.pressed = Date.now(); }, true);
}"""
WORDS: Final = "# a few words "


def shown(visitor: Visitor, course: Path, rounds: int) -> list[float]:
    """Milliseconds from each change of a file by another program to the changed title in the preview."""
    file = course / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    text = re.sub("(?m)^id: .*$", f"id: {LESSON}", EXAMPLE.read_text(encoding="utf-8"), count=1)
    file.write_text(text, encoding="utf-8")
    title = as_lesson(text).steps[0].title.en
    page = sit_down(visitor, f"?file={FILE}")
    waits = []
    for number in range(rounds):
        words = f"Version {number}"
        start = time.perf_counter()
        file.write_text(text.replace(title, words, 1), encoding="utf-8")
        preview(page).get_by_role("heading", name=words).wait_for()
        waits.append(1000 * (time.perf_counter() - start))
        settled(page)
    return waits


def heard(visitor: Visitor, lesson: str, presses: int) -> list[float]:
    """Milliseconds from each key in the hall to the number of its slide in the speaker view."""
    hall = present(visitor, lesson)
    speaker = beside(visitor, hall, lesson)
    for page in (hall, speaker):
        page.evaluate(HEARS)
    waits = []
    for number in range(presses):
        both_rest(hall, speaker)
        speaker.evaluate("() => { window.heard = undefined; }")
        hall.keyboard.press("Home" if number % 2 else "End")
        speaker.wait_for_function("() => window.heard !== undefined")
        waits.append(speaker.evaluate("() => window.heard") - hall.evaluate("() => window.pressed"))
    return waits


def typed(visitor: Visitor, times: int, rounds: int) -> list[float]:
    """Milliseconds for a few words at the end of a file of so many times the usual length."""
    pen = Pen(visitor.open(f"/?times={times}")).at_the_end()
    waits = []
    for _ in range(rounds):
        start = time.perf_counter()
        pen.write(WORDS)
        waits.append(1000 * (time.perf_counter() - start))
    return waits
