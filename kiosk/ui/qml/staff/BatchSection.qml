import QtQuick
import Kiosk

// One thing to choose of a batch: what it is, what is chosen, and that its choices are shown.
Tap {
    id: row

    required property var modelData
    required property int index

    function label(section: string): string {
        switch (section) {
        case "whom":
            //% "谁的胸卡"
            return qsTrId("batch.whom");
        case "order":
            //% "怎么排"
            return qsTrId("batch.order");
        case "paper":
            //% "打在什么纸上"
            return qsTrId("batch.paper");
        case "place":
            //% "放在哪里"
            return qsTrId("batch.place");
        default:
            //% "打印机"
            return qsTrId("batch.printer");
        }
    }

    checkable: true
    checked: modelData.open
    name: label(modelData.id) + " " + modelData.value
    height: sizes.batchRow

    StaffSizes {
        id: sizes
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.controlLine
        radius: Theme.radiusCard
        color: Theme.colour.brandTint
        visible: row.pressed || row.modelData.open
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    StyledText {
        id: what

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.batchLabel
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        text: row.label(row.modelData.id)
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    StyledText {
        anchors.left: what.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: sign.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.lead
        label: true
        font.weight: Font.Bold
        //% "请选择"
        text: row.modelData.value !== "" ? row.modelData.value : qsTrId("batch.choose")
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    Icon {
        id: sign

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconRow
        name: row.modelData.open ? "up" : "down"
    }
}
