"""The `xl-scorecard` command."""

from __future__ import annotations

import logging
import sys

from xl_scorecard.cli.parser import make_parser
from xl_scorecard.errors import ScorecardError

FAULT = 3
_INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns its exit status (see the contract: 0, 1, 2 or 3)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # arrows on an old Windows console
    parser = make_parser()
    options = parser.read(arguments)
    if options.command is None:
        parser.print_help()
        return 2
    debug: bool = getattr(options, "debug", False)
    if debug:
        logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
    try:
        status: int = options.carry_out(options)
    except ScorecardError as error:
        print(f"xl-scorecard: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("xl-scorecard: stopped; every file is whole", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        if debug:
            raise
        print(f"xl-scorecard: {error.filename or ''}: {error.strerror}", file=sys.stderr)
        return FAULT
    return status
