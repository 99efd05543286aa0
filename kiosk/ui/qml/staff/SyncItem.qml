pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// One thing to look at: a stick, a machine that asks to join, a fork and the like, with what can be done.
Item {
    id: row

    required property var modelData
    required property int index
    required property SyncModel sync
    readonly property string asking: modelData.asking
    readonly property bool working: modelData.working
    readonly property bool told: ["parked", "pack", "left_over"].includes(modelData.kind)

    height: Math.max(sizes.needLeast, words.height + 2 * Theme.spaceS, ways.height + 2 * Theme.spaceS)
    Accessible.role: Accessible.StaticText
    Accessible.name: modelData.title

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    Drawing {
        id: shape

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.shape
        height: sizes.shape
        name: "verdict_" + row.modelData.level
        ink: Theme.shapeColour(row.modelData.level)
    }
    Column {
        id: words

        anchors.left: shape.right
        anchors.leftMargin: Theme.cardInset
        anchors.right: ways.visible ? ways.left : parent.right
        anchors.rightMargin: ways.visible ? Theme.spaceM : Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.row
            text: row.modelData.title
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.headline
            text: row.modelData.code
            visible: text !== ""
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            //% "正在复制，请不要拔 U 盘。入场照常。"
            text: row.working ? qsTrId("sync.working") : row.modelData.detail
            visible: text !== ""
        }
        Rectangle {
            width: parent.width
            height: sizes.workBar
            radius: height / 2
            color: Theme.colour.sunk
            border.width: Theme.hair
            border.color: Theme.colour.lineStrong
            visible: row.working
            Accessible.role: Accessible.ProgressBar
            Accessible.name: qsTrId("sync.working")

            Rectangle {
                width: Math.max(parent.height, parent.width * row.sync.share)
                height: parent.height
                radius: height / 2
                color: Theme.colour.brand
            }
        }
    }
    Loader {
        id: ways

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        visible: !row.told && !row.working
        sourceComponent: !visible ? null : row.modelData.kind === "stick" ? stick : row.modelData.kind === "request" ? request : seen
    }
    Component {
        id: stick

        Column {
            spacing: Theme.targetGap

            ActionButton {
                anchors.right: parent.right
                enabled: !row.sync.busy
                //% "复制到 U 盘"
                text: qsTrId("sync.copy_out")
                onTapped: row.sync.copy_out(row.modelData.key)
            }
            ActionButton {
                anchors.right: parent.right
                enabled: !row.sync.busy
                //% "从 U 盘取入"
                text: qsTrId("sync.take_in")
                onTapped: row.sync.take_in(row.modelData.key)
            }
        }
    }
    Component {
        id: request

        Column {
            spacing: Theme.targetGap

            StaffButton {
                whose: row.sync.shift.whose.join
                anchors.right: parent.right
                primary: row.asking === "accept"
                free: !row.sync.busy
                //% "让它加入"
                //% "号码一样"
                //% "确认不让"
                text: row.asking === "accept" ? qsTrId("sync.accept_sure") : row.asking === "refuse" ? qsTrId("sync.refuse_sure") : qsTrId("sync.accept")
                onTapped: {
                    if (row.asking !== "")
                        row.sync.decide();
                    else
                        row.sync.ask_for("accept", row.modelData.key);
                }
            }
            StaffButton {
                whose: row.sync.shift.whose.join
                anchors.right: parent.right
                free: !row.sync.busy
                //% "不让"
                //% "再看看"
                text: row.asking !== "" ? qsTrId("sync.wait") : qsTrId("sync.refuse")
                onTapped: {
                    if (row.asking !== "")
                        row.sync.keep();
                    else
                        row.sync.ask_for("refuse", row.modelData.key);
                }
            }
        }
    }
    Component {
        id: seen

        StaffButton {
            whose: row.sync.shift.whose.upkeep
            free: !row.sync.busy
            //% "我看过了"
            text: qsTrId("sync.seen")
            onTapped: row.sync.see(row.modelData.kind, row.modelData.key)
        }
    }
}
