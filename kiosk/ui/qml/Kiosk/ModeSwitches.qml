pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Large text, high contrast, low, reading aloud and the language: in every foot, and among the staff's settings.
Row {
    id: switches

    required property Modes modes
    property int buttonWidth: Theme.footWidth

    spacing: Theme.targetGap

    FootButton {
        width: switches.buttonWidth
        icon: "larger"
        //% "大字 开"
        //% "大字"
        text: on ? qsTrId("foot.larger_on") : qsTrId("foot.larger")
        checkable: true
        on: switches.modes.large
        onTapped: switches.modes.toggle_large()
    }
    FootButton {
        width: switches.buttonWidth
        icon: "contrast"
        //% "高对比 开"
        //% "高对比"
        text: on ? qsTrId("foot.contrast_on") : qsTrId("foot.contrast")
        checkable: true
        on: switches.modes.contrast
        onTapped: switches.modes.toggle_contrast()
    }
    FootButton {
        width: switches.buttonWidth
        icon: "lower"
        //% "低位 开"
        //% "低位"
        text: on ? qsTrId("foot.lower_on") : qsTrId("foot.lower")
        checkable: true
        on: switches.modes.low
        onTapped: switches.modes.toggle_low()
    }
    // Where the machine has a voice for the language: not before that is known.
    Loader {
        active: switches.modes.hasVoice
        visible: active

        sourceComponent: FootButton {
            width: switches.buttonWidth
            icon: "aloud"
            //% "朗读 开"
            //% "朗读"
            text: on ? qsTrId("foot.aloud_on") : qsTrId("foot.aloud")
            checkable: true
            on: switches.modes.aloud
            onTapped: switches.modes.toggle_aloud()
        }
    }
    LanguageSwitch {
        width: switches.buttonWidth
        modes: switches.modes
    }
}
