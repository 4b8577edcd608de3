"""The dialog that asks for pictures."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate
_KINDS = "*.png *.jpg *.jpeg *.gif *.webp *.PNG *.JPG *.JPEG *.GIF *.WEBP"


def ask_for_pictures(
    window: QWidget, folder: str, chosen: Callable[[Sequence[str]], object]
) -> None:
    """Ask for files, beginning in `folder`; `chosen` gets their names."""
    dialog = QFileDialog(window, translate("PictureDialog", "Add pictures"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    known = translate("PictureDialog", "Pictures")
    every = translate("PictureDialog", "All files")
    dialog.setNameFilters([f"{known} ({_KINDS})", f"{every} (*)"])
    dialog.filesSelected.connect(chosen)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(True)
    dialog.open()
