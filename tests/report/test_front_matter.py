"""Front matter says what was typed, whatever that was: by YAML's rules, and to readers of TOML
and Pandoc's."""

import json
import re
import subprocess
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from confnotes.domain.conference import Author
from confnotes.domain.text import Language, stored_line
from confnotes.report.targets.facts import toml, yaml
from confnotes.services.pandoc import pandoc_is_there
from report.invented import paperboat

# YAML 1.2, 5.1: what is printable, but for what ends a line to YAML 1.1 and the mark of a file's
# byte order.
FOREIGN = re.compile(
    "[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


@given(st.text(max_size=20).map(stored_line))
@example("It\x92s read in a wrong encoding\x85\x7f")
@example('--- # : "quoted" \\ {{x}} \u2028 📝')
@example("\ufeffbegins with a mark")
def test_any_title_is_read_as_it_was_typed(title: str) -> None:
    said = " ".join(title.split("\n"))
    assert tomllib.loads(toml({"title": title}).strip("+")) == {"title": said}
    row = yaml({"title": title}).split("\n")[1]
    assert not FOREIGN.search(row)
    assert json.loads(row.removeprefix("title: ")) == said


@pytest.mark.parametrize(
    "title",
    [
        "*CI/CD* & snake_case @home: $5, $6 [x](y) -- done ^1^ ~2~ {a} [^1]",
        "Why Vec<T> beats <script>",
        r"C:\new \* `code`",
        "> quoted",
        "# 1",
        "1. first",
        "(1) first",
        "| a | b |",
        "@home",
        "- x",
        "[k] x",
        "#tag",
        "2019-11-18",
        "null",
        'a "b" ~ 8:30',
        "公式&amp;非公式",
    ],
)
@pytest.mark.skipif(not pandoc_is_there(), reason="Pandoc is not installed")
def test_pandoc_reads_metadata_as_markdown(title: str, tmp_path: Path) -> None:
    maker = paperboat()
    maker.report = replace(maker.report, title=title)
    maker.author = Author("author", title)
    text = maker.delivered(Language.JA, "pandoc").text
    template = tmp_path / "title.plain"
    template.write_text("$title$\n$author$\n")
    read = ["pandoc", "-f", "markdown-smart", "-t", "plain", "--wrap=none"]
    told = subprocess.run(
        [*read, f"--template={template}"],
        input=text,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert told.stdout.strip().split("\n") == [title, title]
