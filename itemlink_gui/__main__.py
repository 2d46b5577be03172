"""Starts ItemLink by `python3 -m itemlink_gui`."""

from itemlink_gui import bootstrap

if __name__ == "__main__":
    bootstrap.run()
