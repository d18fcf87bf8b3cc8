"""The add-in taken apart by readers that know nothing of ours: oletools, openpyxl, lxml."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import NewErrors
from tests.support.packages import Patch, packed, parts, patched, records, replacing, root
from tests.support.readers import opened
from xl_scorecard.button.addin import build, read, template
from xl_scorecard.button.addin_vba import xlwings_version
from xl_scorecard.button.further import FURTHER
from xl_scorecard.errors import UsageError

VBA = "xl/vbaProject.bin"
RIBBON = "customUI/customUI.xml"
CORE = "docProps/core.xml"
WORKBOOK = "xl/workbook.xml"
SHEET = "xl/worksheets/sheet1.xml"
TYPES = "[Content_Types].xml"
CONFIGURATION = {
    "Interpreter_Win": r"C:\Users\Ann Lee\venv & co\Scripts\pythonw.exe",
    "PYTHONPATH": r"\\server\share$\xl-scorecard-button",
    "ADD_WORKBOOK_TO_PYTHONPATH": "false",
}

_OLEVBA = """
import json, sys
from oletools.olevba import VBA_Parser
macros = VBA_Parser(sys.argv[1]).extract_all_macros()
print(json.dumps({name.rpartition(".")[0] or name: code for _, _, name, code in macros}))
"""


def macros(path: Path) -> dict[str, str]:
    """The VBA modules of a workbook by name, as oletools reads them."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _OLEVBA, str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture(scope="module")
def original() -> Path:
    spec = importlib.util.find_spec("xlwings")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).with_name("quickstart_addin_ribbon.xlam")


