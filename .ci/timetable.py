#!/usr/bin/env python3
"""Holds what was seen and heard of the five-minute reset against its table, the one in tests/core/timeline_tables.rs.

timetable.py seen LOG SPEED        the log of `watch` in .ci/window
timetable.py stages LOG READY WORK PAGE  the colours of the stage as they were seen, a line each
timetable.py heard SOUND SPEED     a recording of one channel of 16 bits at RATE
timetable.py loudest SOUND FROM TO the highest level between two seconds of a recording, in thousandths
"""

import array
import cmath
import itertools
import math
import pathlib
import re
import statistics
import sys

RATE = 50_000

# The stage and the page behind it in a light window.
READY, WORK, FINISHED = "FCEBC6", "D6ECE3", "FFFFFF"

# A picture may be as late as this: the program draws it, then the screen has to be asked for it, all on a busy machine.
LATEST_PICTURE = 0.6
# The bar of steps is as wide as this, with gaps of this width; no strip is narrower than NARROWEST.
BAR, GAP, NARROWEST = 1132, 6, 4
BAR_TOLERANCE = 4

# A sound counts as on time when it is this close to its moment, in seconds.
ON_TIME = 0.030
# Within this many seconds a sound may be late for its moment and still be looked for.
SEARCH = 0.150
# The levels of silence and of the quietest signal lie on both sides of this one.
AUDIBLE = 200
# A signal may strike further notes for this long.
RINGING = 0.5
# The pitch of the first note of each signal, in hertz.
PITCHES = {
    "get ready": 587.33,
    "three": 659.26,
    "two": 739.99,
    "one": 830.61,
    "start": 1318.51,
    "halfway": 1046.50,
    "switch": 783.99,
    "rest": 880.00,
    "finished": 523.25,
}


def fail(words):
    sys.exit(f"by the table: {words}")


def table():
    """The segments of the reset: from, to, kind, repetitions and seconds for each, or None."""
    source = pathlib.Path(__file__).parent.parent / "tests" / "core" / "timeline_tables.rs"
    rows = re.search(r"const RESET_TABLE: &\[Line\] = &\[(.*?)\n\];", source.read_text(), re.DOTALL)
    cells = re.findall(r'"([^"]*)"', rows[1]) if rows else []
    segments = []
    for start, end, kind, _, _, how in zip(*[iter(cells)] * 6):
        reps = re.fullmatch(r"(\d+) x ([\d-]+)", how)
        each = sum(map(int, reps[2].split("-"))) / 1000 if reps else None
        segments.append((seconds(start), seconds(end), kind, (int(reps[1]), each) if reps else None))
    if len(segments) != 19 or segments[-1][1] != 300:
        fail(f"{source} no longer has its table of 19 segments and 300 s")
    return segments


def seconds(clock):
    minutes, rest = clock.split(":")
    return int(minutes) * 60 + int(rest)


# ---- Seen


def stage(segments, moment):
    """The colour of the stage, which gives way to a white page at the end."""
    for start, end, kind, _ in segments:
        if start <= moment < end:
            return WORK if kind in ("work", "finish") else READY
    return READY if moment < 0 else FINISHED


def stages(log, colours):
    """The stage has the colour of one phase after the other, and never goes back to the one before."""
    phases = [stage(segments, start) for segments in [table()] for start, *_ in segments] + [FINISHED]
    expected = [colours[phase] for phase, _ in itertools.groupby(phases)]
    found = [colour for colour, _ in itertools.groupby(pathlib.Path(log).read_text().split())]
    if found != expected:
        fail(f"the stage has {len(found)} colours one after the other instead of {len(expected)}: {' '.join(found)}")
    print(f"seen: {len(found)} phases, each in its colour")


def bar(segments, moment):
    """How many pixels of the bar are filled: a step is everything up to the end of its work."""
    ends = [end for _, end, kind, _ in segments if kind in ("work", "finish")]
    shared = BAR - GAP * (len(ends) - 1) - NARROWEST * len(ends)
    filled, start = 0.0, 0
    for end in ends:
        width = NARROWEST + shared * (end - start) / ends[-1]
        if moment <= start:
            break
        filled += width * min(1, (moment - start) / (end - start))
        start = end
    return filled


