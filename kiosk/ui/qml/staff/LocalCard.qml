pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// What staff may change at this kiosk, a row each.
Card {
    id: card

    required property LocalModel local

    height: rows.height
    enabled: local.shift.whose.settings === ""

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
        StepSetting {
            id: volume

            readonly property int percent: card.local.output.volume

            width: parent.width
            lined: true
            visible: percent >= 0
            //% "音量"
            text: qsTrId("keeper.volume")
            //% "静音"
            value: percent === 0 ? qsTrId("keeper.silent") : percent + "%"
            //% "小声一点"
            lessName: qsTrId("keeper.quieter")
            //% "大声一点"
            moreName: qsTrId("keeper.louder")
            least: percent <= 0
            most: percent >= 100
            onLess: card.local.output.quieter()
            onMore: card.local.output.louder()

            Chip {
                //% "试听"
                text: qsTrId("keeper.test_tone")
                onTapped: card.local.output.test()
            }
        }
        SettingRow {
            width: parent.width
            lined: true
            visible: !volume.visible
            //% "音量：这台机器没有能调的声音"
            text: qsTrId("keeper.no_volume")

            Chip {
                text: qsTrId("keeper.test_tone")
                onTapped: card.local.output.test()
            }
        }
    }
}
