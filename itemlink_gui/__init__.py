"""ItemLink: customers dragged onto items, kept in one local file."""

__version__ = "0.1.0"
