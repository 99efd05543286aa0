"""The two sample venues as levels: what stands where. Metres from the hall's inner north-west corner."""

import itertools

from writing.plan import Facility, Level, Point

# Columns of stalls: one against each side wall, pairs back to back, aisles of 3.4 m, 5 m in the middle.
WEST, PAIR_1, PAIR_2, PAIR_3, PAIR_4, EAST = 1.0, 7.5, 17.0, 28.0, 37.5, 47.0
HALL_WIDTH_M = 51.0
FOYER_LEFT_M, FOYER_RIGHT_M, FOYER_DEPTH_M = 2.0, 49.0, 11.0
MAIN_DOOR = (23.0, 29.0)
WEST_DOOR = (4.0, 7.5)

STAIRS_WEST_BOX = (14.0, 7.0, 3.0, 4.0)  # y from the foyer's north edge
LIFT_BOX = (18.5, 8.5, 2.5, 2.5)
STAIRS_EAST_BOX = (35.0, 7.0, 3.0, 4.0)


def _floor(hall_height_m: float) -> list[Point]:
    bottom = hall_height_m + FOYER_DEPTH_M
    return [
        (0, 0),
        (HALL_WIDTH_M, 0),
        (HALL_WIDTH_M, hall_height_m),
        (FOYER_RIGHT_M, hall_height_m),
        (FOYER_RIGHT_M, bottom),
        (FOYER_LEFT_M, bottom),
        (FOYER_LEFT_M, hall_height_m),
        (0, hall_height_m),
    ]


def _walls(hall_height_m: float, doors: list[tuple[float, float]]) -> list[list[Point]]:
    """The hall's outline with gaps in its south wall; `doors` from west to east."""
    south = hall_height_m
    round_the_hall: list[Point] = [
        (doors[-1][1], south),
        (HALL_WIDTH_M, south),
        (HALL_WIDTH_M, 0),
        (0, 0),
        (0, south),
        (doors[0][0], south),
    ]
    between = [[(left[1], south), (right[0], south)] for left, right in itertools.pairwise(doors)]
    return [round_the_hall, *between]


