"""The smallest pieces of a query: words, quotations, operators, and where the reader stands between them."""

from __future__ import annotations

import re

from itemlink_gui.base.errors import WrongQuery
from itemlink_gui.base.i18n import tr

# So many tests, quotations and runs of words a query may have.
MOST_PARTS = 200

NAME = re.compile(r"[^\W\d_]\w*(?:-\w+)*")
OPERATOR = re.compile(r":|!=|<=|>=|==?|<|>")
WORD = re.compile(r"(and|or|not)(?=[\s()]|$)", re.IGNORECASE)
_NOT_SPACE = re.compile(r"\S")


class Scanner:
    """Goes through one text from left to right.

    Args:
        text: as typed.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        """Where the next piece begins."""
        self.open: list[int] = []
        """Where the parentheses stand that are not closed yet."""
        self._parts = 0

    def ends(self) -> bool:
        """Skip blanks, and return whether nothing follows within these parentheses."""
        found = _NOT_SPACE.search(self.text, self.at)
        self.at = found.start() if found else len(self.text)
        return self.over or (bool(self.open) and self.text[self.at] == ")")

    @property
    def over(self) -> bool:
        """Whether nothing at all follows."""
        return self.at == len(self.text)

    def sees(self, *words: str) -> bool:
        """Return whether one of some operators follows."""
        found = WORD.match(self.text, self.at)
        return found is not None and found[1].lower() in words

    def bare(self) -> str:
        """Take all up to a blank, or to a parenthesis that was opened before."""
        start, depth, end = self.at, 0, self.at
        while end < len(self.text) and not self.text[end].isspace():
            if self.text[end] == "(":
                depth += 1
            elif self.text[end] == ")":
                if not depth and self.open:
                    break
                depth -= 1
            end += 1
        self.at = end
        return self.text[start:end]

    def up_to_comma(self) -> str:
        """Take all up to the next comma, or to the parenthesis that ends the list."""
        start, depth = self.at, 0
        while not self.over:
            sign = self.text[self.at]
            if not depth and sign in ",)":
                break
            depth += (sign == "(") - (sign == ")")
            self.at += 1
        return self.text[start : self.at]

    def quoted(self, start: int) -> tuple[str, int, bool]:
        """Return what stands in quotation marks, where it ends, and whether it does; two of them are one in it."""
        at = start + 1
        while True:
            end = self.text.find('"', at)
            if end < 0:
                return self.text[start + 1 :].replace('""', '"'), len(self.text), False
            if self.text[end : end + 2] != '""':
                return self.text[start + 1 : end].replace('""', '"'), end + 1, True
            at = end + 2

    def count(self, start: int) -> None:
        """Count a part that begins here.

        Raises:
            WrongQuery: if there are too many.
        """
        self._parts += 1
        if self._parts > MOST_PARTS:
            rest = len(self.text.rstrip()) - start
            reason = tr("This is too much for one query: it may have %n part(s).", n=MOST_PARTS)
            raise WrongQuery(start, rest, reason)
