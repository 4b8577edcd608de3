"""What an export is called is a name that every file system takes."""

import pytest

from confnotes.domain.text import Language
from confnotes.report.deliver import file_stem
from report.making import Maker


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("CON", "report-con"),
        ("Aux", "report-aux"),
        ("COM1", "report-com1"),
        ("Comet", "comet"),
        ("Console Days", "console-days"),
    ],
)
def test_no_name_that_windows_has_for_a_device(name: str, stem: str) -> None:
    made = Maker()
    made.about(short_name=name, starts=None, ends=None)
    assert file_stem(made.composed(Language.EN).snapshot) == stem
