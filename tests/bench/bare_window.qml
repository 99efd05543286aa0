// The floor of the start: a window with the same controls as the home page, and nothing behind them.
import QtQuick
import QtQuick.Controls.Basic

ApplicationWindow {
    id: window

    width: 1080
    height: 1920
    visible: true
    color: "#f5f4ef"
    font.family: "Noto Sans SC"

    component Card: AbstractButton {
        id: card

        property string heading
        property string detail
        property color ground: "white"
        property color ink: "#1a1a1e"
        property Component picture

        x: 52
        width: 976
        background: Rectangle {
            radius: 13
            color: card.ground
            border.color: "#d6d2c7"
        }
        contentItem: Item {
            Text {
                id: title

                x: 46
                anchors.bottom: sub.top
                text: card.heading
                color: card.ink
                font { family: window.font.family; pixelSize: 92; weight: Font.Bold }
            }
            Text {
                id: sub

                x: 46
                anchors { bottom: parent.bottom; bottomMargin: 40 }
                text: card.detail
                color: card.ink
                font { family: window.font.family; pixelSize: 29 }
            }
            Loader {
                sourceComponent: card.picture
                anchors { right: parent.right; rightMargin: 90; verticalCenter: parent.verticalCenter }
            }
        }
    }

    component FootButton: AbstractButton {
        id: foot

        property string sign

        width: 110
        height: 110
        contentItem: Column {
            spacing: 4
            Text {
                anchors.horizontalCenter: parent.horizontalCenter
                text: foot.sign
                font { family: window.font.family; pixelSize: 36; weight: Font.Bold }
            }
            Text {
                anchors.horizontalCenter: parent.horizontalCenter
                text: foot.text
                font { family: window.font.family; pixelSize: 20; weight: Font.Medium }
            }
        }
    }

    StackView {
        anchors.fill: parent
        initialItem: Item {
            Text {
                x: 52; y: 44
                text: "首都高校毕业生冬季双选会"
                font { family: window.font.family; pixelSize: 38; weight: Font.Bold }
            }
            Text {
                x: 52; y: 98
                text: "2026 年 11 月 28 日 周六 · 9:00–16:00"
                font { family: window.font.family; pixelSize: 25 }
            }
            Text {
                anchors { right: parent.right; rightMargin: 52 }
                y: 34
                text: "9:24"
                font { family: window.font.family; pixelSize: 62; weight: Font.Medium }
            }
            Text {
                x: 52; y: 210
                text: "请扫码签到"
                font { family: window.font.family; pixelSize: 122; weight: Font.Bold }
            }
            Text {
                x: 52; y: 376
                text: "把二维码对准屏幕下方的扫描窗"
                font { family: window.font.family; pixelSize: 29 }
            }
            Rectangle { x: 52; y: 469; width: 12; height: 12; radius: 6; color: "#00796b" }
            Text {
                x: 74; y: 458
                text: "馆内 1,846 人 · 通畅"
                font { family: window.font.family; pixelSize: 25 }
            }
            Grid {
                x: 854; y: 268
                columns: 6
                Repeater {
                    model: 36
                    Rectangle {
                        required property int index
                        width: 20; height: 20
                        color: index % 3 ? "transparent" : "#1a1a1e"
                    }
                }
            }
            Repeater {
                model: 4
                Item {
                    required property int index
                    x: index % 2 ? 976 : 798
                    y: index < 2 ? 212 : 390
                    Rectangle { width: 52; height: 12; color: "#1f3f74"; y: parent.index < 2 ? 0 : 40 }
                    Rectangle { width: 12; height: 52; color: "#1f3f74"; x: parent.index % 2 ? 40 : 0 }
                }
            }
            Card {
                y: 642; height: 430
                heading: "签到"
                detail: "没有码？报手机号，或现场登记"
                ground: "#1f3f74"
                ink: "white"
                picture: Item {
                    width: 160; height: 240
                    Rectangle { x: 74; width: 12; height: 44; color: "white" }
                    Rectangle { y: 30; width: 154; height: 208; radius: 8; color: "white" }
                    Rectangle { x: 52; y: 92; width: 54; height: 54; radius: 27; color: "#1f3f74" }
                    Rectangle { x: 26; y: 152; width: 104; height: 48; radius: 24; color: "#1f3f74" }
                }
            }
            Card {
                y: 1092; height: 360
                heading: "找展位"
                detail: "130 个展位 · 2 个展馆 · 搜单位、岗位、专业"
                picture: Grid {
                    columns: 4
                    spacing: 12
                    Repeater {
                        model: 16
                        Rectangle {
                            required property int index
                            width: 36; height: 36
                            color: index === 6 ? "#1f3f74" : "#d6d2c7"
                        }
                    }
                }
            }
            Card {
                y: 1472; height: 300
                heading: "今日日程"
                detail: "宣讲会 · 讲座 · 12 场"
                picture: Item {
                    width: 160; height: 150
                    Rectangle { width: 4; height: 150; color: "#7a7a78" }
                    Rectangle { x: 18; y: 12; width: 58; height: 30; color: "#d6d2c7" }
                    Rectangle { x: 54; y: 58; width: 84; height: 30; color: "#1f3f74" }
                    Rectangle { x: 86; y: 106; width: 72; height: 30; color: "#d6d2c7" }
                }
            }
        }
    }

    footer: Rectangle {
        height: 116
        color: "white"
        Rectangle { width: parent.width; height: 1; color: "#d6d2c7" }
        Row {
            anchors.centerIn: parent
            spacing: 24
            FootButton { sign: "!"; text: "求助" }
            FootButton { sign: "⌂"; text: "首页" }
            FootButton { sign: "↓"; text: "扫描窗" }
            FootButton { sign: "A"; text: "大字" }
            FootButton { sign: "◐"; text: "高对比" }
            FootButton { sign: "⤓"; text: "低位" }
            FootButton { sign: "文"; text: "English" }
        }
    }
}
