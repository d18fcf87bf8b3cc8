"""Formulas worked out in Python: as much of Excel's language as ours use, by Excel's own rules.

For the many figures that would be slow in LibreOffice; that both agree is tested too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

Value = float | str | bool | None
"""A cell's value; None is a blank cell."""
Cells = Mapping[str, Value]
Part = Callable[[Cells], Value]


class ExcelError(Exception):
    """An error value, such as #DIV/0!."""


_TOKEN = re.compile(
    r"\s*(?P<text>\"(?:[^\"]|\"\")*\")|\s*(?P<number>\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)"
    r"|\s*(?P<cell>(?:'(?:[^']|'')+'!|\w+!)?\$?[A-Z]{1,3}\$?\d+)(?![\w(])|\s*(?P<name>[A-Z]+)"
    r"|\s*(?P<sign><=|>=|<>|[-+*/&=<>(),])"
)
_ORDER: tuple[tuple[str, ...], ...] = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"),
                                       ("*", "/"))  # fmt: skip


def worked_out(formula: str, cells: Cells) -> Value:
    """What a formula gives over cells; raises ExcelError for an error value."""
    tokens, at = [], 0
    while at < len(formula):
        match = _TOKEN.match(formula, at)
        assert match is not None, f"{formula}: not understood from {formula[at:]!r}"
        tokens.append((match.lastgroup or "", match[match.lastgroup or 0]))
        at = match.end()
    reader = _Reader(tokens)
    part = reader.operation(0)
    assert reader.at == len(tokens), f"{formula}: not understood whole"
    return part(cells)


class _Reader:
    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens, self.at = tokens, 0

    def _next(self) -> str:
        return self._tokens[self.at][1] if self.at < len(self._tokens) else ""

    def _take(self, sign: str = "") -> tuple[str, str]:
        kind, text = self._tokens[self.at]
        assert sign in ("", text), f"{sign} is missing before {text}"
        self.at += 1
        return kind, text

    def operation(self, level: int) -> Part:
        """From comparisons, which bind least, down to products."""
        if level == len(_ORDER):
            return self._one()
        left = self.operation(level + 1)
        while self._next() in _ORDER[level]:
            _, sign = self._take()
            left = _joined(sign, left, self.operation(level + 1))
        return left

    def _one(self) -> Part:
        kind, text = self._take()
        if text == "-":
            negated = self._one()
            return lambda cells: -_number(negated(cells))
        if text == "(":
            inner = self.operation(0)
            self._take(")")
            return inner
        if kind == "text":
            return lambda _: text[1:-1].replace('""', '"')
        if kind == "number":
            return lambda _: float(text)
        if kind == "cell":
            return lambda cells: cells[text]
        if text in ("TRUE", "FALSE"):
            return lambda _: text == "TRUE"
        return self._call(text)

    def _call(self, name: str) -> Part:
        self._take("(")
        parts = [self.operation(0)]
        while self._next() == ",":
            self._take(",")
            parts.append(self.operation(0))
        self._take(")")
        return lambda cells: _CALLS[name](parts, cells)


def _joined(sign: str, left: Part, right: Part) -> Part:
    return lambda cells: _joint(sign, left(cells), right(cells))


def _joint(sign: str, one: Value, other: Value) -> Value:
    if sign == "&":
        return _text(one) + _text(other)
    if sign in _ORDER[0]:
        return _compared(sign, one, other)
    a, b = _number(one), _number(other)
    if sign == "/":
        if b == 0:
            raise ExcelError("#DIV/0!")
        return a / b
    return a + b if sign == "+" else a - b if sign == "-" else a * b


def _compared(sign: str, one: Value, other: Value) -> bool:
    """Numbers come before text and text before TRUE; capital letters are no matter, and a blank
    is what the other is nothing of. Fifteen digits are compared."""
    a, b = _ranked(one, other), _ranked(other, one)
    return {"=": a == b, "<>": a != b, "<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b}[sign]


def _ranked(value: Value, beside: Value) -> tuple[int, float, str]:
    if isinstance(value, bool):
        return 2, float(value), ""
    if isinstance(value, str) or (value is None and isinstance(beside, str)):
        return 1, 0.0, (value or "").casefold()
    return 0, float(f"{value or 0:.15g}"), ""


def _number(value: Value) -> float:
    try:
        return float(value or 0)
    except ValueError:
        raise ExcelError("#VALUE!") from None


def _text(value: Value) -> str:
    return value if isinstance(value, str) else "" if value is None else f"{value:g}"


def _round(parts: list[Part], cells: Cells) -> Value:
    """Half away from zero, of the fifteen digits that Excel shows."""
    number, digits = (_number(part(cells)) for part in parts)
    shown = Decimal(f"{number:.15g}")
    return float(shown.quantize(Decimal(1).scaleb(-int(digits)), ROUND_HALF_UP))


def _each(parts: list[Part], cells: Cells) -> list[Value]:
    """Of AND and OR Excel works out every part, errors too."""
    return [part(cells) for part in parts]


def _is_number(value: Value) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool)


_CALLS: dict[str, Callable[[list[Part], Cells], Value]] = {
    "IF": lambda parts, cells: parts[1 if parts[0](cells) else 2](cells),
    "AND": lambda parts, cells: all(_each(parts, cells)),
    "OR": lambda parts, cells: any(_each(parts, cells)),
    "ISNUMBER": lambda parts, cells: _is_number(parts[0](cells)),
    "ABS": lambda parts, cells: abs(_number(parts[0](cells))),
    "MAX": lambda parts, cells: max(_number(part(cells)) for part in parts),
    "N": lambda parts, cells: parts[0](cells) if _is_number(parts[0](cells)) else 0.0,
    "ROUND": _round,
}
