import QtQuick
import Kiosk
import Kiosk.Models

// The other language, one touch away; where there are more than two, the list of them (pages/LanguageList).
FootButton {
    id: other

    required property Modes modes

    icon: "language"
    //% "Language"
    //% "English"
    text: modes.several ? qsTrId("foot.languages") : qsTrId("foot.language")
    onTapped: other.modes.toggle_language()
}
