from __future__ import annotations

from tests.conftest import Refreshed
from tests.support.paths import CHILDREN, EARLY_HELP, OLD_FORMAT

WORKBOOK_KEYS = {
    "path", "output", "outcome", "error", "rules", "period", "indicators", "findings",
}  # fmt: skip
INDICATOR_KEYS = {
    "id", "name", "section", "sheet", "row", "cell", "basis", "value", "gap", "target",
    "tolerance", "status", "concern", "previous", "change", "change_on_year", "direction",
    "travel", "variation",
}  # fmt: skip
FINDING_KEYS = {
    "check", "severity", "sheet", "cell", "indicator", "message", "found", "expected",
}  # fmt: skip
WORDS = {
    "gap": {None, "awaited", "suppressed", "not_available", "not_applicable", "not_due"},
    "direction": {None, "up", "down", "level"},
    "travel": {None, "improved", "worsened", "static"},
    "variation": {None, "improving", "concerning", "common"},
    "concern": {0, 1, 2, 3},
}


def test_one_workbook_that_cannot_be_processed_costs_status_3_but_not_the_others(
    refreshed: Refreshed,
) -> None:
    assert refreshed.finished.status == 3
    outcomes = {sample: refreshed.workbook(sample)["outcome"] for sample in (CHILDREN, EARLY_HELP)}
    assert outcomes == {CHILDREN: "refreshed", EARLY_HELP: "refreshed"}
    assert refreshed.workbook(OLD_FORMAT)["outcome"] == "failed"


def test_every_output_keeps_its_name_and_the_failed_one_has_none(refreshed: Refreshed) -> None:
    assert {path.name for path in refreshed.folder.iterdir()} == {CHILDREN.name, EARLY_HELP.name}
    assert refreshed.workbook(CHILDREN)["output"] == str(refreshed.file(CHILDREN))
    assert refreshed.workbook(OLD_FORMAT)["output"] is None


def test_the_old_format_is_named_on_standard_error_in_one_line(refreshed: Refreshed) -> None:
    lines = refreshed.finished.err.splitlines()
    assert len(lines) == 1
    assert OLD_FORMAT.name in lines[0]
    assert ".xlsx" in lines[0].partition(":")[2]  # what to save it as
    error = refreshed.workbook(OLD_FORMAT)["error"]
    assert error["kind"] == "unsupported_format"
    assert error["message"] in lines[0]


def test_the_report_has_every_key_of_version_1(refreshed: Refreshed) -> None:
    assert refreshed.report["version"] == 1
    for workbook in refreshed.report["workbooks"]:
        assert set(workbook) >= WORKBOOK_KEYS
        for indicator in workbook["indicators"]:
            assert set(indicator) >= INDICATOR_KEYS
        for finding in workbook["findings"]:
            assert set(finding) >= FINDING_KEYS


def test_the_report_uses_only_the_words_of_the_contract(refreshed: Refreshed) -> None:
    for workbook in refreshed.report["workbooks"]:
        for indicator in workbook["indicators"]:
            for key, words in WORDS.items():
                assert indicator[key] in words, (indicator["id"], key)
            assert (indicator["value"] is None) == (indicator["gap"] is not None)


def test_periods_print_as_the_contract_says(refreshed: Refreshed) -> None:
    assert refreshed.workbook(CHILDREN)["period"] == "2018/19 Q3"
    assert refreshed.workbook(EARLY_HELP)["period"] == "2018-12"


def test_each_workbook_is_read_under_the_rule_set_that_names_it(refreshed: Refreshed) -> None:
    assert refreshed.workbook(CHILDREN)["rules"] == "childrens-services"
    assert refreshed.workbook(EARLY_HELP)["rules"] == "early-help"


def test_an_indicator_of_the_report_is_given_as_fractions_with_its_cell(
    refreshed: Refreshed,
) -> None:
    # 84% against 80% with 5 points; 82% in Q2 is the sample's own figure.
    seen = refreshed.indicators(CHILDREN)["CIN-SEEN"]
    assert (seen["sheet"], seen["cell"], seen["row"]) == ("Scorecard", "K24", 24)
    assert (seen["value"], seen["target"], seen["tolerance"]) == (0.84, 0.8, 0.05)
    assert (seen["status"], seen["concern"], seen["basis"]) == ("good", 0, "snapshot")
    assert (seen["direction"], seen["travel"]) == ("up", "improved")
