"""How a step is taught where its kind alone does not say so: by the stage of the class."""

from lessons.step import StageName
from lessons.steps import StepKind
from papers.words import has_word


def by_stage(kind: StepKind, stage: StageName) -> str:
    """The name of the words for this kind, of those for this stage if there are any.

    >>> by_stage("read", "warm_up"), by_stage("read", "practice")
    ('read_warm_up', 'read')
    """
    special = f"{kind}_{stage}"
    return special if has_word(f"teacher_{special}") else kind
