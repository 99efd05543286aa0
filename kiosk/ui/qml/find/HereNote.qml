import QtQuick
import Kiosk
import Kiosk.Models

// What the map would say of the place, in words: where one stands, and what is closed.
Column {
    id: note

    required property HereModel here
    required property FindSizes sizes

    spacing: Theme.spaceXs

    StyledText {
        width: parent.width
        typeStyle: Theme.body
        color: Theme.colour.inkSoft
        //% "您在这里"
        text: qsTrId("find.you_are_here")
        visible: note.sizes.portrait
    }
    StyledText {
        width: parent.width
        typeStyle: note.sizes.portrait ? Theme.title : Theme.lead
        //% "您在这里：%1"
        text: note.sizes.portrait ? note.here.place : qsTrId("facets.here").arg(note.here.place)
        maximumLineCount: note.sizes.portrait ? 2 : 1
        elide: Text.ElideRight
    }
    StyledText {
        width: parent.width
        typeStyle: Theme.body
        //% "现在关闭：%1"
        text: qsTrId("facets.closed_now").arg(note.here.closed)
        visible: note.here.closed !== ""
        maximumLineCount: note.sizes.portrait ? 3 : 1
        elide: Text.ElideRight
    }
}
