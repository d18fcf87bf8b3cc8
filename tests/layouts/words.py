"""Headings by what stands below them; the words are those of published reports."""

from __future__ import annotations

import random

USUAL = {
    "reference": ("Ref", "Ref.", "KPI Ref", "Code"),
    "indicator": ("Indicator", "Measure", "Performance Indicator", "KPI"),
    "section": ("Section", "Theme", "Service", "Directorate"),
    "polarity": ("Good is", "Polarity", "Good to be"),
    "target": ("Target",),
    "target_of_period": ("{period} Target", "Target", "Target {period}"),
    "target_of_year": ("Annual target", "{year} Target", "Target {year}", "Year End target"),
    "tolerance": ("Tolerance",),
    "rag": ("RAG", "Status", "RAG rating"),
    "dot": ("DoT", "Direction of travel"),
    "comments": ("Comments", "Commentary"),
    "owner": ("Lead officer", "Owner"),
    "unit": ("Unit", "Units"),
    "basis": ("Basis", "Data Period"),
    "england": ("England", "National average"),
    "neighbours": ("Stat Neigh Ave", "SN average"),
    "site": ("Site", "Locality", "Area"),
}
MANY = {
    **USUAL,
    "reference": ("NO.", "PI Code", "Indicator ID", "Reference", "ID", "No"),
    "indicator": (
        "Key performance indicators",
        "Indicator Description",
        "Performance measures",
        "PI title",
        "Short Name",
        "Metric",
        "Key Business Metrics",
        "INDICATORS - BOROUGH WIDE PERFORMANCE",
    ),
    "section": (
        "Service Area",
        "Priority",
        "Portfolio",
        "Lead Directorate",
        "Metric Group",
        "Health check category",
    ),
    "polarity": (
        "GOOD PERF IS",
        "Good Performance is",
        "Improvement direction",
        "Good Performance (is bigger, smaller or to plan better)",
        "Aim",
    ),
    "target": ("Goal", "Plan", "Target Green"),
    "tolerance": ("Tolerances", "Tolerance (+/-)"),
    "rag": ("RAG (in month)", "Performance against target", "Alert", "Rating"),
    "dot": ("DOT (Month on Month)", "Short Trend", "Travel"),
    "comments": (
        "Latest Note",
        "Reasons for Variances/ Performance",
        "Narrative",
        "Explanation",
        "DATA NOTE",
    ),
    "owner": ("Responsible officer", "Accountable person", "Managed By", "Assigned To"),
    "unit": ("Unit of measure", "Measured in"),
    "basis": ("Frequency of measure", "Data Period", "Collection frequency"),
    "england": ("NAT AVE", "Eng Avg", "all Wales comparative data"),
    "neighbours": ("Statistical neighbours (median)", "Family average", "STAT NEIGH AVE"),
}


class Words:
    """One choice a role, kept for the whole workbook."""

    def __init__(self, rng: random.Random, many: bool = False) -> None:
        self._rng = rng
        self._from = MANY if many else USUAL
        self._chosen: dict[str, str] = {}

    def __call__(self, role: str) -> str:
        if role not in self._chosen:
            self._chosen[role] = self._rng.choice(self._from[role])
        return self._chosen[role]
