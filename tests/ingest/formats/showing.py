"""What a decoder gave, shown for the eye: furniture and headings marked at the edge, no-break spaces seen."""

from __future__ import annotations

from ingest.formats import Decoded


def shown(decoded: Decoded) -> str:
    out, at = [], 0
    for line in decoded.text.splitlines(keepends=True):
        aside = any(part.start <= at < part.end for part in decoded.furniture) and line.strip()
        edge = "F" if aside else "H" if at in decoded.headings else " "
        out.append(f"{edge} {line.rstrip(chr(10))}".rstrip(" ") if line.strip(" \n") else "")
        at += len(line)
    out += [f"! {warning}" for warning in decoded.warnings]
    return "\n".join(out).replace("\u00a0", "⍽") + "\n"
