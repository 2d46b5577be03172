"""One window per file and user: a second start brings the first one's window to the front."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

# How long the first one may take to answer; after that a second window opens.
ANSWER_MS = 1000

# Asked whether it is there, the first one answers; only then it is told to come: one that answers too late must not
# push itself before the second window.
_ASK, _ANSWER, _COME = b"there?\n", b"here\n", b"come\n"


def _name(path: Path) -> str:
    """Return the name of the door: the same for the same file, whichever way it is called, and for this user only."""
    found = path.stat()
    key = f"{getpass.getuser()}:{found.st_dev}:{found.st_ino}"
    return f"itemlink-{hashlib.sha256(key.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}"


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
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(ANSWER_MS):
        return False
    socket.write(_ASK)
    socket.waitForBytesWritten(ANSWER_MS)
    answered = socket.waitForReadyRead(ANSWER_MS) and socket.readAll().data() == _ANSWER
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
        self._name = name = _name(path)
        if not self._server.listen(name) and not _answers(name):
            # Left behind by one that was killed.
            QLocalServer.removeServer(name)
            self._server.listen(name)

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
