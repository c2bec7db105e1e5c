"""Web pages, as a browser shows them."""

from ingest.formats.html.decoder import decode

__all__ = ["decode"]
