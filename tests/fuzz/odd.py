"""Values that fit nowhere, or only just."""

from __future__ import annotations

NUMBERS = (
    "-1", "0", "1", "2", "7", "255", "16384", "16385", "65534", "65535", "1048576", "1048577",
    "2147483647", "2147483648", "4294967295", "99999999999999999999", "1e400", "-1e400", "NaN",
    "INF", "1.5", "1,5", "0x1F", " 3 ", "+3", "٣", "", "true", "1_000", "9" * 400, "-0",
)  # fmt: skip
REFERENCES = (
    "A0", "A-1", "A1048577", "XFE1", "XFD1048576", "ZZZZ9", "A1:XFD1048576", "A:A", "1:1", "A:XFD",
    "B2:A1", "A1:A1", "a1", "$A$1", "R1C1", "#REF!", "#REF!:#REF!", "", " ", "A1 B2 C3",
    "A1:B2:C3", "Scorecard!A1", "'Scorecard'!A1", "A1,B2", "A99999999999999999999", "G3:J6",
)  # fmt: skip
TEXTS = (
    "", " ", "\t", "\N{NO-BREAK SPACE}", "x" * 40_000, "_x0000_", "_xD800_", "\ufffe\u200b\u202e",
    "Q3 2018/19", "Q9 2018/19", "2018-13", "n/a", "100%", "1e308", "=1+1", "]]>", "&amp;", "TRUE",
    "Summary by xl-scorecard, made anew at each refresh", "Status Q3 2018/19", "\N{PILE OF POO}",
    "Q4 2017/18 " * 50, "../../etc/passwd", "http://example.invalid/a b", "-", "31/12/2018",
)  # fmt: skip
FORMULAS = (
    "1+", "IF(ISNUMBER(F4),1,", "'", "[1]Sheet!A1", "#REF!", "A1:XFD1048576", "SUM(" * 300,
    "_xlfn.LET(_xlpm.x,1,_xlpm.x)", "IF(ISNUMBER(F4),\"Good\",\"Red\")", "N(\"xl-scorecard\")=0",
    "COUNTIF(A1:Z100,\"Red\")", "SUM(2:2)", "SUM(Scorecard:Summary!A1)", "\"" * 7, "{1,2;3}",
)  # fmt: skip
