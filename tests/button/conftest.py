"""xlwings' remote engine asks for a licence key when it is first imported."""

from __future__ import annotations

import os
from importlib.util import find_spec

os.environ.setdefault("XLWINGS_LICENSE_KEY", "noncommercial")

# xlwings has no package for every system; in CI it must be there
_without = find_spec("xlwings") is None and not os.environ.get("CI")
_need_it = [
    "test_findings_agree.py", "test_frozen_recipe.py", "test_hosts.py", "test_parity.py",
    "test_replayer.py", "test_ribbon_picture.py", "test_web_script.py", "test_writers.py",
]  # fmt: skip
collect_ignore = _need_it if _without else []
