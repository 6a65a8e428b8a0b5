"""The forest in plain signs, for terminals of few colours, for text files and for ASCII."""

from __future__ import annotations

from givequest.domain.forest.grove import Grove
from givequest.domain.forest.landmarks import landmarks_of
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.places import path_at, pond_of
from givequest.named_tuple import NamedTuple
from givequest.presentation.forest.land.drawings import SIGNS
from givequest.presentation.forest.land.landmarks import ANIMALS, balloons_of, site_of
from givequest.presentation.forest.land.ridges import RIDGES, crest_at
from givequest.presentation.forest.noise import grain
from givequest.presentation.forest.perspective import HORIZON, row_at
from givequest.presentation.forest.season import Season

ROLES = {
    "blossom": "congratulate", "oak": "help", "pine": "reconnect", "birch": "introduce", "willow": "listen",
    "moss": "quiet", "poplar": "bonus", "fern": "warmth",
}  # fmt: skip
"""The role of a theme that each species is drawn in."""
# From the seedling on; the lowest line is the ground.
_SIGNS: dict[str, tuple[tuple[str, ...], ...]] = {
    "oak": (("i",), ("@", "|"), ("(@)", " | "), (" @@@ ", "(@@@)", "  |  "),
            ("  @@@  ", "(@@@@@)", " (@@@) ", "   |   ")),
    "pine": (("i",), ("^", "|"), (" ^ ", "/^\\", " | "), ("  ^  ", " /^\\ ", "/^^^\\", "  |  "),
             ("   ^   ", "  /^\\  ", " /^^^\\ ", "/^^^^^\\", "   |   ")),
    "birch": (("v",), ("Y",), ("%%", "\\/"), ("%%%%", " \\/ ", " || "), (" %%%% ", "%%%%%%", " \\  / ", "  ||  ")),
    "willow": (("i",), ("T",), ("(~)", " | "),
               (" ~~~ ", "(\\|/)", "' | '"), ("  ~~~  ", "(~~~~~)", "/ \\|/ \\", "'  |  '")),
    "poplar": (("i",), ("l",), ("0", "|"), ("0", "0", "|"), ("0", "0", "0", "|")),
    "blossom": (("'",), ("*",), ("*'*",), ("*o*o*",), ("*o*'*o*",)),
    "moss": (("_",), ("n",), ("_n_",), ("(__)",), ("_(___)",)),
    "fern": (("'",), (",",), ("\\|/",), ("\\\\|//",), ("\\\\\\|///",)),
}  # fmt: skip
GLOW = "level"
"""The role of the newest plant, and of the sparks about it."""
BLANK = " "


class Sign(NamedTuple):
    """A cell: its sign and the role it is drawn in."""

    sign: str = BLANK
    role: str = "text"


