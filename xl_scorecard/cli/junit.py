"""What came of a run as JUnit XML, as build servers show it: a suite a workbook, a case a check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from xl_scorecard.cli.show import finding_line
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.outcome import FindingResult, Outcome

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


def junit(outcomes: Iterable[Outcome]) -> str:
    """The report. Errors that a check found are its failure; what else it found is told along.

    A workbook that could not be processed is a suite of one case, in error.
    """
    root = ET.Element("testsuites", name="xl-scorecard")
    suites = [_suite(outcome) for outcome in outcomes]
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    root.extend(suites)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'


def _suite(outcome: Outcome) -> ET.Element:
    suite = ET.Element("testsuite", name=_text(outcome.path))
    if outcome.rules is not None:
        properties = ET.SubElement(suite, "properties")
        for name, value in (("rules", outcome.rules), ("period", outcome.period)):
            ET.SubElement(properties, "property", name=name, value=_text(value or ""))
    if outcome.outcome in ("failed", "not_done"):
        suite.append(_not_processed(outcome))
    else:
        suite.extend(_case(outcome, check) for check in _checks(outcome))
    suite.set("tests", str(len(suite.findall("testcase"))))
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(len(suite.findall(f"testcase/{tag}"))))
    return suite


def _not_processed(outcome: Outcome) -> ET.Element:
    case = ET.Element("testcase", classname=_text(outcome.path), name="workbook")
    if outcome.error is None:
        ET.SubElement(case, "skipped", message="the run was stopped before it was done")
    else:
        error = outcome.error
        ET.SubElement(case, "error", type=error.kind, message=_text(error.message))
    return case


def _checks(outcome: Outcome) -> list[str]:
    """The checks that were run, and any other that found something."""
    return list(dict.fromkeys([*outcome.checks, *(f.check for f in outcome.findings)]))


def _case(outcome: Outcome, check: str) -> ET.Element:
    case = ET.Element("testcase", classname=_text(outcome.path), name=_text(check))
    findings = [finding for finding in outcome.findings if finding.check == check]
    errors = [f for f in findings if f.severity is Severity.ERROR and not f.accepted]
    lesser = [f for f in findings if f.severity is not Severity.ERROR or f.accepted]
    aspects = [part.aspect.value for part in outcome.not_looked_at if part.check == check]
    if errors:
        said = errors[0].message if len(errors) == 1 else how_many(len(errors), "error")
        failure = ET.SubElement(case, "failure", type="error", message=_text(said))
        failure.text = _lines(errors)
    elif aspects and not lesser:
        what = ", ".join(dict.fromkeys(aspects))
        ET.SubElement(case, "skipped", message=f"not looked at: {what}")
    if lesser:
        ET.SubElement(case, "system-out").text = _lines(lesser)
    return case


def _lines(findings: Sequence[FindingResult]) -> str:
    return _text("\n".join(map(finding_line, findings)))


def _text(text: str) -> str:
    return _NO_XML.sub("?", text)
