"""The council's drawings as inline SVG: the crest, the view on the home page, a sign for each service."""

from __future__ import annotations

_SHIELD = (
    '<path d="M4 3h40v22c0 13-9 19-20 23C13 44 4 38 4 25Z" fill="#f7efe0" stroke="#c9953b" stroke-width="2.5"/>'
    '<path d="M6.5 20 17 10l6 6 5-4 13.5 9.5V25c0 1-.1 2-.2 3H6.7C6.6 27 6.5 26 6.5 25Z" fill="#2c6e5b"/>'
    '<path d="M6.8 28q4.3-3 8.6 0t8.6 0 8.6 0 8.6 0c-.5 3-1.6 5.3-3.2 7.3q-3.5-2.3-7 0-3.5 2.3-7 0'
    '-3.5-2.3-7 0-3.5 2.3-7 0C8.4 33.3 7.3 31 6.8 28Z" fill="#2f6f9f"/>'
    '<path d="M14.5 38.8q4.7-2.7 9.5 0 4.7 2.7 9.5 0A37 37 0 0 1 24 45a37 37 0 0 1-9.5-6.2Z" fill="#1d4e79"/>'
    '<path d="M24 5.2l1.1 2.3 2.5.3-1.9 1.7.5 2.5L24 10.8 21.8 12l.5-2.5-1.9-1.7 2.5-.3Z" fill="#c9953b"/>'
)

CREST = f'<svg class="crest" viewBox="0 0 48 50" aria-hidden="true" focusable="false">{_SHIELD}</svg>'
"""For the header: decoration beside the name, so hidden from screen readers."""

CREST_FILE = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 50">{_SHIELD}</svg>'
"""The same as a file of its own, for the tab."""

VIEW = (
    '<svg class="view" viewBox="0 0 560 300" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">'
    '<circle class="sun" cx="404" cy="92" r="40"/>'
    '<path class="hill far" d="M0 190C70 120 130 112 190 150S320 96 390 124 500 160 560 122V300H0Z"/>'
    '<path class="hill mid" d="M0 216C90 160 160 196 240 190S400 140 560 200V300H0Z"/>'
    '<path class="roof" d="M96 188v-34l17-15 17 15v34ZM130 188v-24h58v24ZM126 164l10-13h46l10 13ZM206 192v-28l14-12 14 '
    '12v28Z"/>'
    '<path class="light" d="M109 160h8v10h-8ZM142 170h8v9h-8ZM158 170h8v9h-8ZM174 170h6v9h-6ZM216 170h8v9h-8Z"/>'
    '<path class="tree" d="M300 198l13-44 13 44ZM322 200l10-34 10 34ZM64 202l9-32 9 32Z"/>'
    '<path class="water" d="M0 232c60-18 130-22 200-12s150 26 230 12 100-14 130-10v78H0Z"/>'
    '<path class="ripple" d="M60 250h70M170 262h90M320 252h60M410 270h84M96 282h60M250 288h74"/>'
    '<path class="hill near" d="M0 276c70-26 120-6 170 24H0ZM560 262c-66-14-120 6-168 38h168Z"/>'
    "</svg>"
)
"""The mere at evening, for the home page. Colours come from the style sheet, so that it follows the dark scheme."""

_SIGNS = {
    "meter-reading": '<circle cx="16" cy="16" r="11"/><path d="M16 16l5-5M8.5 18h2M21.5 18h2M16 8.5v2"/>'
                     '<path d="M12 22.5h8"/>',
    "parking-permit": '<rect x="5" y="5" width="22" height="22" rx="5"/><path d="M13 23V10h4.5a4 4 0 0 1 0 8H13"/>',
    "change-of-address": '<path d="M5 15 16 6l11 9M8 13v13h16V13M13.5 26v-7h5v7"/>',
    "appointment": '<rect x="5" y="7" width="22" height="20" rx="3"/><path d="M5 13h22M11 4v5M21 4v5M11.5 '
                   '20l3 3 6-6"/>',
    "library-card": '<path d="M16 9c-3-2.5-7-3-11-3v18c4 0 8 .5 11 3 3-2.5 7-3 11-3V6c-4 0-8 .5-11 3ZM16 9v18"/>',
    "residents-discount": '<path d="M5 16V6h10l12 12-10 10ZM10.5 11.5h.5M14 21l6-6"/>',
    "complaint": '<path d="M5 7h22v15H15l-6 5v-5H5ZM10.5 12.5h11M10.5 17h7"/>',
}


def sign(service: str) -> str:
    """The line drawing of a service, in the colour of its surroundings."""
    return f'<svg class="sign" viewBox="0 0 32 32" aria-hidden="true" focusable="false">{_SIGNS[service]}</svg>'
