"""How the report tells: what stands with a session, where headings lead, ratings, facts."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from confnotes.domain.telling import (
    AS_LIST,
    BY,
    DETAILS,
    NO_RATING,
    NUMBER,
    ON,
    STAR,
    TOGETHER,
    Telling,
    telling_of,
)
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.choices import CheckBox, Segmented
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.theme import SEMIBOLD
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import TextInput
from confnotes.ui.report.forms import FormPage


class TellingForm(FormPage):
    """`setting(key, value)` as one goes; what is chosen holds for all places. `pictures_asked`:
    one wants to say how the pictures stand."""

    setting = Signal(str, str)
    pictures_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_head(
            self.tr("How it is told"),
            self.tr("For all sessions, in every place. What is not known leaves no gap."),
        )
        self._telling = Telling()
        self._key = ""
        self.by_name = Label("", Step.SMALL, SEMIBOLD, "text2")
        self.by = TextInput(self.tr("Who wrote this section"), self.tr("Where several write"))
        self.details = {
            "kind": CheckBox(self.tr("Kind (keynote, panel, workshop …)")),
            "code": CheckBox(self.tr("Code in the programme")),
            "time": CheckBox(self.tr("Time")),
            "room": CheckBox(self.tr("Room")),
            "track": CheckBox(self.tr("Track")),
        }
        self.links = Segmented(
            self.tr("Headings lead to"),
            [
                ("", self.tr("nothing")),
                ("page", self.tr("the page")),
                ("slides", self.tr("the slides")),
                ("video", self.tr("the video")),
            ],
        )
        self.players = CheckBox(self.tr("Slides and videos as players or cards"))
        self.rating = Segmented(
            self.tr("Ratings"),
            [(STAR, "★★★★☆"), (NUMBER, "4/5"), (NO_RATING, self.tr("none"))],
        )
        self.sign = TextInput(self.tr("A sign of your own for the stars"), STAR)
        self.days = Segmented(
            self.tr("Days of the conference"),
            [("", self.tr("One by one")), (TOGETHER, self.tr("Together"))],
        )
        self.facts = Segmented(
            self.tr("Facts about the conference"),
            [("", self.tr("Sentences")), (AS_LIST, self.tr("A list"))],
        )
        self.pictures = Button(self.tr("Pictures"), Look.DEFAULT, icon="image")
        self._lay_out()
        self.pictures.clicked.connect(self.pictures_asked)
        for box in self.details.values():
            box.clicked.connect(lambda _on=False: self._details())
        self.by.written.connect(lambda text: self.setting.emit(f"{BY}{self._key}", text.strip()))
        self.links.chosen.connect(lambda key: self.setting.emit("heading_link", str(key)))
        self.players.clicked.connect(lambda on: self.setting.emit("players", ON if on else ""))
        self.rating.chosen.connect(self._rating)
        self.sign.written.connect(self._sign)
        self.days.chosen.connect(lambda key: self.setting.emit("days", str(key)))
        self.facts.chosen.connect(lambda key: self.setting.emit("facts", str(key)))

    def _lay_out(self) -> None:
        self.body.addWidget(self.by_name)
        self.body.addWidget(self.by)
        self._say(self.tr("Besides the speakers"))
        for box in self.details.values():
            self.body.addWidget(box)
        self._say(self.tr("Headings lead to"))
        self._left(self.links)
        self.body.addWidget(self.players)
        self._say(self.tr("Ratings"))
        self._left(self.rating)
        self.body.addWidget(Label(self.sign_name(), Step.SMALL, role="text2"))
        self.body.addWidget(self.sign)
        self._say(self.tr("Days of the conference"))
        self._left(self.days)
        self._say(self.tr("Facts about the conference"))
        self._left(self.facts)
        self._say(self.tr("Alternative text, credit and width"))
        self._left(self.pictures)
        self.body.addStretch()

    def sign_name(self) -> str:
        """Return what the field of one's own sign is called."""
        return self.tr("A sign of your own for the stars")

    def _say(self, words: str) -> None:
        self.body.addWidget(Label(words, Step.SMALL, SEMIBOLD, "text2"))

    def _left(self, widget: QWidget) -> None:
        widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.addWidget(widget)
        row.addStretch()
        self.body.addLayout(row)

    def show_settings(self, settings: Mapping[str, str]) -> None:
        """Show what is kept; a sign that is being typed stays."""
        told = self._telling = telling_of(settings)
        for name, box in self.details.items():
            box.setChecked(name in told.details)
        self.links.set_key(told.heading_link)
        self.players.setChecked(told.players)
        named = told.rating in (NUMBER, NO_RATING)
        self.rating.set_key(told.rating if named else STAR)
        self.sign.show_text("" if named or told.rating == STAR else told.rating)
        self.sign.setEnabled(not named)
        self.days.set_key(TOGETHER if told.days_together else "")
        self.facts.set_key(AS_LIST if told.facts_listed else "")

    def show_section(self, key: str, label: str, settings: Mapping[str, str]) -> None:
        """Offer to say who wrote a section ("": none is chosen)."""
        another, self._key = key != self._key, key
        self.by_name.setText(self.tr("Who wrote “{section}”").format(section=label))
        self.by_name.setVisible(bool(key))
        self.by.setVisible(bool(key))
        self.by.show_text(settings.get(f"{BY}{key}", ""), another=another)

    def flush(self) -> None:
        """Hand on what was typed."""
        self.by.flush()
        self.sign.flush()

    def _details(self) -> None:
        wanted = [name for name in DETAILS if self.details[name].isChecked()]
        self.setting.emit("details", ",".join(wanted))

    def _rating(self, key: object) -> None:
        self.sign.setEnabled(key == STAR)
        self.setting.emit("rating", (self.sign.text().strip() if key == STAR else "") or str(key))

    def _sign(self, text: str) -> None:
        self.setting.emit("rating", text.strip() or STAR)
