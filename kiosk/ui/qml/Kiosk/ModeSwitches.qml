import QtQuick
import Kiosk
import Kiosk.Models

// Large text, high contrast, low and the language: in every foot, and among the staff's settings.
Row {
    id: switches

    required property Modes modes

    spacing: Theme.targetGap

    FootButton {
        icon: "larger"
        //% "大字 开"
        //% "大字"
        text: on ? qsTrId("foot.larger_on") : qsTrId("foot.larger")
        checkable: true
        on: switches.modes.large
        onTapped: switches.modes.toggle_large()
    }
    FootButton {
        icon: "contrast"
        //% "高对比 开"
        //% "高对比"
        text: on ? qsTrId("foot.contrast_on") : qsTrId("foot.contrast")
        checkable: true
        on: switches.modes.contrast
        onTapped: switches.modes.toggle_contrast()
    }
    FootButton {
        icon: "lower"
        //% "低位 开"
        //% "低位"
        text: on ? qsTrId("foot.lower_on") : qsTrId("foot.lower")
        checkable: true
        on: switches.modes.low
        onTapped: switches.modes.toggle_low()
    }
    LanguageSwitch {
        modes: switches.modes
    }
}
