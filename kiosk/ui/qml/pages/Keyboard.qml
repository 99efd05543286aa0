import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Kiosk

// Pinyin and English, at the lower edge above the foot. Loaded only when words are first to be typed.
Rectangle {
    id: bed

    // The keyboard of the visitor's language, where Qt has one.
    readonly property string third: Theme.spoken === Theme.language ? "" : VirtualKeyboardSettings.availableLocales.find(each => each.startsWith(Theme.spoken)) ?? ""
    readonly property string ours: Theme.latin ? "en_US" : "zh_CN"

    color: Theme.colour.sunk

    InputPanel {
        id: panel

        anchors.bottom: parent.bottom
        width: parent.width
    }
    Binding {
        target: VirtualKeyboardSettings
        property: "activeLocales"
        value: bed.third === "" ? ["zh_CN", "en_US"] : [bed.third, "zh_CN", "en_US"]
    }
    Binding {
        target: VirtualKeyboardSettings
        property: "locale"
        value: bed.third === "" ? bed.ours : bed.third
    }
}
