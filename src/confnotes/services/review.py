"""Looking back: ratings, summaries, links, and texts in the other language."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, get_args

from confnotes.domain.audience import Audience
from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.recordings import keepable
from confnotes.domain.session import RATINGS, Link, LinkState, Origin, Session
from confnotes.domain.tags import tidy_tags
from confnotes.domain.text import Language, fingerprint, stored, stored_line
from confnotes.domain.versions import LanguageMark, Texts, Version
from confnotes.services.base import Service
from confnotes.services.listing import conference_of, session_of

TextField = Literal["summary", "takeaway", "heading"]


class ReviewService(Service):
    """What one makes of a session afterwards."""

    def rate(self, session_id: str, rating: int | None, *, initiator: object = None) -> ChangeSet:
        """Give a session 1 to 5 stars, or none; ConfnotesError review.bad_rating (rating)."""
        if rating is not None and rating not in RATINGS:
            raise ConfnotesError("review.bad_rating", rating=rating)
        return self._edit(session_id, initiator, rating=rating)

    def recommend(self, session_id: str, on: bool, *, initiator: object = None) -> ChangeSet:
        """Mark a session as recommended, or no longer."""
        return self._edit(session_id, initiator, recommended=on)

    def set_reviewed(self, session_id: str, on: bool, *, initiator: object = None) -> ChangeSet:
        """Mark a session as looked through, or not yet."""
        return self._edit(session_id, initiator, reviewed=on)

    def set_text(
        self, session_id: str, field: TextField, text: str, *, initiator: object = None
    ) -> ChangeSet:
        """Keep a session's summary or takeaway (Markdown) or its heading (one line)."""
        if field not in get_args(TextField):
            raise ValueError(field)
        value = stored_line(text).strip() if field == "heading" else stored(text)
        return self._edit(session_id, initiator, **{field: value})

    def set_tags(
        self, session_id: str, tags: Sequence[str], *, initiator: object = None
    ) -> ChangeSet:
        """Keep the tags of a session, in their stored form."""
        return self._edit(session_id, initiator, tags=tidy_tags(tags))

    def set_audience(
        self, session_id: str, audience: Audience, *, initiator: object = None
    ) -> ChangeSet:
        """Say whom a session's notes are for."""
        return self._edit(session_id, initiator, audience=audience)

    def put_link(self, link: Link, *, initiator: object = None) -> ChangeSet:
        """Keep a link; ConfnotesError review.unsafe_address (url), session.gone (id).

        Only http, https, mailto and media files of one's own disk are kept. A link that is there
        has an address; one that is expected or will not come may have none. One that came with a
        schedule is one's own once it was edited.
        """
        url = stored_line(link.url).strip()
        if (url or link.state is LinkState.THERE) and not keepable(url):
            raise ConfnotesError("review.unsafe_address", url=url)
        with self._change(initiator) as unit:
            session_of(unit, link.session_id)
            link = replace(link, url=url, label=stored_line(link.label).strip())
            if link != unit.get(Link, link.id):
                unit.put(replace(link, origin=Origin.OWN))
        return unit.changes

    def delete_link(self, link_id: str, *, initiator: object = None) -> ChangeSet:
        """Delete a link."""
        with self._change(initiator) as unit:
            unit.delete(Link, link_id)
        return unit.changes

    def versions(self, conference_id: str) -> Texts:
        """Return all second versions and set languages of a conference."""
        with self._notebook.reading() as unit:
            return Texts.of(
                unit.all(Version, conference_id=conference_id),
                unit.all(LanguageMark, conference_id=conference_id),
            )

    def set_version(
        self,
        conference_id: str,
        owner_id: str,
        field: str,
        language: Language,
        text: str,
        original: str,
        *,
        initiator: object = None,
    ) -> ChangeSet:
        """Keep the second version of a text in `language`, as made from `original`; "" deletes."""
        text = stored(text)
        with self._change(initiator) as unit:
            conference_of(unit, conference_id)
            there = unit.all(
                Version,
                conference_id=conference_id,
                owner_id=owner_id,
                field=field,
                language=language.value,
            )
            identity = there[0].id if there else new_id()
            if text.strip():
                unit.put(
                    Version(
                        identity,
                        conference_id,
                        owner_id,
                        field,
                        language,
                        text,
                        fingerprint(original),
                    )
                )
            else:
                unit.delete(Version, identity)
        return unit.changes

    def set_language(
        self,
        conference_id: str,
        owner_id: str,
        field: str,
        language: Language | None,
        *,
        initiator: object = None,
    ) -> ChangeSet:
        """Say which language a text is in (None: as guessed)."""
        with self._change(initiator) as unit:
            conference_of(unit, conference_id)
            there = unit.all(
                LanguageMark, conference_id=conference_id, owner_id=owner_id, field=field
            )
            identity = there[0].id if there else new_id()
            if language is None:
                unit.delete(LanguageMark, identity)
            else:
                unit.put(LanguageMark(identity, conference_id, owner_id, field, language))
        return unit.changes

    def _edit(self, session_id: str, initiator: object, **values: object) -> ChangeSet:
        with self._change(initiator) as unit:
            session: Session = session_of(unit, session_id)
            unit.put(replace(session, **values))  # type: ignore[arg-type]  # names checked above
        return unit.changes
