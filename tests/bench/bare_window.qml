// The floor of the start: a plain Qt Quick window with as many items of the same kinds as the home page has,
// and nothing behind them. What the home page paints itself (icons, signs) is one rectangle each here.
import QtQuick

Window {
    id: window

    readonly property color ink: "#1a1a1e"
    readonly property color soft: "#5a5a5e"
    readonly property color brand: "#1f3f74"
    readonly property color line: "#d6d2c7"

    width: 1080
    height: 1920
    visible: true
    color: "#f5f4ef"

    component Words: Text {
        color: window.ink
        font.family: "Noto Sans SC"
        font.pixelSize: 29
    }

    component Picture: Rectangle {
        width: 36
        height: 36
        color: window.brand
    }

    component Card: Item {
        id: card

        property alias heading: title.text
        property alias detail: sub.text
        property alias ground: ground.color
        property color ink: window.ink
        property int pictures: 1

        width: 976

        Rectangle {
            id: ground

            anchors.fill: parent
            radius: 13
            border.color: window.line
        }
        Column {
            x: 46
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 40
            spacing: 8

            Words {
                id: title

                color: card.ink
                font.pixelSize: 92
                font.weight: Font.Bold
            }
            Words {
                id: sub

                color: card.ink
                font.pixelSize: 34
            }
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: 90
            anchors.verticalCenter: parent.verticalCenter

            Repeater {
                model: card.pictures

                Picture {
                    color: card.ink
                }
            }
        }
        MouseArea {
            anchors.fill: parent
        }
    }

    component FootButton: Item {
        property alias text: label.text
        property alias value: state.text

        width: 110
        height: 110

        Column {
            anchors.centerIn: parent
            spacing: 4

            Picture {
                anchors.horizontalCenter: parent.horizontalCenter
            }
            Words {
                id: label

                anchors.horizontalCenter: parent.horizontalCenter
                font.pixelSize: 20
                font.weight: Font.Medium
            }
            Words {
                id: state

                anchors.horizontalCenter: parent.horizontalCenter
                font.pixelSize: 16
            }
        }
        MouseArea {
            anchors.fill: parent
        }
    }

    Loader {
        anchors.fill: parent
        sourceComponent: Item {
            Words {
                x: 52
                y: 44
                text: "首都高校毕业生冬季双选会"
                font.pixelSize: 38
                font.weight: Font.Bold
            }
            Words {
                x: 52
                y: 98
                text: "正在读取展会资料，可以先扫码"
                color: window.soft
            }
            Words {
                anchors.right: parent.right
                anchors.rightMargin: 52
                y: 34
                text: "9:24"
                font.pixelSize: 62
                font.weight: Font.Medium
            }
            Words {
                x: 52
                y: 210
                text: "请扫码签到"
                font.pixelSize: 122
                font.weight: Font.Bold
            }
            Words {
                x: 52
                y: 376
                text: "把二维码对准屏幕下方的扫描窗"
            }
            Row {
                x: 52
                y: 458
                spacing: 10

                Picture {
                    width: 12
                    height: 12
                    radius: 6
                }
                Words {
                    text: "馆内 1,846 人 · 通畅"
                    color: window.soft
                }
            }
            Picture {
                x: 798
                y: 212
                width: 230
                height: 230
            }
            Card {
                x: 52
                y: 642
                height: 430
                heading: "签到"
                detail: "没有码？报学号，或现场登记"
                ground: window.brand
                ink: "white"
            }
            Card {
                x: 52
                y: 1092
                height: 360
                heading: "找展位"
                detail: "130 个展位 · 2 个展馆 · 搜单位、岗位、专业"
                pictures: 2
            }
            Card {
                x: 52
                y: 1472
                height: 300
                heading: "今日日程"
                detail: "宣讲会 · 讲座 · 12 场"
                pictures: 3
            }
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 116
        color: "white"

        Rectangle {
            width: parent.width
            height: 1
            color: window.line
        }
        Row {
            anchors.centerIn: parent
            spacing: 24

            FootButton {
                text: "返回"
            }
            FootButton {
                text: "首页"
            }
            FootButton {
                text: "求助"
            }
            FootButton {
                text: "大字"
                value: "关"
            }
            FootButton {
                text: "高对比"
                value: "关"
            }
            FootButton {
                text: "低位"
                value: "关"
            }
            FootButton {
                text: "English"
            }
        }
    }
}
