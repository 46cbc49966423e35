"""QTI items as other software writes them, for the tests that read them; each with the rules of its maker."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

V2: Final = "http://www.imsglobal.org/xsd/imsqti_v2p2"
TEMPLATE: Final = "http://www.imsglobal.org/question/qti_v2p2/rptemplates/"


def item(
    declared: str, body: str, after: str = "", *, attributes: str = "", rules: str = "match_correct"
) -> bytes:
    """An item with its declarations, its body and what follows; `rules` names a standard template."""
    marking = f'<responseProcessing template="{TEMPLATE}{rules}"/>' if rules else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><assessmentItem xmlns="{V2}" identifier="q1" title="Tea" '
        f'adaptive="false" timeDependent="false" {attributes}>{declared}'
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'
        f"<itemBody>{body}</itemBody>{marking}{after}</assessmentItem>"
    ).encode()


def response(kind: str, base: str, *right: str, more: str = "") -> str:
    """What is right."""
    values = "".join(f"<value>{one}</value>" for one in right)
    correct = f"<correctResponse>{values}</correctResponse>" if right else ""
    return (
        f'<responseDeclaration identifier="RESPONSE" cardinality="{kind}" baseType="{base}">'
        f"{correct}{more}</responseDeclaration>"
    )


def mapping(entries: Mapping[str, float], more: str = "") -> str:
    """What each answer is worth."""
    shown = "".join(f'<mapEntry mapKey="{key}" mappedValue="{worth}"/>' for key, worth in entries.items())
    return f"<mapping {more}>{shown}</mapping>"


def choices(*texts: str, tag: str = "choiceInteraction", more: str = 'maxChoices="1" shuffle="true"') -> str:
    """An interaction with choices A, B, C …, under a prompt."""
    shown = "".join(
        f'<simpleChoice identifier="{chr(65 + at)}">{text}</simpleChoice>' for at, text in enumerate(texts)
    )
    return f'<{tag} responseIdentifier="RESPONSE" {more}><prompt>Which?</prompt>{shown}</{tag}>'


def graded(condition: str, score: float = 1, wrong: str = "") -> str:
    """Rules of one condition: what holds earns `score`; `wrong` is done where it does not."""
    return (
        f"<responseProcessing><responseCondition><responseIf>{condition}"
        f'<setOutcomeValue identifier="SCORE">{number(score)}</setOutcomeValue>'
        f"</responseIf><responseElse>{wrong}</responseElse></responseCondition></responseProcessing>"
    )


ANSWER: Final = '<variable identifier="RESPONSE"/>'
RIGHT: Final = f'<match>{ANSWER}<correct identifier="RESPONSE"/></match>'
FIELD: Final = '<textEntryInteraction responseIdentifier="RESPONSE"/>'


def modal(name: str, outcome: str, words: str) -> str:
    """Feedback that shows while an outcome names it."""
    return (
        f'<modalFeedback identifier="{name}" outcomeIdentifier="{outcome}" showHide="show">'
        f"{words}</modalFeedback>"
    )


def number(value: float) -> str:
    """A number in a rule."""
    return f'<baseValue baseType="float">{value}</baseValue>'


def package(items: Mapping[str, bytes], test: str = "", more: str = "") -> bytes:
    """A package of these files with a manifest that lists them."""
    listed = "".join(
        f'<resource identifier="R{at}" type="imsqti_item_xmlv2p2" href="{name}">{more}</resource>'
        for at, name in enumerate(items)
    )
    if test:
        listed += '<resource identifier="T" type="imsqti_test_xmlv2p2" href="tests/test.xml"/>'
    manifest = (
        '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="M">'
        f"<organizations/><resources>{listed}</resources></manifest>"
    )
    files = {
        "imsmanifest.xml": manifest.encode(),
        **items,
        **({"tests/test.xml": test.encode()} if test else {}),
    }
    return zipped(files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """These files as a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
