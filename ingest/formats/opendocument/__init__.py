"""OpenDocument texts, with their numbers computed."""

from ingest.formats.opendocument.decoder import decode

__all__ = ["decode"]
