import QtQuick
import Kiosk

// One of the newest decisions: when, who (masked), what, with its shape.
Item {
    id: line

    required property var modelData
    required property int index

    function said(verdict: string): string {
        switch (verdict) {
        case "admit":
            //% "已放行"
            return qsTrId("staff.verdict_admit");
        case "notice":
            //% "已入场"
            return qsTrId("staff.verdict_notice");
        case "refuse":
            //% "未放行"
            return qsTrId("staff.verdict_refuse");
        case "staff":
            //% "转人工"
            return qsTrId("staff.verdict_staff");
        default:
            //% "待核对"
            return qsTrId("staff.verdict_ask");
        }
    }

    height: sizes.recentRow

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: line.index > 0
    }
    StyledText {
        id: time

        x: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.recentTime
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        text: line.modelData.time
        wrapMode: Text.NoWrap
    }
    StyledText {
        anchors.left: time.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: shape.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        //% "未识别"
        text: (line.modelData.who !== "" ? line.modelData.who : qsTrId("staff.nobody")) + "  " + line.modelData.words
        font.strikeout: line.modelData.undone
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    Drawing {
        id: shape

        anchors.right: verdict.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.shapeSmall
        height: sizes.shapeSmall
        name: "verdict_" + line.modelData.level
        ink: Theme.shapeColour(line.modelData.level)
    }
    StyledText {
        id: verdict

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        text: line.modelData.undone ? qsTrId("staff.undone") : line.said(line.modelData.verdict)
        wrapMode: Text.NoWrap
    }
}
