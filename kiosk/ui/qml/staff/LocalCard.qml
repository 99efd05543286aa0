pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// What staff may change at this kiosk, a row each.
Card {
    id: card

    required property LocalModel local

    height: rows.height

    Column {
        id: rows

        width: parent.width

        SettingRow {
            width: parent.width
            //% "首选语言"
            text: qsTrId("staff.first_language")

            Repeater {
                model: card.local.languages

                Chip {
                    required property var modelData

                    text: modelData.name
                    chosen: card.local.language === modelData.code
                    onTapped: card.local.start_in(modelData.code)
                }
            }
        }
        SettingRow {
            width: parent.width
            lined: true
            //% "画面动效"
            text: qsTrId("staff.motion")

            Chip {
                //% "正常"
                text: qsTrId("staff.motion_full")
                chosen: !card.local.reducedMotion
                onTapped: card.local.move_less(false)
            }
            Chip {
                //% "减少"
                text: qsTrId("staff.motion_less")
                chosen: card.local.reducedMotion
                onTapped: card.local.move_less(true)
            }
        }
        SettingRow {
            width: parent.width
            lined: true
            //% "提示音"
            text: qsTrId("staff.sounds")

            Chip {
                //% "开"
                text: qsTrId("staff.on")
                chosen: card.local.sounds
                onTapped: card.local.sound(true)
            }
            Chip {
                //% "关"
                text: qsTrId("staff.off")
                chosen: !card.local.sounds
                onTapped: card.local.sound(false)
            }
        }
        SettingRow {
            width: parent.width
            lined: true
            //% "屏幕下沿离地"
            text: qsTrId("staff.mount")

            IconButton {
                icon: "minus"
                //% "降低 10 毫米"
                name: qsTrId("staff.mount_lower")
                enabled: !card.local.mountLowest
                onTapped: card.local.lower_mount()
            }
            StyledText {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(sizes.numberWidth, implicitWidth)
                horizontalAlignment: Text.AlignHCenter
                typeStyle: Theme.lead
                label: true
                font.weight: Font.Bold
                //% "%1 毫米"
                text: qsTrId("staff.mount_mm").arg(card.local.mountBottomMm)
                wrapMode: Text.NoWrap
            }
            IconButton {
                icon: "plus"
                //% "升高 10 毫米"
                name: qsTrId("staff.mount_raise")
                enabled: !card.local.mountHighest
                onTapped: card.local.raise_mount()
            }
        }
    }
    StaffSizes {
        id: sizes
    }
}
