"""What an editor would mark in the writing itself: two styles of Japanese in one report.

Only sentences that end in a copula of either style count (the textlint rule no-mix-dearu-desumasu
looks at the same endings): a verb in its plain form may stand in a list or a quotation.
"""

import re
from collections.abc import Iterator, Sequence

from confnotes.report.blocks import Block, Paragraph, words_of
from confnotes.report.compose import Composition, Part
from confnotes.report.outcome import Place

_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*")
_QUOTED = re.compile(r"「[^「」]*」|『[^『』]*』|“[^“”]*”|（[^（）]*）|\([^()]*\)")
_AFTER = r"(?:か|ね|よ|よね|な|なあ|が|けど)?[。！？!?]+$"
_POLITE = re.compile(rf"(?:です|でした|ます|ました|ません|でしょう|ましょう|ください){_AFTER}")
_PLAIN = re.compile(r"(?:である|であった|だった|のだ|だろう|であろう|だ)" + _AFTER)
_NOT_PLAIN = re.compile(r"(?:まだ|ただ|たまだ|いまだ|未だ)[。！？!?]+$")
_LONGEST = 60


def mixed_style(composition: Composition) -> Iterator[Place]:
    """Yield the sentences that are in the rarer of the two styles, です・ます or だ・である."""
    polite: list[Place] = []
    plain: list[Place] = []
    for part in composition.parts:
        if not part.printed:
            continue
        for sentence in _sentences(part.body + part.tail):
            place = Place(part.key, _session(part), None, sentence.strip()[:_LONGEST])
            bare = sentence.strip()
            if _POLITE.search(bare):
                polite.append(place)
            elif _PLAIN.search(bare) and not _NOT_PLAIN.search(bare):
                plain.append(place)
    if polite and plain:
        yield from (plain if len(plain) <= len(polite) else polite)


def _sentences(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _SENTENCE.findall(_QUOTED.sub("…", words_of((block,))))


def _session(part: Part) -> str | None:
    return part.planned.talk.session.id if part.planned.talk else None
