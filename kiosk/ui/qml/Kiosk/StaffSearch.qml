pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Find a person, then print the same badge again or issue a new one.
Item {
    id: search

    required property StaffModel staff

    Question {
        y: Theme.staffQuestionTop
        //% "找谁？"
        text: qsTrId("staff.search_title")
        //% "没有找到。换姓名、学号或手机尾号试试。"
        //% "找到 %1 人，请点选。"
        //% "输入后这里列出最多 20 人。"
        how: search.staff.said !== "" ? search.staff.said : search.staff.nothingFound ? qsTrId("staff.search_none") : search.staff.hits.length > 0 ? qsTrId("staff.search_found").arg(search.staff.hits.length) : qsTrId("staff.search_start")
    }
    Column {
        x: Theme.answerLeft
        y: Theme.answerTop - Theme.headHeight
        width: Theme.answerWidth
        spacing: Theme.spaceS

        TextEntry {
            width: parent.width
            icon: "search"
            //% "姓名、学号、手机尾号或展位号"
            hint: qsTrId("staff.search_hint")
            note: search.staff.hits.length > 0 ? String(search.staff.hits.length) : ""
            onShownChanged: search.staff.search(shown)
            Component.onCompleted: open()
        }
        Card {
            width: parent.width
            height: hits.height
            visible: search.staff.hits.length > 0

            Column {
                id: hits

                width: parent.width

                Repeater {
                    model: search.staff.hits.slice(pager.first, pager.first + Theme.staffHitsMost)

                    PersonRow {
                        width: hits.width
                        onTapped: search.staff.choose(modelData.attendee)
                    }
                }
            }
        }
        Row {
            spacing: Theme.spaceXl

            Row {
                id: pager

                property int first: 0

                spacing: Theme.spaceM
                visible: search.staff.hits.length > Theme.staffHitsMost

                IconButton {
                    icon: "up"
                    //% "上一页"
                    name: qsTrId("staff.page_up")
                    enabled: pager.first > 0
                    onTapped: pager.first -= Theme.staffHitsMost
                }
                IconButton {
                    icon: "down"
                    //% "下一页"
                    name: qsTrId("staff.page_down")
                    enabled: pager.first + Theme.staffHitsMost < search.staff.hits.length
                    onTapped: pager.first += Theme.staffHitsMost
                }
                StyledText {
                    anchors.verticalCenter: parent.verticalCenter
                    typeStyle: Theme.body
                    //% "%1–%2 / %3"
                    text: qsTrId("staff.page").arg(pager.first + 1).arg(Math.min(pager.first + Theme.staffHitsMost, search.staff.hits.length)).arg(search.staff.hits.length)
                }
            }
            Row {
                spacing: Theme.targetGap
                visible: search.staff.chosen

                StyledText {
                    anchors.verticalCenter: parent.verticalCenter
                    rightPadding: Theme.spaceS
                    typeStyle: Theme.body
                    color: Theme.colour.inkSoft
                    //% "原因"
                    text: qsTrId("staff.reason")
                }
                Repeater {
                    model: search.staff.reasons

                    Chip {
                        required property var modelData

                        text: modelData.words
                        chosen: search.staff.reason === modelData.id
                        onTapped: search.staff.choose_reason(modelData.id)
                    }
                }
            }
        }
        Connections {
            function onQueryChanged(): void {
                pager.first = 0;
            }

            target: search.staff
        }
    }
    Row {
        id: actions

        x: Theme.margin
        y: Theme.buttonsTop - Theme.headHeight
        width: parent.width - 2 * Theme.margin
        height: Theme.buttonHeight
        spacing: Theme.gutter

        ActionButton {
            id: back

            icon: "back"
            //% "回值班台"
            text: qsTrId("staff.back_to_desk")
            onTapped: search.staff.open_desk()
        }
        ActionButton {
            id: again

            enabled: search.staff.chosen && !search.staff.busy
            icon: "printer"
            //% "补打同一张证"
            text: qsTrId("staff.reprint")
            onTapped: search.staff.reprint()
        }
        ActionButton {
            width: actions.width - back.width - again.width - 2 * actions.spacing
            enabled: search.staff.chosen && !search.staff.busy
            primary: true
            icon: "badge"
            //% "换新证，旧证停用"
            text: qsTrId("staff.reissue")
            onTapped: search.staff.reissue()
        }
    }
}
