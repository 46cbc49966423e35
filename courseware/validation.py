"""Reads the values of a file as a model, and gives each complaint its place and its sentence."""

import json
from dataclasses import dataclass
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from courseware.advice import explain
from courseware.limits import MAX_TOLD
from courseware.problem import Problem, ProblemsFoundError
from courseware.text import ONE_WILL_DO
from courseware.trail import Trail, follow
from courseware.tree import find, place_of

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class _Complaint:
    kind: str
    context: dict[str, Any]
    got: object
    trail: Trail


def validated(
    root: yaml.Node, value: object, file: str, model: type[M], *, one_language_will_do: bool = False
) -> M:
    """`value`, which was read from the tree at `root`, as a `model`.

    Types are strict: a number in quotes is no number. Raises ProblemsFoundError with all problems, or
    with the first of them if there are more than anybody reads.
    """
    context = ONE_WILL_DO if one_language_will_do else None
    try:
        return model.model_validate_json(json.dumps(value), strict=True, context=context)
    except ValidationError as error:
        told = [details for details in error.errors() if not _is_echo(details)][:MAX_TOLD]
        complaints = [_complaint(model, details) for details in told]
        problems = {_problem(complaint, root, file) for complaint in _one_a_fork(complaints)}
        raise ProblemsFoundError(sorted(problems)) from error


def _complaint(model: type[BaseModel], details: ErrorDetails) -> _Complaint:
    trail = follow(model, details["loc"])
    return _Complaint(details["type"], dict(details.get("ctx", {})), details["input"], trail)


def _is_echo(details: ErrorDetails) -> bool:
    """Whether pydantic calls a list too short only because its entries were wrong."""
    got = details["input"]
    if details["type"] != "too_short" or not isinstance(got, list):
        return False
    return len(got) >= int(details.get("ctx", {}).get("min_length", 0))


def _one_a_fork(complaints: list[_Complaint]) -> list[_Complaint]:
    """Where several forms are allowed, keep the complaints of the one that fits best."""
    forks: dict[tuple[str | int, ...], list[_Complaint]] = {}
    kept = []
    for complaint in complaints:
        if complaint.trail.forks:
            forks.setdefault(complaint.trail.forks[0], []).append(complaint)
        else:
            kept.append(complaint)
    for fork, group in forks.items():
        deepest = max(len(complaint.trail.path) for complaint in group)
        if deepest == len(fork) and len(group) > 1:
            kept.append(_none_fits(group))
        else:
            kept += [complaint for complaint in group if len(complaint.trail.path) == deepest]
    return kept


def _none_fits(group: list[_Complaint]) -> _Complaint:
    forms = [_FORMS.get(complaint.kind, ("", "")) for complaint in group]
    en = " or ".join(dict.fromkeys(form[0] for form in forms if form[0])) or "another kind of value"
    zh = "或".join(dict.fromkeys(form[1] for form in forms if form[1])) or "其他类型的值"
    return _Complaint("several_forms", {"forms": en, "forms_zh": zh}, group[0].got, group[0].trail)


def _problem(complaint: _Complaint, root: yaml.Node, file: str) -> Problem:
    trail, path = complaint.trail, list(complaint.trail.path)
    if complaint.kind == "union_tag_invalid":
        path.append(complaint.context["discriminator"].strip("'"))
    node, key = find(root, path)
    at_key = complaint.kind == "extra_forbidden" and key is not None
    line, column = place_of(key if at_key and key is not None else node)
    name = str(path[-1]) if path else ""
    message, advice = explain(complaint.kind, _tidy(complaint.context), complaint.got, name, trail.known)
    return Problem(file, line, column, ".".join(map(str, path)), message, advice)


def _tidy(context: dict[str, Any]) -> dict[str, Any]:
    if "discriminator" in context:
        context["discriminator"] = context["discriminator"].strip("'")
    return context


_FORMS = {
    "string_type": ("text", "文字"),
    "int_type": ("a whole number", "整数"),
    "int_from_float": ("a whole number", "整数"),
    "float_type": ("a number", "数值"),
    "bool_type": ("true or false", " true 或 false"),
    "list_type": ("a list", "列表"),
    "tuple_type": ("a list", "列表"),
    "dict_type": ("keys and values", "一组键和值"),
    "model_type": ("keys and values", "一组键和值"),
}
