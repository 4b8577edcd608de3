"""textlint with its Japanese presets reads every phrase that reports are made of."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from confnotes.domain.text import Language
from report import judges
from report.making import catalogue

missing = cache(judges.missing)
PRESETS = ("preset-japanese", "preset-ja-technical-writing", "preset-ja-spacing")
FILLED = {
    "name": "舟の会", "title": "紙の舟", "company": "折紙社", "role": "技術者", "handle": "@hayama",
    "city": "リスボン", "dates": "5月12日から14日", "date": "5月12日", "days": "3日間",
    "sessions": "11本の講演", "host": "紙の財団", "about": "舟を折る人の集まり",
    "first": "550人", "edition": "第5回", "attendees": "12,000人", "venue": "港のホール",
    "hours": "9:00〜18:00", "count": "4つ", "fee": "5,000円", "year": "2032年", "day": "2日目",
    "chosen": "折り紙会", "one": "紙の舟", "other": "木の舟", "torn": "紙の舟と木の舟",
    "time": "10:00", "heading": "「イチオシ」", "question": "「なぜ紙なのか」",
    "told": "軽いから", "said": "「軽いから」", "gist": "軽いこと。", "person": "葉山",
}  # fmt: skip


def phrases(table: dict[str, Any], key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every phrase with its key."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from phrases(value, f"{key}{name}.")
        else:
            yield from (
                (key + name, one) for one in (value if isinstance(value, list) else [value])
            )


def filled(phrase: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: FILLED.get(match.group(1), "紙"), phrase)


def linted(text: str) -> list[dict[str, Any]]:
    """Return what textlint says of a text."""
    config = json.dumps({"rules": dict.fromkeys(PRESETS, True)})
    (judges.NODE_MODULES / "textlint.json").write_text(config)
    found: list[dict[str, Any]] = judges.ask(judges.TEXTLINT, text)
    return found


def need() -> None:
    for name in ("textlint", *(f"textlint-rule-{preset}" for preset in PRESETS)):
        if reason := missing(name):
            pytest.skip(reason)


def test_textlint_finds_nothing_in_what_is_generated() -> None:
    need()
    said = [(key, filled(one)) for key, one in phrases(catalogue(Language.JA))]
    sentences = [(key, one) for key, one in said if one.endswith("。")]
    headings = [(key, one) for key, one in said if key.endswith(".heading")]
    rows = [f"## {one}" for _, one in headings] + [one for _, one in sentences]
    found = linted("# 題名\n\n" + "\n\n".join(rows) + "\n")
    keys = [key for key, _ in headings + sentences]
    assert not found, "\n".join(
        f"{keys[one['line'] // 2 - 1]}: {rows[one['line'] // 2 - 1]}: {one['ruleId']}: "
        f"{one['message'].splitlines()[0]}"
        for one in found
    )
    assert len(sentences) > 70


def test_textlint_does_find_what_is_wrong() -> None:
    need()
    rules = {one["ruleId"].rpartition("/")[2] for one in linted("これは食べれる と思います\n")}
    assert {"no-dropping-the-ra", "ja-no-mixed-period"} <= rules
