"""The tests of ItemLink; ``python3 -m tests`` runs the fast ones."""
