"""What the settings of places are called."""

from PySide6.QtCore import QCoreApplication


def setting_name(name: str) -> str:
    """Return what a setting is called; its own name where the interface has no word for it."""
    translate = QCoreApplication.translate
    return {
        "slug": translate("PlaceWords", "Name in the address (a–z, 0–9, hyphens)"),
        "emoji": translate("PlaceWords", "Emoji (one)"),
        "type": translate("PlaceWords", "Kind of article"),
        "topics": translate("PlaceWords", "Topics, with commas (at most five)"),
        "tags": translate("PlaceWords", "Tags, with commas"),
        "categories": translate("PlaceWords", "Categories, with commas"),
        "publication_name": translate("PlaceWords", "Publication (its name in the address)"),
        "organization_url_name": translate("PlaceWords", "Organization (its name in the address)"),
        "private": translate("PlaceWords", "Only for those who have the link"),
        "id": translate("PlaceWords", "Id of the article, once the place has given one"),
        "description": translate("PlaceWords", "Description"),
        "series": translate("PlaceWords", "Series"),
        "canonical_url": translate("PlaceWords", "Address where it appeared first"),
        "cover_image": translate("PlaceWords", "Address of the cover picture"),
        "front_matter": translate("PlaceWords", "Front matter"),
        "layout": translate("PlaceWords", "Layout"),
        "author": translate("PlaceWords", "Author"),
        "published": translate("PlaceWords", "Ready to be published (else a draft)"),
    }.get(name, name)


def choice_name(name: str, choice: str) -> str:
    """Return what one of a setting's choices is called."""
    translate = QCoreApplication.translate
    return {
        ("type", "tech"): translate("PlaceWords", "Tech"),
        ("type", "idea"): translate("PlaceWords", "Idea"),
        ("front_matter", "toml"): "TOML",
        ("front_matter", "yaml"): "YAML",
    }.get((name, choice), choice)
