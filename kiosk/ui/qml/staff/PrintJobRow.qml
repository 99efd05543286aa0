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
    readonly property bool failed: step === "failed"

    signal asked
    signal kept
    signal cancel
    signal again
    signal answered(bool cameOut)

    function words(): string {
        const said = sentTo !== "" ? away() : here();
        //% "%1（%2要的）"
        return sentBy !== "" ? qsTrId("truth.asked_by").arg(said).arg(sentBy) : said;
    }
    function away(): string {
        if (failed)
            //% "在%1没打出来：%2"
            return qsTrId("truth.failed_there").arg(sentTo).arg(title);
        const state = recalled ?
            //% "已告诉%1不用打，等它回话"
            qsTrId("truth.recalled") : step === "requested" ?
            //% "在%1等着打"
            qsTrId("truth.waits_there") : title !== "" ?
            //% "%1的打印机停了"
            qsTrId("truth.held_there") :
            //% "%1正在打"
            qsTrId("truth.printing_there");
        return state.arg(sentTo) + (Theme.latin ? ", " : "，") + heard;
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
            text: (row.who !== "" ? row.who : qsTrId("staff.nobody")) + "  " + row.at
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
        ActionButton {
            height: Theme.targetLeast
            typeStyle: Theme.body
            inset: Theme.spaceM
            enabled: !row.busy
            text: qsTrId("printing.not_come_out")
            visible: row.recalled
            onTapped: row.answered(false)
        }
        ActionButton {
            height: Theme.targetLeast
            typeStyle: Theme.body
            inset: Theme.spaceM
            enabled: !row.busy
            text: qsTrId("printing.came_out")
            visible: row.recalled
            onTapped: row.answered(true)
        }
        ActionButton {
            height: Theme.targetLeast
            typeStyle: Theme.body
            inset: Theme.spaceM
            primary: row.asking
            enabled: !row.busy
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
        ActionButton {
            height: Theme.targetLeast
            typeStyle: Theme.body
            inset: Theme.spaceM
            enabled: !row.busy
            //% "再打一次"
            text: qsTrId("staff.print_again")
            visible: row.failed && !row.asking
            onTapped: row.again()
        }
    }
}
