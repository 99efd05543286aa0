"""The sounds, measured."""

from __future__ import annotations

import io
import wave

import numpy as np
import pytest

from kiosk.devices.sound import LEVEL, TONES, Tone, wav


def _samples(tone: Tone) -> np.ndarray:
    with wave.open(io.BytesIO(wav(tone))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 48_000)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(float)


@pytest.mark.parametrize("verdict", ["admit", "notice", "refuse", "staff"])
def test_notes_lengths_and_silence(verdict: str) -> None:
    tone = TONES[verdict]
    samples = _samples(tone)
    assert len(samples) == (sum(tone.each_ms) + tone.gap_ms * (len(tone.notes_hz) - 1)) * 48
    start = 0
    for note_hz, length_ms in zip(tone.notes_hz, tone.each_ms, strict=True):
        note = samples[start : start + length_ms * 48]
        spectrum = np.abs(np.fft.rfft(note, 480_000))
        assert abs(spectrum.argmax() / 10 - note_hz) < 2
        assert note[0] == note[-1] == 0
        assert 0.45 * 32767 < np.abs(note).max() <= LEVEL * 32768
        start += (length_ms + tone.gap_ms) * 48
    if tone.gap_ms:
        assert not samples[tone.each_ms[0] * 48 : (tone.each_ms[0] + tone.gap_ms) * 48].any()


def test_nothing_clicks() -> None:
    for tone in TONES.values():
        steepest = 2 * np.pi * max(tone.notes_hz) / 48_000 * LEVEL * 32767
        assert np.abs(np.diff(_samples(tone))).max() <= steepest * 1.05


@pytest.mark.parametrize(
    ("notes", "lengths"), [((), ()), ((440,), ()), ((440,), (10,)), ((0,), (100,)), ((30_000,), (100,))]
)
def test_what_is_no_tone(notes: tuple[float, ...], lengths: tuple[int, ...]) -> None:
    with pytest.raises(ValueError):
        Tone(notes, lengths)
