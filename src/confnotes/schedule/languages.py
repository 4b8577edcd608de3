"""Session languages, brought to BCP 47 in lower case."""

import re
from functools import lru_cache

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?")
# ISO 639-1: a two-letter word that is no code ("no answer" apart) is not a language.
_CODE_LIST = (
    "aa ab af ak am ar as ay az ba be bg bh bn bo br bs ca co cs cy da de dz el en eo es et eu fa "
    "fi fo fr fy ga gd gl gn gu he hi hr hu hy ia id is it ja jv ka kk km kn ko ku ky la lb lo lt "
    "lv mg mi mk ml mn mr ms mt my nb ne nl nn no oc or pa pl ps pt rm ro ru rw sa sc sd se si sk "
    "sl sm sn so sq sr su sv sw ta te tg th tk tl tr tt ug uk ur uz vi wa wo xh yi yo zh zu"
)
_CODES = frozenset(_CODE_LIST.split())
_NAMES = {
    "english": "en", "englisch": "en", "anglais": "en", "inglés": "en", "英語": "en",
    "japanese": "ja", "日本語": "ja", "jp": "ja", "jpn": "ja", "eng": "en", "jap": "ja",
    "german": "de", "deutsch": "de", "deu": "de", "ger": "de", "ドイツ語": "de",
    "french": "fr", "français": "fr", "francais": "fr", "fra": "fr", "フランス語": "fr",
    "spanish": "es", "español": "es", "castellano": "es", "italian": "it", "italiano": "it",
    "dutch": "nl", "nederlands": "nl", "portuguese": "pt", "português": "pt", "czech": "cs",
    "čeština": "cs", "polish": "pl", "polski": "pl", "russian": "ru", "русский": "ru",
    "chinese": "zh", "中文": "zh", "中国語": "zh", "korean": "ko", "한국어": "ko", "韓国語": "ko",
}  # fmt: skip


@lru_cache(maxsize=256)
def language_of(words: str) -> str | None:
    """Return the BCP 47 tag of a language as schedules name it, None where it is not recognised
    ("TBD") or where several are named ("de, en")."""
    plain = words.strip().lower().replace("_", "-")
    if known := _NAMES.get(plain):
        return known
    if not _TAG.fullmatch(plain):
        return None
    head = plain.partition("-")[0]
    return plain if head in _CODES else None
