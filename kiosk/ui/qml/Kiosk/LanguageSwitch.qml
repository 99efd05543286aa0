pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The other language, one touch away; where there are more than two, a list of them above the switch.
FootButton {
    id: other

    required property Modes modes

    icon: "language"
    //% "Language"
    //% "English"
    text: modes.several ? qsTrId("foot.languages") : qsTrId("foot.language")
    onTapped: other.modes.toggle_language()

    Loader {
        // Only one foot is seen at a time, and only its list.
        active: other.modes.choosing && other.visible
        anchors.right: parent.right
        anchors.bottom: parent.top
        sourceComponent: Component {
            LanguageList {
                modes: other.modes
            }
        }
    }
}
