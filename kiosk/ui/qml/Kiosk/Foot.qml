import QtQuick
import Kiosk
import Kiosk.Models

// The same everywhere: ways out left, idle time in the middle, modes and language right.
Rectangle {
    id: foot

    required property Models models
    readonly property bool home: models.navigation.page === "home"
    // Where the screen stands and there is a switch more, all of them are narrower.
    readonly property bool tight: Theme.portrait && models.modes.hasVoice
    // What stands between the two rows stands in the middle between them.
    readonly property real shift: (ways.width - switches.width) / 2
    readonly property int buttonWidth: tight ? Theme.footTight : Theme.footWidth

    height: Theme.footHeight
    color: Theme.colour.raised

    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
    }
    Row {
        id: ways

        anchors.left: parent.left
        anchors.leftMargin: Theme.footMargin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.targetGap

        FootButton {
            width: foot.buttonWidth
            icon: "back"
            //% "返回"
            text: qsTrId("foot.back")
            visible: !foot.home
            onTapped: foot.models.navigation.back()
        }
        FootButton {
            width: foot.buttonWidth
            icon: "home"
            //% "首页"
            text: qsTrId("foot.home")
            visible: !foot.home
            onTapped: foot.models.navigation.home()
        }
        FootButton {
            width: foot.buttonWidth
            icon: "help"
            //% "求助"
            text: qsTrId("foot.help")
            onTapped: foot.models.navigation.go("help")
        }
    }
    Row {
        anchors.centerIn: parent
        anchors.horizontalCenterOffset: Theme.portrait ? foot.shift : -Theme.footHomeShift
        spacing: Theme.spaceXs
        visible: foot.home

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.iconFoot
            name: foot.models.aims ? "scan" : "down"
            ink: Theme.colour.brand
        }
        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: Theme.footHint
            label: true
            font.weight: Font.Bold
            color: Theme.colour.brand
            //% "扫描窗在屏幕下方"
            //% "对着摄像头扫码"
            text: foot.models.aims ? qsTrId("camera.foot") : qsTrId("foot.scanner_below")
            wrapMode: Text.NoWrap
        }
    }
    Tap {
        anchors.centerIn: parent
        anchors.horizontalCenterOffset: foot.shift
        width: foot.tight ? Theme.footIdleTight : Theme.footIdle
        height: Theme.footTarget
        //% "继续使用"
        name: qsTrId("foot.stay")
        visible: !foot.home
        onTapped: foot.models.idle.touch()

        Row {
            anchors.centerIn: parent
            spacing: Theme.spaceXs

            Ring {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.iconButton
                height: Theme.iconButton
                share: foot.models.idle.share
                ink: Theme.colour.inkSoft
                track: Theme.colour.line
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter

                StyledText {
                    typeStyle: Theme.footWord
                    //% "%1 秒"
                    text: qsTrId("foot.seconds").arg(foot.models.idle.seconds)
                    wrapMode: Text.NoWrap
                }
                StyledText {
                    typeStyle: Theme.footWord
                    color: Theme.colour.inkSoft
                    font.weight: Font.Normal
                    //% "继续使用"
                    text: qsTrId("foot.stay")
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
    ModeSwitches {
        id: switches

        anchors.right: parent.right
        anchors.rightMargin: Theme.footMargin
        anchors.verticalCenter: parent.verticalCenter
        modes: foot.models.modes
        buttonWidth: foot.buttonWidth
    }
}
