import QtQuick
import Kiosk

// How it stands with a stall or a facility, by sign and word.
Row {
    id: sign

    required property string standing
    required property string words

    spacing: Theme.spaceXs

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconRow
        name: ({
                "late": "clock",
                "released": "close",
                "moved": "arrive",
                "closed": "lock"
            })[sign.standing] ?? ""
    }
    StyledText {
        typeStyle: Theme.body
        font.weight: Font.Bold
        text: sign.words
        wrapMode: Text.NoWrap
    }
}
