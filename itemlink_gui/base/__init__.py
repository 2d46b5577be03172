"""Plain Python that every floor may use: changes, errors, settings, paths, texts, log."""
