"""`python -m assistant` is `minutebook`."""

import sys

from assistant.cli import main

sys.exit(main())
