import QtQuick
import Kiosk
import Kiosk.Models

// Asked in both languages at 15 s, from the lower edge; a touch anywhere above also stays.
KioskLayer {
    id: layer

    readonly property Idle idle: models ? models.idle : null
    readonly property int secondsLeft: idle ? idle.seconds : 0

    // Tab goes round its two answers, and never to the page below.
    KeyNavigation.tab: stay
    KeyNavigation.backtab: leave

    MouseArea {
        anchors.fill: parent
        onClicked: layer.idle.touch()
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        y: Theme.idleTop
        height: parent.height - Theme.idleTop
        color: Theme.colour.brand

        MouseArea {
            anchors.fill: parent
        }
        Column {
            x: Theme.margin
            y: Theme.idleInset
            width: parent.width - 2 * Theme.margin
            spacing: Theme.spaceM

            StyledText {
                width: parent.width
                typeStyle: Theme.hero
                color: Theme.colour.onBrand
                //% "还在看吗？"
                text: qsTrId("idle.question")
            }
            Column {
                width: parent.width

                StyledText {
                    width: parent.width
                    typeStyle: Theme.row
                    font.weight: Font.Normal
                    color: Theme.colour.onBrand
                    //% "%1 秒后返回首页，您刚才查的内容会一并清掉。"
                    text: qsTrId("idle.left_zh").arg(layer.secondsLeft)
                }
                StyledText {
                    width: parent.width
                    typeStyle: Theme.lead
                    color: Theme.colour.onBrand
                    //% "Still here? Going home in %1 s. What you looked up will be cleared."
                    text: qsTrId("idle.left_en").arg(layer.secondsLeft)
                }
            }
            Rectangle {
                width: parent.width
                height: Theme.idleBar
                color: Theme.colour.brandPressed

                Rectangle {
                    width: parent.width * (layer.idle ? layer.idle.warningShare : 0)
                    height: parent.height
                    color: Theme.colour.onBrand
                }
            }
            Grid {
                columns: Theme.portrait ? 1 : 2
                spacing: Theme.spaceM
                width: parent.width

                TwoWordButton {
                    id: stay

                    KeyNavigation.tab: leave
                    KeyNavigation.backtab: leave
                    width: Theme.portrait ? parent.width : (parent.width - parent.spacing) / 2
                    height: Theme.idleStay
                    filled: true
                    //% "继续使用"
                    zh: qsTrId("idle.stay_zh")
                    //% "Stay"
                    en: qsTrId("idle.stay_en")
                    onTapped: layer.idle.touch()
                }
                TwoWordButton {
                    id: leave

                    KeyNavigation.tab: stay
                    KeyNavigation.backtab: stay
                    width: Theme.portrait ? parent.width : (parent.width - parent.spacing) / 2
                    height: Theme.portrait ? Theme.idleHome : Theme.idleStay
                    //% "用完了，返回首页"
                    zh: qsTrId("idle.home_zh")
                    //% "Go home"
                    en: qsTrId("idle.home_en")
                    onTapped: layer.idle.finish()
                }
            }
        }
    }
}
