"""What a report keeps for the places it appears in: settings, and where its pictures went."""

import re
from collections.abc import Mapping
from typing import Any

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.inline import safe
from confnotes.domain.report import Report, ReportSetting
from confnotes.domain.text import Language, stored_line
from confnotes.report.compose import Composition
from confnotes.report.deliver import PICTURE, Delivery, facts_of
from confnotes.report.targets import TARGETS
from confnotes.report.targets.record import Pictures, Target
from confnotes.report.wording import Wording
from confnotes.services.hub import Hub
from confnotes.services.notebook import Notebook
from confnotes.services.report_sections import SectionWriter
from confnotes.services.report_views import AddressView, SettingView, Upload

_PHOTO = re.compile(r"\[?(f:id:[A-Za-z][\w-]+:\d{14}[a-z]?:(?:plain|image))(?::[^\]]*)?\]?")
"""A photo of Hatena's, as its editor writes it."""
_GIVEN = re.compile(
    rf"""(?P<photo>{_PHOTO.pattern})
    | !\[(?:[^\[\]\\]|\\.)*\]\(\s*<?
      (?P<markdown>[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)>?[^()\n]*\)
      (?:\]\([^\s()]*\))?
    | <a\b[^>]*>
    | <img\b[^>]*?\ssrc\s*=\s*["'](?P<html>[^"'\n]+)["'][^>]*>(?:</a>)?
    | (?P<bare>https?://[^\s<>"'\[\]、。，,;]+)""",
    re.VERBOSE | re.IGNORECASE,
)
"""An address where a place's editor shows it: its own notation, Markdown, HTML, or bare; what a
picture only leads to is passed over."""


class PlaceSettings(SectionWriter):
    """Use cases of a report's places."""

    def __init__(
        self, notebook: Notebook, hub: Hub, wording: Mapping[Language, Mapping[str, Any]]
    ) -> None:
        super().__init__(notebook, hub)
        self._wording = wording

    def composition(self, report: Report, language: Language, target: str) -> Composition:
        """Return the report as sections and one document."""
        raise NotImplementedError

    def settings(self, report: Report, target: str) -> Mapping[str, str]:
        """Return a report's settings for one target ("honorific": 氏, さん or ""; "contents")."""
        with self._notebook.reading() as unit:
            kept = unit.all(ReportSetting, report_id=report.id)
        rows = sorted(kept, key=lambda row: row.target)
        return {row.key: row.value for row in rows if row.target in ("", target)}

    def set_setting(
        self, report: Report, target: str, key: str, value: str, *, initiator: object = None
    ) -> ChangeSet:
        """Keep one setting of a report for one target ("": for all)."""
        return self._set(report, target, {key: value}, initiator)

    def _set(
        self, report: Report, target: str, values: Mapping[str, str], initiator: object
    ) -> ChangeSet:
        with self._change(initiator) as unit:
            self._ensure(unit, report)
            there = unit.all(ReportSetting, report_id=report.id, target=target)
            known = {row.key: row.id for row in there}
            for key, value in values.items():
                identity = known.get(key) or new_id()
                unit.put(ReportSetting(identity, report.id, target, key, stored_line(value)))
        return unit.changes

    def place_settings(
        self, report: Report, language: Language, target: str
    ) -> tuple[SettingView, ...]:
        """Return what can be set for a target, in the order it is asked, with what holds now."""
        place = target_named(target)
        if not place.fields:
            return ()
        composition = self.composition(report, language, target)
        facts = facts_of(composition, place, Wording(self._wording[language]))
        kept = composition.snapshot.settings
        return tuple(
            SettingView(
                field.kept_as(language),
                field.key,
                field.kind,
                kept.get(field.kept_as(language), "").strip(),
                field.default(facts),
                field.choices,
            )
            for field in place.fields
        )

    def set_uploaded(
        self, report: Report, target: str, name: str, address: str, *, initiator: object = None
    ) -> ChangeSet:
        """Keep where a picture (by its file name) was uploaded to, for every later export; "" for
        nowhere. ConfnotesError report.not_an_address (address), report.no_such_picture (name)."""
        key, kept = self.uploaded(report, target, name, address)
        return self.set_setting(report, target, key, kept, initiator=initiator)

    def uploaded(self, report: Report, target: str, name: str, address: str) -> tuple[str, str]:
        """Return the key and the value by which `set_uploaded` keeps an address; errors as there.
        Nothing is changed."""
        place, kept = target_named(target), address_given(target, address)
        composition = self.composition(report, report.language, target)
        wanted = f"images/{name.rpartition('/')[2]}"
        attachment_id = composition.snapshot.names.get(wanted)
        if attachment_id is None or place.pictures is not Pictures.UPLOADED:
            raise ConfnotesError("report.no_such_picture", name=name)
        return PICTURE + composition.snapshot.pictures[attachment_id].sha256, kept

    def set_addresses(
        self,
        report: Report,
        target: str,
        addresses: Mapping[str, str],
        *,
        initiator: object = None,
    ) -> ChangeSet:
        """Keep where pictures were uploaded to, by the key of their `AddressView`; "" for nowhere.
        ConfnotesError report.not_an_address (address): then none is kept."""
        kept = {key: address_given(target, address) for key, address in addresses.items()}
        return self._set(report, target, kept, initiator)


