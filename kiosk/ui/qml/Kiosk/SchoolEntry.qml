pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The school's name with up to five that fit; writing one that is not listed is fine.
Column {
    id: entry

    required property WalkUpModel form
    property int rowHeight: Theme.suggestionHeight
    property int rowsMost: Theme.suggestionsMost
    readonly property bool composing: field.composing

    spacing: Theme.targetGap

    TextEntry {
        id: field

        width: parent.width
        //% "点这里输入"
        hint: qsTrId("walk_up.name_hint")
        onSoughtChanged: entry.form.type_school(sought)
        onAccepted: entry.form.next()
        Component.onCompleted: {
            text = entry.form.school;
            open();
        }
    }
    Card {
        width: parent.width
        height: list.height
        border.color: Theme.colour.lineStrong
        visible: entry.form.school !== "" && entry.form.schoolCode === ""

        Column {
            id: list

            width: parent.width

            Repeater {
                model: entry.form.schools.slice(0, entry.rowsMost - 1)

                Tap {
                    id: hit

                    required property var modelData
                    required property int index

                    width: list.width
                    height: entry.rowHeight
                    name: modelData.name
                    onTapped: entry.form.choose_school(modelData.code, modelData.name)

                    Rectangle {
                        anchors.fill: parent
                        anchors.margins: Theme.hair
                        radius: Theme.radiusControl
                        color: hit.pressed || hit.index === 0 ? Theme.colour.brandTint : Theme.colour.raised
                    }
                    StyledText {
                        anchors.left: parent.left
                        anchors.leftMargin: Theme.cardInset
                        anchors.right: alias.left
                        anchors.rightMargin: Theme.spaceS
                        anchors.verticalCenter: parent.verticalCenter
                        typeStyle: Theme.row
                        label: true
                        font.weight: hit.index === 0 ? Font.Bold : Font.Normal
                        text: hit.modelData.name
                        wrapMode: Text.NoWrap
                        elide: Text.ElideMiddle
                    }
                    StyledText {
                        id: alias

                        anchors.right: parent.right
                        anchors.rightMargin: Theme.cardInset
                        anchors.verticalCenter: parent.verticalCenter
                        typeStyle: Theme.body
                        label: true
                        color: Theme.colour.inkSoft
                        //% "也叫：%1"
                        text: hit.modelData.alias === "" ? "" : qsTrId("walk_up.school_alias").arg(hit.modelData.alias)
                        wrapMode: Text.NoWrap
                    }
                    Rectangle {
                        anchors.bottom: parent.bottom
                        width: parent.width
                        height: Theme.hair
                        color: Theme.colour.line
                    }
                }
            }
            Item {
                width: parent.width
                height: entry.rowHeight

                StyledText {
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.cardInset
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.cardInset
                    anchors.verticalCenter: parent.verticalCenter
                    typeStyle: Theme.lead
                    label: true
                    //% "没有您的学校？照写即可，工作人员会核对"
                    text: qsTrId("walk_up.school_other")
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
