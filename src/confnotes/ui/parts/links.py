"""Addresses in a text that one writes: which one is meant, and opening it."""

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from confnotes.domain.inline import addresses, safe


def web_addresses(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, url) of the web addresses of a line (no mail)."""
    return [found for found in addresses(text) if safe(found[2]) and found[2][:4].lower() == "http"]


def meant(text: str, at: int) -> str:
    """Return the address the caret is in or beside, else the only one of its line ("": none)."""
    found = web_addresses(text)
    here = [url for start, end, url in found if start <= at <= end]
    return here[0] if here else found[0][2] if len(found) == 1 else ""


def pointed_at(text: str, at: int) -> str:
    """Return the address whose letters are at a place of a line ("" where none is)."""
    return next((url for start, end, url in web_addresses(text) if start <= at < end), "")


def open_address(url: str) -> str:
    """Open an address ("" for none); return what to say where it could not be opened, else ""."""
    if not url:
        return QCoreApplication.translate("Links", "There is no address at the caret")
    if QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode)):
        return ""
    return QCoreApplication.translate("Links", "{url} could not be opened").format(url=url)
