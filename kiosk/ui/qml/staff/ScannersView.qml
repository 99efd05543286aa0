pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Scan to test: what is scanned here is judged, and lets nobody in. Then how each scanner stands, and which are used.
Item {
    id: view

    required property Models models
    readonly property ScannersModel scanners: models.staff.scanners

    function became(outcome: string): string {
        switch (outcome) {
        case "kept":
            return qsTrId("staff.kept");
        case "not_kept":
            return scanners.said !== "" ? scanners.said : qsTrId("staff.kept_not");
        default:
            //% "键盘式扫码枪插上就能用，不用选。"
            return qsTrId("scanners.how");
        }
    }

    StaffSizes {
        id: sizes
    }
    ScanTestCard {
        id: test

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        room: (sizes.portrait ? sizes.reach - sizes.gap : sizes.bottom) - y
        models: view.models
    }
    Column {
        x: sizes.secondLeft
        y: sizes.portrait ? Math.max(sizes.reach, test.y + test.height + sizes.gap) : sizes.top
        width: sizes.columnWidth
        spacing: sizes.gap

        Card {
            width: parent.width
            height: rows.height

            Column {
                id: rows

                width: parent.width

                Repeater {
                    model: view.scanners.lines

                    ScannerRow {
                        required property var modelData
                        required property int index

                        width: rows.width
                        line: modelData
                        lined: index > 0
                    }
                }
            }
        }
        Card {
            width: parent.width
            height: choices.height

            Column {
                id: choices

                width: parent.width

                ScannerPorts {
                    width: parent.width
                    scanners: view.scanners
                }
                SettingRow {
                    width: parent.width
                    lined: true
                    //% "串口速率"
                    text: qsTrId("scanners.baud")
                    visible: view.scanners.serial

                    Repeater {
                        model: view.scanners.bauds

                        Chip {
                            required property int modelData

                            text: String(modelData)
                            chosen: view.scanners.baud === modelData
                            onTapped: view.scanners.use_baud(modelData)
                        }
                    }
                }
                SettingRow {
                    width: parent.width
                    lined: true
                    //% "摄像头扫码"
                    text: qsTrId("scanners.camera")

                    Chip {
                        text: qsTrId("staff.on")
                        chosen: view.scanners.camera
                        onTapped: view.scanners.use_camera(true)
                    }
                    Chip {
                        text: qsTrId("staff.off")
                        chosen: !view.scanners.camera
                        onTapped: view.scanners.use_camera(false)
                    }
                }
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            font.weight: view.scanners.outcome === "" ? Font.Normal : Font.Bold
            color: view.scanners.outcome === "" ? Theme.colour.inkSoft : Theme.colour.ink
            text: view.became(view.scanners.outcome)
        }
    }
}
