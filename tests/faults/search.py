"""Any text in a search box finds what plain Python finds."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

from itemlink_gui.base.changes import Kind
from itemlink_gui.engine import Engine
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import Customer, Item, User
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.support import begin
from tests.store.test_search import LETTERS, WORDS, found, oracle, texts_of
from tests.support import ask, run

_EACH = 50
_ALPHABETS = (LETTERS, "ab *\"'", "NEAR()+^:-{} ", "".join(map(chr, range(1, 0x180))), " \u3000\u00a0\u2028aé")


def _words(engine: Engine) -> None:
    """Fill in a hundred items and customers whose fields are made of the words."""
    chosen = random.Random(1)

    def some(n: int) -> str:
        return unicodedata.normalize("NFC", " ".join(chosen.choices(WORDS, k=n)))

    def write(journal: Journal) -> None:
        for number in range(100):
            journal.add(Item, name=some(2)[:200], description=some(chosen.randrange(4)))
            user = journal.add(User, username=f"u{number} {some(1)}", full_name=some(2), email=some(1))
            journal.add(Customer, user=user, phone=some(1), address=f"{some(1)}\n{some(1)}", notes=some(1))

    run(engine, Operation("fill", write))


def _typed(chosen: random.Random) -> str:
    match chosen.randrange(5):
        case 0:
            return "".join(chr(chosen.randrange(0x110000)) for _ in range(chosen.randint(1, 6)))
        case 1:
            word = chosen.choice(WORDS)
            start = chosen.randrange(len(word))
            return word[start : start + chosen.randint(1, 6)]
        case 2:
            return " ".join(chosen.choices(WORDS, k=chosen.randint(1, 12)))
    return "".join(chosen.choices(chosen.choice(_ALPHABETS), k=chosen.randint(1, 8)))


def _fuzz(seed: int, folder: Path) -> Outcome:
    chosen = random.Random(seed)
    typed = [_typed(chosen) for _ in range(_EACH)]
    engine = Engine(begin(folder, "words", _words), keeping=False)

    def compare() -> list[str]:
        kinds: tuple[Kind, Kind] = ("item", "customer")
        texts = {kind: texts_of(kind) for kind in kinds}
        return [
            f"{kind} {text!r}" for kind in kinds for text in typed if found(kind, text) != oracle(texts[kind], text)
        ]

    wrong = ask(engine, compare)
    engine.close()
    return judged(wrong, trials=_EACH)


FAULTS = (Fault(f"search fuzz ({_EACH} texts a trial)", 500 // _EACH, 10_000 // _EACH, _fuzz),)
