"""The verbs, one module per noun; each returns an operation for ``engine.run``."""
