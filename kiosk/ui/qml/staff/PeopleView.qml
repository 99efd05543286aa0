pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Find a person, then print the same badge again or issue a new one. A need leads here with a list of people.
Item {
    id: view

    required property PeopleModel people
    readonly property bool searching: people.listed === "search"
    readonly property bool typing: searching && entry.keyboardUp
    readonly property bool chosen: people.chosen
    readonly property int lowest: typing ? Theme.footTop - Theme.keyboardHeight - sizes.barGap : sizes.bottom
    // The panel stands below the list in portrait, and beside it in landscape.
    readonly property int listBottom: sizes.portrait && panel.visible ? lowest - panel.height - Theme.spaceM : lowest
    readonly property int listEnd: pager.visible ? pager.y + pager.height : list.y + list.height

    function said(): string {
        switch (people.state) {
        case "loading":
            return qsTrId("staff.loading");
        case "none":
            //% "没有找到。换姓名、学号、手机尾号或展位号试试。"
            //% "没有这样的人了，已经处理完。"
            return searching ? qsTrId("staff.search_none") : qsTrId("staff.list_none");
        case "ready":
            if (!searching)
                //% "逐个核对，需要时补证。共 %1 人。"
                return qsTrId("staff.list_found").arg(people.hits.length);
            //% "人太多，只列出前 %1 位。请再写一些。"
            //% "找到 %1 人，请点选。"
            return people.more ? qsTrId("staff.search_more").arg(people.hits.length) : qsTrId("staff.search_found").arg(people.hits.length);
        case "failed":
            return "";
        default:
            //% "姓名、拼音、学号、手机尾号或展位号都可以。"
            return qsTrId("staff.search_start");
        }
    }

    // What is chosen stays in sight, however much room the panel and the keyboard leave.
    function showChosen(): void {
        const at = people.hits.findIndex(each => each.chosen);
        if (at >= 0)
            pager.turnTo(at);
    }

    onChosenChanged: {
        if (chosen)
            list.forceActiveFocus(); // who has chosen types no more: the keyboard makes room for the panel
        showChosen();
    }
    onListBottomChanged: Qt.callLater(showChosen)

    StaffSizes {
        id: sizes
    }
    Question {
        id: question

        //% "重复换证"
        //% "找谁？"
        text: view.people.listed === "conflicts" ? qsTrId("staff.conflicts") : qsTrId("staff.search_title")
        how: view.said()
    }
    TextEntry {
        id: entry

        x: Theme.answerLeft
        y: Theme.answerTop
        width: Theme.answerWidth
        icon: "search"
        //% "姓名、学号或展位号"
        hint: qsTrId("staff.search_hint")
        visible: view.searching
        onSoughtChanged: view.people.search(sought)
        Component.onCompleted: {
            if (view.searching)
                open();
        }
    }
    FocusScope {
        id: list

        x: Theme.answerLeft
        y: view.searching ? entry.y + entry.height + Theme.spaceS : Theme.answerTop
        width: Theme.answerWidth
        height: card.height

        StateNote {
            width: parent.width
            condition: view.people.state === "failed" ? "failed" : ""
            //% "名单没有读出来，不是没有这个人"
            failedText: qsTrId("staff.search_failed")
            onAgain: view.people.retry()
        }
        Card {
            id: card

            width: parent.width
            height: hits.height
            visible: view.people.hits.length > 0

            Column {
                id: hits

                width: parent.width

                Repeater {
                    model: view.people.hits.slice(pager.first, pager.last)

                    PersonRow {
                        width: hits.width
                        onTapped: view.people.choose(modelData.attendee)
                    }
                }
            }
        }
    }
    StaffPager {
        id: pager

        anchors.right: list.right
        y: list.y + card.height + Theme.spaceS
        total: view.people.hits.length
        perPage: Math.max(1, Math.floor((view.listBottom - list.y - sizes.pagerHeight - Theme.spaceS) / sizes.personRow))
    }
    Connections {
        function onQueryChanged(): void {
            pager.start();
        }

        target: view.people
    }
    ActPanel {
        id: panel

        x: Theme.margin
        y: sizes.portrait ? view.listEnd + Theme.spaceM : question.y + question.height + Theme.spaceM
        width: sizes.portrait ? parent.width - 2 * Theme.margin : Theme.leftWidth
        people: view.people
        visible: view.chosen && !view.typing
    }
}
