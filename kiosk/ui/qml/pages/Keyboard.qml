import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Kiosk

// Pinyin and English, at the lower edge above the foot. Loaded only when words are first to be typed.
Rectangle {
    id: bed

    color: Theme.colour.sunk

    InputPanel {
        id: panel

        anchors.bottom: parent.bottom
        width: parent.width
    }
    Binding {
        target: VirtualKeyboardSettings
        property: "activeLocales"
        value: ["zh_CN", "en_US"]
    }
    Binding {
        target: VirtualKeyboardSettings
        property: "locale"
        value: Theme.latin ? "en_US" : "zh_CN"
    }
}
