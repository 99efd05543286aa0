import QtQuick
import Kiosk
import Kiosk.Models

// Large text, contrast, low and the language, as every visitor's page has them in its foot.
Row {
    id: switches

    required property Modes modes

    spacing: Theme.targetGap

    FootButton {
        icon: "larger"
        text: on ? qsTrId("foot.larger_on") : qsTrId("foot.larger")
        on: switches.modes.large
        onTapped: switches.modes.toggle_large()
    }
    FootButton {
        icon: "contrast"
        text: on ? qsTrId("foot.contrast_on") : qsTrId("foot.contrast")
        on: switches.modes.contrast
        onTapped: switches.modes.toggle_contrast()
    }
    FootButton {
        icon: "lower"
        text: on ? qsTrId("foot.lower_on") : qsTrId("foot.lower")
        on: switches.modes.low
        onTapped: switches.modes.toggle_low()
    }
    FootButton {
        icon: "language"
        text: qsTrId("foot.language")
        onTapped: switches.modes.toggle_language()
    }
}
