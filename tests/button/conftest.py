"""xlwings' remote engine asks for a licence key when it is first imported."""

from __future__ import annotations

import os
import platform
import sys
from importlib.util import find_spec

os.environ.setdefault("XLWINGS_LICENSE_KEY", "noncommercial")

# xlwings has no package for every machine; where it has one, it must be there in CI
_has_one = sys.platform != "linux" or platform.machine() == "x86_64"
_without = find_spec("xlwings") is None and not (_has_one and os.environ.get("CI"))
_need_it = [
    "test_findings_agree.py", "test_frozen_recipe.py", "test_hosts.py", "test_parity.py",
    "test_replayer.py", "test_ribbon_picture.py", "test_web_script.py", "test_writers.py",
]  # fmt: skip
collect_ignore = _need_it if _without else []
