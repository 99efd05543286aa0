import QtQuick
import Kiosk

// A pack that is installed: which fair's, which version, since when; the open one is marked.
Item {
    id: line

    required property var modelData
    required property int index

    height: sizes.printLine

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: line.index > 0
    }
    Icon {
        id: open

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconRow
        name: line.modelData.current ? "check" : ""
    }
    StyledText {
        anchors.left: open.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: version.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        font.weight: line.modelData.current ? Font.Bold : Font.Normal
        //% "%1（正在用）"
        text: line.modelData.current ? qsTrId("staff.pack_open").arg(line.modelData.fair) : line.modelData.fair
        wrapMode: Text.NoWrap
        elide: Text.ElideMiddle
    }
    StyledText {
        id: version

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        text: qsTrId("staff.version_number").arg(line.modelData.version)
        wrapMode: Text.NoWrap
    }
}
