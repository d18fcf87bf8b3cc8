"""When the service starts and when it says what is missing instead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.books import rule_file
from xl_scorecard.cli import main
from xl_scorecard.errors import RuleSetError, UsageError
from xl_scorecard.serving.service import Service, refuse_unsafe


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(rule_file(tmp_path))


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    file = tmp_path / "server.pem"
    file.write_text("any", "utf-8")
    return file


def test_on_this_machine_alone_it_needs_no_more_than_rules(service: Service) -> None:
    refuse_unsafe(service)


@pytest.mark.parametrize("host", ["0.0.0.0", "10.1.2.3", "::", "scorecard.council.example"])
def test_where_others_could_reach_it_tls_and_sign_on_are_needed(
    service: Service, host: str
) -> None:
    with pytest.raises(UsageError, match=r"needs TLS .* and sign-on"):
        refuse_unsafe(replace(service, host=host))


def test_either_alone_is_not_enough(service: Service, pem: Path) -> None:
    with pytest.raises(UsageError, match=r"it needs sign-on \(--sign-on\);"):
        refuse_unsafe(replace(service, host="0.0.0.0", certificate=pem, key=pem))
    with pytest.raises(UsageError, match=r"it needs TLS \(--certificate and --key\);"):
        refuse_unsafe(replace(service, host="0.0.0.0", sign_on="xlwings-server"))


def test_a_header_is_believed_of_a_named_proxy_alone(service: Service, pem: Path) -> None:
    open_ = replace(service, host="0.0.0.0", certificate=pem, key=pem, sign_on="header:X-User")
    with pytest.raises(UsageError, match=r"the proxy that signs on \(--proxy\)"):
        refuse_unsafe(open_)
    refuse_unsafe(replace(open_, proxies=("10.0.0.9",)))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"sign_on": "x"}, "write header:NAME"),
        ({"sign_on": "header:"}, "write header:NAME"),
        ({"certificate": Path("a.pem")}, "belong together"),
        ({"certificate": Path("a.pem"), "key": Path("b.pem")}, "--certificate a.pem: is not there"),
        ({"address": "scorecard.council.example"}, "write the whole address"),
        ({"address": "http://scorecard.council.example"}, "write the whole address"),
    ],
)
def test_what_is_wrong_is_said_before_it_listens(
    service: Service, more: dict[str, object], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        refuse_unsafe(replace(service, **more))  # type: ignore[arg-type]


def test_unsound_rules_are_said_before_it_listens(tmp_path: Path) -> None:
    with pytest.raises(RuleSetError, match="indicators"):
        refuse_unsafe(Service(rule_file(tmp_path, "name: small\n")))


def test_without_a_licence_key_it_says_which_there_are(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XLWINGS_LICENSE_KEY")
    with pytest.raises(UsageError, match=r"XLWINGS_LICENSE_KEY is not set.*noncommercial"):
        refuse_unsafe(service)


def test_the_command_refuses_in_one_line(
    service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["serve", "--rules", str(service.rules), "--host", "0.0.0.0"])
    said = capsys.readouterr().err
    assert (status, said.count("\n")) == (2, 1)
    assert "others could reach it" in said


@pytest.mark.parametrize("port", ["-1", "65536", "web"])
def test_a_port_that_is_none_is_said(
    service: Service, port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--rules", str(service.rules), f"--port={port}"]) == 2
    assert "is not a port" in capsys.readouterr().err