def draw_signs(grove: Grove, moment: Moment, width: int, height: int) -> list[list[Sign]]:
    """Return the picture of a grove at a moment as rows of cells; every sign is ASCII."""
    season = Season(moment)
    cells = [[Sign()] * width for _ in range(height)]
    if width < 1 or height < 4:
        return cells
    _draw_sky(cells, width, height, season, grove.seed)
    _draw_ground(cells, width, height, season, grove)
    _draw_landmarks(cells, width, height, season, grove)
    glow: list[tuple[int, int]] = []
    for plant in grove.plants():
        species, depth = plant.place.species, plant.place.depth
        tall = plant.height(season.ordinal) * (0.35 + 0.65 * depth)
        most = 2 if height < 12 else 3 if height < 22 else 4
        size = min(max(round(tall * 4.4), 2 if plant.is_first else 0), most)
        drawing = _SIGNS[species.id][size]
        x, y = round(plant.place.x * (width - 1)), row_at(depth, height)
        is_newest = plant.place.number == grove.newest
        role = GLOW if is_newest else ROLES[species.id]
        for line, text in enumerate(drawing):
            row = y - len(drawing) + 1 + line
            for column, sign in enumerate(text, x - len(text) // 2):
                if sign != BLANK and 0 <= row < height and 0 <= column < width:
                    cells[row][column] = Sign(sign, role)
        if is_newest:
            half, sparks = len(drawing[0]) // 2 + 1, y - len(drawing)
            glow = [(x - half, sparks + 1), (x + half, sparks + 1), (x, sparks)]
    _draw_animals(cells, width, height, grove)
    for column, row in glow:
        if 0 <= row < height and 0 <= column < width:
            cells[row][column] = Sign("+", GLOW)
    return cells


def _draw_landmarks(cells: list[list[Sign]], width: int, height: int, season: Season, grove: Grove) -> None:
    for landmark in landmarks_of(grove.days):
        name = landmark.id
        if name == "balloons":
            for site in balloons_of(width, height, grove.seed, season.ordinal):
                _put(cells, SIGNS["balloon"], site.x, max(site.y, 2), "level")
        elif name != "lamps" and name not in ANIMALS:
            site = site_of(name, width, height, grove.seed)
            _put(cells, SIGNS[name], site.x, site.y, "text")


def _draw_animals(cells: list[list[Sign]], width: int, height: int, grove: Grove) -> None:
    for landmark in landmarks_of(grove.days):
        if landmark.id in ANIMALS:
            site = site_of(landmark.id, width, height, grove.seed)
            _put(cells, SIGNS[landmark.id], site.x, site.y, "warmth")


def _put(cells: list[list[Sign]], drawing: tuple[str, ...], x: int, y: int, role: str) -> None:
    for line, text in enumerate(drawing, y - len(drawing) + 1):
        for column, sign in enumerate(text, x - len(text) // 2):
            if sign != BLANK and 0 <= line < len(cells) and 0 <= column < len(cells[line]):
                cells[line][column] = Sign(sign, role)


def _draw_sky(cells: list[list[Sign]], width: int, height: int, season: Season, seed: str) -> None:
    horizon = round(height * HORIZON)
    if season.darkness > 0.5:
        for y in range(horizon):
            for x in range(width):
                if grain(x, y, 17) < 0.02:
                    cells[y][x] = Sign("." if grain(x, y, 18) < 0.7 else "*", "muted")
        cells[min(1, height - 1)][round(width * 0.7)] = Sign("C", "level")
    elif 0 <= season.hour_angle <= 1:
        row = round((horizon - 1) * (1 - 0.9 * max(0.0, min(season.sun, 1.0))))
        cells[max(0, row)][min(round(width * (0.06 + 0.88 * season.hour_angle)), width - 1)] = Sign("O", "level")
    for number, ridge in enumerate(RIDGES):
        before = None
        for x in range(width):
            crest = horizon - round(horizon * crest_at(x / width, number, ridge, seed))
            sign = "_" if before in (None, crest) else "/" if crest < (before or 0) else "\\"
            before = crest
            for y in range(max(crest, 0), horizon):
                cells[y][x] = Sign()
            if 0 <= crest < height:
                cells[crest][x] = Sign(sign, "faint" if number == 0 else "muted")


def _draw_ground(cells: list[list[Sign]], width: int, height: int, season: Season, grove: Grove) -> None:
    pond = pond_of(grove.seed, grove.counts.get("quiet", 0))
    grass, role = (".", "muted") if season.snow > 0.4 else (",", "help")
    for y in range(round(height * HORIZON), height):
        depth = max(0.0, y / height - HORIZON) / (1 - HORIZON)
        depth = depth ** (1 / 1.45)
        for x in range(width):
            if grain(x, y, 23) < 0.06:
                cells[y][x] = Sign(grass, role)
            down = (depth - pond.depth) / pond.deep if pond.deep else 2
            if abs(down) < 1 and abs(x / width - pond.x) < pond.wide * (1 - down * down) ** 0.5:
                cells[y][x] = Sign("~" if (x + y) % 3 else "-", "quiet")
        middle, half = path_at(depth, grove.seed) * width, width * (0.003 + 0.02 * depth)
        for x in range(round(middle - half), round(middle + half) + 1):
            if 0 <= x < width:
                cells[y][x] = Sign(":", "muted")


def text_of(cells: list[list[Sign]]) -> str:
    """Return rows of cells as lines of text."""
    return "\n".join("".join(cell.sign for cell in row).rstrip() for row in cells)
