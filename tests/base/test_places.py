"""What kind of place a file lies in."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemlink_gui.base import places
from itemlink_gui.base.places import network, synced

posix = pytest.mark.skipif(sys.platform == "win32", reason="paths of POSIX")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of this test, not where homes usually are."""
    folder = tmp_path / "people" / "ann"
    folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


def file_in(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "a.itemlink"


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".dropbox.cache/", "Dropbox"),
        (".dropbox", "Dropbox"),
        (".stfolder/", "Syncthing"),
        (".stfolder", "Syncthing"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_0a1b2c3d4e5f.db", "Nextcloud"),
        ("._sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".seafile-data/", "Seafile"),
        (".debris/", "MEGA"),
        (".megaignore", "MEGA"),
        (".tmp.driveupload/", "Google Drive"),
        (".tmp.drivedownload/", "Google Drive"),
        (".sync/Archive/", "Resilio Sync"),
        (".sync/ID", "Resilio Sync"),
    ],
)
def test_what_programs_leave_in_their_folders(tmp_path: Path, marker: str, service: str) -> None:
    file = file_in(tmp_path / "top" / "a" / "b")
    assert synced(file) == ""
    left = tmp_path / "top" / marker
    left.parent.mkdir(exist_ok=True)
    left.mkdir() if marker.endswith("/") else left.write_text("")
    assert synced(file) == service
    assert synced(tmp_path / "top" / "b.itemlink") == service
    assert synced(tmp_path / "c.itemlink") == ""


def test_a_log_tells_nextcloud_from_owncloud(tmp_path: Path) -> None:
    (tmp_path / ".sync_0a1b2c3d4e5f.db").write_text("")
    (tmp_path / ".owncloudsync.log").write_text("")
    assert synced(tmp_path / "a.itemlink") == "ownCloud"
    # Nextcloud's older versions wrote the other log.
    (tmp_path / ".nextcloudsync.log").write_text("")
    assert synced(tmp_path / "a.itemlink") == "Nextcloud"


@pytest.mark.parametrize(
    "settings", [".dropbox/", ".sync/", ".sync/settings.dat", ".config/syncthing/", "x.db", ".sync_.db"]
)
def test_settings_of_programs_are_no_markers(own: Path, settings: str) -> None:
    left = own / settings
    left.parent.mkdir(exist_ok=True)
    left.mkdir() if settings.endswith("/") else left.write_text("")
    assert synced(file_in(own / "Documents")) == ""


NAMES = [
    ("Dropbox", "Dropbox"),
    ("Dropbox (Personal)", "Dropbox"),
    ("OneDrive", "OneDrive"),
    ("OneDrive - Firm", "OneDrive"),
    ("Google Drive", "Google Drive"),
    ("My Drive", "Google Drive"),
    ("Shared drives", "Google Drive"),
    ("iCloudDrive", "iCloud Drive"),
    ("Nextcloud", "Nextcloud"),
    ("Nextcloud2", "Nextcloud"),
    ("ownCloud", "ownCloud"),
    ("Seafile", "Seafile"),
    ("SeaDrive", "Seafile"),
    ("pCloudDrive", "pCloud"),
    ("pCloud Drive", "pCloud"),
    ("MEGA", "MEGA"),
    ("MEGAsync", "MEGA"),
    ("Resilio Sync", "Resilio Sync"),
    ("Box", "Box"),
    ("Box Sync", "Box"),
]


@pytest.mark.parametrize(("name", "service"), NAMES)
def test_names_count_in_a_home_and_on_a_drive(
    own: Path, monkeypatch: pytest.MonkeyPatch, name: str, service: str
) -> None:
    assert synced(file_in(own / name / "Work")) == service
    assert synced(own / name / "a.itemlink") == service
    assert synced(file_in(own / "Documents" / name)) == ""
    assert synced(file_in(own / f"x{name}")) == ""
    assert synced(own / name) == ""
    drive = own / "disk"
    assert synced(file_in(drive / name)) == ""
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == drive)
    assert synced(file_in(drive / name)) == service


