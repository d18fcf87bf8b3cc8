"""`python -m xl_scorecard`, the same as the `xl-scorecard` command."""

import sys

from xl_scorecard.cli import main

sys.exit(main())
