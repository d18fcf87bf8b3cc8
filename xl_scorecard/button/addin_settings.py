"""What was set when the button was installed, in a small file beside the module it runs."""

from __future__ import annotations

import json
from pathlib import Path

from xl_scorecard.errors import UsageError

MODULE = b'''"""What the Scorecard button runs; written by `xl-scorecard button install`."""

from xl_scorecard.button import main as main
'''


def settings(rules: str | None) -> bytes:
    """The settings as a file holds them."""
    return (json.dumps({"rules": rules}, ensure_ascii=False) + "\n").encode()


def rules_in(file: Path) -> str | None:
    """The rules folder that a settings file names, None where it names none.

    Raises UsageError where there is no such file or it is not sound.
    """
    try:
        held = json.loads(file.read_text("utf-8-sig"))
    except OSError as cause:
        raise UsageError(f"{file}: cannot be read ({cause.strerror})") from None
    except ValueError:
        raise UsageError(f"{file}: is not JSON; install the button again") from None
    rules = held.get("rules") if isinstance(held, dict) else False
    if rules is not None and not isinstance(rules, str):
        raise UsageError(f"{file}: rules is not the path of a folder; install the button again")
    return rules or None
