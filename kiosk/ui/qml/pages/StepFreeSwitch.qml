import QtQuick
import Kiosk
import Kiosk.Models

// Ways without steps, on the first screen: who goes in a wheelchair sees it at once. On is filled and says so.
Tap {
    id: stepFree

    required property Modes modes
    readonly property VisitSizes sizes: VisitSizes {}
    readonly property bool on: modes.stepFree
    readonly property color ink: on ? Theme.colour.onBrand : Theme.colour.ink

    name: words.text + ", " + hint.text
    checkable: true
    checked: on
    onTapped: modes.toggle_step_free()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: stepFree.on ? (stepFree.pressed ? Theme.colour.brandPressed : Theme.colour.brand) : stepFree.pressed ? Theme.colour.brandTint : Theme.colour.raised
        border.width: stepFree.on ? 0 : Theme.controlLine
        border.color: Theme.colour.lineStrong
    }
    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.homeInset
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.homeSwitchSign
        name: "accessible_toilet"
        ink: stepFree.ink
    }
    StyledText {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.row
        label: true
        color: stepFree.ink
        //% "无台阶路线 开"
        //% "无台阶路线"
        text: stepFree.on ? qsTrId("home.step_free_on") : qsTrId("home.step_free")
        wrapMode: Text.NoWrap
    }
    StyledText {
        id: hint

        anchors.left: words.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: parent.right
        anchors.rightMargin: Theme.homeInset
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignRight
        typeStyle: stepFree.sizes.homeNote
        color: stepFree.on ? stepFree.ink : Theme.colour.inkSoft
        //% "都不走楼梯、扶梯"
        //% "轮椅、童车、大件行李"
        text: stepFree.on ? qsTrId("home.step_free_on_how") : qsTrId("home.step_free_how")
        maximumLineCount: 2
        elide: Text.ElideRight
    }
}
