"""The title of a report that its author did not type: a pattern for each language."""

from collections.abc import Mapping

from confnotes.domain.changes import ChangeSet
from confnotes.domain.report import Report
from confnotes.domain.text import Language
from confnotes.report.layouts import scoped
from confnotes.report.snapshot import take
from confnotes.report.teller import Teller
from confnotes.report.titles import TitleFacts, facts_of, setting_key
from confnotes.report.wording import Wording
from confnotes.services.report_places import PlaceSettings


class TitlePatterns(PlaceSettings):
    """Use cases of title patterns."""

    def title_pattern(self, report: Report, language: Language) -> str:
        """Return the pattern that was set for a language, "" for none."""
        return self.settings(report, "").get(setting_key(language), "")

    def set_title_pattern(
        self, report: Report, language: Language, pattern: str, *, initiator: object = None
    ) -> ChangeSet:
        """Keep the pattern of a language's titles; "" for the one that comes with the layout."""
        key = self.title_setting(language)
        return self.set_setting(report, "", key, pattern.strip(), initiator=initiator)

    def title_setting(self, language: Language) -> str:
        """Return the setting of all places that keeps a language's pattern."""
        return setting_key(language)

    def title_flaws(self, report: Report, language: Language) -> Mapping[str, tuple[str, ...]]:
        """Return what a title leaves out of its pattern: "unknown" is no placeholder, "missing" is
        not known; {} where all is well, or a title was typed."""
        pattern = self.title_pattern(report, language)
        if report.title.strip() or not pattern:
            return {}
        found = self.title_facts(report, language).filled(pattern)
        flaws = {"unknown": found.unknown, "missing": found.missing}
        return {
            code: tuple(f"{{{name}}}" for name in names) for code, names in flaws.items() if names
        }

    def title_facts(self, report: Report, language: Language) -> TitleFacts:
        """Return what can stand in a title, to see what a pattern makes of it."""
        with self._notebook.reading() as unit:
            contents = unit.contents(report.conference_id)
        snapshot = scoped(take(contents, report, language, report.target))
        return facts_of(Teller(snapshot, Wording(self._wording[language])))
