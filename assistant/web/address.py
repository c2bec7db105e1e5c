"""The address that people open, where a proxy stands in front: what it says of scheme, host and sub-path."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest import MinutesError

_ADDRESS = re.compile(r"(https?)://([\w.-]+(?::\d{1,5})?)((?:/[\w.~-]+)*/?)", re.ASCII | re.IGNORECASE)


class BadAddress(MinutesError):
    """A public address cannot be used."""


@dataclass(frozen=True, slots=True)
class PublicAddress:
    """`https://host/path` taken apart: `host` with its port if one is named, `path` without a slash at the end."""

    scheme: str
    host: str
    path: str

    @classmethod
    def read(cls, url: str) -> PublicAddress:
        """Take an address apart.

        Raises:
            BadAddress: it is not an address of the web, or says more than scheme, host and path.
        """
        found = _ADDRESS.fullmatch(url)
        if found is None:
            raise BadAddress(f"{url!r} is no address: write it as https://minutes.example.gov.uk/minutes")
        scheme, host, path = found.groups()
        return cls(scheme.lower(), host.lower(), path.rstrip("/"))

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}{self.path}"
