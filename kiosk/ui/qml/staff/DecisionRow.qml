pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One decision: when, who (masked), its shape and why; with the button that takes it back, which asks once.
Item {
    id: row

    required property int index
    required property string key
    required property string time
    required property string who
    required property string level
    required property string words
    required property bool undone
    required property bool undoable
    required property bool asking
    property bool busy: false
    property string whose: ""

    signal asked
    signal kept
    signal undo

    height: sizes.decisionRow
    Accessible.role: Accessible.StaticText
    Accessible.name: time + " " + name.text
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    StyledText {
        id: at

        x: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.recentTime
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        text: row.time
        wrapMode: Text.NoWrap
    }
    Drawing {
        id: shape

        anchors.left: at.right
        anchors.leftMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.shapeSmall
        height: sizes.shapeSmall
        name: "verdict_" + row.level
        ink: Theme.shapeColour(row.level)
    }
    StyledText {
        id: name

        anchors.left: shape.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: acts.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        font.strikeout: row.undone
        text: (row.who !== "" ? row.who : qsTrId("staff.nobody")) + "  " + row.words
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    Loader {
        id: acts

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        sourceComponent: row.undone ? taken : row.undoable ? ways : null
    }
    Component {
        id: taken

        StyledText {
            typeStyle: Theme.body
            label: true
            font.weight: Font.Medium
            //% "已撤销"
            text: qsTrId("staff.undone")
            wrapMode: Text.NoWrap
        }
    }
    Component {
        id: ways

        Row {
            spacing: Theme.targetGap

            ActionButton {
                height: Theme.targetLeast
                typeStyle: Theme.body
                //% "不撤销"
                text: qsTrId("staff.undo_not")
                visible: row.asking
                onTapped: row.kept()
            }
            StaffButton {
                whose: row.whose
                height: Theme.targetLeast
                typeStyle: Theme.body
                primary: row.asking
                free: !row.busy
                //% "确认撤销"
                //% "撤销"
                text: row.asking ? qsTrId("staff.undo_sure") : qsTrId("staff.undo")
                onTapped: {
                    if (row.asking)
                        row.undo();
                    else
                        row.asked();
                }
            }
        }
    }
}
