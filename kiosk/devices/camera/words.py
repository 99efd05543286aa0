"""What staff are told of a camera that does not work, and what to do."""

from __future__ import annotations

from kiosk.devices.camera.port import CameraState
from kiosk.devices.scanner_state import Standing
from kiosk.domain.words import Words

STANDINGS: dict[CameraState, tuple[Standing, Words | None]] = {
    CameraState.OPENING: (Standing.STARTING, None),
    CameraState.WORKING: (Standing.READY, None),
    CameraState.ABSENT: (
        Standing.ABSENT,
        Words(
            "没有接上。请插好摄像头的线，本机会自己接上。",
            "Not plugged in. Plug the camera in: the kiosk finds it by itself.",
        ),
    ),
    CameraState.FORBIDDEN: (
        Standing.REFUSED,
        Words(
            "系统不让本机使用摄像头。请把运行本机的用户加入 video 组，再重新启动。",
            "The system does not let this kiosk use the camera. Add its user to group video and restart.",
        ),
    ),
    CameraState.TAKEN: (
        Standing.REFUSED,
        Words(
            "摄像头没有画面，可能被别的程序占用。请关闭那个程序，或重新插一次摄像头。",
            "The camera gives no picture: another program may hold it. Close that one, or plug it in again.",
        ),
    ),
    CameraState.BROKEN: (
        Standing.REFUSED,
        Words(
            "读取画面时出错，本机会再试。一直这样，请重新插一次摄像头。",
            "Reading its picture failed; the kiosk tries again. If it stays so, plug the camera in again.",
        ),
    ),
}
"""How a camera stands as a scanner, and why."""
