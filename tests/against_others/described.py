"""Headings of benchmarks as they are published, with what a person reads below them.

Each is written from a paper that councils, DfE or the NHS publish, or as close to one as a test can
be: `heads` stand right of the figures, `groups` in merged cells above them, `cells` below them in
the rows of three indicators (percentages: 82%, 23%, 66%). `read` is what a person takes from the
first row: kind, period and figure. It is written without regard to how headings are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Cell = float | str | None
Read = tuple[str, str | None, float]
"""Kind, period as JSON has it, figure as a fraction."""


@dataclass(frozen=True)
class Said:
    """A layout of benchmarks and what a person reads of it."""

    name: str
    heads: Sequence[str]
    cells: Sequence[Sequence[Cell]]
    read: Sequence[Read]
    groups: Sequence[tuple[int, int, str]] = ()
    """First and last of the heads that a merged cell stands above, and its text."""
    own: tuple[int, int] | None = None
    """Which of the heads stand under the reported period, where a group is one."""


def _rows(*first: Cell, others: Cell = 0.5) -> tuple[tuple[Cell, ...], ...]:
    """Cells of the first row, with something like them below."""
    below = tuple(others if isinstance(cell, float) else cell for cell in first)
    return tuple(first), below, below


LAYOUTS = (
    Said(
        "a council's scorecard of children's services",
        ("England 2017/18", "SN average 2017/18"),
        _rows(0.805, 0.79),
        [("england", "2017/18", 0.805), ("statistical_neighbours", "2017/18", 0.79)],
    ),
    Said(
        "benchmarks under a heading with their year",
        ("Good/Outstanding LAs", "England"),
        _rows(0.848, 0.827),
        [("good_outstanding", "2017/18", 0.848), ("england", "2017/18", 0.827)],
        groups=((0, 1, "Benchmarks (2017/18)"),),
    ),
    Said(
        "Rotherham's monthly report, two years behind",
        ("STAT NEIGH AVE", "BEST STAT NEIGH", "NAT AVE", "NAT TOP QTILE THRESHOLD"),
        _rows(0.78, 0.93, 0.801, 0.88),
        [
            ("statistical_neighbours", "2016/17", 0.78),
            ("statistical_neighbours_best", "2016/17", 0.93),
            ("england", "2016/17", 0.801),
            ("england_top_quartile", "2016/17", 0.88),
        ],
        groups=((0, 3, "LATEST BENCHMARKING - 2016/17"),),
    ),
    Said(
        "a Welsh council's comparative data",
        ("2017/18 all Wales comparative data (where applicable)",),
        _rows("81.2%", others=0.4),
        [("wales", "2017/18", 0.812)],
    ),
    Said(
        "one column of benchmarks, as words and not",
        ("Benchmark",),
        ((0.79,), ("n/a",), ("Top quartile",)),
        [("benchmark", None, 0.79)],
    ),
    Said(
        "authorities like it, in a county's own words",
        ("Most similar authorities 2017/18", "Unitaries 2017/18"),
        _rows(0.79, 0.8),
        [("similar", "2017/18", 0.79), ("target_group", "2017/18", 0.8)],
    ),
    Said(
        "short forms with a year in dashes",
        ("Stat. neighbours 2016-17", "NW region 2016-17", "Nat. 2016-17"),
        _rows(0.77, 0.76, 0.8),
        [
            ("statistical_neighbours", "2016/17", 0.77),
            ("region", "2016/17", 0.76),
            ("england", "2016/17", 0.8),
        ],
    ),
    Said(
        "the year in a column of its own",
        ("England average", "Benchmark year"),
        _rows(0.83, "2017/18"),
        [("england", "2017/18", 0.83)],
    ),
    Said(
        "the year in a column of its own, as a number",
        ("National average", "Year of benchmark"),
        _rows(0.83, 2017.0, others=0.4),
        [("england", "2017", 0.83)],
    ),
    Said(
        "rank, quartile and change beside the average, as in LAIT",
        ("England 2017/18", "England rank", "Quartile Banding", "National trend", "England RAG"),
        _rows(0.84, 31.0, "A", "↑", "Green", others=0.4),
        [("england", "2017/18", 0.84)],
    ),
    Said(
        "regions by name, and a target group",
        (
            "London",
            "Outer London 2017/18",
            "Core cities average 2017/18",
            "Target group average 2016/17",
        ),
        _rows(0.8, 0.79, 0.75, 0.74),
        [
            ("region", None, 0.8),
            ("region", "2017/18", 0.79),
            ("target_group", "2017/18", 0.75),
            ("target_group", "2016/17", 0.74),
        ],
    ),
    Said(
        "under the period they are of, beside the target",
        ("Actual", "Target", "England"),
        _rows(0.82, 0.8, 0.79),
        [("england", "2018/19 Q3", 0.79)],
        groups=((0, 2, "Q3 2018/19"),),
        own=(0, 1),
    ),
    Said(
        "each with its year in its own cell",
        ("England", "Statistical neighbours"),
        _rows("82.7% (2017/18)", "81% (2016/17)"),
        [("england", "2017/18", 0.827), ("statistical_neighbours", "2016/17", 0.81)],
    ),
    Said(
        "three years of one",
        ("England 2015/16", "England 2016/17", "England 2017/18"),
        _rows(0.78, 0.79, 0.8),
        [("england", "2015/16", 0.78), ("england", "2016/17", 0.79), ("england", "2017/18", 0.8)],
    ),
    Said(
        "gaps worked out by the council itself",
        ("England 2017/18", "Gap to England", "vs England", "Difference to SN"),
        _rows(0.8, 0.02, 0.02, -0.01),
        [("england", "2017/18", 0.8)],
    ),
    Said(
        "good and outstanding in other words",
        ("Good or Outstanding", "G&O LAs 2017/18"),
        _rows(0.81, 0.81),
        [("good_outstanding", None, 0.81), ("good_outstanding", "2017/18", 0.81)],
    ),
    Said(
        "CIPFA, police and NHS families",
        ("CIPFA nearest neighbours 2017/18", "Most similar group 2017/18", "Peer average 2017/18"),
        _rows(0.8, 0.79, 0.78),
        [
            ("statistical_neighbours", "2017/18", 0.8),
            ("similar", "2017/18", 0.79),
            ("target_group", "2017/18", 0.78),
        ],
    ),
    Said(
        "mean and median apart",
        ("SN average 2017/18", "SN median 2017/18"),
        _rows(0.8, 0.81),
        [
            ("statistical_neighbours", "2017/18", 0.8),
            ("statistical_neighbours_median", "2017/18", 0.81),
        ],
    ),
    Said(
        "a date, a quarter, a month",
        ("England as at 31 March 2018", "England Q1 2018/19"),
        _rows(0.8, 0.805),
        [("england", "2018-03", 0.8), ("england", "2018/19 Q1", 0.805)],
    ),
    Said(
        "percentages kept as 82.7 beside fractions",
        ("England 2017/18", "Yorkshire & Humber 2017/18"),
        _rows(82.7, 80.0, others=51.0),
        [("england", "2017/18", 0.827), ("region", "2017/18", 0.8)],
    ),
    Said(
        "years under the name of those they are of",
        ("2016/17", "2017/18", "2016/17", "2017/18"),
        _rows(0.78, 0.79, 0.8, 0.81),
        [
            ("statistical_neighbours", "2016/17", 0.78),
            ("statistical_neighbours", "2017/18", 0.79),
            ("england", "2016/17", 0.8),
            ("england", "2017/18", 0.81),
        ],
        groups=((0, 1, "Statistical neighbours"), (2, 3, "England")),
    ),
    Said(
        "their average, best and median under their name",
        ("Average", "Best", "Median"),
        _rows(0.78, 0.93, 0.8),
        [
            ("statistical_neighbours", "2017/18", 0.78),
            ("statistical_neighbours_best", "2017/18", 0.93),
            ("statistical_neighbours_median", "2017/18", 0.8),
        ],
        groups=((0, 2, "Stat. Neighbours 2017/18"),),
    ),
    Said(
        "authorities by name beside their average",
        ("Ashby", "Barford", "Coton", "Average"),
        _rows(0.78, 0.93, 0.8, 0.79),
        [("statistical_neighbours", "2017/18", 0.79)],
        groups=((0, 3, "Statistical neighbours 2017/18"),),
    ),
    Said(
        "what is no figure at all",
        ("England", "Benchmark source", "SN average", "Comparator"),
        _rows("Top quartile", "DfE LAIT", "c", "2nd of 11"),
        [],
    ),
    Said(
        "a judgement of schools, which is no benchmark of the council",
        ("Good and outstanding schools",),
        _rows(0.9),
        [],
    ),
)
"""At least a dozen; whoever meets another in a real paper adds it here."""
