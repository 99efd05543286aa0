import QtQuick
import Kiosk

// What has just happened to the plan, in a line; nothing where nothing has.
StyledText {
    required property string note
    readonly property var words: ({
            //% "这是您存在胸卡上的计划。"
            "kept": qsTrId("plan.note_kept"),
            //% "胸卡上存的也加进来了。"
            "merged": qsTrId("plan.note_merged"),
            //% "按您的专业推荐，想去哪家留哪家。"
            "proposed": qsTrId("plan.note_proposed"),
            //% "胸卡上没有写专业，请自己挑几家。"
            "no_major": qsTrId("plan.note_no_major"),
            //% "没有写明招您这个专业的展位，请自己挑几家。"
            "none_for_major": qsTrId("plan.note_none_for_major"),
            //% "已存到胸卡，下次扫卡取出。"
            "saved": qsTrId("plan.note_saved"),
            //% "一份计划最多 30 站，先去这些吧。"
            "full": qsTrId("plan.note_full"),
            //% "胸卡没有读出来，请再试一次。"
            "badge_failed": qsTrId("plan.note_badge_failed")
        })

    typeStyle: Theme.body
    font.weight: Font.Medium
    text: words[note] ?? ""
    visible: text !== ""
}
