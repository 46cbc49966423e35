"""Which drives belong to another computer: a class record must not lie there."""

import ctypes
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

Mounts = Iterable[tuple[str, str]]
"""Where each drive begins and of which kind it is, as (folder, file system)."""

_NETWORK: Final = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|afs|afpfs|ncpfs|ceph|lustre|glusterfs|beegfs|gpfs|davfs|webdav|remote"
    r"|fuse\.(sshfs|rclone|gvfsd-fuse|glusterfs|davfs2?|s3fs|gcsfuse|smbnetfs|curlftpfs|cephfs.*)"
)
_REMOTE_DRIVE: Final = 4


def network_kind(path: Path, mounts: Mounts) -> str | None:
    """The kind of network drive that `path` (absolute) lies on, or None if it is a local one.

    >>> network_kind(Path("/home/li/lab.db"), [("/", "ext4"), ("/home", "nfs4")])
    'nfs4'
    >>> network_kind(Path("/homestead/lab.db"), [("/", "ext4"), ("/home", "nfs4")]) is None
    True
    """
    if str(path).startswith("\\\\"):
        return "remote"
    above = [(len(Path(folder).parts), kind) for folder, kind in mounts if path.is_relative_to(folder)]
    kind = max(above, default=(0, ""), key=lambda mount: mount[0])[1]
    return kind if _NETWORK.fullmatch(kind) else None


def read_mounts(platform: str = sys.platform) -> Mounts:
    """The drives of this computer; empty where the system does not tell."""
    readers: dict[str, Callable[[], Mounts]] = {"linux": _linux, "darwin": _mac, "win32": _windows}
    try:
        return list(readers.get(platform, tuple)())
    except (OSError, subprocess.SubprocessError):
        return []


def _linux() -> Mounts:
    """`/proc/mounts`; a space in a folder is written ``\\040``, and the last of equal folders counts."""
    lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    fields = [line.split(" ") for line in lines]
    return [(_plain(field[1]), field[2]) for field in reversed(fields) if len(field) > 2]


def _plain(escaped: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), escaped)


def _mac() -> Mounts:
    """Lines of `mount` such as ``//li@server/share on /Volumes/share (smbfs, nodev)``."""
    shown = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=True).stdout
    return re.findall(r" on (.+) \((\w+)", shown)


def _windows() -> Mounts:
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (there is no windll elsewhere)
    drives = [f"{chr(letter)}:\\" for letter in range(ord("A"), ord("Z") + 1)]
    return [(drive, "remote") for drive in drives if kernel.GetDriveTypeW(drive) == _REMOTE_DRIVE]
