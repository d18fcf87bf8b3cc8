"""What the documents say is so: every word of the command line and every check is in them, and
what they show can be done."""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.books import rule_file
from tests.support.command import xl_scorecard
from tests.support.paths import CHILDREN, EARLY_HELP, OLD_FORMAT, ROOT, RULES
from xl_scorecard.cli import main
from xl_scorecard.cli.parser import make_parser
from xl_scorecard.domain.bands import Band
from xl_scorecard.domain.rule_set import (
    CheckSettings,
    CrossCheck,
    Defaults,
    Indicator,
    RuleSet,
    WorkbookHints,
)
from xl_scorecard.domain.said_table import LeaveOut, SaidTable

README = ROOT / "README.md"
COMMANDS = ROOT / "docs" / "commands.md"
DOCUMENTS = [README, *sorted((ROOT / "docs").glob("*.md"))]


def _text() -> str:
    return "\n".join(path.read_text("utf-8") for path in DOCUMENTS)


def _parsers(
    parser: argparse.ArgumentParser, words: tuple[str, ...] = ()
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command by its words, `rules check` and not `rules` alone."""
    groups = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if not groups:
        yield " ".join(words), parser
    for group in groups:
        for name, inner in group.choices.items():
            yield from _parsers(inner, (*words, name))


def _blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", path.read_text("utf-8"))


def test_every_command_is_in_the_documents() -> None:
    text = _text()
    commands = [command for command, _ in _parsers(make_parser())]
    assert {"refresh", "check", "clear", "rules check", "rules schema", "demo"} <= set(commands)
    assert [command for command in commands if not re.search(rf"`{command}[ `]", text)] == []


def test_every_option_is_in_the_documents() -> None:
    text = _text()
    options = {
        option
        for _, parser in _parsers(make_parser())
        for action in parser._actions
        for option in action.option_strings
        if option.startswith("--") and option != "--help"
    }
    assert {"--rules", "--out", "--in-place", "--json", "--fail-on"} <= options
    assert [option for option in sorted(options) if f"`{option}" not in text] == []


def test_no_message_offers_an_option_that_is_not_there() -> None:
    options = {
        option
        for _, parser in _parsers(make_parser())
        for action in parser._actions
        for option in action.option_strings
    }
    offered = {
        option
        for path in (ROOT / "xl_scorecard").rglob("*.py")
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", path.read_text("utf-8"))
    }
    libreoffices = {"--headless", "--norestore", "--convert-to", "--outdir"}
    xlwings = {"--wb"}
    assert offered - options - libreoffices - xlwings - {"--version"} == set()


@pytest.mark.parametrize(
    "model",
    [
        RuleSet,
        WorkbookHints,
        SaidTable,
        LeaveOut,
        Indicator,
        Defaults,
        CheckSettings,
        CrossCheck,
        Band,
    ],
)
def test_every_key_of_a_rule_set_is_in_the_documents(model: type[RuleSet]) -> None:
    text = _text()
    keys = (field.alias or name for name, field in model.model_fields.items())
    assert [key for key in keys if f"`{key}`" not in text] == []


def _whole(fragment: dict[str, object]) -> dict[str, object]:
    """A fragment of a rule set, made whole with what every rule set needs."""
    needed: dict[str, object] = {"name": "ours", "indicators": [{"id": "Z1", "name": "Any"}]}
    return {**needed, **fragment}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_rule_set_shown_is_sound(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for block in _blocks(document, "yaml"):
        fragment = yaml.load(block, yaml.BaseLoader)
        if not isinstance(fragment, dict):
            continue
        text = yaml.safe_dump(_whole(fragment), allow_unicode=True)
        status = main(["rules", "check", str(rule_file(tmp_path, text))])
        assert status == 0, f"{block}\n{capsys.readouterr().err}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder like the project's, with the samples and their rules."""
    (tmp_path / "workbooks").mkdir()
    for sample in (CHILDREN, EARLY_HELP, OLD_FORMAT):
        shutil.copyfile(sample, tmp_path / "workbooks" / sample.name)
    shutil.copytree(RULES, tmp_path / "rules")
    return tmp_path


@pytest.mark.parametrize("document", [README, COMMANDS], ids=lambda path: path.name)
def test_every_command_shown_works(document: Path, project: Path) -> None:
    shown = [
        shlex.split(line)[1:]
        for block in _blocks(document, "")
        for line in block.splitlines()
        if line.startswith("xl-scorecard ")
    ]
    assert len(shown) >= 3
    # The old format is refused, which ends a run over all samples with 3.
    ended = {
        " ".join(words): xl_scorecard(*words, folder=project, status=(0, 3)).status
        for words in shown
    }
    assert all("workbooks" in words for words, status in ended.items() if status == 3)


def test_the_python_the_readme_shows_works(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    (block,) = _blocks(README, "python")
    names: dict[str, Any] = {}
    exec(compile(block, str(README), "exec"), names)
    assert capsys.readouterr().out.startswith("refreshed 2018/19 Q3 10")
    assert len(names["frame"]) == 68 * 14


def test_every_link_between_the_documents_leads_somewhere() -> None:
    links = [
        (document, target)
        for document in DOCUMENTS
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
        if "://" not in target
    ]
    assert links
    assert [target for document, target in links if not (document.parent / target).exists()] == []
