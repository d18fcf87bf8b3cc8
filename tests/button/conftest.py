"""xlwings' remote engine asks for a licence key when it is first imported."""

from __future__ import annotations

import os

os.environ.setdefault("XLWINGS_LICENSE_KEY", "noncommercial")
