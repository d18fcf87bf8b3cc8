"""Slips that can be made in a module: what a mutant is, and where one fits."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """One slip: where, what, and how it is made in the parsed module and unmade again."""

    line: int
    what: str
    make: Callable[[], None]
    unmake: Callable[[], None]


_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


def mutants_of(tree: ast.Module) -> Iterator[Mutant]:
    """Every mutant of a parsed module, in the order of its lines."""
    found = [mutant for node in _code(tree) for mutant in _of_node(node)]
    yield from sorted(found, key=lambda mutant: (mutant.line, mutant.what))


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that do something: no imports, types, decorators, docstrings, texts of messages."""
    if isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr | ast.Raise):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
        return
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _code(child)


def _of_node(node: ast.AST) -> Iterator[Mutant]:
    match node:
        case ast.Compare():
            for at, old in enumerate(node.ops):
                for new in _COMPARISONS.get(type(old), ()):
                    yield _item(node, node.ops, at, new(), f"{_sign(old)} is {_sign(new())}")
        case ast.BinOp(op=old) | ast.AugAssign(op=old) if type(old) in _ARITHMETIC:
            new_op = _ARITHMETIC[type(old)]()
            yield _field(node, "op", new_op, f"{_sign(old)} is {_sign(new_op)}")
        case ast.BoolOp(op=old):
            other = ast.Or() if isinstance(old, ast.And) else ast.And()
            yield _field(node, "op", other, f"{_sign(old)} is {_sign(other)}")
        case ast.Constant():
            yield from _of_constant(node)
        case ast.If() | ast.IfExp() | ast.While():
            yield _field(node, "test", _not(node.test), "the condition is turned")
        case ast.Return(value=ast.expr() as value) if ast.unparse(value) not in ("None", "False"):
            yield _field(node, "value", ast.Constant(None), "None is returned")
    yield from _left_out(node)


def _of_constant(node: ast.Constant) -> Iterator[Mutant]:
    match node.value:
        case bool(value):
            yield _field(node, "value", not value, f"{value} is {not value}")
        case int(value) | float(value):
            yield _field(node, "value", value + 1, f"{value} is {value + 1}")
        case str(value) if value and " " not in value:
            yield _field(node, "value", f"{value}x", f"{value!r} is another word")


def _left_out(node: ast.AST) -> Iterator[Mutant]:
    """Signs and calls that are dropped."""
    for field, value in ast.iter_fields(node):
        for at, child in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(child, ast.UnaryOp) and isinstance(child.op, ast.Not | ast.USub):
                what = f"{_sign(child.op)} is dropped"
                if isinstance(value, list):
                    yield _item(child, value, at, child.operand, what)
                else:
                    yield _field(node, field, child.operand, what, line=child.lineno)
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Call):
                nothing = ast.Pass(lineno=child.lineno, col_offset=child.col_offset)
                yield _item(child, value, at, nothing, "the call is left out")


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _sign(op: ast.AST) -> str:
    signs = {"Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Eq": "==", "NotEq": "!=",
             "IsNot": "is not", "NotIn": "not in", "Add": "+", "Sub": "-", "Mult": "*", "Div": "/",
             "FloorDiv": "//", "Mod": "%", "BitOr": "|", "BitAnd": "&", "USub": "-"}  # fmt: skip
    name = type(op).__name__
    return signs.get(name, name.lower())


def _field(node: ast.AST, field: str, new: object, what: str, line: int | None = None) -> Mutant:
    old = getattr(node, field)
    place = line if line is not None else node.lineno  # type: ignore[attr-defined]
    return Mutant(place, what, lambda: setattr(node, field, new), lambda: setattr(node, field, old))


def _item(node: ast.AST, items: list[ast.AST], at: int, new: ast.AST, what: str) -> Mutant:
    old = items[at]
    return Mutant(
        node.lineno,  # type: ignore[attr-defined]
        what,
        lambda: items.__setitem__(at, new),
        lambda: items.__setitem__(at, old),
    )
