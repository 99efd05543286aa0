"""The verdict sounds and the idle question's as WAV: soft sines with short ramps, so that nothing clicks."""

from __future__ import annotations

import array
import io
import math
import sys
import wave
from dataclasses import dataclass

RATE_HZ = 48_000
RAMP_MS = 8
LEVEL = 0.5
"""Of full scale; how loud it is in the room is the machine's volume."""


@dataclass(frozen=True, slots=True)
class Tone:
    """Notes one after the other, each with its length; `gap_ms` of silence between them."""

    notes_hz: tuple[float, ...]
    each_ms: tuple[int, ...]
    gap_ms: int = 0

    def __post_init__(self) -> None:
        if not self.notes_hz or len(self.notes_hz) != len(self.each_ms):
            raise ValueError("every note has one length")
        if min(self.each_ms) < 2 * RAMP_MS or not all(0 < each < RATE_HZ / 2 for each in self.notes_hz):
            raise ValueError("a note is too short for its ramps, or cannot be heard")


TONES = {
    "admit": Tone((784, 1047), (90, 150)),
    "notice": Tone((784, 784), (110, 110), gap_ms=70),
    "refuse": Tone((392, 294), (160, 260)),
    "staff": Tone((523,), (320,)),
    "idle": Tone((659, 587, 659), (100, 100, 180), gap_ms=40),
}
"""By verdict (look/tokens.toml, [verdict.*].sound): they differ in direction, not in loudness.
The idle question's goes down and comes back: something is about to end, and need not."""


def wav(tone: Tone) -> bytes:
    """The tone as a WAV file: mono, 16 bits, 48 kHz."""
    samples = array.array("h")
    for number, (note_hz, length_ms) in enumerate(zip(tone.notes_hz, tone.each_ms, strict=True)):
        if number:
            samples.extend([0] * (tone.gap_ms * RATE_HZ // 1000))
        samples.extend(_note(note_hz, length_ms))
    if sys.byteorder == "big":
        samples.byteswap()
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(samples.tobytes())
    return out.getvalue()


def _note(note_hz: float, length_ms: int) -> list[int]:
    count, ramp = length_ms * RATE_HZ // 1000, RAMP_MS * RATE_HZ // 1000
    step = 2 * math.pi * note_hz / RATE_HZ
    loudest = LEVEL * 32767
    return [
        round(loudest * _ramp(min(place, count - 1 - place) / ramp) * math.sin(step * place))
        for place in range(count)
    ]


def _ramp(part: float) -> float:
    """From 0 to 1 along half a cosine, then 1."""
    return 1.0 if part >= 1 else 0.5 - 0.5 * math.cos(math.pi * part)