def _foyer_box(
    hall_height_m: float, box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    return (box[0], box[1] + hall_height_m, box[2], box[3])


def _shared_facilities(hall_height_m: float) -> list[Facility]:
    """What stands at the same place on both levels: toilets, exits, stairs and lift."""
    return [
        Facility("toilet", "洗手间", "Toilets", (0, 4, 4.2, 5.5), "east"),
        Facility("accessible_toilet", "无障碍洗手间", "Accessible toilet", (0, 10.5, 4.2, 3), "east"),
        Facility("exit", "安全出口", "Emergency exit", (50.2, 17, 0.8, 2), "west"),
        Facility(
            "stairs",
            "西侧楼梯",
            "West stairs",
            _foyer_box(hall_height_m, STAIRS_WEST_BOX),
            "north",
            "stairs-west",
        ),
        Facility("lift", "电梯", "Lift", _foyer_box(hall_height_m, LIFT_BOX), "north", "lift"),
        Facility(
            "stairs",
            "东侧楼梯",
            "East stairs",
            _foyer_box(hall_height_m, STAIRS_EAST_BOX),
            "north",
            "stairs-east",
        ),
    ]


def _pillars(top_m: float, bottom_m: float) -> list[tuple[float, float, float, float]]:
    """Pillars of 0.8 m at the ends of the four pairs, out of the aisles."""
    middles = [pair + 3.0 for pair in (PAIR_1, PAIR_2, PAIR_3, PAIR_4)]
    return [(x - 0.4, y, 0.8, 0.8) for y in (top_m - 0.8, bottom_m) for x in middles]


def _pair(level: Level, letter: str, first: int, place: Point, count: int) -> int:
    """Two columns back to back: the western one is served from the west, the eastern one from the east."""
    following = level.column(letter, first, place, count, "西")
    return level.column(letter, following, (place[0] + 3.0, place[1]), count, "东")


def hall_1() -> Level:
    """Hall 1 of the double-selection fair: zones A, B, C."""
    south = 36.0
    level = Level(
        "1",
        HALL_WIDTH_M + 4,
        south + FOYER_DEPTH_M + 4,
        _floor(south),
        _walls(south, [WEST_DOOR, MAIN_DOOR]),
        [*_pillars(4, 32), (0, 13.5, 4.2, 2.5)],
        [
            *_shared_facilities(south),
            Facility("rest", "休息区", "Rest area", (37.5, 4, 6, 12), "south"),
            Facility("information", "问询台", "Information", (10, south + 8, 3, 1.2), "north"),
            Facility("desk", "4 号服务台", "Desk 4", (30, south + 8, 3.6, 1.2), "north"),
            Facility("coffee", "咖啡角", "Coffee", (2, south + 7, 5, 4), "north"),
            Facility("room", "指导区", "Guidance corner", (40.5, south + 3.5, 8.5, 7.5), "west"),
            Facility("exit", "主出入口", "Main entrance", (23.5, south + 10.4, 5, 0.6), "north"),
        ],
        [
            ("east", (26, south)),
            ("west", (5.75, south)),
            ("exit", (24.5, south)),
            ("desk", (36.5, south + 6.5)),
        ],
        [
            ("east-1", (25.5, south + 3.7), 0),
            ("east-2", (31, south + 3.2), 270),
            ("west-1", (9.5, south + 3.2), 270),
            ("exit-1", (21.5, south + 3.2), 90),
            ("desk-1", (35.5, south + 6.5), 270),
        ],
        [("东门", (24.5, south + 2)), ("西门", (4.2, south + 2))],
    )
    n = level.column("A", 1, (WEST, 32), 4, "东")
    n = _pair(level, "A", n, (PAIR_1, 32), 4)
    _pair(level, "A", n, (PAIR_2, 32), 4)
    n = _pair(level, "B", 1, (PAIR_3, 32), 4)
    n = _pair(level, "B", n, (PAIR_4, 32), 4)
    level.column("B", n, (EAST, 32), 4, "西")
    n = _pair(level, "C", 1, (PAIR_1, 16), 4)
    n = _pair(level, "C", n, (PAIR_2, 16), 4)
    n = _pair(level, "C", n, (PAIR_3, 16), 4)
    level.column("C", n, (EAST, 16), 4, "西")
    return level


def hall_2() -> Level:
    """Hall 2, one floor up: zones D, E, F, two lecture rooms at the foyer."""
    south = 36.0
    level = Level(
        "2",
        HALL_WIDTH_M + 4,
        south + FOYER_DEPTH_M + 4,
        _floor(south),
        _walls(south, [MAIN_DOOR]),
        [*_pillars(4, 32), (0, 13.5, 4.2, 2.5)],
        [
            *_shared_facilities(south),
            Facility("coffee", "咖啡角", "Coffee", (28, 4, 6, 5.5), "south"),
            Facility("room", "报告厅 A", "Lecture room A", (2, south + 2.5, 9, 8.5), "east"),
            Facility("room", "报告厅 B", "Lecture room B", (40, south + 2.5, 9, 8.5), "west"),
            Facility("rest", "休息区", "Rest area", (23.5, south + 8.5, 5, 2.5), "north"),
        ],
        [("upper", (26, south)), ("door", (12, south + 6))],
        [("upper-1", (25.5, south + 3.7), 0), ("door-1", (13.5, south + 4.5), 270)],
        [("2 号馆入口", (23.5, south + 2))],
    )
    n = level.column("D", 1, (WEST, 32), 4, "东")
    n = _pair(level, "D", n, (PAIR_1, 32), 4)
    n = _pair(level, "D", n, (PAIR_2, 32), 4)
    _pair(level, "D", n, (PAIR_3, 32), 4)
    n = _pair(level, "E", 1, (PAIR_4, 32), 4)
    n = level.column("E", n, (EAST, 32), 4, "西")
    n = _pair(level, "E", n, (PAIR_4, 16), 4)
    level.column("E", n, (EAST, 16), 4, "西")
    n = _pair(level, "F", 1, (PAIR_1, 16), 4)
    n = _pair(level, "F", n, (PAIR_2, 16), 4)
    _pair(level, "F", n, (PAIR_3, 16), 1)
    return level


def reverse_hall() -> Level:
    """The one hall of the reverse fair: 92 schools in zones A to E."""
    south, top_of_lower, bottom_of_upper, bottom_of_lower = 45.0, 26.0, 22.0, 41.0
    facilities = [f for f in _shared_facilities(south) if f.kind not in {"stairs", "lift", "exit"}]
    level = Level(
        "1",
        HALL_WIDTH_M + 4,
        south + FOYER_DEPTH_M + 4,
        _floor(south),
        _walls(south, [WEST_DOOR, MAIN_DOOR]),
        [*_pillars(4, bottom_of_lower), (0, 13.5, 4.2, 2.5)],
        [
            *facilities,
            Facility("exit", "安全出口", "Emergency exit", (50.2, 23, 0.8, 2), "west"),
            Facility("rest", "休息区", "Rest area", (46.5, top_of_lower, 4.5, 15), "west"),
            Facility("room", "洽谈室", "Meeting room", (46.5, 4, 4.5, 11.5), "west"),
            Facility("information", "问询台", "Information", (10, south + 8, 3, 1.2), "north"),
            Facility("desk", "2 号服务台", "Desk 2", (30, south + 8, 3.6, 1.2), "north"),
            Facility("coffee", "咖啡角", "Coffee", (2, south + 7, 5, 4), "north"),
            Facility("room", "报告厅", "Lecture room", (40, south + 3.5, 9, 7.5), "west"),
            Facility("exit", "主出入口", "Main entrance", (23.5, south + 10.4, 5, 0.6), "north"),
        ],
        [("east", (26, south)), ("west", (5.75, south))],
        [("east-1", (25.5, south + 3.7), 0), ("west-1", (9.5, south + 3.2), 270)],
        [("东门", (24.5, south + 2)), ("西门", (4.2, south + 2))],
    )
    n = level.column("A", 1, (WEST, bottom_of_lower), 5, "东")
    n = _pair(level, "A", n, (PAIR_1, bottom_of_lower), 5)
    _pair(level, "A", n, (PAIR_2, bottom_of_lower), 5)
    n = _pair(level, "B", 1, (PAIR_3, bottom_of_lower), 5)
    _pair(level, "B", n, (PAIR_4, bottom_of_lower), 5)
    level.column("C", 1, (PAIR_1, bottom_of_upper), 6, "西")
    n = level.column("D", 1, (PAIR_1 + 3, bottom_of_upper), 6, "东")
    n = level.column("D", n, (PAIR_2, bottom_of_upper), 6, "西")
    level.column("D", n, (PAIR_2 + 3, bottom_of_upper), 4, "东")
    n = _pair(level, "E", 1, (PAIR_3, bottom_of_upper), 6)
    n = _pair(level, "E", n, (PAIR_4, bottom_of_upper), 6)
    level.column("E", n, (EAST, bottom_of_upper), 1, "西")
    return level
