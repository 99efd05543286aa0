import QtQuick
import Kiosk

// How it is with a stall, by a shape and a word: a full dot for who is there, a ring for who is not yet, a bar for
// where nobody is to go, an arrow for who has moved.
Row {
    id: note

    // expected, present, late, released, moved, closed; nothing without a stall.
    required property string standing
    // The number before it was moved.
    property string movedFrom: ""
    required property CardSizes sizes
    // The width there is, in px.
    required property int room
    readonly property bool shut: note.standing === "released" || note.standing === "closed"
    readonly property string text: {
        switch (note.standing) {
        case "expected":
            //% "还没签到"
            return qsTrId("card.expected");
        case "present":
            //% "已到场"
            return qsTrId("card.present");
        case "late":
            //% "还没到场"
            return qsTrId("card.late");
        case "released":
            //% "今天没有来"
            return qsTrId("card.released");
        case "moved":
            //% "原在 %1，已换到这里"
            return qsTrId("card.moved").arg(note.movedFrom);
        case "closed":
            //% "展位暂时关闭"
            return qsTrId("card.closed");
        default:
            return "";
        }
    }

    spacing: Theme.spaceXs
    visible: note.text !== ""

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: note.sizes.stateDot
        height: note.shut ? note.sizes.stateLine * 2 : width
        radius: note.shut ? 0 : width / 2
        color: note.standing === "present" ? Theme.shapeColour("admit") : note.shut ? Theme.colour.ink : "transparent"
        border.width: note.standing === "present" || note.shut ? 0 : note.sizes.stateLine
        border.color: Theme.colour.inkSoft
        visible: note.standing !== "moved"
    }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconRow
        name: "right"
        visible: note.standing === "moved"
    }
    StyledText {
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.lead
        label: true
        font.weight: note.standing === "present" || note.standing === "expected" ? Font.Normal : Font.Bold
        width: Math.min(Math.ceil(implicitWidth), note.room - note.sizes.stateRoom)
        text: note.text
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
    }
}
