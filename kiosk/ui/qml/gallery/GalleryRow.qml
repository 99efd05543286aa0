import QtQuick
import Kiosk

// A kind of control by its name, and its samples beside each other.
Column {
    id: row

    property string heading: ""
    default property alias content: flow.data

    width: parent ? parent.width : 0
    spacing: Theme.spaceXs

    StyledText {
        typeStyle: Theme.lead
        font.weight: Font.Bold
        text: row.heading
        visible: text !== ""
    }
    Flow {
        id: flow

        width: parent.width
        spacing: Theme.spaceM
    }
}
