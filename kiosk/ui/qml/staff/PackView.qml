pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Which fair this is, who signed it and how much is in it, to be read; then whether its file is still right.
Item {
    id: view

    required property PackModel pack
    readonly property bool ready: pack.state === "ready"

    function counted(id: string): string {
        switch (id) {
        case "employers":
            //% "用人单位"
            return qsTrId("staff.employers");
        case "schools":
            //% "学校"
            return qsTrId("staff.schools");
        case "stalls":
            //% "展位"
            return qsTrId("staff.stalls");
        case "attendees":
            //% "登记的人"
            return qsTrId("staff.attendees");
        case "sessions":
            //% "活动"
            return qsTrId("staff.sessions");
        default:
            //% "岗位"
            return qsTrId("staff.openings");
        }
    }

    function checked(check: string): string {
        switch (check) {
        case "checking":
            //% "正在查整个文件，不影响签到。"
            return qsTrId("staff.check_busy");
        case "right":
            //% "文件完好，和主办方签发的一样。"
            return qsTrId("staff.check_right");
        case "wrong":
            return pack.said;
        case "not":
            //% "没有查成，请再试一次。"
            return qsTrId("staff.check_not");
        default:
            //% "文件有没有坏，可以随时查一遍。"
            return qsTrId("staff.check_how");
        }
    }

    StaffSizes {
        id: sizes
    }
    Column {
        id: shown

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        spacing: Theme.spaceM
        visible: view.ready

        StyledText {
            width: parent.width
            typeStyle: Theme.title
            text: view.pack.fair
        }
        FactGrid {
            width: parent.width
            facts: [
                {
                    //% "版本"
                    "label": qsTrId("staff.version"),
                    //% "第 %1 版"
                    "value": qsTrId("staff.version_number").arg(view.pack.version)
                },
                {
                    //% "安装时间"
                    "label": qsTrId("staff.installed"),
                    "value": view.pack.installed
                },
                {
                    //% "签发钥匙"
                    "label": qsTrId("staff.signer"),
                    "value": view.pack.signer
                },
                {
                    //% "最后一天"
                    "label": qsTrId("staff.last_day"),
                    "value": view.pack.lastDay
                }
            ]
        }
        FactGrid {
            width: parent.width
            columns: 3
            valueStyle: Theme.row
            facts: view.pack.counts.map(each => ({
                        "label": view.counted(each.id),
                        "value": Theme.grouped(each.count)
                    }))
        }
    }
    Column {
        x: sizes.secondLeft
        y: sizes.portrait ? Math.max(sizes.reach, shown.visible ? shown.y + shown.height + sizes.gap : 0) : sizes.top
        width: sizes.columnWidth
        spacing: sizes.gap

        StateNote {
            width: parent.width
            condition: view.pack.state
            //% "资料包没有读出来"
            failedText: qsTrId("staff.pack_failed")
            onAgain: view.pack.retry()
        }
        Card {
            width: parent.width
            height: checking.height + 2 * Theme.cardInset
            visible: view.ready

            Row {
                id: checking

                x: Theme.cardInset
                y: Theme.cardInset
                width: parent.width - 2 * Theme.cardInset
                spacing: Theme.spaceM

                Drawing {
                    id: sign

                    anchors.verticalCenter: parent.verticalCenter
                    width: sizes.shape
                    height: sizes.shape
                    name: view.pack.check === "right" ? "verdict_admit" : "verdict_refuse"
                    ink: Theme.shapeColour(view.pack.check === "right" ? "admit" : "refuse")
                    visible: view.pack.check === "right" || view.pack.check === "wrong"
                }
                StyledText {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - button.width - parent.spacing - (sign.visible ? sign.width + parent.spacing : 0)
                    typeStyle: Theme.lead
                    text: view.checked(view.pack.check)
                }
                ActionButton {
                    id: button

                    anchors.verticalCenter: parent.verticalCenter
                    enabled: view.pack.check !== "checking"
                    //% "检查文件"
                    text: qsTrId("staff.check_file")
                    onTapped: view.pack.check_file()
                }
            }
        }
        Card {
            width: parent.width
            height: bringing.height + 2 * Theme.cardInset
            visible: view.ready

            Row {
                id: bringing

                x: Theme.cardInset
                y: Theme.cardInset
                width: parent.width - 2 * Theme.cardInset
                spacing: Theme.spaceM

                StyledText {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - bring.width - parent.spacing
                    typeStyle: Theme.lead
                    //% "主办方给了新的资料包？插上 U 盘就能装。"
                    text: qsTrId("staff.stick_how")
                }
                ActionButton {
                    id: bring

                    anchors.verticalCenter: parent.verticalCenter
                    //% "从 U 盘装"
                    text: qsTrId("staff.stick_find")
                    onTapped: view.pack.stick.find()
                }
            }
        }
        Column {
            width: parent.width
            spacing: Theme.spaceS
            visible: view.ready && view.pack.packs.length > 1

            ListHead {
                id: head

                width: parent.width
                total: view.pack.packs.length
                perPage: 4
                //% "装着的资料包 %1"
                text: qsTrId("staff.packs").arg(view.pack.packs.length)
            }
            Card {
                width: parent.width
                height: packs.height

                Column {
                    id: packs

                    width: parent.width

                    Repeater {
                        model: view.pack.packs.slice(head.first, head.last)

                        PackLine {
                            width: packs.width
                        }
                    }
                }
            }
        }
    }
}