def seen(log, speed):
    """Each line: what was looked at, the microseconds before and after the look since the start, and what was there."""
    segments = table()
    looks = [line.split() for line in pathlib.Path(log).read_text().splitlines()]
    stages, farthest = [], 0.0
    for what, before, after, *found in looks:
        # The moments of the routine that this look may show.
        first, last = (int(before) / 1e6 - LATEST_PICTURE) * speed, int(after) / 1e6 * speed
        when = f"{first:.1f} to {last:.1f} s"
        if what == "stage":
            edge, inside = found
            edges = [moment for segment in segments for moment in segment[:2] if first < moment < last]
            allowed = {stage(segments, moment) for moment in [first, last, *edges]}
            if inside not in allowed:
                fail(f"at {when} the stage should be {allowed}, but it is {inside}")
            if edge != inside:
                fail(f"at {when} the stage flashes in {edge} though there is sound")
            if stages[-1:] != [inside]:
                stages.append(inside)
        elif what == "bar" and last < segments[-1][1]:
            filled = int(found[0])
            least, most = bar(segments, first) - BAR_TOLERANCE, bar(segments, last) + BAR_TOLERANCE
            # However short, what has been done of a step is drawn as wide as it is high.
            if not least <= filled <= most + 12:
                fail(f"at {when} the bar should be filled for {least:.0f} to {most:.0f} pixels, not for {filled}")
            farthest = max(farthest, filled / bar(segments, segments[-1][1]))
    expected = [stage(segments, start) for start, *_ in segments[:-1]] + [FINISHED]
    if stages != expected:
        fail(f"of the table's 19 states these were seen: {stages}")
    print(f"seen: {len(looks)} looks, every state in its time, the bar filled to {farthest:.0%}")


# ---- Heard


def signals(segments):
    """Every signal of the routine with its moment, as a person expects them."""
    opening = {"prep": "get ready", "transition": "get ready", "work": "start", "switch": "switch", "finish": "finished"}
    for start, end, kind, reps in segments:
        length = end - start
        yield start, opening[kind]
        if kind == "work" and length >= 10:
            yield start + (reps[0] // 2 * reps[1] if reps else length / 2), "halfway"
        if kind != "finish":
            for left, name in ((3, "three"), (2, "two"), (1, "one")):
                if length - left >= 1:
                    yield end - left, name


def samples(path, start=0.0, end=None):
    """The samples between two seconds of a recording."""
    with open(path, "rb") as file:
        file.seek(2 * int(start * RATE))
        data = file.read() if end is None else file.read(2 * int((end - start) * RATE))
    sound = array.array("h")
    sound.frombytes(data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        sound.byteswap()
    return sound


def strikes(sound):
    """The seconds at which a note is struck: the level of a millisecond leaps above all of the 30 before."""
    block = RATE // 1000
    levels = [max(map(abs, sound[at : at + block])) for at in range(0, len(sound) - block, block)]
    found, last = [], -1.0
    for index in range(30, len(levels)):
        before = max(levels[index - 30 : index - 2])
        if levels[index] > max(AUDIBLE, 1.6 * before) and index / 1000 - last > 0.040:
            last = index / 1000
            found.append(last)
    return found


def name(sound, strike):
    """The signal whose first note this is: the one with the strongest pitch in the 60 ms that follow."""
    note = sound[int((strike + 0.005) * RATE) : int((strike + 0.065) * RATE)]

    def strength(pitch):
        turn = -2j * math.pi * pitch / RATE
        return abs(sum(level * cmath.exp(turn * index) for index, level in enumerate(note)))

    return max(PITCHES, key=lambda signal: strength(PITCHES[signal]))


def heard(path, speed):
    expected = [(moment / speed, signal) for moment, signal in sorted(signals(table()))]
    sound = samples(path)
    found = strikes(sound)
    if not found:
        fail("nothing is heard")

    # The constant delay is that of most signals.
    delay = found[0]
    for _ in range(2):
        pairs = [(min(found, key=lambda strike: abs(strike - delay - due)), due, signal) for due, signal in expected]
        delay = statistics.median(strike - due for strike, due, _ in pairs)

    errors = []
    for strike, due, signal in pairs:
        error = strike - due - delay
        if abs(error) > SEARCH:
            fail(f"{signal!r} at {due * speed:.1f} s of the routine is not heard")
        if name(sound, strike) != signal:
            fail(f"at {due * speed:.1f} s of the routine {name(sound, strike)!r} is heard instead of {signal!r}")
        errors.append(abs(error))
    for strike in found:
        if not any(-0.02 < strike - delay - due < RINGING for due, _ in expected):
            fail(f"something is heard at {(strike - delay) * speed:.1f} s of the routine, where nothing should be")

    # The first may be late because the device is only just being opened; SEARCH bounds it.
    first = errors.pop(0)
    errors.sort()
    middle, most = statistics.median(errors), errors[-1]
    nearly_all = errors[math.ceil(0.99 * (len(errors) - 1))]
    print(
        f"heard: {len(expected)} signals in order, the first off by {1000 * first:.0f} ms, the others by"
        f" {1000 * middle:.0f} ms (median), {1000 * nearly_all:.0f} ms (99 %), {1000 * most:.0f} ms (most)"
    )
    if nearly_all > ON_TIME:
        fail("the signals are not on time")


def main():
    match sys.argv[1:]:
        case ["seen", log, speed]:
            seen(log, float(speed))
        case ["stages", log, ready, work, page]:
            stages(log, {READY: ready, WORK: work, FINISHED: page})
        case ["heard", sound, speed]:
            heard(sound, float(speed))
        case ["loudest", sound, start, end]:
            level = max(map(abs, samples(sound, float(start), float(end))), default=0)
            print(level * 1000 // 32768)
        case _:
            sys.exit(__doc__)


main()
