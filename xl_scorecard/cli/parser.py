"""The command line's words; what carries them out is imported only when it is used."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

from xl_scorecard.cli.wrong_words import Parser
from xl_scorecard.stores.places import StorePath, place_of

SHELLS = ("bash", "fish", "powershell", "tcsh", "zsh")
_LAST_PORT = 65_535
_EPILOG = """\
exit status: 0 done; 1 findings at or above --fail-on; 2 wrong usage or an unsound rule set;
3 a workbook could not be processed (the others were)

  xl-scorecard refresh workbooks --out refreshed
  xl-scorecard check q3.xlsx --rules rules/childrens-services.yaml
  xl-scorecard narrate q3.xlsx --markdown
"""


def _place(text: str) -> str:
    """A path of the command line; nothing, as of a variable without a value, would be the working
    folder, which nobody asked for."""
    if not text.strip():
        raise argparse.ArgumentTypeError("names nothing; write a path, or . for this folder")
    return text


def _anywhere(text: str) -> Path:
    """A path of this machine or of a store."""
    return place_of(_place(text))


def _written(text: str) -> str:
    """The same as it was written: `-` is standard output."""
    _anywhere(text)
    return text


def _here(text: str) -> str:
    """A path of this machine."""
    if isinstance(_anywhere(text), StorePath):
        raise argparse.ArgumentTypeError("lies in a store; name a place of this machine")
    return text


def _path(text: str) -> Path:
    return Path(_here(text))


def make_parser() -> Parser:
    """The parser; every command's namespace has `carry_out`."""
    parser = Parser(
        prog="xl-scorecard",
        description="Checks, rates and summarises scorecard workbooks; nothing in them is lost.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("-V", "--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _refresh(commands)
    _check(commands)
    _clear(commands)
    _roll_up(commands)
    _narrate(commands)
    _rules(commands)
    _button(commands)
    _serve(commands)
    demo = commands.add_parser("demo", help="a sample folder, refreshed, to look at")
    demo.add_argument(
        "folder",
        nargs="?",
        type=_path,
        default=Path("xl-scorecard-demo"),
        help="where to put it (default: xl-scorecard-demo)",
    )
    demo.set_defaults(carry_out=_later("demo", "demo"))
    schema = commands.add_parser("report-schema", help="the JSON Schema of the JSON report")
    schema.set_defaults(carry_out=_later("report_schema", "report_schema"))
    completion = commands.add_parser("completion", help="completes this command's words in a shell")
    completion.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))
    completion.set_defaults(carry_out=_later("completion", "completion"))
    return parser


def _later(module: str, name: str) -> Any:
    """A function imported when it is called, so that --help answers at once."""

    def carry_out(options: argparse.Namespace) -> Any:
        return getattr(import_module(f"xl_scorecard.cli.{module}"), name)(options)

    return carry_out


def _refresh(commands: Any) -> None:
    parser = commands.add_parser(
        "refresh",
        help="check, rate and write RAG, trends, Summary, Indicators and Checks",
        description="Reads each workbook, checks it, rates it and writes the results back.",
    )
    _common(parser, fail_on="never")
    _reading(parser)
    _recalculate(parser)
    _earlier(parser)
    _for_machines(parser)
    _overviews(parser)
    _writing(parser)
    parser.add_argument(
        "--force",
        action="store_true",
        help="also refresh workbooks in which nothing has changed",
    )
    parser.add_argument(
        "--published",
        type=_path,
        metavar="DIR",
        help="also write copies for the web here: Summary, register and figures as values, and "
        "nothing else of the workbook",
    )
    _watch(parser)
    parser.set_defaults(carry_out=_later("watching", "watch_command"))


def _check(commands: Any) -> None:
    parser = commands.add_parser("check", help="the same without writing: prints the findings")
    _common(parser, fail_on="error")
    _reading(parser)
    _recalculate(parser)
    _earlier(parser)
    _for_machines(parser)
    _overviews(parser)
    parser.add_argument(
        "--explain",
        action="store_true",
        help="show how each sheet was understood: rows, columns, periods, values, what was left "
        "out and why; needs no rule set",
    )
    parser.add_argument(
        "--list",
        action=_Checks,
        nargs=0,
        help="list every check there is: its word, its severity, what it looks for",
    )
    _watch(parser)
    parser.set_defaults(carry_out=_later("watching", "watch_command"))


def _clear(commands: Any) -> None:
    parser = commands.add_parser("clear", help="takes out everything that refresh put in")
    _common(parser, fail_on="never")
    _reading(parser)
    _writing(parser)
    parser.add_argument(
        "--force",
        action="store_true",
        help="with --in-place, clear also what formulas and pivot tables of your own look at",
    )
    parser.set_defaults(carry_out=_later("workbooks", "run_command"))


