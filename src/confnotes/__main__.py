"""`python -m confnotes`."""

import sys

from confnotes.app import main

if __name__ == "__main__":
    sys.exit(main())
