pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// One question a page; answered ones are a line at the top.
KioskPage {
    id: page

    readonly property WalkUpModel form: models.walkUp
    readonly property VisitSizes sizes: VisitSizes {}
    readonly property string question: form.question
    // Half a pinyin syllable is no answer yet.
    property bool composing: false

    //% "现场登记"
    title: qsTrId("walk_up.title")
    typing: question === "name" || question === "school"

    function labelOf(id: string): string {
        switch (id) {
        case "name":
            //% "姓名"
            return qsTrId("walk_up.name");
        case "degree":
            //% "学历"
            return qsTrId("walk_up.degree");
        case "school":
            //% "学校"
            return qsTrId("walk_up.school");
        default:
            //% "手机号"
            return qsTrId("walk_up.phone");
        }
    }
    function degreeOf(degree: string): string {
        switch (degree) {
        case "专科":
            //% "专科"
            return qsTrId("walk_up.degree_college");
        case "本科":
            //% "本科"
            return qsTrId("walk_up.degree_bachelor");
        case "硕士":
            //% "硕士"
            return qsTrId("walk_up.degree_master");
        case "博士":
            //% "博士"
            return qsTrId("walk_up.degree_doctor");
        default:
            return degree;
        }
    }
    function valueOf(entry: var): string {
        if (entry.state === "done" && entry.value !== "")
            return entry.id === "degree" ? degreeOf(entry.value) : entry.value;
        switch (entry.state) {
        case "done":
            //% "未填"
            return qsTrId("walk_up.skipped");
        case "now":
            //% "正在填"
            return qsTrId("walk_up.now");
        default:
            //% "可不填"
            //% "待填"
            return entry.id === "phone" ? qsTrId("walk_up.optional") : qsTrId("walk_up.later");
        }
    }
    function asked(): string {
        switch (question) {
        case "name":
            //% "您的姓名？"
            return qsTrId("walk_up.name_question");
        case "degree":
            //% "您的学历？"
            return qsTrId("walk_up.degree_question");
        case "school":
            //% "您的学校？"
            return qsTrId("walk_up.school_question");
        case "phone":
            //% "手机号后四位？"
            return qsTrId("walk_up.phone_question");
        default:
            //% "可以登记了吗？"
            return qsTrId("walk_up.consent_question");
        }
    }
    function how(): string {
        if (composing)
            //% "请在键盘上方点选汉字"
            return qsTrId("entry.choose");
        switch (question) {
        case "name":
            //% "印在胸卡上；屏幕上只显示一部分。"
            return qsTrId("walk_up.name_how");
        case "degree":
            //% "在读的算即将取得的学历。"
            return qsTrId("walk_up.degree_how");
        case "school":
            //% "可以打汉字、拼音或首字母，例如 bkd。"
            return qsTrId("walk_up.school_how");
        case "phone":
            //% "可不填。只在补卡时用来核对本人。"
            return qsTrId("walk_up.phone_how");
        default:
            //% "正在登记，请稍候。"
            //% "请看一遍下面的说明。同意后马上打印胸卡。"
            return form.busy ? qsTrId("walk_up.busy_how") : qsTrId("walk_up.consent_how");
        }
    }
    function nextText(): string {
        switch (question) {
        case "phone":
            //% "不填，下一步"
            //% "下一步"
            return form.phoneTail === "" ? qsTrId("walk_up.phone_skip") : qsTrId("walk_up.next");
        case "consent":
            //% "正在登记"
            //% "同意并打印"
            return form.busy ? qsTrId("walk_up.busy") : qsTrId("walk_up.agree");
        default:
            //% "下一步"
            return qsTrId("walk_up.next");
        }
    }

    // The line stands above the question where the screen lies, below it where it stands; it is read where it stands.
    Loader {
        x: Theme.margin
        y: page.sizes.progressTop
        active: !Theme.portrait
        sourceComponent: progress
    }
    Question {
        y: page.sizes.questionTop
        text: page.asked()
        how: page.how()
        problem: page.form.problem
    }
    Loader {
        x: Theme.margin
        y: page.sizes.progressTop
        active: Theme.portrait
        sourceComponent: progress
    }
    Loader {
        id: answer

        x: Theme.answerLeft
        y: page.sizes.answerTop
        width: Theme.answerWidth
        sourceComponent: {
            switch (page.question) {
            case "name":
                return nameEntry;
            case "degree":
                return degreeChoice;
            case "school":
                return schoolEntry;
            case "phone":
                return phoneEntry;
            default:
                return consentText;
            }
        }
    }
    ButtonRow {
        y: {
            if (page.question === "phone")
                return page.sizes.padButtonsTop;
            // A long text to agree to moves them down, never out of sight.
            return page.question === "consent" && Theme.portrait ? Math.max(Theme.buttonsTop, answer.y + answer.height + Theme.spaceM) : Theme.buttonsTop;
        }
        //% "取消，不留记录"
        //% "取消"
        cancelText: Theme.portrait ? qsTrId("walk_up.cancel") : qsTrId("walk_up.cancel_short")
        //% "上一步"
        previousText: qsTrId("walk_up.previous")
        nextText: page.nextText()
        previousVisible: page.question !== "name" && !page.form.busy
        nextEnabled: page.form.complete && !page.composing
        onCancelled: page.models.idle.finish()
        onPrevious: page.form.previous()
        onNext: {
            if (page.question === "consent")
                page.form.agree();
            else
                page.form.next();
        }
    }
    Component {
        id: progress

        ProgressLine {
            width: Theme.buttonsWidth
            tappable: !page.form.busy
            entries: page.form.summary.map(entry => ({
                        "id": entry.id,
                        "label": page.labelOf(entry.id),
                        "value": page.valueOf(entry),
                        "state": entry.state
                    }))
            onChosen: id => page.form.go_back_to(id)
        }
    }
    Component {
        id: nameEntry

        TextEntry {
            //% "点这里输入"
            hint: qsTrId("walk_up.name_hint")
            text: page.form.name
            onEdited: text => page.form.type_name(text)
            onAccepted: page.form.next()
            onComposingChanged: page.composing = composing
            Component.onCompleted: open()
            Component.onDestruction: page.composing = false
        }
    }
    Component {
        id: degreeChoice

        Grid {
            id: grid

            columns: 2
            spacing: Theme.gutter

            Repeater {
                model: page.form.degrees

                ActionButton {
                    required property string modelData

                    width: (grid.width - grid.spacing) / 2
                    height: Theme.choiceHeight
                    typeStyle: Theme.title
                    primary: page.form.degree === modelData
                    text: page.degreeOf(modelData)
                    onTapped: page.form.choose_degree(modelData)
                }
            }
        }
    }
    Component {
        id: schoolEntry

        SchoolEntry {
            form: page.form
            rowHeight: page.sizes.suggestion
            rowsMost: page.sizes.suggestionsMost
            onComposingChanged: page.composing = composing
            Component.onDestruction: page.composing = false
        }
    }
    Component {
        id: phoneEntry

        Column {
            spacing: Theme.spaceM

            DigitBoxes {
                typed: page.form.phoneTail
                length: page.form.tailLength
            }
            DigitPad {
                keyHeight: page.sizes.padKey
                width: page.sizes.padWidth
                onDigit: key => page.form.digit(key)
                onErase: page.form.erase()
            }
        }
    }
    Component {
        id: consentText

        Card {
            height: said.height + 2 * Theme.homeInset

            Column {
                id: said

                x: Theme.homeInset
                y: Theme.homeInset
                width: parent.width - 2 * Theme.homeInset
                spacing: Theme.spaceM

                StyledText {
                    width: parent.width
                    typeStyle: Theme.lead
                    text: page.form.consent
                }
                StyledText {
                    width: parent.width
                    typeStyle: Theme.lead
                    font.weight: Font.Bold
                    //% "%n 天后删除。"
                    text: qsTrId("walk_up.consent_days", page.form.retentionDays)
                    // The fair's own words may say it already.
                    visible: !page.form.consent.includes(String(page.form.retentionDays))
                }
                StyledText {
                    width: parent.width
                    typeStyle: Theme.body
                    color: Theme.colour.inkSoft
                    //% "说明第 %1 版"
                    text: qsTrId("walk_up.consent_version").arg(page.form.consentVersion)
                    visible: page.form.consentVersion !== ""
                }
            }
        }
    }
}
