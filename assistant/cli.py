"""`minutebook`: the command line. Finds the command, runs it, and turns an error into one line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from ingest import MinutesError

_COMMANDS = (
    "ingest", "parse", "ask", "chat", "users", "mcp", "decisions", "actions", "timeline", "show", "status", "forget",
    "index",
)  # fmt: skip
_OFFERED = "minutebook.commands"
_EPILOG = """\
Start with:   minutebook ingest FOLDER
then:         minutebook ask "what did we agree on secure accommodation?"
or:           minutebook chat
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    0 done (an honest refusal too), 1 an error, 2 bad usage, 3 some files failed, 130 interrupted.
    """
    for stream, encoding in ((sys.stdin, "utf-8-sig"), (sys.stdout, "utf-8"), (sys.stderr, "utf-8")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                encoding=encoding, errors="replace"
            )  # minutes are full of dashes and curly quotes
    args = _parser(sys.argv[1:] if argv is None else argv).parse_args(argv)
    try:
        return int(args.run(args))
    except MinutesError as error:
        print(f"minutebook: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        print("minutebook: interrupted; what was stored is whole", file=sys.stderr)  # noqa: T201
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader of our output has left
        return 0


def default_store() -> Path:
    """The store used when none is named: `MINUTEBOOK_STORE`, else a folder in the user's data directory."""
    named = os.environ.get("MINUTEBOOK_STORE")
    if named:
        return Path(named)
    if sys.platform == "win32":
        data = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "minutebook"


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help that keeps every command and its line together: argparse forgets that commands are indented."""

    def add_argument(self, action: argparse.Action) -> None:
        super().add_argument(action)
        self._action_max_length += self._indent_increment


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the command that is asked for, or of all: a child that reads files imports this module too."""
    parser = argparse.ArgumentParser(
        prog="minutebook",
        description="Ask your council's minutes and get an answer in the words of the record, with the exact "
        "paragraph cited.",
        epilog=_EPILOG,
        formatter_class=_Help,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    stored = argparse.ArgumentParser(add_help=False)
    stored.add_argument(
        "--store",
        type=Path,
        metavar="DIR",
        default=default_store(),
        help="folder of the store (default: $MINUTEBOOK_STORE, else %(default)s)",
    )
    built_in = argv[:1] and argv[0] in _COMMANDS
    for name in argv[:1] if built_in else _COMMANDS:
        import_module(f"assistant.commands.{name}").add(commands, stored)
    if not built_in:  # what stands on top of the assistant offers its own; looking for them takes time
        for offered in entry_points(group=_OFFERED):
            offered.load()(commands, stored)
    return parser


if __name__ == "__main__":
    sys.exit(main())
