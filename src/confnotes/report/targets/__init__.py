"""The places a report can be written for: one small file each, saying what the place can do.

Another place is another file, and its name in PLACES.
"""

from confnotes.report.targets.astro import ASTRO
from confnotes.report.targets.commonmark import COMMONMARK
from confnotes.report.targets.devto import DEVTO
from confnotes.report.targets.github import GITHUB
from confnotes.report.targets.hatena import HATENA
from confnotes.report.targets.hugo import HUGO
from confnotes.report.targets.jekyll import JEKYLL
from confnotes.report.targets.note import NOTE
from confnotes.report.targets.pandoc import PANDOC
from confnotes.report.targets.qiita import QIITA
from confnotes.report.targets.record import Target
from confnotes.report.targets.zenn import ZENN

PLACES = (
    HATENA, ZENN, QIITA, NOTE, DEVTO, GITHUB, HUGO, JEKYLL, ASTRO, PANDOC, COMMONMARK,
)  # fmt: skip

TARGETS: dict[str, Target] = {target.name: target for target in PLACES}
"""The targets by name, in the order they are offered."""

DEFAULT = HATENA
"""The target of a report that names none."""
