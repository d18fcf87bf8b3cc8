"""The tidy tables as files: comma-separated values, or Parquet; and the dictionary of both."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence

from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.errors import UsageError
from xl_scorecard.tidy.tables import TABLES, Table, Value

DICTIONARY = "data-dictionary.csv"
_RUNS_IN_EXCEL = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_files(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes, UTF-8; figures are as a program reads them, with a point."""
    for table in TABLES:
        yield f"{table.name}.csv", _csv([c.name for c in table.columns], table.rows(outcomes))
    yield DICTIONARY, dictionary()


def parquet_files(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, bytes]]:
    """The same as Parquet, each column with what it holds as `description`; call `need_parquet`
    before."""
    for table in TABLES:
        yield f"{table.name}.parquet", _parquet(table, outcomes)
    yield DICTIONARY, dictionary()


def need_parquet() -> None:
    """Raise UsageError where what writes Parquet is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise UsageError(
            "--parquet needs pyarrow: pip install 'xl-scorecard[parquet]'; nothing was done"
        ) from None


def dictionary() -> bytes:
    """The data dictionary: a row a column of each table."""
    rows = ([t.name, c.name, c.kind, c.holds] for t in TABLES for c in t.columns)
    return _csv(["table", "column", "kind", "holds"], rows)


def safe(text: str) -> str:
    """Text that a spreadsheet would take for a formula begins with ' instead, which is shown as
    nothing there."""
    return f"'{text}" if text.lstrip(" ").startswith(_RUNS_IN_EXCEL) else text


def _csv(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(headings)
    for row in rows:
        table.writerow([_as_text(value) for value in row])
    return written.getvalue().encode("utf-8", "backslashreplace")


def _as_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.date):
        return value.isoformat()
    return safe(value) if isinstance(value, str) else repr(value)


def _parquet(table: Table, outcomes: Sequence[Outcome]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {
        "text": pa.string(), "number": pa.float64(), "whole number": pa.int64(),
        "yes or no": pa.bool_(), "date": pa.date32(),
    }  # fmt: skip
    fields = [
        pa.field(c.name, types[c.kind], metadata={"description": c.holds}) for c in table.columns
    ]
    columns = list(zip(*table.rows(outcomes), strict=True)) or [()] * len(fields)
    arrays = [
        pa.array([_whole(value) for value in column], field.type)
        for column, field in zip(columns, fields, strict=True)
    ]
    target = io.BytesIO()
    made = pa.Table.from_arrays(arrays, schema=pa.schema(fields))
    pq.write_table(made, target, compression="zstd")
    return target.getvalue()


def _whole(value: Value) -> Value:
    """A value as Arrow takes it, text in UTF-8 whatever a file's name holds."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    return value
