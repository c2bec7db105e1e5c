"""PDF with a text layer, by the geometry of its text."""

from ingest.formats.pdf.decoder import decode

__all__ = ["decode"]
