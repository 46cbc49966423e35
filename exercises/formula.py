"""An expression as it stands in a bank: checked when the file is read."""

from typing import Any

from pydantic import ConfigDict, RootModel, field_validator

from courseware.expression import Expression, compile_expression


class Formula(RootModel[str]):
    """A checked expression over the item's params, its data's columns and n."""

    model_config = ConfigDict(frozen=True, json_schema_extra={"type": ["string", "number"]})

    @field_validator("root", mode="before")
    @classmethod
    def _number_as_text(cls, value: Any) -> Any:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return repr(value) if is_number else value

    @field_validator("root")
    @classmethod
    def _compiles(cls, text: str) -> str:
        compile_expression(text)
        return text

    @property
    def compiled(self) -> Expression:
        """The expression, ready to be evaluated."""
        return compile_expression(self.root)
