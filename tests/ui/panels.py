"""The panels of a page as a browser reads them, and what a hand on them tells the server."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.websocket import EVENTS


@dataclass(frozen=True)
class ShownPanel:
    """One panel on a page, with all that was sent of it."""

    id: str
    message: Mapping[str, Any]

    @property
    def controls(self) -> Mapping[str, Mapping[str, Any]]:
        """What may be moved, by its name."""
        return {one["name"]: one for one in self.message["controls"]}

    @property
    def values(self) -> Mapping[str, Any]:
        """How all that may be moved stands."""
        return {name: one["value"] for name, one in self.controls.items()}

    @property
    def measures(self) -> Mapping[str, float | None]:
        """The numbers over the chart, by their names."""
        return {one["name"]: one["value"] for one in self.message["measures"]}

    @property
    def tools(self) -> Mapping[str, Mapping[str, Any]]:
        """What may be done, by its name."""
        return {one["do"]: one for one in self.message["tools"]}


def panels(page: AppTest) -> list[ShownPanel]:
    """All panels of a page, from top to bottom."""
    found = [one.proto for one in page.get("bidi_component")]
    return [ShownPanel(one.id, json.loads(one.bytes)) for one in found if one.component_name == "lab_panel"]


def panel(page: AppTest, of: str = "") -> ShownPanel:
    """The only panel of a page, or that of the setup with this key."""
    (found,) = [one for one in panels(page) if one.id.endswith(f"{of}:panel")]
    return found


def move(page: AppTest, *actions: str, at: ShownPanel | None = None, **values: Any) -> AppTest:
    """A hand moves what is named, then does what the tools of these names do."""
    shown = at or panel(page)
    n = shown.message["heard"] + 1
    told = {"n": n, "values": values, "actions": [{"n": n, "do": do} for do in actions]}
    return tell(page, shown, told)


def tell(page: AppTest, shown: ShownPanel, told: object) -> AppTest:
    """A browser tells anything at all."""
    states = page._tree.get_widget_states()
    said = states.widgets.add()
    said.id = EVENTS.format(id=shown.id)
    said.json_trigger_value = json.dumps([{"event": "moved", "value": told}])
    return page._run(widget_state=states)
