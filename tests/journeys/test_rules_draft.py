"""`rules draft`: from a workbook without rules to statuses, and what stops it."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile

from tests.support.books import scorecard
from tests.support.command import Finished, xl_scorecard
from tests.support.drafts import entries
from tests.support.paths import CHILDREN, EARLY_HELP, OLD_FORMAT, RULES
from xl_scorecard.rule_files.load import load_rule_set

REAL = ["01_spcreporter_data.xlsx", "30_toronto_transit.xlsx"]
THIS_QRT = "17_dft_dashboards_master.xlsx"


def _drafted(workbook: Path, folder: Path) -> Path:
    """The draft for a workbook, in a file."""
    file = folder / "draft.yaml"
    finished = xl_scorecard("rules", "draft", workbook, "--out", file)
    assert (finished.status, finished.out) == (0, "")
    return file


def _statuses(workbook: Path, rules: Path) -> dict[str, str]:
    finished = xl_scorecard("check", workbook, "--rules", rules, "--json", "-", "--quiet")
    return {item["id"]: item["status"] for item in finished.only["indicators"]}


def _refused(finished: Finished, *words: str) -> None:
    assert finished.out == ""
    assert len(finished.err.splitlines()) == 1, finished.err
    for word in words:
        assert word in finished.err


@pytest.mark.parametrize(
    ("workbook", "rules", "indicators"),
    [(CHILDREN, "childrens-services.yaml", 68), (EARLY_HELP, "early-help.yaml", 17)],
)
def test_a_sample_is_rated_under_its_draft_as_under_the_rules_written_by_hand(
    workbook: Path, rules: str, indicators: int, tmp_path: Path
) -> None:
    by_hand = _statuses(workbook, RULES / rules)
    assert len(by_hand) == indicators
    assert _statuses(workbook, _drafted(workbook, tmp_path)) == by_hand


@pytest.mark.parametrize("workbook", [CHILDREN, EARLY_HELP])
def test_a_sample_is_drafted_and_refreshed_with_no_edit_between(
    workbook: Path, tmp_path: Path
) -> None:
    rules = _drafted(workbook, tmp_path)
    assert xl_scorecard("rules", "check", rules).status == 0
    refreshed = xl_scorecard("refresh", workbook, "--rules", rules, "--out", tmp_path / "out")
    assert refreshed.status == 0
    assert (tmp_path / "out" / workbook.name).is_file()


@pytest.mark.parametrize("name", REAL)
def test_a_real_workbook_is_drafted_and_refreshed_with_no_edit_between(
    name: str, corpus: Path, tmp_path: Path
) -> None:
    workbook = corpus / "real" / name
    rules = _drafted(workbook, tmp_path)
    assert xl_scorecard("rules", "check", rules).status == 0
    asked = "  # period: " in rules.read_text(encoding="utf-8")
    refresh = ("refresh", workbook, "--rules", rules, "--out", tmp_path / "out")
    if asked:  # its headings do not say which period
        _refused(xl_scorecard(*refresh, "--quiet", status=3), "--period")
    period = ("--period", "Q3 2020/21") if asked else ()
    refreshed = xl_scorecard(*refresh, *period)
    assert refreshed.status == 0, refreshed.err


def test_where_headings_only_say_this_quarter_the_period_is_asked_for(
    corpus: Path, tmp_path: Path
) -> None:
    drafted = _drafted(corpus / "real" / THIS_QRT, tmp_path)
    rules = load_rule_set(drafted)
    assert rules.workbook.period is None
    (asked,) = [line for line in drafted.read_text("utf-8").splitlines() if "# period:" in line]
    # saved in January 2021, so says docProps
    assert asked.split("# DECIDE")[0].strip() == "# period: Q3 2020/21"
    assert rules.rating == "rag"  # A, A/G, A/R, R and G are typed there
    names = [rule.name for rule in rules.indicators]
    assert names == ["Mars", "Sea of Tranquility", "Apollo 13", "Falcon 9", "Columbia"]


def test_with_the_period_taken_up_such_a_workbook_is_refreshed(
    corpus: Path, tmp_path: Path
) -> None:
    workbook = corpus / "real" / THIS_QRT
    rules = _drafted(workbook, tmp_path)
    text = rules.read_text("utf-8")
    assert xl_scorecard("check", workbook, "--rules", rules, status=3).err
    told = text.replace("# workbook:", "workbook:").replace("  # period:", "  period:")
    rules.write_text(told, "utf-8")
    refreshed = xl_scorecard("refresh", workbook, "--rules", rules, "--out", tmp_path / "out")
    assert refreshed.status == 0, refreshed.err


def test_the_head_of_the_childrens_sample_says_what_the_workbook_shows(tmp_path: Path) -> None:
    rules = load_rule_set(_drafted(CHILDREN, tmp_path))
    assert rules.name == "childrens-services"
    assert rules.title == "Children's Services performance scorecard"
    assert rules.financial_year_starts == "April"
    assert rules.workbook.files == ["childrens-services-*.xls[xm]"]
    assert rules.workbook.sheets == ["Scorecard"]
    assert rules.rating == "concern"  # Good, Acceptable and Red are typed there
    assert rules.columns == ["rag", "direction", "change", "change_on_year", "trend"]


def test_an_indicator_of_the_childrens_sample_is_drafted_as_one_would_by_hand() -> None:
    text = xl_scorecard("rules", "draft", CHILDREN).out
    agree = "the two give the figure in all 14 periods that have both"
    quarters = "in 3 of 3 quarters the figure is the last month's; or a rolling year"
    assert entries(text, "CIN-SEEN") == [
        "id: CIN-SEEN",
        'name: "% of Children in Need seen within timescale"',
        "section: Children in Need",
        'unit: percent # certain: the column "Unit" says "%"',
        'good_is: high # certain: the column "Good is" says "High"',
        f"basis: snapshot # guess, unsure: {quarters}",
        '# target: 80% # read from the column "Target", E24',
        '# tolerance: 5 points # read from the column "Tolerance", F24',
        f"numerator: CIN-SEEN-N # guess, likely: {agree}",
        "denominator: CIN-NUM",
    ]


def test_the_sheets_early_help_thresholds_are_read_as_tolerances_of_rag() -> None:
    text = xl_scorecard("rules", "draft", EARLY_HELP).out
    assert "\nrating: rag " in text  # a column Amber, and no status typed
    assert entries(text, "EH06") == [
        "id: EH06",
        "name: Average days from request to first visit",
        "section: Front door",
        'unit: days # certain: the column "Unit" says "days"',
        'good_is: low # certain: the column "Good perf is" says "smaller is better"',
        '# target: 10 # read from the column "Goal", F10',
        '# tolerance: 12 # the tolerance ends at the column "Amber", G10',
    ]


def test_no_target_or_tolerance_of_the_workbook_is_copied(tmp_path: Path) -> None:
    rules = load_rule_set(_drafted(CHILDREN, tmp_path))
    assert {(rule.target, rule.tolerance) for rule in rules.indicators} == {(None, None)}


def test_the_same_workbook_gives_the_same_draft_before_and_after_a_refresh(tmp_path: Path) -> None:
    before = xl_scorecard("rules", "draft", CHILDREN).out
    rules = RULES / "childrens-services.yaml"
    xl_scorecard("refresh", CHILDREN, "--rules", rules, "--out", tmp_path)
    assert xl_scorecard("rules", "draft", tmp_path / CHILDREN.name).out == before


def test_a_draft_does_not_take_the_place_of_a_file(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text("name: ours\n")
    book = scorecard(tmp_path / "q3.xlsx")
    finished = xl_scorecard("rules", "draft", book, "--out", rules, status=2)
    _refused(finished, "--out", "already")
    assert rules.read_text() == "name: ours\n"


def test_a_draft_needs_a_folder_that_is_there(tmp_path: Path) -> None:
    book = scorecard(tmp_path / "q3.xlsx")
    place = tmp_path / "rules" / "q3.yaml"
    _refused(xl_scorecard("rules", "draft", book, "--out", place, status=2), "--out", "folder")
    assert not place.parent.exists()
    _refused(
        xl_scorecard("rules", "draft", book, "--out", tmp_path, status=2), "--out", "is a folder"
    )


def test_a_file_written_says_how_much_is_left_to_decide(tmp_path: Path) -> None:
    book = scorecard(tmp_path / "q3.xlsx", [("A1", "Children in care", None, 640.0, 650.0)],
                     ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"))  # fmt: skip
    finished = xl_scorecard("rules", "draft", book, "--out", tmp_path / "rules.yaml")
    # good_is, target, and the tolerance for all
    assert finished.err.endswith("1 indicator; 3 to decide, marked DECIDE; read it through\n")


def test_a_workbook_without_a_scorecard_ends_with_3_and_one_line(tmp_path: Path) -> None:
    book = tmp_path / "phones.xlsx"
    with xlsxwriter.Workbook(book) as workbook:
        workbook.add_worksheet().write_row(0, 0, ["Name", "Telephone"])
    _refused(xl_scorecard("rules", "draft", book, status=3), "phones.xlsx", "Q3 2018/19")


def test_a_workbook_that_is_not_there_or_a_folder_ends_with_2(tmp_path: Path) -> None:
    _refused(xl_scorecard("rules", "draft", tmp_path / "q3.xlsx", status=2), "is not there")
    _refused(xl_scorecard("rules", "draft", tmp_path, status=2), "is a folder")


def test_workbooks_that_cannot_be_read_end_with_3_and_one_line(tmp_path: Path) -> None:
    _refused(xl_scorecard("rules", "draft", OLD_FORMAT, status=3), ".xls format")
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(CHILDREN.read_bytes()[:9_000])
    _refused(xl_scorecard("rules", "draft", damaged, status=3), "damaged.xlsx")


def test_an_encrypted_workbook_is_drafted_with_its_password_only(tmp_path: Path) -> None:
    plain = scorecard(tmp_path / "plain.xlsx")
    book, password = tmp_path / "book.xlsx", tmp_path / "password"
    with plain.open("rb") as stream, book.open("wb") as target:
        OOXMLFile(stream).encrypt("Fernshire", target)
    password.write_text("Fernshire\n")
    _refused(xl_scorecard("rules", "draft", book, status=3), "password")
    finished = xl_scorecard("rules", "draft", book, "--password-from", password)
    assert finished.status == 0
    assert "- id: A1" in finished.out


@pytest.mark.parametrize("command", ["check", "refresh"])
def test_without_any_rule_set_one_line_says_how_to_make_one(command: str, tmp_path: Path) -> None:
    book = scorecard(tmp_path / "q3.xlsx")
    words = ["--out", tmp_path / "out"] if command == "refresh" else []
    finished = xl_scorecard(command, book, *words, folder=tmp_path, status=2)
    _refused(finished, "no rule set found", "--rules", "xl-scorecard rules draft WORKBOOK")