@posix
@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/somebody/Dropbox/a.itemlink", "Dropbox"),
        ("/Users/somebody/OneDrive - Firm/Work/a.itemlink", "OneDrive"),
        ("/mnt/c/Users/somebody/OneDrive/a.itemlink", "OneDrive"),
        ("/home/somebody/Documents/Dropbox/a.itemlink", ""),
        ("/home/Dropbox/a.itemlink", ""),
        ("/Users/ann/Library/CloudStorage/Dropbox/a.itemlink", "Dropbox"),
        ("/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/My Drive/a.itemlink", "Google Drive"),
        ("/Users/ann/Library/CloudStorage/OneDrive-Personal/Work/a.itemlink", "OneDrive"),
        ("/Users/ann/Library/CloudStorage/Box-Box/a.itemlink", "Box"),
        ("/Users/ann/Library/CloudStorage/Other-ann@example.org/a.itemlink", "Other"),
        ("/Users/ann/Library/CloudStorage/a.itemlink", ""),
        ("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/a.itemlink", "iCloud Drive"),
        ("/Users/ann/Library/a.itemlink", ""),
    ],
)
def test_places_of_other_people_and_systems(path: str, service: str) -> None:
    assert synced(Path(path)) == service


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"])
def test_windows_says_where_onedrive_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    file = file_in(tmp_path / "Cloud of the firm" / "Work")
    monkeypatch.setenv(variable, str(tmp_path / "Cloud of the firm"))
    assert synced(file) == "OneDrive"
    assert synced(tmp_path / "a.itemlink") == ""
    monkeypatch.setenv(variable, "")
    assert synced(file) == ""


def test_the_nearest_folder_is_whose_it_is(own: Path) -> None:
    file = file_in(own / "Dropbox" / "Shared")
    (own / "Dropbox" / "Shared" / ".stfolder").mkdir()
    assert synced(file) == "Syncthing"


@posix
def test_a_link_into_a_folder_is_followed(own: Path) -> None:
    file_in(own / "Dropbox").write_text("")
    (own / "there").symlink_to(own / "Dropbox")
    (own / "one.itemlink").symlink_to(own / "Dropbox" / "a.itemlink")
    assert synced(own / "there" / "a.itemlink") == "Dropbox"
    assert synced(own / "one.itemlink") == "Dropbox"


ODD = ["", ".", "/", "\0", "a\0b/c", "x" * 5000, "/dev/null/x", "missing/" * 50 + "a", os.fsdecode(b"caf\xe9/a")]


@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_any_path_gets_an_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, odd: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert synced(Path(odd)) == ""
    assert network(Path(odd), "") == ""


