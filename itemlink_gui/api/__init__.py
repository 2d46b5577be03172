"""The local service: the same operations over HTTP, for scripts on this computer only."""
