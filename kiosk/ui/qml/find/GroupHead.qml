import QtQuick
import Kiosk

// The quiet head of a group of results: what they are, and how many.
Item {
    id: head

    required property string words
    required property int count

    StyledText {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.caption
        label: true
        font.weight: Font.Bold
        color: Theme.colour.inkSoft
        //% "%1 %2"
        text: qsTrId("facets.group").arg(head.words).arg(Theme.grouped(head.count))
        wrapMode: Text.NoWrap
    }
    RowLine {}
}
