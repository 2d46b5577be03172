"""Messages as mail programs take them: an ``.eml`` file to be opened and sent there, or a ``mailto:`` address."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

# What programs and systems pass on of an address is limited; Windows takes the least.
MOST_OF_ADDRESS = 2_000
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
# Devices of Windows, whatever follows a point.
_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[1-9¹²³])\s*(\.|$)", re.IGNORECASE)
# File systems count bytes, up to 255; a number may follow, and some systems add a little of their own.
_MOST_LETTERS, _MOST_BYTES = 80, 180


@dataclass(frozen=True, slots=True)
class Mail:
    """A message that nobody has sent yet.

    Args:
        name: of whom it is for.
        address: e-mail address; may be empty.
        subject: one line.
        text: plain text.
    """

    name: str
    address: str
    subject: str
    text: str


def eml(mail: Mail) -> bytes:
    """Return a message as a draft (RFC 5322), which mail programs open for sending; without a sender and a date."""
    message = EmailMessage(policy=SMTP)
    # An address that is none, as another program may have written it, is left to the user and no reason to stop.
    with suppress(ValueError, IndexError, AttributeError):
        if mail.address:
            message["To"] = mail.address
    message["Subject"] = " ".join(mail.subject.split())
    message["X-Unsent"] = "1"
    message.set_content(mail.text)
    return message.as_bytes()


def mailto(mail: Mail) -> str | None:
    """Return the address that opens a mail program with a message (RFC 6068), or None if it would be too long."""
    text = mail.text.replace("\r\n", "\n").replace("\n", "\r\n")
    address = f"mailto:{quote(mail.address, safe='@')}?subject={quote(mail.subject)}&body={quote(text)}"
    return address if len(address) <= MOST_OF_ADDRESS else None


def file_name(mail: Mail) -> str:
    """Return a name for a message's file that every system takes, also with a number behind."""
    stem = _FORBIDDEN.sub(" ", mail.name).strip(" .")[:_MOST_LETTERS]
    stem = stem.encode(errors="replace")[:_MOST_BYTES].decode(errors="ignore").rstrip(" .") or "message"
    return f"{'_' if _RESERVED.match(stem) else ''}{stem}.eml"