@pytest.fixture(scope="module")
def add_in(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("add-in") / "xl_scorecard_button.xlam"
    path.write_bytes(build(template(), CONFIGURATION))
    return path


@pytest.fixture(scope="module")
def vba(add_in: Path) -> dict[str, str]:
    return macros(add_in)


def _sheet(add_in: Path, folder: Path) -> dict[str, object]:
    """The configuration as the VBA reads it: column A down to the first gap, in upper case."""
    kind = replacing("ms-excel.addin.macroEnabled", "ms-excel.sheet.macroEnabled")
    workbook = opened(patched(add_in, folder / "add-in.xlsm", {TYPES: kind}))
    assert workbook.sheetnames == ["myaddin.conf"]
    found: dict[str, object] = {}
    for key, value in workbook["myaddin.conf"].iter_rows(max_col=2, values_only=True):
        if key is None:
            break
        assert key.upper() not in found, "the VBA's dictionary stops at a key that comes twice"
        found[key.upper()] = value
    return found


def test_the_template_is_the_one_inside_xlwings(original: Path) -> None:
    assert template() == original


def test_the_vba_and_everything_else_but_four_parts_keep_every_byte(
    original: Path, add_in: Path
) -> None:
    before, after = records(original), records(add_in)
    assert list(after) == list(before)
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {WORKBOOK, SHEET, RIBBON, CORE}


def test_the_macro_that_the_button_calls_is_in_the_vba(add_in: Path, vba: dict[str, str]) -> None:
    (button,) = root(add_in, RIBBON).iter("{*}button")
    module, _, macro = button.get("onAction").rpartition(".")
    assert re.search(rf"(?m)^Sub {macro}\(control As IRibbonControl\)", vba[module])


def test_the_macro_runs_main_of_the_module_named_like_the_file(
    add_in: Path, vba: dict[str, str]
) -> None:
    macro = " ".join(vba["RibbonMyAddin"].split())
    assert "mymodule = Left(ThisWorkbook.Name, (InStrRev(ThisWorkbook.Name" in macro
    assert 'RunPython "import " & mymodule & ";" & mymodule & ".main()"' in macro
    assert add_in.stem.isidentifier()


def test_the_sheet_has_the_name_that_the_vba_looks_for(add_in: Path, vba: dict[str, str]) -> None:
    code = vba["xlwings"]
    (project,) = re.findall(r'Const PROJECT_NAME As String = "(.*)"', code)
    assert 'wb.Sheets(PROJECT_NAME & ".conf")' in code
    names = [sheet.get("name") for sheet in root(add_in, WORKBOOK).iter("{*}sheet")]
    assert names == [f"{project}.conf"]


def test_every_value_set_has_a_key_that_the_vba_asks_for(vba: dict[str, str]) -> None:
    asked = set(re.findall(r'GetConfig\("([^"]+)"', vba["xlwings"]))
    assert {key.upper() for key in CONFIGURATION} <= asked


def test_openpyxl_reads_the_values_where_the_vba_does(add_in: Path, tmp_path: Path) -> None:
    assert _sheet(add_in, tmp_path) == {
        "INTERPRETER_WIN": r"C:\Users\Ann Lee\venv & co\Scripts\pythonw.exe",
        "INTERPRETER_MAC": None,
        "PYTHONPATH": r"\\server\share$\xl-scorecard-button",
        "CONDA PATH": None,
        "CONDA ENV": None,
        "UDF MODULES": None,
        "DEBUG UDFS": False,
        "USE UDF SERVER": False,
        "SHOW CONSOLE": False,
        "ADD_WORKBOOK_TO_PYTHONPATH": "false",
    }


def test_nothing_that_decides_what_is_run_is_left_to_files_beside_a_workbook(
    add_in: Path, tmp_path: Path
) -> None:
    deciding = {"INTERPRETER_WIN", "INTERPRETER_MAC", "PYTHONPATH", "CONDA PATH", "CONDA ENV"}
    deciding |= {"USE UDF SERVER", "ADD_WORKBOOK_TO_PYTHONPATH"}
    assert deciding <= set(_sheet(add_in, tmp_path))


def test_values_come_back_as_they_were_set(add_in: Path) -> None:
    assert CONFIGURATION.items() <= read(add_in).configuration.items()


@pytest.mark.parametrize("value", ["/a/_x0041_/b", "/élan vital/ß/部", "  ", "=1+1", "<&>\"'"])
def test_any_path_survives_in_the_sheet(value: str, tmp_path: Path) -> None:
    path = tmp_path / "xl_scorecard_button.xlam"
    path.write_bytes(build(template(), {"PYTHONPATH": value}))
    assert read(path).configuration["PYTHONPATH"] == value
    if "_x" not in value:  # openpyxl leaves such escapes as they are
        assert _sheet(path, tmp_path)["PYTHONPATH"] == value


# Of ECMA's and Microsoft's schema of custom UI (MS-CUSTOMUI 2.2), what our elements may hold.
_CHILDREN = {
    "customUI": {"ribbon"},
    "ribbon": {"tabs"},
    "tabs": {"tab"},
    "tab": {"group"},
    "group": {"button"},
    "button": set(),
}
_ATTRIBUTES = {
    "tab": {"id", "label", "keytip"},
    "group": {"id", "label", "screentip", "supertip"},
    "button": {
        "id", "label", "size", "onAction", "imageMso", "keytip", "screentip", "supertip",
    },
}  # fmt: skip


def test_the_ribbons_namespace_goes_with_its_relationship(add_in: Path) -> None:
    # MS-CUSTOMUI2 2.1: a relationship of 2007 leads to a part in the namespace of 2009.
    (link,) = (r for r in root(add_in, "_rels/.rels") if r.get("Target") == RIBBON)
    office = "http://schemas.microsoft.com/office"
    assert link.get("Type") == f"{office}/2007/relationships/ui/extensibility"
    assert root(add_in, RIBBON).tag == f"{{{office}/2009/07/customui}}customUI"


def test_the_ribbon_is_sound_custom_ui(add_in: Path) -> None:
    ribbon = root(add_in, RIBBON)
    names = set()
    for element in ribbon.iter():
        name = etree.QName(element)
        assert name.namespace == etree.QName(ribbon).namespace
        names.add(name.localname)
        inside = {etree.QName(child).localname for child in element}
        assert inside <= _CHILDREN[name.localname]
        known = {"idQ", *_ATTRIBUTES.get(name.localname, ())}
        assert set(element.attrib) <= known
        for attribute, longest in (("keytip", 3), ("label", 1024), ("supertip", 1024)):
            assert 0 < len(element.get(attribute, "-")) <= longest
        assert re.fullmatch(r"[A-Za-z_][\w.-]*", element.get("id", "x"))
    assert names == set(_CHILDREN)
    ids = [element.get("id") for element in ribbon.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == 2


def test_the_officer_sees_one_button_with_its_words(add_in: Path) -> None:
    ribbon = root(add_in, RIBBON)
    (tab,), (group,) = ribbon.iter("{*}tab"), ribbon.iter("{*}group")
    (button,) = ribbon.iter("{*}button")
    labels = [element.get("label") for element in (tab, group, button)]
    assert labels == ["Scorecard", "Performance", "Refresh scorecard"]
    assert "saves nothing" in button.get("supertip")
    assert button.get("screentip")
    assert button.get("imageMso") == "RefreshAll"


def test_every_further_add_in_shares_the_tab_holds_the_same_vba_and_calls_the_same_macro(
    tmp_path: Path, add_in: Path, vba: dict[str, str]
) -> None:
    files = [add_in]
    for further in FURTHER:
        files.append(tmp_path / f"{further.name}.xlam")
        files[-1].write_bytes(build(template(), CONFIGURATION, further.button))
        assert _sheet(files[-1], tmp_path)["PYTHONPATH"] == CONFIGURATION["PYTHONPATH"]
    roots = [root(file, RIBBON) for file in files]
    tabs = [next(found.iter("{*}tab")) for found in roots]
    names = {tab.get("idQ").partition(":") for tab in tabs}
    assert len(names) == 1
    assert len({tab.nsmap[prefix] for tab in tabs for prefix, _, _ in names}) == 1
    for said in ("id", "label", "keytip", "imageMso"):
        assert len({next(found.iter("{*}button")).get(said) for found in roots}) == len(files)
    assert len({next(found.iter("{*}group")).get("id") for found in roots}) == len(files)
    assert {next(found.iter("{*}button")).get("onAction") for found in roots} == {
        "RibbonMyAddin.RunMain"
    }
    assert len({zipfile.ZipFile(file).read("xl/vbaProject.bin") for file in files}) == 1
    assert macros(files[-1]) == vba


def test_the_title_says_what_the_add_in_is(add_in: Path) -> None:
    (title,) = root(add_in, CORE).iter("{http://purl.org/dc/elements/1.1/}title")
    assert "Scorecard" in title.text


def test_the_add_in_has_no_error_that_the_template_has_not(
    original: Path, add_in: Path, tmp_path: Path, validator: NewErrors
) -> None:
    # The SDK stops at the template's ribbon, whose namespace is of 2006; mended, it reads on.
    mend = {RIBBON: replacing("2006/01/customui", "2009/07/customui")}
    readable = patched(original, tmp_path / "readable.xlam", mend)
    assert validator(add_in, readable) == "no new errors"
    spoilt = {RIBBON: replacing('keytip="R"', 'keytip="REFRESH"')}
    assert "keytip" in validator(patched(add_in, tmp_path / "spoilt.xlam", spoilt), add_in)


def test_building_twice_gives_the_same_bytes(add_in: Path) -> None:
    assert build(template(), CONFIGURATION) == add_in.read_bytes()


def test_the_version_read_is_the_one_in_the_vbas_comment(add_in: Path, vba: dict[str, str]) -> None:
    (comment,) = re.findall(r"(?m)^'Version: (\S+)$", vba["xlwings"])
    assert read(add_in).xlwings == comment


@pytest.mark.parametrize(
    "project", [b"", b"\x01", b"\x01\x00\xb0", b"\x01\x00\xb0\xff\xff\xff", bytes(4096)]
)
def test_no_version_is_read_from_what_is_no_vba(project: bytes) -> None:
    assert xlwings_version(project) is None


def test_a_version_is_read_from_compressed_source_made_by_hand() -> None:
    # Eight characters as they are after each zero flag byte (MS-OVBA 2.4.1.3.17).
    text = b"Attribute VB_Name = xlwings\r\n'Version: 12.3.4dev\r\n"
    pieces = [b"\x00" + text[start : start + 8] for start in range(0, len(text), 8)]
    body = b"".join(pieces)
    header = (0xB000 | (len(body) + 2 - 3)).to_bytes(2, "little")
    assert xlwings_version(b"\x01\x07\xb0" + b"junk" + b"\x01" + header + body) == "12.3.4dev"


@pytest.mark.parametrize(
    ("part", "patch", "words"),
    [
        (WORKBOOK, replacing("_myaddin.conf", "other.conf"), "no sheet _myaddin.conf"),
        (RIBBON, replacing("onAction", "tag"), "no button"),
        ("_rels/.rels", replacing("ui/extensibility", "ui/other"), "no ribbon"),
    ],
)
def test_a_template_of_another_kind_is_refused_in_one_line(
    original: Path, tmp_path: Path, part: str, patch: Patch, words: str
) -> None:
    other = patched(original, tmp_path / "other.xlam", {part: patch})
    with pytest.raises(UsageError, match=words) as told:
        build(other, CONFIGURATION)
    assert "\n" not in str(told.value)


def test_an_add_in_without_the_sheet_or_vba_reads_as_empty(original: Path, tmp_path: Path) -> None:
    assert read(original).configuration == {}  # the template's own sheet is not the VBA's
    without = {name: data for name, data in parts(original).items() if name != VBA}
    assert read(packed(without, tmp_path / "without.xlam")).xlwings is None
