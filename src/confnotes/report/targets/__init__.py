"""The places a report can be written for: one small file each, saying what the place can do."""

from confnotes.report.targets.commonmark import COMMONMARK
from confnotes.report.targets.github import GITHUB
from confnotes.report.targets.hatena import HATENA
from confnotes.report.targets.record import Target

TARGETS: dict[str, Target] = {target.name: target for target in (HATENA, GITHUB, COMMONMARK)}
"""The targets by name, in the order they are offered."""

DEFAULT = HATENA
"""The target of a report that names none."""
