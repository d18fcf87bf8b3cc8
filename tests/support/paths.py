"""Where the project's own material and its neighbours lie, found from this file."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus"
REPORT = SHARED / "facts" / "q3-report.json"
OFFICERS_LIST = SHARED / "facts" / "checks.json"
PERIOD_FORMS = SHARED / "facts" / "headers.json"
XMR = SHARED / "facts" / "xmr.json"

RULES = ROOT / "rules"
CHILDRENS_RULES = RULES / "childrens-services.yaml"
SAMPLES = ROOT / "workbooks"
CHILDREN = SAMPLES / "childrens-services-2018-19-q3.xlsx"
EARLY_HELP = SAMPLES / "early-help-2018-12.xlsm"
OLD_FORMAT = SAMPLES / "old-format.xlsx"
