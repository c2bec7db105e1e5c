"""The options about the audit log."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant.audit import AuditLog


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options to a command."""
    audited = parser.add_argument_group("audit log")
    audited.add_argument(
        "--audit",
        type=Path,
        metavar="FILE",
        help="add a line of JSON to FILE for every question and the passages that its answer cites (default: none)",
    )
    audited.add_argument(
        "--audit-who", action="store_true", help="name in each line who asked; without it, nobody is named"
    )


def log(args: argparse.Namespace) -> AuditLog | None:
    """The audit log that was asked for, None for none.

    Raises:
        CannotAudit: it cannot be written.
    """
    return AuditLog(args.audit, names=args.audit_who) if args.audit else None