@posix
def test_a_loop_of_links_gets_an_answer(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert synced(tmp_path / "loop" / "a.itemlink") == ""
    assert network(tmp_path / "loop" / "a.itemlink", "") == ""


def test_a_folder_that_cannot_be_listed_gets_an_answer(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    file = file_in(own / "x")
    monkeypatch.setattr(os, "scandir", refuse)
    assert synced(file) == ""
    (own / ".stfolder").mkdir()
    assert synced(file) == "Syncthing"


def test_without_a_home_or_a_place_there_is_an_answer(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    file = file_in(own / "Dropbox")
    monkeypatch.setattr(Path, "home", nowhere)
    assert synced(file) == ""

    def gone(*_: object) -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "absolute", gone)
    assert synced(file) == ""
    assert network(file) == ""


def test_few_names_are_looked_at(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []
    lexists: Callable[[object], bool] = os.path.lexists
    monkeypatch.setattr(os.path, "lexists", lambda path: looked.append(path) or lexists(path))
    file = file_in(own / "a" / "b")
    assert synced(file) == ""
    assert len(looked) <= 12 * len(file.parents)


MOUNTS = (
    r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:30 / /proc rw - proc proc rw
30 22 0:40 / /srv/share rw shared:2 master:3 - nfs4 server.example.org:/share rw,vers=4.2
31 30 8:2 / /srv/share/disk rw - xfs /dev/sdb1 rw
32 22 0:41 / /mnt/two\040words\134\011\012 rw - cifs //server.example.org/x rw
33 22 0:42 / /mnt/c rw - 9p drvfs rw
34 22 0:43 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
35 22 0:44 / /mnt/dav rw - fuse https://dav.example.org/ rw
36 22 0:45 / /mnt/own rw - fuse portal rw
37 22 0:46 / /mnt/auto rw - autofs systemd-1 rw
38 37 0:47 / /mnt/auto rw - nfs server.example.org:/auto rw
39 22 0:48 / /mnt/covered rw - smb3 //server.example.org/y rw
40 22 8:3 / /mnt/covered rw - ext4 /dev/sdc1 rw
41 22 0:49 / /mnt/a rw - fuse.sshfs ann@example.org: rw
42 22 0:50 / /mnt/日本 rw - fuse.rclone remote: rw
43 22 0:51 / /mnt/next"""
    + "\x85\u2028"
    + r"""line rw - ceph 192.0.2.1:/ rw
"""
)


@posix
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ann/a.itemlink", ""),
        ("/srv/a.itemlink", ""),
        ("/srv/share/a.itemlink", "nfs4"),
        ("/srv/share", "nfs4"),
        ("/srv/shared/a.itemlink", ""),
        ("/srv/share/disk/a.itemlink", ""),
        ("/srv/share/x/../disk/a.itemlink", ""),
        ("/mnt/two words\\\t\n/a.itemlink", "cifs"),
        ("/mnt/c/Users/Ann/a.itemlink", "9p"),
        ("/run/user/1000/gvfs/smb/a.itemlink", "fuse.gvfsd-fuse"),
        ("/mnt/dav/a.itemlink", "fuse"),
        ("/mnt/own/a.itemlink", ""),
        ("/mnt/auto/a.itemlink", "nfs"),
        ("/mnt/covered/a.itemlink", ""),
        ("/mnt/a/a.itemlink", "fuse.sshfs"),
        ("/mnt/ab/a.itemlink", ""),
        ("/mnt/日本/a.itemlink", "fuse.rclone"),
        ("/mnt/next\x85\u2028line/a.itemlink", "ceph"),
    ],
)
def test_the_longest_mount_point_tells(path: str, kind: str) -> None:
    assert network(Path(path), MOUNTS) == kind


@posix
def test_a_name_that_is_not_text_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "mounts").write_bytes(b"1 0 8:1 / / rw - ext4 x rw\n2 1 0:2 / /mnt/caf\xe9 rw - nfs s:/ rw\n")
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "mounts")
    assert network(Path(os.fsdecode(b"/mnt/caf\xe9/a.itemlink"))) == "nfs"
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "missing")
    assert network(Path(os.fsdecode(b"/mnt/caf\xe9/a.itemlink"))) == ""


@posix
def test_a_link_onto_a_share_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/srv/share")
    assert network(tmp_path / "link" / "a.itemlink", MOUNTS) == "nfs4"


@posix
@given(st.text(alphabet=st.sampled_from("/ -\\0174ab\n nfs"), max_size=80))
def test_any_table_gets_an_answer(mounts: str) -> None:
    assert network(Path("/a/b"), mounts) in ("", "nfs")
    assert network(Path("/a/b"), f"{mounts}\n1 0 0:1 / /a/b rw - nfs x rw") == "nfs"


@pytest.mark.skipif(sys.platform != "linux", reason="the table of Linux")
def test_the_present_table_can_be_read() -> None:
    assert network(Path("/proc/self/status")) == ""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"C:\Users\Ann\a.itemlink", ""),
        (r"Z:\a.itemlink", "share"),
        (r"\\server.example.org\share\a.itemlink", "share"),
        (r"\\wsl.localhost\Debian\home\ann\a.itemlink", "share"),
        (r"\\?\UNC\server.example.org\share\a.itemlink", "share"),
        (r"\\?\unc\server.example.org\share\a.itemlink", "share"),
        (r"\\?\C:\a.itemlink", ""),
        (r"\\?\Z:\a.itemlink", "share"),
        ("a.itemlink", ""),
    ],
)
def test_windows_tells_by_the_drive(path: str, expected: str) -> None:
    asked: list[str] = []

    def drive_type(drive: str) -> int:
        asked.append(drive)
        return 4 if drive == "Z:\\" else 3

    assert places._share_of_windows(PureWindowsPath(path), drive_type) == expected
    assert set(asked) <= {"C:\\", "Z:\\"}
