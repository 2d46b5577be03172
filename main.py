#!/usr/bin/env python3
"""Starts ItemLink: what a double-click, the desktop's icon and `python3 main.py` run."""

import sys

# This file must stay readable for every Python 3, so that an old one says what is wrong instead of a syntax error.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("ItemLink needs Python 3.11 or newer. This one is " + sys.version.split()[0] + ".")

from itemlink_gui import bootstrap

if __name__ == "__main__":
    bootstrap.run()
