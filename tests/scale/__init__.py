"""The benchmark: a million customers, each piece of work beside its limit; `python3 -m tests.scale`."""
