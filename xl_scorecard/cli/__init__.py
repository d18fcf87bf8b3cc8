"""The `xl-scorecard` command."""

from __future__ import annotations

import contextlib
import sys
import traceback

from xl_scorecard.batch.stopping import interrupted_by_signals
from xl_scorecard.cli.parser import make_parser
from xl_scorecard.cli.streams import give_up_streams, open_streams, while_read
from xl_scorecard.errors import ScorecardError
from xl_scorecard.one_command import live_for_one_command

DONE, USAGE, FAULT, INTERRUPTED = 0, 2, 3, 130


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns its exit status (see the contract: 0, 1, 2, 3 or 130).

    Whatever stops it is told in one line on standard error; only `--debug` shows more.
    """
    open_streams()
    live_for_one_command()
    try:
        with interrupted_by_signals():
            status = _command(arguments)
        with while_read():
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _stopped("stopped; every file is whole", INTERRUPTED)
    except OSError as cause:
        return _stopped(_in_a_line(cause), FAULT)
    return status


def _command(arguments: list[str] | None) -> int:
    """Read the command line and do what it says."""
    debug = False
    try:
        parser = make_parser()
        options = parser.read(arguments)
        if options.command is None:
            parser.print_help()
            return USAGE
        debug = getattr(options, "debug", False)
        if debug:
            import logging

            logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
        status: int = options.carry_out(options)
    except SystemExit as ended:  # help, the version, or what is wrong with the command line
        return int(ended.code or DONE)
    except ScorecardError as error:
        return _stopped(str(error), error.exit_code)
    except BrokenPipeError:  # whoever read what was printed has seen enough
        give_up_streams()
        return DONE
    except Exception as cause:
        status = _stopped(_in_a_line(cause), FAULT)
        if debug:
            traceback.print_exc()
    return status


def _in_a_line(cause: Exception) -> str:
    """What nobody foresaw, without a library's own words."""
    if isinstance(cause, OSError) and cause.strerror:
        return f"{cause.filename}: {cause.strerror}" if cause.filename else cause.strerror
    return (
        f"stopped on a fault of xl-scorecard ({type(cause).__name__}); "
        "please report it with the output of --debug"
    )


def _stopped(why: str, status: int) -> int:
    """Say why the command stopped, if anybody can be told; returns its exit status."""
    with contextlib.suppress(OSError):
        print(f"xl-scorecard: {why}", file=sys.stderr)
    give_up_streams()
    return status
