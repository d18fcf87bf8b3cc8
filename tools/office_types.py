"""Microsoft's types of Office.js and the compiler that holds scripts to them; for tests, by npm.

    python tools/office_types.py --install

They go into a folder of the user's cache, or that of the variable OFFICE_TYPES_HOME.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tools.installing import by_npm, carried_out  # noqa: E402

TYPES, COMPILER = "@types/office-js@1.0.612", "typescript@5.9.3"


def home() -> Path:
    """The folder that they are installed in."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    default = cache / "xl-scorecard-office-types-1.0.612"
    return Path(os.environ.get("OFFICE_TYPES_HOME") or default)


def installed() -> bool:
    """Whether they can be used here."""
    modules = home() / "node_modules"
    parts = ("typescript/bin/tsc", "@types/office-js/index.d.ts")
    return shutil.which("node") is not None and all((modules / part).is_file() for part in parts)


def faults(scripts: Sequence[Path]) -> str:
    """What the compiler finds wrong with scripts, JavaScript or TypeScript; "" if nothing."""
    modules = home() / "node_modules"
    asked = ["--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022", "--module",
             "esnext", "--types", "office-js", "--typeRoots", modules / "@types"]  # fmt: skip
    done = subprocess.run(
        ["node", modules / "typescript/bin/tsc", *asked, *scripts],
        capture_output=True, text=True, check=False, cwd=home(),
    )  # fmt: skip
    return done.stdout + done.stderr


def members_faults(asked: Sequence[str], script: Path) -> str:
    """What the compiler finds wrong with members such as `Range.values`, written into a script."""
    kinds = (each.split(".") for each in asked)
    lines = [f'export type T{n} = Excel.{kind}["{name}"];' for n, (kind, name) in enumerate(kinds)]
    script.write_text("\n".join(lines), "utf-8")
    return faults([script])


def api_sets(asked: Sequence[str]) -> dict[str, str]:
    """In which set of ExcelApi members such as `Range.values` came, as Microsoft's types say;
    those that have it from their class are left out."""
    types = (home() / "node_modules/@types/office-js/index.d.ts").read_text("utf-8")
    of_excel = "".join(re.findall(r"(?ms)^declare namespace Excel \{.*?^\}", types))
    found = {}
    for each in asked:
        kind, name = each.split(".")
        (whole,) = re.findall(rf"(?ms)^    class {kind} extends .*?^    }}$", of_excel)
        said = re.search(rf"(?s)/\*\*(?:(?!\*/).)*\*/\s+(?:readonly )?{name}\b", whole)
        api_set = re.search(r"Api set: ExcelApi (\d+\.\d+)", said[0] if said else "")
        if api_set is not None:
            found[each] = api_set[1]
    return found


def install() -> None:
    """Put them into their folder; raises CalledProcessError where npm cannot."""
    by_npm(home(), TYPES, COMPILER)


if __name__ == "__main__":
    sys.exit(carried_out(sys.argv[1:], __doc__, installed, install))
