"""Where confnotes keeps things. `CONFNOTES_HOME` puts all of it into one folder (portable, tests).

HOME and XDG_CONFIG_HOME are only read, never changed: an input method that Qt looks up through
them would be lost without a word.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

NOTEBOOK_NAME = "notebook.confnotes"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one person on one machine; none is created here."""

    data: Path
    config: Path
    logs: Path
    documents: Path

    @property
    def notebook(self) -> Path:
        """The notebook that opens when none is named."""
        return self.data / NOTEBOOK_NAME

    @property
    def settings(self) -> Path:
        """The file of settings."""
        return self.config / "settings.toml"


def places(environment: Mapping[str, str] | None = None) -> Places:
    """Return the platform's places, or those below `CONFNOTES_HOME` where it is set."""
    environment = os.environ if environment is None else environment
    if home := environment.get("CONFNOTES_HOME"):
        root = Path(home)
        return Places(root, root, root / "logs", root)
    dirs = PlatformDirs("confnotes", appauthor=False)
    return Places(
        Path(dirs.user_data_dir),
        Path(dirs.user_config_dir),
        Path(dirs.user_log_dir),
        Path(dirs.user_documents_dir),
    )
