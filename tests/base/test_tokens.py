"""The token of the local service."""

from __future__ import annotations

import pytest

from itemlink_gui.base import tokens


def test_every_token_is_another() -> None:
    made = {tokens.new_token() for _ in range(100)}
    assert len(made) == 100
    assert all(len(one) == 40 and one.isalnum() and tokens.is_usable(one) for one in made)


def test_a_token_matches_its_hash_and_no_other() -> None:
    one, other = tokens.new_token(), tokens.new_token()
    assert tokens.matches(one, tokens.hashed(one))
    assert not tokens.matches(other, tokens.hashed(one))
    assert one not in tokens.hashed(one)


@pytest.mark.parametrize("token", ["", "x", "ä" * 20, "\udc80" * 20, "0" * 100_000])
def test_any_text_may_be_tried(token: str) -> None:
    assert not tokens.matches(token, tokens.hashed(tokens.new_token()))
    assert not tokens.matches(token, "")
    assert tokens.matches(token, tokens.hashed(token))
