"""Taking an answer or a conversation away: as a Word file, as PDF, as Markdown. Nothing of the web, no network."""

from assistant.export.document import SELECTION, Document, Taken, make
from assistant.export.files import FORMATS, check, save
from assistant.export.naming import file_name, named

__all__ = ["FORMATS", "SELECTION", "Document", "Taken", "check", "file_name", "make", "named", "save"]
