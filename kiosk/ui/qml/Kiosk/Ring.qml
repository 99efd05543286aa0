import QtQuick
import Kiosk.Models

// What is left of a time, as a ring that moves in steps.
RingDrawing {
}
