"""How a conference begins: three doors, the page that confirms an import, the page by hand."""
