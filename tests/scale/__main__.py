"""Runs the benchmark by ``python3 -m tests.scale``, on a machine that has only Python, and prints one table.

``--quick`` measures a tenth of the data; ``--json FILE`` writes the rows down, too; names of parts run only these.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

import main  # says so when this Python is too old


def run(argv: list[str]) -> int:
    """Run the benchmark and return the exit code: 0 where every goal is reached.

    Args:
        argv: the arguments.
    """
    main.bootstrap.ensure(argv, tests=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.scale import data, measure, parts

    parser = argparse.ArgumentParser(prog="python3 -m tests.scale", allow_abbrev=False, description=measure.__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"only these: {', '.join(parts.PARTS)}")
    parser.add_argument("--quick", action="store_true", help=f"with {data.QUICK} instead of {data.WHOLE}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows down, too")
    options = parser.parse_args(argv)
    if unknown := set(options.parts) - parts.PARTS.keys():
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    chosen = options.parts or list(parts.PARTS)
    rows: list[measure.Row] = []
    with tempfile.TemporaryDirectory(prefix="itemlink-scale-") as home, data.scratch() as scratch:
        os.environ["ITEMLINK_HOME"] = home
        files = data.Data(data.QUICK if options.quick else data.WHOLE, scratch)
        for name in chosen:
            for row in parts.PARTS[name](files):
                print(f"{name}: {row.work}: {row.ours:,.4g} {row.unit}", file=sys.stderr, flush=True)
                rows.append(row)
    print(f"\n{files.size}; medians of at least {measure.ROUNDS}\n")
    print(measure.table(rows))
    if options.json:
        options.json.write_text(json.dumps([row.plain() for row in rows], indent=2, ensure_ascii=False) + "\n")
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
