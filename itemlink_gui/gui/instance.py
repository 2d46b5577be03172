"""One window per file and user: a second start brings the first one's window to the front."""

from __future__ import annotations

import getpass
import hashlib
import os
import stat
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WINDOWS = sys.platform == "win32"

# How long the first one may take to answer; after that a second window opens.
ANSWER_MS = 1000

# Asked whether it is there, the first one answers; only then it is told to come: one that answers too late must not
# push itself before the second window.
_ASK, _ANSWER, _COME = b"there?\n", b"here\n", b"come\n"


def _name(path: Path) -> str:
    """Return where the door of a file is: the same for the same file, whichever way it is called.

    Raises:
        OSError: if the file is not there, or there is no folder that is this user's alone.
    """
    found = path.stat()
    key = f"{getpass.getuser()}:{found.st_dev}:{found.st_ino}" if WINDOWS else f"{found.st_dev}:{found.st_ino}"
    name = f"itemlink-{hashlib.sha256(key.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}"
    return name if WINDOWS else str(_folder() / name)


def _folder() -> Path:
    """Return a folder where nobody else can stand in the door: what answers there is believed."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = Path(runtime) if runtime else Path(tempfile.gettempdir(), f"itemlink-{os.getuid()}")
    if not runtime:
        folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise PermissionError(str(folder))
    return folder


def show_first(path: Path) -> bool:
    """Ask an ItemLink that has the file open to come to the front.

    Args:
        path: of the file; one that is not there nobody has open.

    Returns:
        whether one answered within a second.
    """
    try:
        name = _name(path)
    except (OSError, ValueError):
        return False
    left = QDeadlineTimer(ANSWER_MS)
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(ANSWER_MS):
        return False
    socket.write(_ASK)
    socket.waitForBytesWritten(left.remainingTime())
    answered = socket.waitForReadyRead(left.remainingTime()) and socket.readAll().data() == _ANSWER
    if answered:
        socket.write(_COME)
        socket.waitForBytesWritten(ANSWER_MS)
    socket.disconnectFromServer()
    return answered


class Door(QObject):
    """Where the first one listens.

    Args:
        path: of the open file.
        parent: owns the door.
    """

    knocked = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        try:
            self._name = _name(path)
        except OSError:
            # Without a door a later start opens a window of its own.
            self._name = ""
            return
        self.listen()

    def listen(self) -> None:
        """Listen, unless another window of the same file does."""
        # A second window leaves the door to the first. One that was left behind by a killed process nobody answers.
        if self._name and not self._server.isListening() and not _answers(self._name):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def is_of(self, path: Path) -> bool:
        """Return whether it is the door's file that stands at ``path``."""
        try:
            return _name(path) == self._name
        except OSError:
            return False

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._on_asked)
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._answer(socket)

    def _on_asked(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        said = socket.readAll().data()
        if said == _ASK:
            socket.write(_ANSWER)
            socket.flush()
        elif said == _COME:
            self.knocked.emit()


def _answers(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    return socket.waitForConnected(ANSWER_MS)
