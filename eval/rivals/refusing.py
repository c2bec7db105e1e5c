"""The system that never says anything wrong, because it never says anything: what refusing alone is worth."""

from __future__ import annotations

from eval.cases import Case
from eval.rivals.rival import fingerprint, show
from eval.run import Told


class AlwaysRefuse:
    """Refuses every question and finds nothing."""

    name = "always-refuse"

    def identity(self) -> str:
        """Names the code; nothing else matters."""
        return fingerprint(self.name)

    def answer(self, case: Case) -> Told:
        """A refusal."""
        return show(case, self.name, (), ())