def _roll_up(commands: Any) -> None:
    parser = commands.add_parser(
        "roll-up",
        help="adds teams up into one scorecard, which refresh takes",
        description="Adds the scorecards of teams up into one by the rule set's definitions.",
    )
    _several(parser)
    _reading(parser)
    parser.add_argument(
        "--out", type=_path, required=True, metavar="FILE.xlsx", help="the workbook to write"
    )
    parser.add_argument(
        "--overwrite", action="store_true", help="also replace a workbook that is there already"
    )
    parser.set_defaults(carry_out=_later("roll_up", "roll_up_command"))


def _narrate(commands: Any) -> None:
    parser = commands.add_parser(
        "narrate",
        help="the sentences that the figures bear, as text or Markdown",
        description="Prints what each indicator's figures bear in one to three sentences, by "
        "rule; an officer's own comment comes first, unchanged. Nothing is written.",
    )
    _common(parser, fail_on="never")
    _reading(parser)
    parser.add_argument(
        "--markdown", action="store_true", help="headings and lists as Markdown (default: text)"
    )
    parser.set_defaults(carry_out=_later("narrate", "narrate"))


def _rules(commands: Any) -> None:
    parser = commands.add_parser("rules", help="draft rule sets, check them, print their schema")
    parts = parser.add_subparsers(dest="part", metavar="COMMAND", required=True)
    draft = parts.add_parser("draft", help="a rule set to start from, inferred from a workbook")
    draft.add_argument(
        "workbook", type=_path, metavar="WORKBOOK", help="the workbook to infer it from"
    )
    draft.add_argument(
        "--out", type=_path, metavar="FILE", help="write it to a new file instead of printing it"
    )
    draft.add_argument(
        "--rules",
        type=_path,
        metavar="FILE",
        help="a rule set, or no more of one than workbook:, that says how the workbook is laid out",
    )
    draft.add_argument(
        "--period", metavar="WORDS", help='the period it reports, such as "Q3 2018/19"'
    )
    _opening(draft)
    draft.set_defaults(carry_out=_later("rules", "draft"))
    check = parts.add_parser("check", help="is a rule set sound? each mistake with its line")
    check.add_argument(
        "files", nargs="+", type=_path, metavar="FILE", help="a rule set, or a folder of them"
    )
    check.set_defaults(carry_out=_later("rules", "check"))
    schema = parts.add_parser("schema", help="the JSON Schema of a rule set, for editors")
    schema.set_defaults(carry_out=_later("rules", "schema"))


def _button(commands: Any) -> None:
    parser = commands.add_parser("button", help="the button inside Excel")
    parts = parser.add_subparsers(dest="part", metavar="COMMAND", required=True)
    install = parts.add_parser("install", help="put the button where Excel starts it")
    install.add_argument(
        "--rules",
        type=_path,
        metavar="FOLDER",
        help="where the button finds rule sets (default: beside the workbook)",
    )
    install.add_argument(
        "--to", type=_path, metavar="FOLDER", help="put it here instead, to be deployed by IT"
    )
    install.add_argument(
        "--python",
        metavar="PATH",
        help="the Python that Excel starts (default: this one); with --to, as it is found there",
    )
    install.add_argument(
        "--with",
        dest="further",
        metavar="BUTTONS",
        help="further buttons by their words: check,next,accept,period,about, or all",
    )
    install.set_defaults(carry_out=_later("button", "install"))
    for name, what in (
        ("status", "what is installed, and what is wrong with it"),
        ("remove", "delete what install wrote"),
    ):
        part = parts.add_parser(name, help=what)
        part.add_argument(
            "--from",
            dest="source",
            type=_path,
            metavar="FOLDER",
            help="where it was put with --to",
        )
        if name == "status":
            part.add_argument(
                "--report",
                type=_path,
                metavar="FILE",
                help="also write versions, host and log into a file to send, no cell contents",
            )
        part.set_defaults(carry_out=_later("button", name))


def _serve(commands: Any) -> None:
    parser = commands.add_parser(
        "serve",
        help="a task pane for Excel without a local Python, from a server of yours",
        description="Serves the task pane and does what its buttons ask, until Ctrl+C. No workbook "
        "is stored or logged. Others reach it only with TLS and sign-on.",
    )
    parser.add_argument(
        "--rules",
        type=_path,
        required=True,
        metavar="FILE|DIR",
        help="rule set, or a folder of them",
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="where it listens (default: this machine alone)",
    )
    parser.add_argument(
        "--port", type=_port, default=8000, metavar="N", help="its port (default: 8000)"
    )
    parser.add_argument(
        "--address",
        metavar="URL",
        help="what Excel opens, with the path that a proxy has it under",
    )
    parser.add_argument(
        "--certificate", type=_path, metavar="FILE", help="the certificate for TLS (PEM)"
    )
    parser.add_argument("--key", type=_path, metavar="FILE", help="its private key (PEM)")
    parser.add_argument(
        "--sign-on",
        metavar="WORD",
        help="header:NAME, in which a proxy names who signed on; or xlwings-server, whose own "
        "providers are asked",
    )
    parser.add_argument(
        "--proxy",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="with header:NAME, a machine that may connect (default: this one)",
    )
    parser.add_argument(
        "--most-megabytes",
        type=_count,
        default=25,
        metavar="N",
        help="the largest workbook that is taken, as Excel sends it (default: 25)",
    )
    parser.add_argument(
        "--most-seconds",
        type=_count,
        default=60,
        metavar="N",
        help="how long one press may take (default: 60)",
    )
    parser.add_argument(
        "--at-once", type=_count, default=2, metavar="N", help="presses at once (default: 2)"
    )
    parser.add_argument("--debug", action="store_true", help="log details to standard error")
    parser.set_defaults(carry_out=_later("serve", "serve"))


