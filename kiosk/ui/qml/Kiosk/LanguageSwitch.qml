import QtQuick
import Kiosk
import Kiosk.Models

// The other language, one touch away.
FootButton {
    id: other

    required property Modes modes

    icon: "language"
    //% "English"
    text: qsTrId("foot.language")
    onTapped: other.modes.toggle_language()
}
