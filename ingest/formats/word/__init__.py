"""Word, with its automatic numbers computed."""

from ingest.formats.word.decoder import decode

__all__ = ["decode"]
