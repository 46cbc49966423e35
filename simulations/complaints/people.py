"""The customers whom the firm has failed: attachment, luck, and what each would do on any path."""

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from courseware.chance import stream, uniforms
from simulations.chunks import CHUNK, WORKERS, Counts, tally
from simulations.complaints.closed_forms import Numbers, levels, readiness_with_button
from simulations.complaints.terms import GIVEN_BACK, Terms
from simulations.tarp import PATHS

Flags = NDArray[np.bool_]

ATTACHMENT, SPEAKS, STAYS = range(3)
"""Columns of each customer's first four uniforms: attachment, and chance in speaking and staying."""
FIXED, FAST, LOT = range(3)
"""Columns of the further four: whether a complaint is put right, at once, and who sees the button."""
WHO, HOW = 0, 1
"""Purposes of the streams."""
FAILED, NEVER_FAILED, TRIAL = 0, 1, 2
"""Periods of the streams: the run's customers, the comparison group, and the first of further trials."""
TINY: Final = 2.0**-54
"""Stands for a uniform of exactly 0, whose normal would be minus infinity."""
EDGES: Final = np.arange(-13, 14, 2) / 4
"""Attachment is shown in bars of half a standard deviation; one customer in a thousand lies beyond."""
_KINDS: Final = len(PATHS)
_WORLDS: Final = 4 * _KINDS
"""Rows for a world without the button and one with it, each by half and path."""


@dataclass(frozen=True)
class Population:
    """One entry a customer; the same luck in every world, so that only what is changed differs."""

    traits: Numbers
    """Attachment, chance in speaking, chance in staying: three normals."""
    luck: Numbers
    """Whether a complaint would be put right, whether at once, and the lot."""

    @property
    def sees_button(self) -> Flags:
        """The half, drawn by lot, that sees the button in a trial."""
        return self.luck[:, LOT] < 0.5

    def complains(self, terms: Terms, readiness: float) -> Flags:
        """Who complains at this readiness."""
        push = terms.attachment_on_complaint * self.traits[:, ATTACHMENT] + self.traits[:, SPEAKS]
        return np.asarray(readiness + push > 0)

    def path(self, terms: Terms, readiness: float) -> NDArray[np.int64]:
        """The place of each customer's path among the PATHS."""
        fixed = self.luck[:, FIXED] < terms.fix_rate
        at_once = fixed & (self.luck[:, FAST] < terms.fast_rate)
        helped = 1 + fixed.astype(np.int64) + at_once
        return np.where(self.complains(terms, readiness), helped, 0)

    def stays(self, terms: Terms, level: float | Numbers) -> Flags:
        """Who stays with this level, or each with a level of one's own."""
        push = terms.attachment_on_staying * self.traits[:, ATTACHMENT] + self.traits[:, STAYS]
        return np.asarray(level + push > 0)

    def stays_on(self, terms: Terms, path: NDArray[np.int64]) -> Flags:
        """Who stays if each takes this path."""
        return self.stays(terms, np.array(levels(terms))[path])


def population(terms: Terms, start: int, stop: int, period: int = FAILED) -> Population:
    """The customers from `start` up to `stop`, the same in any company."""
    return _population(terms.seed, terms.number, start, stop, period)


@lru_cache(maxsize=24)
def _population(seed: int, number: int, start: int, stop: int, period: int) -> Population:
    """The same, kept as no slider changes who they are; enough for all further trials of a seed."""
    who, how = (uniforms(seed, stream(number, period, purpose), start, stop) for purpose in (WHO, HOW))
    return Population(ndtri(np.maximum(who[:, : STAYS + 1], TINY)), how[:, : LOT + 1])


@dataclass(frozen=True)
class Account:
    """Customers counted: each row one kind of them, columns people and stayed."""

    cells: Counts

    @property
    def worlds(self) -> Counts:
        """By world (without the button, with it), half (the second sees it in a trial) and path."""
        return self.cells[:_WORLDS].reshape(2, 2, _KINDS, 2)

    @property
    def unasked(self) -> Counts:
        """All customers in the world without the button, one row a path."""
        return np.asarray(self.worlds[0].sum(axis=0))

    @property
    def everybody(self) -> Counts:
        """All customers, as if every one of them had taken each path."""
        return np.asarray(self.cells[_WORLDS : _WORLDS + _KINDS])

    @property
    def never_failed(self) -> Counts:
        """The comparison group, whom the firm never failed."""
        return np.asarray(self.cells[-1])

    def of(self, button_for: str) -> Counts:
        """What happens if nobody, a half or everybody sees the button: one row a path."""
        without, with_button = self.worlds
        half = without[0] + with_button[1]
        chosen = {"nobody": without.sum(axis=0), "half": half, "everybody": with_button.sum(axis=0)}
        return np.asarray(chosen[button_for])


@lru_cache(maxsize=64)
def account(terms: Terms) -> Account:
    """All customers of a run, counted."""
    return Account(simulate(terms))


def simulate(
    terms: Terms, start: int = 0, stop: int | None = None, *, chunk: int = CHUNK, workers: int = WORKERS
) -> Counts:
    """The cells for the customers from `start` up to `stop`; those of two groups add."""
    end = terms.n if stop is None else stop
    return tally(partial(_count, terms), start, end, chunk=chunk, workers=workers)


def _count(terms: Terms, start: int, stop: int) -> Counts:
    people = population(terms, start, stop)
    worlds = [
        _by_half_and_path(terms, people, readiness)
        for readiness in (terms.readiness, readiness_with_button(terms))
    ]
    everybody = [[stop - start, people.stays(terms, level).sum()] for level in levels(terms)]
    never = [_never_failed(terms, start, stop)]
    return np.concatenate([*worlds, np.array(everybody), np.array(never)]).astype(np.int64)


def by_attachment(terms: Terms) -> Counts:
    """Customers without a button between each two EDGES of attachment: columns silent and complaining."""
    return tally(partial(_count_by_attachment, terms), 0, terms.n)


def _count_by_attachment(terms: Terms, start: int, stop: int) -> Counts:
    people = population(terms, start, stop)
    speaks = people.complains(terms, terms.readiness)
    attachment = people.traits[:, ATTACHMENT]
    groups = (np.histogram(attachment[chosen], EDGES)[0] for chosen in (~speaks, speaks))
    return np.stack(list(groups), axis=1).astype(np.int64)


def _by_half_and_path(terms: Terms, people: Population, readiness: float) -> Counts:
    path = people.path(terms, readiness)
    kind = path + _KINDS * people.sees_button
    stayed = kind[people.stays_on(terms, path)]
    return np.stack([np.bincount(found, minlength=2 * _KINDS) for found in (kind, stayed)], axis=1)


def _never_failed(terms: Terms, start: int, stop: int) -> list[int]:
    """People and stayed; the surveys asked nobody whom the firm had not failed."""
    if terms.basis != GIVEN_BACK:
        return [0, 0]
    group = population(terms, start, stop, NEVER_FAILED)
    return [stop - start, int(group.stays(terms, terms.before).sum())]