def _several(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        type=_place,
        metavar="PATH",
        help="a workbook, a folder of them, or a pattern; of a store too: s3://bucket/folder",
    )
    parser.add_argument("--jobs", type=_count, metavar="N", help="how many at once")
    parser.add_argument("--cluster", metavar="ADDRESS", help="a dask scheduler to run on")
    parser.add_argument(
        "--quiet",
        action="store_true",
        help="no progress, no counts: only errors and, of check, findings",
    )
    _opening(parser)


def _common(parser: argparse.ArgumentParser, *, fail_on: str) -> None:
    _several(parser)
    parser.add_argument(
        "--json", type=_written, metavar="FILE", help="write the report as JSON; - for output"
    )
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "never"),
        default=fail_on,
        help=f"exit 1 on findings of this severity (default: {fail_on})",
    )


def _opening(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--password-from",
        type=_path,
        metavar="FILE",
        help="a file whose first line opens encrypted workbooks; they are encrypted again",
    )
    parser.add_argument("--debug", action="store_true", help="log details to standard error")


def _reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rules",
        type=_path,
        metavar="FILE|DIR",
        help="rule set, or a folder of them (default: the rules folder beside the workbook or "
        "the working folder)",
    )
    parser.add_argument(
        "--period",
        metavar="WORDS",
        help='such as "Q3 2018/19" (default: the latest with data)',
    )


def _for_machines(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--csv",
        type=_here,
        metavar="FILE|DIR",
        help="write the findings as comma-separated values; into a folder, tidy tables of "
        "indicators, figures and findings",
    )
    parser.add_argument(
        "--parquet", type=_path, metavar="DIR", help="write the same tables as Parquet"
    )
    parser.add_argument(
        "--junit",
        type=_anywhere,
        metavar="FILE",
        help="write a JUnit report: a suite a workbook, a case a check, errors as failures",
    )


def _overviews(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--overview",
        type=_anywhere,
        metavar="FILE.xlsx",
        help="write a workbook that shows all scorecards together: counts, ranks, a heat map",
    )
    parser.add_argument(
        "--html", type=_anywhere, metavar="FILE", help="write the same as a page for a browser"
    )


def _recalculate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--recalculate",
        action="store_true",
        help="have an installed LibreOffice compute the formulas in a scratch copy, for workbooks "
        "that hold formulas without results",
    )


def _watch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--watch",
        action="store_true",
        help="go on: do it again each time a workbook is saved, until Ctrl+C",
    )


def _earlier(parser: argparse.ArgumentParser) -> None:
    place = parser.add_mutually_exclusive_group()
    place.add_argument(
        "--before",
        type=_anywhere,
        metavar="FILE",
        help="the workbook of an earlier quarter to check against; it is only read (default: the "
        "one beside the workbook that is called the same but for the period)",
    )
    place.add_argument(
        "--history", type=_anywhere, metavar="DIR", help="a folder of workbooks of earlier quarters"
    )


def _writing(parser: argparse.ArgumentParser) -> None:
    place = parser.add_mutually_exclusive_group()
    place.add_argument(
        "--out", type=_anywhere, metavar="DIR", help="write new files below this folder"
    )
    place.add_argument(
        "--in-place", action="store_true", help="write into the workbooks themselves"
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="with --out, also replace files that were changed since or are not ours",
    )
    parser.add_argument(
        "--through-protection",
        action="store_true",
        help="write into protected sheets and leave their protection exactly as it is",
    )
    parser.add_argument(
        "--allow-unsign",
        action="store_true",
        help="take a digital signature out rather than refuse (any change voids it)",
    )


def _count(text: str) -> int:
    number = int(text) if text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of 1 or more")
    return number


def _port(text: str) -> int:
    number = int(text) if text.isdigit() else -1
    if not 0 <= number <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port, 0 (any that is free) to 65535")
    return number


class _Checks(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *rest: Any) -> None:  # noqa: ARG002
        from xl_scorecard.cli.checks import check_lines

        for line in check_lines():
            print(line)
        parser.exit()


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *rest: Any) -> None:  # noqa: ARG002
        from xl_scorecard import __version__

        print(f"xl-scorecard {__version__}")
        parser.exit()
