pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Scan; or type the code, or the student number and phone tail; or register.
KioskPage {
    id: page

    readonly property CheckInModel checkIn: models.checkIn
    readonly property VisitSizes sizes: VisitSizes {}
    readonly property bool start: checkIn.state === "start"
    readonly property bool code: checkIn.state === "code"
    readonly property bool tail: checkIn.state === "tail"
    readonly property bool named: checkIn.state === "name"
    // Half a pinyin syllable is no name yet.
    property bool composing: false
    readonly property bool lettered: checkIn.state === "number" && checkIn.lettered

    //% "签到"
    //% "离场"
    title: checkIn.leaving ? qsTrId("check_in.title_out") : qsTrId("check_in.title")
    typing: named

    function asked(): string {
        switch (checkIn.state) {
        case "code":
            //% "您的登记码？"
            return qsTrId("check_in.code");
        case "tail":
            //% "手机号后四位？"
            return qsTrId("check_in.tail");
        case "number":
            //% "您的学号？"
            return qsTrId("check_in.number");
        case "name":
            return qsTrId("walk_up.name_question");
        default:
            //% "请扫码签到"
            //% "扫胸卡离场"
            return checkIn.leaving ? qsTrId("check_in.question_out") : qsTrId("check_in.question");
        }
    }

    // A camera reads codes: its picture stands where else the sign does.
    readonly property bool aims: start && models.aims

    function how(): string {
        if (checkIn.busy)
            //% "正在核对，请稍候"
            return qsTrId("check_in.busy");
        if (aims)
            //% "把二维码举到摄像头前。\n画面只用来读码，不保存"
            return qsTrId("camera.how");
        if (start)
            //% "把二维码对准屏幕下方的扫描窗。\n手机亮度调高一些更快"
            return qsTrId("check_in.how");
        if (code && checkIn.typed !== "")
            //% "已输入 %1 位，共 %2 位"
            return qsTrId("check_in.code_so_far").arg(checkIn.typed.length).arg(checkIn.codeLength);
        if (named)
            //% "请在键盘上方点选汉字"
            //% "预约时填的姓名"
            return composing ? qsTrId("entry.choose") : qsTrId("check_in.name_how");
        //% "在预约成功的短信里，共 %n 位字母和数字，没有 0、1、8、9"
        //% "预约时留的手机号，用来确认是您本人"
        //% "和预约时填的一样"
        return code ? qsTrId("check_in.code_how", checkIn.codeLength) : tail ? qsTrId("check_in.tail_how") : qsTrId("check_in.number_how");
    }
    function problem(): string {
        const desk = models.help.desk;
        switch (checkIn.problem) {
        case "mismatch":
            //% "学号和手机号对不上，请再输一次，或到 %1"
            //% "姓名和手机号对不上，请再输一次，或到 %1"
            return checkIn.byName ? qsTrId("check_in.mismatch_name").arg(desk) : qsTrId("check_in.mismatch").arg(desk);
        case "wait":
            //% "试的次数太多了，请过 30 秒再试，或到 %1"
            return qsTrId("check_in.wait").arg(desk);
        case "unknown":
            //% "没有找到这个登记码，请对照短信再看一遍，或到 %1"
            return qsTrId("check_in.code_unknown").arg(desk);
        default:
            return "";
        }
    }

    // A keyboard that is plugged in types the code as well.
    Item {
        focus: page.code
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Backspace)
                page.checkIn.erase();
            else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                page.checkIn.next();
            else
                page.checkIn.letter(event.text);
        }
        onFocusChanged: {
            if (focus)
                forceActiveFocus();
        }
    }
    Question {
        id: question

        y: page.aims && Theme.portrait ? page.sizes.aimTop : Theme.questionTop
        width: page.aims && Theme.portrait ? aiming.x - Theme.margin - Theme.gutter : page.start && Theme.portrait ? Theme.homeHeroWidth : Theme.questionWidth
        text: page.asked()
        how: page.how()
        problem: page.problem()
    }
    ScanSign {
        x: Theme.portrait ? parent.width - Theme.margin - width : Theme.margin
        y: Theme.portrait ? Theme.questionTop : question.y + question.height + Theme.spaceXl
        size: Theme.questionSign
        visible: page.start && !page.aims
    }
    // By its file's name: where no camera is set, none of it is loaded.
    Loader {
        id: aiming

        x: Theme.portrait ? parent.width - Theme.margin - width : Theme.margin
        y: Theme.portrait ? page.sizes.aimTop : question.y + question.height + Theme.spaceM
        width: page.sizes.aimWidth
        height: Theme.portrait ? page.sizes.aimHeight : Theme.footTop - Theme.spaceS - y
        source: page.aims ? "AimingView.qml" : ""
        onLoaded: (item as KioskLayer).models = page.models
    }
    Choices {
        x: Theme.answerLeft
        y: Theme.answerTop
        width: Theme.answerWidth
        visible: page.start
        rowHeight: page.sizes.choiceHeight(rows.length)
        detailStyle: Theme.lead
        rows: [
            {
                "icon": "phone",
                //% "输入登记码"
                "title": qsTrId("check_in.by_code"),
                //% "短信里的码，二维码打不开时用"
                "detail": qsTrId("check_in.by_code_how"),
                "action": "code"
            },
            {
                "icon": "badge",
                //% "用学号签到"
                "title": qsTrId("check_in.by_number"),
                //% "已预约、手边没有码"
                "detail": qsTrId("check_in.by_number_how"),
                "action": "number"
            },
            {
                "icon": "people",
                //% "用姓名签到"
                "title": qsTrId("check_in.by_name"),
                //% "还要手机号后四位"
                "detail": qsTrId("check_in.by_name_how"),
                "action": "name"
            }
        ].concat(page.checkIn.walkUps ? [
            {
                "icon": "register",
                //% "现场登记"
                "title": qsTrId("check_in.walk_up"),
                //% "没有预约，约 1 分钟，当场打印胸卡"
                "detail": qsTrId("check_in.walk_up_how"),
                "action": "walk_up"
            }
        ] : [])
        onChosen: action => {
            if (action === "code")
                page.checkIn.begin_code();
            else if (action === "number")
                page.checkIn.begin();
            else if (action === "name")
                page.checkIn.begin_name();
            else
                page.checkIn.register();
        }
    }
    // A pad has a dozen keys and more: only the one that is used is made.
    Loader {
        x: Theme.answerLeft
        y: page.code ? page.sizes.codeTop : Theme.answerTop
        width: Theme.answerWidth
        sourceComponent: page.start ? null : page.code ? codeEntry : page.tail ? tailEntry : page.named ? nameEntry : numberEntry
    }
    Component {
        id: codeEntry

        Column {
            spacing: Theme.spaceM

            CodeField {
                width: parent.width
                typed: page.checkIn.typed
                length: page.checkIn.codeLength
            }
            CodePad {
                width: parent.width
                letters: page.checkIn.codeLetters
                ready: page.checkIn.complete
                //% "签到"
                doneText: qsTrId("check_in.done")
                onLetter: key => page.checkIn.letter(key)
                onErase: page.checkIn.erase()
                onDone: page.checkIn.next()
            }
        }
    }
    Component {
        id: nameEntry

        TextEntry {
            hint: qsTrId("walk_up.name_hint")
            text: page.checkIn.typed
            onEdited: text => page.checkIn.type_name(text)
            onAccepted: page.checkIn.next()
            onComposingChanged: page.composing = composing
            Component.onCompleted: open()
            Component.onDestruction: page.composing = false
        }
    }
    Component {
        id: tailEntry

        Column {
            spacing: Theme.spaceM

            DigitBoxes {
                typed: page.checkIn.typed
                length: page.checkIn.tailLength
            }
            DigitPad {
                keyHeight: page.sizes.padKey
                width: page.sizes.padWidth
                ready: page.checkIn.complete
                doneText: qsTrId("check_in.done")
                onDigit: key => page.checkIn.digit(key)
                onErase: page.checkIn.erase()
                onDone: page.checkIn.next()
            }
        }
    }
    Component {
        id: numberEntry

        Column {
            spacing: Theme.spaceM

            NumberField {
                width: page.sizes.padWidth
                text: page.checkIn.typed
            }
            Loader {
                width: parent.width
                sourceComponent: page.lettered ? letterPad : digitPad
            }
        }
    }
    Component {
        id: letterPad

        CodePad {
            letters: page.checkIn.numberLetters
            across: 9
            ready: page.checkIn.complete
            doneText: qsTrId("check_in.next")
            onLetter: key => page.checkIn.digit(key)
            onErase: page.checkIn.erase()
            onDone: page.checkIn.next()
        }
    }
    Component {
        id: digitPad

        DigitPad {
            keyHeight: page.sizes.padKey
                width: page.sizes.padWidth
            ready: page.checkIn.complete
            //% "下一步"
            doneText: qsTrId("check_in.next")
            onDigit: key => page.checkIn.digit(key)
            onErase: page.checkIn.erase()
            onDone: page.checkIn.next()
        }
    }
    ActionButton {
        id: previous

        x: Theme.margin
        y: page.code || page.lettered ? page.sizes.codeButtonsTop : page.named ? Theme.buttonsTop : page.sizes.belowPadTop
        //% "上一步"
        text: qsTrId("check_in.previous")
        visible: !page.start
        onTapped: page.checkIn.previous()
    }
    ActionButton {
        anchors.left: previous.right
        anchors.leftMargin: Theme.gutter
        y: previous.y
        //% "只有数字"
        //% "学号里有字母"
        text: page.lettered ? qsTrId("check_in.digits_only") : qsTrId("check_in.with_letters")
        visible: page.checkIn.state === "number"
        onTapped: page.checkIn.toggle_letters()
    }
    ActionButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.left: previous.right
        anchors.leftMargin: Theme.gutter
        y: previous.y
        primary: true
        enabled: page.checkIn.complete && !page.composing
        text: qsTrId("check_in.next")
        visible: page.named
        onTapped: page.checkIn.next()
    }
    // Nobody is booked with it: who has no booking registers, and the number goes along.
    ActionButton {
        anchors.left: previous.right
        anchors.leftMargin: Theme.gutter
        y: previous.y
        icon: "register"
        text: qsTrId("check_in.walk_up")
        visible: page.tail && page.checkIn.problem === "mismatch" && page.checkIn.walkUps
        onTapped: page.checkIn.register()
    }
}
