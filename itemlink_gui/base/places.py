"""What kind of place a file lies in: a folder that a program keeps in step with others, or a disk across a network."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path, PureWindowsPath

# What sync programs leave in the folders they look after: at the top of them, Dropbox's also in shared ones.
_MARKERS = (
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".seafile-data", "Seafile"),
    (".debris", "MEGA"),
    (".megaignore", "MEGA"),
    (".tmp.driveupload", "Google Drive"),
    (".tmp.drivedownload", "Google Drive"),
    # Its older versions also keep their settings in a ".sync" of the home folder, but without a number of the folder.
    (".sync/ID", "Resilio Sync"),
    (".sync/Archive", "Resilio Sync"),
)
# In a home folder the same name is that of Dropbox's settings, which are a folder.
_DROPBOX_FILE = ".dropbox"
# Nextcloud and ownCloud share it; whoever is meant has most often left a log beside it.
_JOURNAL = re.compile(r"\._?sync_\w+\.db")
# A folder may hold very many files, and the journal is not worth reading all their names.
_MOST_NAMES = 2000

# Names that folders have where the programs put them themselves: in a home folder, or at the top of a drive.
_NAMES = (
    (re.compile(r"Dropbox( \(.+\))?"), "Dropbox"),
    (re.compile(r"OneDrive( - .+)?"), "OneDrive"),
    (re.compile(r"Google ?Drive|My Drive|Shared drives"), "Google Drive"),
    (re.compile(r"iCloud ?Drive"), "iCloud Drive"),
    (re.compile(r"Nextcloud\d*"), "Nextcloud"),
    (re.compile(r"ownCloud\d*"), "ownCloud"),
    (re.compile(r"Seafile|SeaDrive"), "Seafile"),
    (re.compile(r"pCloud ?Drive|pCloud Sync"), "pCloud"),
    (re.compile(r"MEGA|MEGAsync"), "MEGA"),
    (re.compile(r"Resilio Sync"), "Resilio Sync"),
    (re.compile(r"Box( Sync)?"), "Box"),
)
_HOMES = ("home", "Users")

# What macOS calls the folders that it hands over to sync programs, up to the first hyphen.
_CLOUD_STORAGE = ("Library", "CloudStorage")
_PROVIDERS = {"GoogleDrive": "Google Drive", "iCloud": "iCloud Drive", "iCloudDrive": "iCloud Drive"}
_ICLOUD = ("Library", "Mobile Documents")

_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")

# The disk of the host that a virtual machine or WSL shows counts too: locks do not reach those who share it.
_SHARES = frozenset([
    "9p", "acfs", "afs", "auristorfs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs", "glusterfs", "gpfs",
    "lustre", "ncpfs", "nfs", "nfs4", "orangefs", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs",
    "fuse.ceph", "fuse.ceph-fuse", "fuse.curlftpfs", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs",
    "fuse.google-drive-ocamlfuse", "fuse.grpcfuse", "fuse.gvfsd-fuse", "fuse.juicefs", "fuse.kio-fuse",
    "fuse.onedriver", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs", "fuse.vmhgfs-fuse",
])  # fmt: skip
_MOUNTS = Path("/proc/self/mountinfo")
_ESCAPE = re.compile(r"\\([0-7]{3})")
_DRIVE_REMOTE = 4


def synced(path: Path) -> str:
    """Find out whose folder a file lies in, if a sync program looks after it.

    Only names are looked at, those of the folders above the file and a few in them; no file is opened. Not seen are
    folders of other names and places whose program leaves no mark there (libraries of SharePoint, a folder of pCloud's
    or Box's own choice), and the desktop and the documents of a Mac that are kept in iCloud.

    Args:
        path: the file; it need not exist.

    Returns:
        the name of the service, such as ``"Dropbox"``, or an empty text.
    """
    try:
        folders = list(_folders(path))
    except (OSError, ValueError, RuntimeError):
        return ""
    for folder in folders:
        found = _by_place(folder) or _by_name(folder) or _by_marker(folder)
        if found:
            return found
    return ""


def _folders(path: Path) -> Iterator[Path]:
    """Yield the folders above a file, the nearest first: as it is called, then where it really is."""
    called = path.absolute()
    yield from called.parents
    # Without looking at the disk for what is not there; a loop of links ends at itself.
    real = Path(os.path.realpath(called))
    if real != called:
        yield from real.parents


def _by_place(folder: Path) -> str:
    above = folder.parts[-3:-1]
    if folder.parts[-2:] == _ICLOUD:
        return "iCloud Drive"
    if above == _CLOUD_STORAGE:
        name = folder.name.partition("-")[0]
        return _PROVIDERS.get(name, name)
    values = [os.environ.get(name) for name in _VARIABLES]
    return "OneDrive" if any(value and Path(value) == folder for value in values) else ""


def _by_name(folder: Path) -> str:
    found = next((service for pattern, service in _NAMES if pattern.fullmatch(folder.name)), "")
    return found if found and _is_home_or_drive(folder.parent) else ""


def _is_home_or_drive(folder: Path) -> bool:
    if folder.parent.name in _HOMES or os.path.ismount(folder):
        return True
    try:
        return folder == Path.home()
    except RuntimeError:
        return False


def _by_marker(folder: Path) -> str:
    for marker, service in _MARKERS:
        if os.path.lexists(folder / marker):
            return service
    try:
        if (folder / _DROPBOX_FILE).is_file():
            return "Dropbox"
        with os.scandir(folder) as entries:
            names = [entry.name for entry in islice(entries, _MOST_NAMES)]
    except (OSError, ValueError):
        return ""
    return "Nextcloud" if any(map(_JOURNAL.fullmatch, names)) else ""


def network(path: Path, mounts: str | None = None) -> str:
    """Find out whether a file lies on a share of a network, or on the disk of a virtual machine's host.

    On macOS nothing tells without another program: there the answer is always empty.

    Args:
        path: the file; it need not exist.
        mounts: the text of Linux's ``mountinfo``, to ask about another table than the present one.

    Returns:
        the type of the share (``"nfs4"``, ``"cifs"``, ``"fuse.sshfs"`` …; on Windows ``"share"``), or an empty text
        for a disk of this computer or where it is not known.
    """
    try:
        real = Path(os.path.realpath(path.absolute()))
        if sys.platform == "win32":
            return _share_of_windows(PureWindowsPath(real), ctypes.windll.kernel32.GetDriveTypeW)
        if mounts is None:
            mounts = os.fsdecode(_MOUNTS.read_bytes())
    except (OSError, ValueError, RuntimeError):
        return ""
    return _share_of_linux(real, mounts)


def _share_of_linux(path: Path, mounts: str) -> str:
    """Return the type of the mount that a path is on; of two at the same place the later one covers the other."""
    longest, found = -1, ""
    for line in mounts.split("\n"):
        place, divided, rest = line.partition(" - ")
        fields, described = place.split(" "), rest.split(" ")
        if not divided or len(fields) < 5 or len(described) < 2:
            continue
        point = Path(_ESCAPE.sub(_unescaped, fields[4]))
        if len(point.parts) >= longest and path.is_relative_to(point):
            longest, found = len(point.parts), _share(described[0], described[1])
    return found


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 8))


def _share(kind: str, source: str) -> str:
    # davfs2 and its like say no more than "fuse", but come from an address.
    return kind if kind in _SHARES or (kind == "fuse" and "://" in source) else ""


def _share_of_windows(path: PureWindowsPath, drive_type: Callable[[str], int]) -> str:
    r"""Tell by the drive; ``\\?\`` and ``\\.\`` before one are only another way to write it."""
    plain = re.sub(r"^\\\\[?.]\\(UNC\\)?", lambda match: "\\\\" if match[1] else "", str(path), flags=re.IGNORECASE)
    drive = PureWindowsPath(plain).drive
    if drive.startswith("\\\\"):
        return "share"
    return "share" if drive and drive_type(f"{drive}\\") == _DRIVE_REMOTE else ""
