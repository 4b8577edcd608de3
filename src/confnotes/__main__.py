"""`python -m confnotes`."""

import sys
from multiprocessing import freeze_support

from confnotes.app import main

if __name__ == "__main__":
    freeze_support()  # a frozen program starts its helpers as itself
    sys.exit(main())
