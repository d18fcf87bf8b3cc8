"""Lists the checks: in xl_scorecard/checks/listed.py for the program, in docs/checks.md to be read.

Every file in a group's folder is a check. A frozen executable holds only what is imported by name,
so the program looks into no folder: it has the imports that are written down here.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = ROOT / "xl_scorecard" / "checks"
GROUPS = (
    "layout", "counts", "values", "targets", "markers", "indicators", "ratings", "travel",
    "variation", "comments", "risks", "results",
)  # fmt: skip
"""In the order in which findings of one row and severity are told."""
_MODULE = '''\
"""Every check, in the order in which findings of one row and severity are told.

Written by `make docs` from the files that are there.
"""

from __future__ import annotations

from xl_scorecard.checks.check import Check
{imports}
CHECKS: tuple[Check, ...] = (
{checks})
'''


def module() -> str:
    """The module that imports every check."""
    files = {
        group: [path.stem for path in sorted((CHECKS / group).glob("[a-z]*.py"))]
        for group in GROUPS
    }
    imports = "".join(
        f"from xl_scorecard.checks.{group} import (\n"
        + "".join(f"    {name},\n" for name in names)
        + ")\n"
        for group, names in sorted(files.items())
        if names
    )
    checks = "".join(f"    {name}.CHECK,\n" for names in files.values() for name in names)
    return _MODULE.format(imports=imports, checks=checks)


def table() -> str:
    """The table of the document, sorted by the checks' words."""
    from xl_scorecard.checks.catalogue import CHECKS

    lines = ["| check | severity | looks for | question |", "|---|---|---|---|"]
    for check in sorted(CHECKS, key=lambda check: check.slug):
        severities = ", ".join(check.severities)
        lines.append(f"| `{check.slug}` | {severities} | {check.looks_for} | {check.question} |")
    return "\n".join(lines)


def answered() -> str:
    """The table of what is answered without a finding."""
    from xl_scorecard.checks.answered import ANSWERED

    lines = ["| asked for | refused as | instead |", "|---|---|---|"]
    for each in ANSWERED:
        kind = f"`{each.kind}`" if each.kind else ""
        lines.append(f"| `{each.slug}` | {kind} | {each.how} |")
    return "\n".join(lines)


def main(listed: Path, document: Path) -> None:
    """Write both anew; what stands around the tables stays."""
    listed.write_text(module(), encoding="utf-8")
    text = document.read_text("utf-8")
    for first, lines in (("check", table()), ("asked for", answered())):
        text = re.sub(rf"(?m)^\| {first} \|(?:.*\n)+?(?=\n)", f"{lines}\n", text)
    document.write_text(text, "utf-8")


if __name__ == "__main__":
    places = [Path(place) for place in sys.argv[1:]]
    main(*(places or (CHECKS / "listed.py", ROOT / "docs" / "checks.md")))
