"""The drawings of the icons: 24-unit grid, stroke 1.6, round caps and joins, colour from the state.

`F` marks a filled shape ("chosen" forms); everything else is stroked. A dot is a stroke of no
length.
"""

F = 'fill="currentColor" stroke="none" '

_STAR = "M12 3.6l2.5 5.3 5.8.7-4.3 4 1.2 5.7L12 16.4l-5.2 2.9L8 13.6l-4.3-4 5.8-.7z"
_BOOKMARK = "M7 4.5h10a1 1 0 0 1 1 1v14l-6-4-6 4v-14a1 1 0 0 1 1-1z"

SHAPES: dict[str, str] = {
    "blank": "",
    # workspaces
    "plan": '<rect x="4" y="5" width="16" height="15" rx="3"/>'
    '<path d="M4 9.8h16M8.5 3v4M15.5 3v4"/><path d="M8.8 14.8l2.2 2.1 4.2-4.2"/>',
    "notes": '<path d="M20 10V6.5A2.5 2.5 0 0 0 17.5 4h-11A2.5 2.5 0 0 0 4 6.5v11'
    'A2.5 2.5 0 0 0 6.5 20H10"/><path d="M8 9h8M8 13h4"/>'
    '<path d="M13.6 20.4l.5-2.6 5.2-5.2a1.45 1.45 0 0 1 2.1 2.1l-5.2 5.2z"/>',
    "review": '<path d="M3.5 6l1.5 1.5L7.7 4.8M3.5 12l1.5 1.5 2.7-2.7M3.5 18'
    'l1.5 1.5 2.7-2.7"/><path d="M11.5 6h9M11.5 12h9M11.5 18h9"/>',
    "report": '<path d="M13.5 3.5h-6A2.5 2.5 0 0 0 5 6v12a2.5 2.5 0 0 0 2.5 2.5h9'
    'A2.5 2.5 0 0 0 19 18V9z"/><path d="M13.5 3.5V9H19M9 13h6M9 16.5h4"/>',
    # signs
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "minus": '<path d="M5 12h14"/>',
    "check": '<path d="M5 12.5l4.6 4.5L19 7.5"/>',
    "close": '<path d="M6 6l12 12M18 6L6 18"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5 5"/>',
    "settings": '<path d="M3.5 8h8M17 8h3.5M3.5 16h3.5M12.5 16h8"/>'
    '<circle cx="14.2" cy="8" r="2.6"/><circle cx="9.8" cy="16" r="2.6"/>',
    "more": '<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.4"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11.2v5M12 8h.01"/>',
    "warning": '<path d="M12 4.2L20.8 19.5H3.2z"/><path d="M12 10v4.2M12 16.8h.01"/>',
    "check_circle": '<circle cx="12" cy="12" r="8.5"/><path d="M8.3 12.3l2.6 2.5 4.8-4.9"/>',
    "refresh": '<path d="M19.5 8.5A8.2 8.2 0 1 0 20.2 13"/><path d="M20 3.8v5h-5"/>',
    "undo": '<path d="M8.5 5L4 9.5 8.5 14"/><path d="M4 9.5h10a5.5 5.5 0 0 1 0 11h-3"/>',
    # arrows
    "enter": '<path d="M19.5 5.5V11a3.5 3.5 0 0 1-3.5 3.5H4.5M9 10l-4.5 4.5L9 19"/>',
    "arrow_left": '<path d="M20 12H4.5M10.5 6l-6 6 6 6"/>',
    "arrow_right": '<path d="M4 12h15.5M13.5 6l6 6-6 6"/>',
    "arrow_up": '<path d="M12 20V4.5M6 10.5l6-6 6 6"/>',
    "arrow_down": '<path d="M12 4v15.5M6 13.5l6 6 6-6"/>',
    "chevron_left": '<path d="M14.5 6l-6 6 6 6"/>',
    "chevron_right": '<path d="M9.5 6l6 6-6 6"/>',
    "chevron_down": '<path d="M6 9.5l6 6 6-6"/>',
    "chevron_up": '<path d="M6 14.5l6-6 6 6"/>',
    "updown": '<path d="M8 9.5L12 5.5l4 4M8 14.5l4 4 4-4"/>',
    # things
    "history": '<path d="M4.2 13.2a8 8 0 1 0 1.5-5.9L4 9.2"/><path d="M4 4.6v4.6h4.6"/>'
    '<path d="M12 8v4.4l3 1.8"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.2V12l3 2.2"/>',
    "calendar": '<rect x="4" y="5" width="16" height="15" rx="3"/><path d="M4 9.8h16M8.5 3v4'
    'M15.5 3v4"/>',
    "place": '<path d="M12 21c-4.6-4.7-7-8.1-7-11.2a7 7 0 0 1 14 0c0 3.1-2.4 6.5-7 11.2z"/>'
    '<circle cx="12" cy="9.8" r="2.5"/>',
    "person": '<circle cx="12" cy="8" r="3.8"/><path d="M4.8 20c.6-4 3.4-6 7.2-6s6.6 2 7.2 6"/>',
    "people": '<circle cx="9" cy="8.5" r="3.3"/><path d="M3 19.5c.5-3.6 2.8-5.3 6-5.3'
    's5.5 1.7 6 5.3M15.5 5.5a3.2 3.2 0 0 1 0 6M17.5 14.6c2 .7 3.2 2.3 3.5 4.9"/>',
    "tag": '<path d="M4 5.5A1.5 1.5 0 0 1 5.5 4h6l8.5 8.5-7.5 7.5L4 11.5z"/>'
    '<path d="M8.3 8.3h.01" stroke-width="2.2"/>',
    "globe": '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c2.6 2.4 3.8 5.2 3.8 8.5'
    's-1.2 6.1-3.8 8.5c-2.6-2.4-3.8-5.2-3.8-8.5s1.2-6.1 3.8-8.5z"/>',
    "slides": '<path d="M3.5 4.5h17M5 4.5v9.5a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 19 14'
    'V4.5M12 15.5v3M8.5 20.5l3.5-2.5 3.5 2.5M9 11.5V9.5M12 11.5V8M15 11.5v-1.5"/>',
    "video": '<rect x="3.5" y="5" width="17" height="14" rx="3"/><path d="M10.3 9.3l4.4 2.7'
    '-4.4 2.7z"/>',
    "repository": '<circle cx="7" cy="6" r="2.3"/><circle cx="7" cy="18" r="2.3"/>'
    '<circle cx="17" cy="8" r="2.3"/><path d="M7 8.3v7.4M17 10.3c0 3.4-4.5 3.2-8.2 5.7"/>',
    "link": '<path d="M10 14a4.2 4.2 0 0 0 6 .2l3-3a4.24 4.24 0 0 0-6-6l-1.3 1.3"/>'
    '<path d="M14 10a4.2 4.2 0 0 0-6-.2l-3 3a4.24 4.24 0 0 0 6 6l1.3-1.3"/>',
    "file": '<path d="M13.5 3.5h-6A2.5 2.5 0 0 0 5 6v12a2.5 2.5 0 0 0 2.5 2.5h9'
    'A2.5 2.5 0 0 0 19 18V9z"/><path d="M13.5 3.5V9H19"/>',
    "folder": '<path d="M3.5 7A2 2 0 0 1 5.5 5h4l2.2 2.5h6.8a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2h-13'
    'a2 2 0 0 1-2-2z"/>',
    "image": '<rect x="3.5" y="5" width="17" height="14" rx="3"/><circle cx="8.5" cy="10" r="1.6"/>'
    '<path d="M4 16.8l4.5-3.6 3.5 2.8 3.5-3 4.8 4"/>',
    "pencil": '<path d="M4 20l1-4.5L16.2 4.3a2.1 2.1 0 0 1 3 0l.5.5a2.1 2.1 0 0 1 0 3L8.5 19z"/>'
    '<path d="M14.3 6.2l3.5 3.5"/>',
    "copy": '<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2.5"/>'
    '<path d="M15.5 8.5v-2A2.5 2.5 0 0 0 13 4H6.5A2.5 2.5 0 0 0 4 6.5V13a2.5 2.5 0 0 0'
    ' 2.5 2.5h2"/>',
    "trash": '<path d="M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5l.8 12a1.6 1.6 0 0 0 1.6 1.5h6.2'
    'a1.6 1.6 0 0 0 1.6-1.5l.8-12M10.2 10.5v5.5M13.8 10.5v5.5"/>',
    "archive": '<rect x="3.5" y="4.5" width="17" height="4.5" rx="1.5"/>'
    '<path d="M5.5 9v8.5A2.5 2.5 0 0 0 8 20h8a2.5 2.5 0 0 0 2.5-2.5V9M10 13h4"/>',
    "import": '<path d="M12 3.5V15M7.5 10.8L12 15.3l4.5-4.5M4 15.5V18a2.5 2.5 0 0 0 2.5 2.5h11'
    'A2.5 2.5 0 0 0 20 18v-2.5"/>',
    "export": '<path d="M12 15V3.8M7.5 8L12 3.5 16.5 8M4 15.5V18a2.5 2.5 0 0 0 2.5 2.5h11'
    'A2.5 2.5 0 0 0 20 18v-2.5"/>',
    "sparkle": '<path d="M11 4l1.9 5.1L18 11l-5.1 1.9L11 18l-1.9-5.1L4 11l5.1-1.9z"/>'
    '<path d="M18.5 15.5v5M16 18h5"/>',
    "keyboard": '<rect x="3" y="6" width="18" height="12" rx="2.5"/><path d="M7 10h.01M10.3 10h.01'
    'M13.7 10h.01M17 10h.01M8.5 14h7" stroke-width="1.8"/>',
    "eye": '<path d="M2.5 12C5 7.8 8.2 5.8 12 5.8s7 2 9.5 6.2c-2.5 4.2-5.7 6.2-9.5 6.2'
    'S5 16.2 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>',
    "eye_off": '<path d="M4 4l16 16M9.8 6C14.5 5 18.5 7 21.5 12a16 16 0 0 1-2.7 3.4M15 17.7'
    'C9.8 19.3 5.6 17.2 2.5 12a15.5 15.5 0 0 1 4-4.5"/>',
    "list": '<path d="M9 6h11.5M9 12h11.5M9 18h11.5M4 6h.01M4 12h.01M4 18h.01" />',
    "grid": '<rect x="4" y="4" width="6.5" height="16" rx="1.8"/><rect x="14" y="4" width="6.5"'
    ' height="7" rx="1.8"/><rect x="14" y="14.5" width="6.5" height="5.5" rx="1.8"/>',
    "focus": '<path d="M4 9V6.5A2.5 2.5 0 0 1 6.5 4H9M15 4h2.5A2.5 2.5 0 0 1 20 6.5V9'
    'M20 15v2.5a2.5 2.5 0 0 1-2.5 2.5H15M9 20H6.5A2.5 2.5 0 0 1 4 17.5V15"/>',
    "footnote": '<path d="M3 19.5L8.2 5.5h.6L14 19.5M5 14.8h7"/><path d="M17.5 6l2-1.5v7"/>',
    "text": '<path d="M5 7V4.5h14V7M12 4.5v15M9 19.5h6"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="9.5" rx="2.5"/>'
    '<path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
    "building": '<path d="M5 20.5V5a1.5 1.5 0 0 1 1.5-1.5h7A1.5 1.5 0 0 1 15 5v15.5M15 10h2.5'
    'A1.5 1.5 0 0 1 19 11.5v9M3 20.5h18M8.5 8h3M8.5 12h3M8.5 16h3"/>',
    "cup": '<path d="M5 9h12v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM17 10.5h1.5a2.5 2.5 0 0 1 0 5H17'
    'M8.5 3.5v2.5M12.5 3.5v2.5"/>',
    "flag": '<path d="M6 21V4M6 4.5h11l-2 4 2 4H6"/>',
    "star": f'<path d="{_STAR}" stroke-width="1.3"/>',
    "star_filled": f'<path {F}d="{_STAR}"/>',
    "bookmark": f'<path d="{_BOOKMARK}"/>',
    "bookmark_filled": f'<path {F}d="{_BOOKMARK}"/><path d="{_BOOKMARK}"/>',
    # choices
    "ring": '<circle cx="12" cy="12" r="8.5"/>',
    "half": f'<circle cx="12" cy="12" r="8.5"/><path {F}d="M12 3.5a8.5 8.5 0 0 1 0 17z"/>',
    "moon": '<path d="M20 13.5A8 8 0 1 1 10.5 4a6.4 6.4 0 0 0 9.5 9.5z"/>',
    "later": '<path d="M12 7.2V12l2.6 1.8M12.5 20.5A8.5 8.5 0 1 1 20.5 12.5M17 16v5l4-2.5z"/>',
    "drag": '<path d="M9.5 6h.01M14.5 6h.01M9.5 12h.01M14.5 12h.01M9.5 18h.01M14.5 18h.01"'
    ' stroke-width="2"/>',
}