def address_given(target: str, text: str) -> str:
    """Return what a place gave for a picture as it is kept ("" for nothing); ConfnotesError
    report.not_an_address (address)."""
    address = stored_line(text).strip()
    photo = _PHOTO.fullmatch(address) if target_named(target).name == "hatena" else None
    kept = photo.group(1) if photo else address
    if kept and photo is None and not (safe(kept) and kept.startswith("http")):
        raise ConfnotesError("report.not_an_address", address=address)
    return kept


def addresses_given(target: str, text: str) -> tuple[str, ...]:
    """Return the addresses of pictures in what was copied from a place's editor, in order: one a
    line, or in the notation of pictures, whatever stands around them."""
    matches = _GIVEN.finditer(text)
    found = (next(filter(None, match.groupdict().values()), "") for match in matches)
    return tuple(made for address in found if (made := _given(target, address)))


def _given(target: str, address: str) -> str:
    try:
        return address_given(target, address)
    except ConfnotesError:
        return ""


def uploads_of(delivery: Delivery, target: Target) -> tuple[Upload, ...]:
    """Return the pictures that a place takes by hand, in reading order."""
    if target.pictures is Pictures.FILES:
        return ()
    asks = target.pictures is Pictures.UPLOADED
    shown = {one.path: one for one in delivery.pictures} if asks else dict(
        enumerate(delivery.pictures)
    )  # fmt: skip
    return tuple(
        Upload(
            number,
            one.path.removeprefix("images/"),
            delivery.places[one.path],
            one.alternative.strip(),
            one.address if asks else "",
            asks,
        )
        for number, one in enumerate(shown.values(), 1)
    )


def addresses_of(delivery: Delivery, target: Target) -> tuple[AddressView, ...]:
    """Return the pictures that a place takes by upload with what they are kept by, in reading
    order."""
    if target.pictures is not Pictures.UPLOADED:
        return ()
    shown = {one.path: one for one in delivery.pictures}
    return tuple(
        AddressView(
            number,
            delivery.places[one.path],
            PICTURE + one.attachment.sha256,
            one.path,
            one.address,
        )
        for number, one in enumerate(shown.values(), 1)
    )


def target_named(name: str) -> Target:
    """Return a target; ConfnotesError report.unknown_target (name, names)."""
    target = TARGETS.get(name)
    if target is None:
        raise ConfnotesError("report.unknown_target", name=name, names=", ".join(TARGETS))
    return target
