import QtQuick
import Kiosk
import Kiosk.Models

// What somebody is asked to agree to before going in; who does not wish to is told that the desk can help.
KioskPage {
    id: page

    readonly property AgreementModel agreement: models.agreement
    readonly property VisitSizes sizes: VisitSizes {}
    readonly property bool declined: agreement.state === "declined"
    readonly property bool busy: agreement.state === "busy"
    readonly property bool consent: agreement.to !== "declaration"
    property int sheet: 0

    //% "入场前确认"
    title: qsTrId("agreement.title")

    function asked(): string {
        if (declined)
            //% "没关系"
            return qsTrId("agreement.declined");
        //% "请看收集说明"
        //% "请确认声明"
        return consent ? qsTrId("agreement.consent") : qsTrId("agreement.declaration");
    }
    function how(): string {
        if (declined)
            //% "请到服务台，工作人员帮您想别的办法。"
            return qsTrId("agreement.declined_how");
        if (busy)
            //% "正在记下，请稍候"
            return qsTrId("agreement.busy");
        //% "看完请按下面的按钮，不到半分钟。"
        return qsTrId("agreement.how");
    }

    Connections {
        function onChanged(): void {
            page.sheet = Math.min(page.sheet, page.agreement.texts.length - 1);
        }

        target: page.agreement
    }
    Question {
        text: page.asked()
        how: page.how()
    }
    Card {
        id: card

        x: Theme.answerLeft
        y: Theme.answerTop
        width: Theme.answerWidth
        height: said.height + 2 * Theme.homeInset + (pager.visible ? Theme.pagerHeight : 0)
        visible: !page.declined

        Column {
            id: said

            x: Theme.homeInset
            y: Theme.homeInset
            width: parent.width - 2 * Theme.homeInset
            spacing: Theme.spaceM

            StyledText {
                width: parent.width
                // A long text is set as what is read nearby.
                typeStyle: page.agreement.texts[page.sheet].length > page.sizes.agreementLong ? Theme.body : Theme.lead
                text: page.agreement.texts[page.sheet]
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.lead
                font.weight: Font.Bold
                text: qsTrId("walk_up.consent_days", page.agreement.retentionDays)
                // The fair's own words may say it already.
                visible: page.agreement.retentionDays > 0 && page.agreement.texts.every(text => !text.includes(String(page.agreement.retentionDays)))
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: qsTrId("walk_up.consent_version").arg(page.agreement.version)
                visible: page.agreement.version !== ""
            }
        }
        Pager {
            id: pager

            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.pagerHeight
            visible: page.agreement.texts.length > 1
            //% "第 %1 页，共 %2 页"
            text: qsTrId("agreement.page").arg(page.sheet + 1).arg(page.agreement.texts.length)
            hasBefore: page.sheet > 0
            hasAfter: page.sheet < page.agreement.texts.length - 1
            onTurnedBack: page.sheet -= 1
            onTurnedOn: page.sheet += 1
        }
    }
    Choices {
        x: Theme.answerLeft
        y: Theme.answerTop
        width: Theme.answerWidth
        visible: page.declined
        rows: [
            {
                "icon": "desk",
                "title": qsTrId("help.desk").arg(page.models.help.desk),
                //% "说您不想在机器上同意，工作人员会帮您"
                "detail": qsTrId("agreement.desk_how"),
                "action": ""
            }
        ]
    }
    ActionButton {
        id: no

        x: Theme.margin
        y: yes.y
        height: yes.height
        enabled: !page.busy
        //% "不同意"
        text: qsTrId("agreement.no")
        visible: !page.declined
        onTapped: page.agreement.decline()
    }
    ActionButton {
        id: yes

        x: page.declined ? Theme.margin : no.x + no.width + Theme.gutter
        y: page.sizes.agreeTop
        width: page.declined ? implicitWidth : Theme.margin + page.sizes.columnWidth - x
        height: Theme.primaryHeight
        enabled: !page.busy
        primary: true
        typeStyle: Theme.row
        //% "再看一遍说明"
        //% "同意并入场"
        text: page.declined ? qsTrId("agreement.read_again") : qsTrId("agreement.agree")
        onTapped: {
            if (page.declined)
                page.agreement.read_again();
            else
                page.agreement.agree();
        }
    }
}
