pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A badge that waits or did not come out: whose (masked), when, how far or why; taken back, or printed once more.
Item {
    id: row

    required property int index
    required property string job
    required property string attendee
    required property string who
    required property string at
    required property string printer
    required property string step
    required property string title
    required property string action
    required property bool asking
    // The other kiosk at which it is printed, how long ago that was heard, and whether it was told to leave it.
    required property string sentTo
    required property string heard
    required property bool recalled
    // The other kiosk that asked for it.
    required property string sentBy
    property bool busy: false
    property string whose: ""
    readonly property bool failed: step === "failed"

    signal asked
    signal kept
    signal cancel
    signal again
    signal answered(bool cameOut)

    function words(): string {
        return sentTo !== "" ? away() : here();
    }
    // Whose it is, since when, and which other kiosk prints it or asked for it.
    function person(): string {
        //% "%1要的"
        const by = sentBy !== "" ? qsTrId("truth.asked_by").arg(sentBy) : "";
        return [who !== "" ? who : qsTrId("staff.nobody"), at, sentTo, by].filter(each => each !== "").join("  ");
    }
    // Of one that is printed elsewhere: where stands beside the name.
    function away(): string {
        if (failed)
            return title;
        const state = recalled ?
            //% "已告诉它不用打，等回话"
            qsTrId("truth.recalled") : step === "requested" ?
            //% "在那里等着打"
            qsTrId("truth.waits_there") : title !== "" ?
            //% "那里的打印机停了"
            qsTrId("truth.held_there") :
            //% "那里正在打"
            qsTrId("truth.printing_there");
        return [state, heard].join(Theme.latin ? ", " : "，");
    }
    function here(): string {
        if (failed)
            return title === "" ? "" : title + (Theme.latin ? ". " : "。") + action;
        if (title !== "")
            //% "在打印机里等：%1"
            return qsTrId("printing.step_held").arg(title);
        const state = {
            //% "等着打"
            "requested": qsTrId("printing.step_requested"),
            //% "正在送去打印机"
            "rendered": qsTrId("printing.step_rendered"),
            //% "打印机正在打"
            "sent": qsTrId("printing.step_sent")
        }[step] ?? "";
        return [state, printer].filter(each => each !== "").join(Theme.latin ? ", " : "·");
    }

    height: sizes.printRow
    Accessible.role: Accessible.StaticText
    Accessible.name: name.text + " " + words()
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: ways.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            id: name

            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: row.person()
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.words()
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    Row {
        id: ways

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.targetGap

        ActionButton {
            height: Theme.targetLeast
            typeStyle: Theme.body
            //% "不取消"
            text: qsTrId("printing.cancel_not")
            visible: row.asking
            onTapped: row.kept()
        }
        StaffButton {
            whose: row.whose
            height: Theme.targetLeast
            typeStyle: Theme.body
            inset: Theme.spaceM
            free: !row.busy
            text: qsTrId("printing.not_come_out")
            visible: row.recalled
            onTapped: row.answered(false)
        }
        StaffButton {
            whose: row.whose
            height: Theme.targetLeast
            typeStyle: Theme.body
            inset: Theme.spaceM
            free: !row.busy
            text: qsTrId("printing.came_out")
            visible: row.recalled
            onTapped: row.answered(true)
        }
        StaffButton {
            whose: row.whose
            height: Theme.targetLeast
            typeStyle: Theme.body
            inset: Theme.spaceM
            primary: row.asking
            free: !row.busy
            //% "确认取消"
            //% "不用打了"
            //% "取消"
            visible: !row.recalled
            text: row.asking ? qsTrId("printing.cancel_sure") : row.failed ? qsTrId("printing.not_needed") : qsTrId("printing.cancel")
            onTapped: {
                if (row.asking)
                    row.cancel();
                else
                    row.asked();
            }
        }
        StaffButton {
            whose: row.whose
            height: Theme.targetLeast
            typeStyle: Theme.body
            inset: Theme.spaceM
            free: !row.busy
            //% "再打一次"
            text: qsTrId("staff.print_again")
            visible: row.failed && !row.asking
            onTapped: row.again()
        }
    }
}
