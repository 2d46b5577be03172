"""Any text in a search box finds what plain Python finds."""

from __future__ import annotations

import random
from pathlib import Path

from itemlink_gui.base.changes import Kind
from itemlink_gui.engine import Engine
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.support import begin
from tests.store.test_search import LETTERS, WORDS, fill_with_words, found, oracle, texts_of
from tests.support import ask

_EACH = 50
_ALPHABETS = (LETTERS, "ab *\"'", "NEAR()+^:-{} ", "".join(map(chr, range(1, 0x180))), " \u3000\u00a0\u2028aé")


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
    engine = Engine(begin(folder, "words", fill_with_words), keeping=False)

    def compare() -> list[str]:
        kinds: tuple[Kind, Kind] = ("item", "customer")
        texts = {kind: texts_of(kind) for kind in kinds}
        return [
            f"{kind} {text!r}" for kind in kinds for text in typed if found(kind, text) != oracle(texts[kind], text)
        ]

    wrong = ask(engine, compare)
    engine.close()
    return judged(wrong, trials=_EACH)


FAULTS = (Fault(f"search fuzz ({_EACH} texts a trial)", 200 // _EACH, 10_000 // _EACH, _fuzz),)
