"""What belongs to a sheet or its cells: rules, tables, names, links, protection, page set-up."""

from __future__ import annotations

from typing import Any

from tests.support.books import HEADINGS, SHEET, More


def _validations(book: Any, page: Any) -> None:
    lists = book.add_worksheet("Lists")
    lists.write_column("A1", ["High", "Low", "Neither"])
    book.define_name("Polarities", "=Lists!$A$1:$A$3")
    page.data_validation("C4:C6", {"validate": "list", "source": "=Polarities"})
    page.data_validation("D4:D6", {"validate": "decimal", "criteria": "between", "minimum": 0,
                                   "maximum": 1, "error_title": "Target", "error_type": "stop",
                                   "error_message": "A target is from 0% to 100%"})  # fmt: skip
    page.data_validation("F4:F6", {"validate": "custom", "value": "=ISNUMBER(F4)",
                                   "input_title": "Outturn"})  # fmt: skip
    page.data_validation("B4", {"validate": "list", "source": "=Lists!$A$1:$A$3"})


def _conditional_formats(book: Any, page: Any) -> None:
    red, green = (book.add_format({"bg_color": colour}) for colour in ("#F4C7C3", "#C8E6C9"))
    page.conditional_format("F4:F6", {"type": "cell", "criteria": ">=", "value": "$D4",
                                      "format": green, "stop_if_true": True})  # fmt: skip
    page.conditional_format("F4:F6", {"type": "formula", "criteria": "=$F4<$D4", "format": red})
    page.conditional_format("E4:E6", {"type": "3_color_scale"})
    page.conditional_format("F4:F6", {"type": "data_bar", "data_bar_2010": True,
                                      "bar_negative_color_same": True})  # fmt: skip
    page.conditional_format("E4:E6", {"type": "icon_set", "icon_style": "3_traffic_lights"})
    page.conditional_format("B4:B6", {"type": "text", "criteria": "containing", "value": "seen",
                                      "format": red})  # fmt: skip
    page.conditional_format("A4:A6", {"type": "duplicate", "format": red})


def _tables(book: Any, page: Any) -> None:
    page.add_table("A3:F6", {"name": "Indicators", "columns": [{"header": h} for h in HEADINGS]})
    other = book.add_worksheet("Cases")
    other.add_table("B2:D6", {"name": "Cases", "style": "Table Style Light 11", "total_row": True,
                              "data": [["North", 3, 4], ["South", 5, 6], ["East", 7, 8]],
                              "columns": [{"header": "Team", "total_string": "All"},
                                          {"header": "Open", "total_function": "sum"},
                                          {"header": "Share", "formula": "[@Open]"}]})  # fmt: skip


def _names(book: Any, page: Any) -> None:
    book.define_name("Outturns", f"={SHEET}!$F$4:$F$6")
    book.define_name("Aim", "=0.8")
    book.define_name(f"{SHEET}!Latest", f"={SHEET}!$F:$F")
    page.write_formula("I4", "=AVERAGE(Outturns)", None, 0.57)
    page.write_formula("I5", '=COUNTIF(Outturns,">="&Aim)', None, 1)
    page.print_area("A1:F6")
    page.repeat_rows(2)
    page.autofilter("A3:F6")


def _links(book: Any, page: Any) -> None:
    page.write_url("I4", "https://example.org/return?a=1&b=2", string="The return", tip="Open it")
    page.write_url("I5", f"internal:'{SHEET}'!F4", string="Outturn")
    page.write_url("I6", r"external:guidance\notes.docx#Part2", string="Guidance")
    page.write_url("I7", "mailto:performance@example.org")


def _formulas(book: Any, page: Any) -> None:
    page.write_formula("I4", "=F4-E4", None, 0.07)
    page.write_array_formula("I5:I6", "{=F5:F6-E5:E6}", None, -0.02)
    page.write_dynamic_array_formula("J4", "=UNIQUE(C4:C6)", None, "High")
    page.write_formula("K4", '=IF(ISERROR(1/0),"n/a","")', None, "n/a")
    page.write_formula("K5", "=1/0", None, "#DIV/0!")
    page.write_boolean("K6", True)


def _looks(book: Any, page: Any) -> None:
    bold, small = book.add_format({"bold": True}), book.add_format({"font_size": 8, "italic": True})
    page.write_rich_string("I3", "Notes ", bold, "for", " the ", small, "quarter")
    page.merge_range("I8:K9", "Signed off", book.add_format({"align": "center", "border": 2}))
    page.set_column("M:M", 3, bold)
    page.set_row(11, 30, small)
    striped = {"pattern": 14, "bg_color": "#FFFFFF", "fg_color": "#AAAAAA", "rotation": 45,
               "num_format": '[>=0.8]0.0%;[Red]0.0%;"-"', "diag_type": 3}  # fmt: skip
    page.write_number("I11", 0.5, book.add_format(striped))
    page.set_row(13, None, None, {"level": 1, "hidden": True})
    page.set_row(14, None, None, {"collapsed": True})
    page.set_column("N:P", None, None, {"level": 2, "hidden": True})
    page.ignore_errors({"number_stored_as_text": "A4:A6"})


def _views(book: Any, page: Any) -> None:
    page.freeze_panes(3, 2)
    page.set_zoom(85)
    page.right_to_left()
    page.set_landscape()
    page.set_h_pagebreaks([20])
    page.set_tab_color("#174E5C")
    other = book.add_worksheet("Very hidden")
    other.very_hidden()
    split = book.add_worksheet("Split")
    split.split_panes(20, 30)
    split.hide()


def _properties(book: Any, page: Any) -> None:
    book.set_properties({"title": "Scorecard", "author": "P. Officer", "category": "Quarterly",
                         "comments": "Provisional"})  # fmt: skip
    book.set_custom_property("Reference", "CS-2018-Q3")
    book.set_custom_property("MSIP_Label_1_Name", "Official")
    book.set_custom_property("Checked", True)
    book.read_only_recommended()


BOOKS: dict[str, More] = {
    "validations.xlsx": _validations,
    "conditional-formats.xlsx": _conditional_formats,
    "tables.xlsx": _tables,
    "names.xlsx": _names,
    "links.xlsx": _links,
    "formulas.xlsx": _formulas,
    "looks.xlsx": _looks,
    "views.xlsx": _views,
    "properties.xlsx": _properties,
}
