"""Which rule sets a workbook may be read under."""

from __future__ import annotations

from pathlib import Path

from xl_scorecard.batch.find import Found
from xl_scorecard.domain.rule_set import RuleSet, blank_rule_set
from xl_scorecard.errors import Mistake, RuleSetError, UsageError
from xl_scorecard.reading.sheets.suffixes import OTHER_SUFFIXES, WORKBOOK_SUFFIXES
from xl_scorecard.rule_files.based_on import RULE_SUFFIXES
from xl_scorecard.rule_files.load import RuleFile, read_rule_file
from xl_scorecard.stores.places import StorePath


class RuleFinder:
    """Finds and loads rule sets, each file once.

    `asked` is the file or folder of `--rules`; without it, the `rules` folder beside the workbook,
    beside the folder it was found in, or of the working folder. Where there is none, it is the
    blank one unless rules are `needed`: then UsageError is raised. Raises RuleSetError with every
    mistake of unsound ones.
    """

    def __init__(self, asked: Path | None, *, needed: bool = True) -> None:
        self._asked = asked
        self._needed = needed
        self._loaded: dict[Path, tuple[RuleSet, ...]] = {}

    def for_workbook(self, found: Found) -> tuple[RuleSet, ...]:
        """The rule sets for a workbook."""
        if self._asked is not None:
            return self._load(self._asked)
        beside = (found.path.parent, found.root)
        for folder in (*(each for each in beside if not isinstance(each, StorePath)), Path()):
            if (folder / "rules").is_dir() and _in_folder(folder / "rules"):
                return self._load(folder / "rules")
        if not self._needed:
            return (blank_rule_set(),)
        raise UsageError(
            f"{found.path}: no rule set found; name one with --rules, or put it in a folder called "
            "rules beside the workbook; xl-scorecard rules draft WORKBOOK makes one to start from"
        )

    def _load(self, place: Path) -> tuple[RuleSet, ...]:
        if place not in self._loaded:
            self._loaded[place] = _load_all(place)
        return self._loaded[place]


def rule_files(place: Path) -> list[Path]:
    """The rule set at a place, or all in a folder; raises UsageError where there is none."""
    if not place.exists():
        raise UsageError(f"{place}: is not there; name a rule set or a folder of them")
    if place.suffix.lower() in WORKBOOK_SUFFIXES | OTHER_SUFFIXES and place.is_file():
        raise UsageError(f"{place}: is a workbook; name a rule set (.yaml) or a folder of them")
    files = _in_folder(place) if place.is_dir() else [place]
    if not files:
        raise UsageError(f"{place}: holds no rule set (.yaml); name the folder that does")
    return files


def _in_folder(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.suffix.lower() in RULE_SUFFIXES and p.is_file())


def _load_all(place: Path) -> tuple[RuleSet, ...]:
    read: list[RuleFile] = []
    mistakes: list[Mistake] = []
    more = 0
    for file in rule_files(place):
        try:
            read.append(read_rule_file(file))
        except RuleSetError as error:
            mistakes.extend(error.mistakes)
            more += error.more
    if mistakes:
        raise RuleSetError(mistakes, more)
    # of one and the one that it is based on, which know the same rows, the newer is meant
    newest_first = sorted(read, key=lambda each: -len(each.bases))
    return tuple(each.rule_set for each in newest_first)
