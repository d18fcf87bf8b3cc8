"""Rows for the ratings that councils use, drawn by chance, each with its status by hand.

Statuses are worked out here in decimals, from what docs/rules.md says, and share nothing with the
program. Outturns stand at the edges, and a hair to either side.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

Cell = float | str | None
HAIR = Decimal("0.001")
YEAR_AGO, BEFORE, NOW = "Q3 2017/18", "Q2 2018/19", "Q3 2018/19"
_COMMON = ("Ref", "Measure", "Good is", YEAR_AGO, BEFORE, NOW)


@dataclass(frozen=True)
class Drawn:
    """A row's cells below the headings, what its rule says, and its status word by hand."""

    cells: dict[str, Cell]
    rule: str
    label: str


@dataclass(frozen=True)
class Kind:
    """A kind of rating: what the rule set says, the headings, and how a row is drawn."""

    name: str
    rules: str
    further: tuple[str, ...]
    draw: Callable[[random.Random], Drawn]
    words: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings from the left."""
        return (*_COMMON, *self.further)


def _short(out: Decimal, goal: Decimal, good: str) -> Decimal:
    return {"high": goal - out, "low": out - goal, "plan": abs(goal - out)}[good]


def _side(good: str, dice: random.Random) -> int:
    """Which way is worse: 1 is up."""
    return {"high": -1, "low": 1}.get(good) or dice.choice((-1, 1))


def _near(edge: Decimal, dice: random.Random) -> Decimal:
    return edge + HAIR * dice.choice((-1, 0, 0, 1))


def _row(
    good: str, now: Cell | Decimal, dice: random.Random, goal: Decimal = Decimal(50), **more: object
) -> dict[str, Cell]:
    before = goal + dice.randrange(-9, 9)
    cells = {
        "Good is": good.capitalize(), YEAR_AGO: goal + dice.randrange(-9, 9), BEFORE: before,
        NOW: dice.choice((None, "TBC")) if dice.random() < 0.05 else now, **more,
    }  # fmt: skip
    return {k: float(v) if isinstance(v, Decimal | int) else v for k, v in cells.items()}  # type: ignore[misc]


def _drawn(cells: dict[str, Cell], rule: str, label: str) -> Drawn:
    return Drawn(cells, rule, "No data" if cells[NOW] in (None, "TBC") else label)


def _thresholds(dice: random.Random) -> Drawn:
    """Green, Amber and Red columns in words, red with or without its own end, amber mostly left
    to what is between them; and sometimes a floor, which goes before all."""
    good = dice.choice(("high", "low"))
    way = -1 if good == "high" else 1
    green = Decimal(dice.randrange(400, 900)) / 10
    end = green + way * Decimal(dice.randrange(10, 90)) / 10
    with_end, strict = dice.random() < 0.5, dice.random() < 0.3
    better, worse = (">", "<") if good == "high" else ("<", ">")
    out = _near(dice.choice((green, end, green + way * 20)), dice)
    cells = _row(good, out, dice, green)
    cells["Green"] = f"{better}{'' if strict else '='}{green}"
    cells["Red"] = f"{worse}{'=' if with_end else ''}{end}"
    off, reach = _short(out, green, good), abs(end - green)
    has_amber, has_red = dice.random() < 0.3, dice.random() < 0.8
    floor = green + way * dice.choice((2, 5, 9)) if not has_red or dice.random() < 0.4 else None
    cells["Amber"] = float(end) if has_amber else None
    cells["Floor"] = float(floor) if floor is not None else None
    if not has_red:
        cells["Red"] = None
    if has_amber or not has_red:
        with_end = False
    if not has_amber and not has_red and floor is not None:
        reach = abs(floor - green)
    if off < 0 or (off == 0 and not strict):
        label = "Green"
    else:
        label = "Red" if off > reach or (off == reach and with_end) else "Amber"
    if floor is not None and _short(out, floor, good) > 0:
        label = "Red"
    return _drawn(cells, "unit: score", label)


def _floors(dice: random.Random) -> Drawn:
    """A floor beside a tolerance, or alone."""
    good = dice.choice(("high", "low"))
    way = -1 if good == "high" else 1
    goal = Decimal(dice.randrange(400, 900)) / 10
    tolerance = dice.choice((None, Decimal(5), Decimal("2.5")))
    floor = dice.choice((None, goal + way * 2, goal + way * 4, goal + way * 9))
    edges = [goal, *([goal + way * tolerance] if tolerance else []), *([floor] if floor else [])]
    out = _near(dice.choice(edges), dice)
    cells = _row(good, out, dice, goal, Target=goal)
    cells["Tolerance"] = float(tolerance) if tolerance is not None else None
    cells["Floor"] = float(floor) if floor is not None else None
    off = _short(out, goal, good)
    reach = tolerance if tolerance is not None else abs(floor - goal) if floor is not None else 0
    label = "Green" if off <= 0 else "Amber" if off <= reach else "Red"
    if floor is not None and _short(out, floor, good) > 0:
        label = "Red"
    return _drawn(cells, "unit: score", label)


def _ruled_floors(dice: random.Random) -> Drawn:
    """A floor from the rule set, under three degrees of concern."""
    good = dice.choice(("high", "low"))
    way = -1 if good == "high" else 1
    goal = Decimal(dice.randrange(400, 900)) / 10
    floor = goal + way * dice.choice((1, 5, 7, 12))
    edges = [goal, floor, *(goal + way * 3 * n for n in (1, 2, 3))]
    out = _near(dice.choice(edges), dice)
    off = _short(out, goal, good)
    bands = [(0, "Good"), (3, "Acceptable"), (6, "Yellow"), (9, "Amber")]
    label = next((word for reach, word in bands if off <= reach), "Red")
    label = "Red" if _short(out, floor, good) > 0 else label
    cells = _row(good, out, dice, goal, Target=goal)
    return _drawn(cells, f"unit: score, tolerance: 3 points, floor: {floor}", label)


def _two_sided(dice: random.Random) -> Drawn:
    """One tolerance above and another below."""
    good = dice.choice(("high", "low", "plan", "plan"))
    goal = Decimal(dice.randrange(400, 900)) / 10
    above, below = Decimal(dice.choice((1, 2, 4))), Decimal(dice.choice((1, 3, 5)))
    relative = dice.random() < 0.3
    up = goal * above / 100 if relative else above
    edges = (goal, goal + up, goal - below)
    out = _near(dice.choice(edges), dice)
    off = _short(out, goal, good)
    reach = up if good == "low" or (good == "plan" and out > goal) else below
    label = "Green" if off <= 0 else "Amber" if off <= reach else "Red"
    cells = _row(good, out, dice, goal, Target=goal)
    said = f'"{above}%"' if relative else f"{above} points"
    rule = f"unit: score, tolerance: {{above: {said}, below: {below} points}}"
    return _drawn(cells, rule, label)


def _improving(dice: random.Random) -> Drawn:
    """Beyond 10% of target, but no worse than a year ago."""
    good = dice.choice(("high", "low", "plan"))
    goal = Decimal(dice.randrange(40, 90))
    way = _side(good, dice)
    year_ago = None if dice.random() < 0.1 else goal + way * dice.choice((3, 12, 15))
    edges = [goal, goal + way * goal / 10, *([year_ago] if year_ago is not None else [])]
    out = _near(dice.choice(edges), dice)
    off = _short(out, goal, good)
    better = year_ago is not None and off <= _short(year_ago, goal, good)
    label = "Green" if off <= goal / 10 else "Amber" if off <= 0 or better else "Red"
    cells = _row(good, out, dice, goal, Target=goal)
    cells[YEAR_AGO] = None if year_ago is None else float(year_ago)
    return _drawn(cells, "unit: score", label)


def _scores(dice: random.Random) -> Drawn:
    """A score of 0 to 10."""
    out = _near(Decimal(dice.choice(("6.6", "3.3", "9", "1"))), dice)
    label = "Green" if out >= Decimal("6.6") else "Amber" if out >= Decimal("3.3") else "Red"
    cells = _row("high", out, dice, Decimal(5))
    cells[BEFORE], cells[YEAR_AGO] = 5.0, 4.0
    return _drawn(cells, "unit: score", label)


def _worse_edges(dice: random.Random) -> Drawn:
    """Figures that bands end at, which belong to the worse side; low is good."""
    out = _near(Decimal(dice.choice(("20", "30", "12", "50"))), dice)
    label = "Quick" if out < 20 else "Slow" if out < 30 else "Late"
    cells = _row("low", out, dice, Decimal(25))
    return _drawn(cells, "unit: score", label)


_OPINIONS = {"Substantial": "Substantial", "full": "Substantial", "Reasonable": "Reasonable",
             "Adequate": "Reasonable", "LIMITED": "Limited", "Nil": "Nil",
             "Limited assurance": "Limited"}  # fmt: skip


def _opinions(dice: random.Random) -> Drawn:
    """What internal audit says."""
    said = dice.choice(tuple(_OPINIONS))
    cells = _row("high", said, dice)
    cells[BEFORE], cells[YEAR_AGO] = dice.choice(("Limited", "Nil")), "Reasonable"
    return _drawn(cells, "good_is: high", _OPINIONS[said])


def _letters(dice: random.Random) -> Drawn:
    """Delivery confidence in five letters."""
    letters = ("G", "A/G", "A", "A/R", "R")
    said = dice.choice(letters)
    cells = _row("high", said, dice)
    cells[BEFORE], cells[YEAR_AGO] = dice.choice(letters), "A"
    return _drawn(cells, "good_is: high", said)


_RULED = "rating: ours\nratings:\n  ours:\n    bands:\n"
KINDS = (
    Kind("threshold columns", "rating: rag\n", ("Floor", "Green", "Amber", "Red"), _thresholds),
    Kind("floor columns", "rating: rag\n", ("Target", "Tolerance", "Floor"), _floors),
    Kind("floors by rule", "rating: concern\n", ("Target",), _ruled_floors),
    Kind("two sides", "rating: rag\n", ("Target",), _two_sided),
    Kind(
        "no worse than a year ago",
        _RULED
        + "      - {status: green, label: Green, up_to: 10%}\n"
        + "      - {status: amber, label: Amber, up_to: last year, concern: 2}\n"
        + "      - {status: red, label: Red, concern: 3}\n",
        ("Target",),
        _improving,
    ),
    Kind("scores", "rating: score\n", (), _scores),
    Kind(
        "figures, edges to the worse",
        "rating: ours\nratings:\n  ours:\n    edge_belongs_to: worse\n    bands:\n"
        "      - {status: quick, label: Quick, ends_at: 20}\n"
        "      - {status: slow, label: Slow, ends_at: 30, concern: 1}\n"
        "      - {status: late, label: Late, concern: 3}\n",
        (),
        _worse_edges,
    ),
    Kind("opinions", "rating: assurance\n", (), _opinions, tuple(_OPINIONS)),
    Kind("five letters", "rating: five-point\n", (), _letters, ("G", "A/G", "R", "a")),
)  # fmt: skip


def drawn(kind: Kind, rows: int, seed: int) -> list[Drawn]:
    """So many rows of a kind."""
    dice = random.Random(f"{kind.name} {seed}")
    return [kind.draw(dice) for _ in range(rows)]


def table(kind: Kind, rows: list[Drawn]) -> list[tuple[Cell, ...]]:
    """The cells of some rows below the headings."""
    named = [{"Ref": f"I{n}", "Measure": f"Measure {n}", **row.cells} for n, row in enumerate(rows)]
    return [tuple(cells.get(heading) for heading in kind.headings) for cells in named]


def rule_set(kind: Kind, rows: list[Drawn]) -> str:
    """The rule set about them."""
    rules = (f"  - {{id: I{n}, name: Measure {n}, {row.rule}}}\n" for n, row in enumerate(rows))
    return f"name: drawn\n{kind.rules}indicators:\n{''.join(rules)}"


def edit(kind: Kind, row: Drawn, dice: random.Random) -> tuple[str, Cell]:
    """What an officer types over a cell of a row, and below which heading."""
    places = [h for h in (NOW, YEAR_AGO, *kind.further, "Good is") if h in row.cells]
    heading = dice.choice([NOW, *places])
    if heading == "Good is":
        return heading, dice.choice(("High", "Low", "Plan", "Neither"))
    was = row.cells[heading]
    typed: list[Cell] = [None]
    if kind.words:
        typed += [*kind.words, "TBC", "something else", 3.0]
    elif isinstance(was, str) and was != "TBC":
        typed += [was.replace("=", ""), was.replace("<", ">"), f"{was}5", 61.0]
    else:
        base = was if isinstance(was, float) else 50.0
        typed += [base + by for by in (0.5, -0.5, 3.0, -3.0, 8.0, -8.0)]
        typed += ["TBC"] if heading == NOW else []
    return heading, dice.choice(typed)
