"""What we raise on purpose; anything else that escapes is a bug.

MinutesError              one clear line: what, where, what to do next
├─ UnreadableSource       a path gives no text (missing, empty, binary, not decodable)
├─ BadSidecar             a NAME.minutes.toml cannot be read
├─ NothingToIngest        a folder holds no file that can be read as minutes
├─ StoreUnusable          the store cannot be opened or written
│  ├─ StoreMismatch       the store was built with another embedder or schema
│  └─ StoreBusy           another process is writing to the store
├─ UnknownSource          no document of that name is in the store
├─ UnknownCitation        no passage answers to that citation
├─ CannotWrite            a file that was asked for cannot be written
└─ BadQuestion            a question (or its JSON line) cannot be read
"""


class MinutesError(Exception):
    """Base of every error that is part of the product; its message is one line."""


class UnreadableSource(MinutesError):
    """A path gives no text: missing, empty, binary or in no encoding that we know."""


class BadSidecar(MinutesError):
    """A NAME.minutes.toml cannot be read, or says what no sidecar says."""


class NothingToIngest(MinutesError):
    """A folder holds no file that can be read as minutes."""


class StoreUnusable(MinutesError):
    """The store cannot be opened or written."""


class StoreMismatch(StoreUnusable):
    """The store was built with another embedder or another schema."""


class StoreBusy(StoreUnusable):
    """Another process is writing to the store."""


class UnknownSource(MinutesError):
    """No document of that name is in the store."""


class UnknownCitation(MinutesError):
    """No passage answers to that citation."""


class CannotWrite(MinutesError):
    """A file that was asked for cannot be written."""


class BadQuestion(MinutesError):
    """A question, or the JSON line that holds it, cannot be read."""
