"""The language of the search boxes: from what is typed to conditions on the keys."""
