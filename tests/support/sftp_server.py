"""A real SFTP server on this machine: OpenSSH's, for one key and on a port of its own."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LOOPBACK = "127.0.0.1"
SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
_PATIENCE = 30  # seconds for it to start or end in


@dataclass(frozen=True)
class Server:
    """Where it listens, and a home in which ssh knows its key and has one that it lets in."""

    port: int
    home: Path

    def address(self, folder: Path) -> str:
        """A folder of this machine as the server has it."""
        return f"sftp://{getpass.getuser()}@{LOOPBACK}:{self.port}{folder}"


@contextmanager
def sftp_server(folder: Path) -> Iterator[Server]:
    """A server that keeps what it needs in a folder."""
    assert SSHD is not None
    ssh = folder / "home" / ".ssh"
    ssh.mkdir(parents=True, mode=0o700)
    keys = folder / "host", ssh / "id_ed25519"
    for key in keys:
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port = free.getsockname()[1]
    known = (folder / "host.pub").read_text().split()[:2]
    (ssh / "known_hosts").write_text(f"[{LOOPBACK}]:{port} {' '.join(known)}\n")
    if os.geteuid() == 0:  # where it leaves its rights; the system makes it as it starts
        Path("/run/sshd").mkdir(exist_ok=True)
    settings = {
        "Port": port, "ListenAddress": LOOPBACK, "HostKey": folder / "host", "PidFile": "none",
        "AuthorizedKeysFile": ssh / "id_ed25519.pub", "StrictModes": "no", "UsePAM": "no",
        "PasswordAuthentication": "no", "KbdInteractiveAuthentication": "no",
        "Subsystem": "sftp internal-sftp",
    }  # fmt: skip
    lines = [f"{name} {value}\n" for name, value in settings.items()]
    (folder / "sshd_config").write_text("".join(lines))
    words = [SSHD, "-D", "-e", "-f", str(folder / "sshd_config")]
    with (folder / "log").open("wb") as log, subprocess.Popen(words, stderr=log) as process:
        try:
            _wait(process, folder / "log")
            yield Server(port, folder / "home")
        finally:
            process.terminate()
            process.wait(timeout=_PATIENCE)


def _wait(process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while b"listening" not in log.read_bytes():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < until, "sshd did not start in time"
        time.sleep(0.02)
