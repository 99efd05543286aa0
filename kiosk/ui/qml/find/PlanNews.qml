import QtQuick
import Kiosk
import Kiosk.Models

// What has just happened to the plan: where the paper comes out, what the badge said.
Item {
    id: news

    required property PlanModel plan
    readonly property string printing: plan.hand.printing

    height: Theme.body.line

    PlanNote {
        width: parent.width
        note: news.plan.note
        visible: text !== "" && news.printing === ""
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    StyledText {
        width: parent.width
        typeStyle: Theme.body
        font.weight: Font.Medium
        //% "正在打印，请在本机下方取。"
        //% "没有打出来。请用手机扫二维码带走。"
        text: news.printing === "printing" ? qsTrId("plan.printing") : news.plan.hand.printedWords !== "" ? news.plan.hand.printedWords : qsTrId("plan.not_printed")
        visible: news.printing !== ""
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
}
