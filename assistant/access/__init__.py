"""Who may use the chat, and for what: people from a file, their passwords and tokens, sessions, failed attempts.

Knows no web and no store: the standard library only.
"""

from assistant.access.passwords import BadPassword
from assistant.access.roles import Act, Person, Role
from assistant.access.sessions import Sessions
from assistant.access.throttle import Throttle
from assistant.access.users import BadUser, Users, UsersUnusable

__all__ = [
    "Act",
    "BadPassword",
    "BadUser",
    "Person",
    "Role",
    "Sessions",
    "Throttle",
    "Users",
    "UsersUnusable",
]
