import QtQuick
import Kiosk
import Kiosk.Models

// A field for words, typed on the keyboard at the lower edge. `text` is what is committed;
// `edited` follows every change, also of what the input method has not committed yet.
FocusScope {
    id: entry

    property alias text: input.text
    property string icon: ""
    property string hint: ""
    property string note: ""
    property alias maximumLength: input.maximumLength
    readonly property string shown: input.displayText
    // The same without the gaps that the input method shows between syllables that are no words yet.
    readonly property string sought: composing ? shown.replace(input.preeditText, input.preeditText.replace(/[ ']/g, "")) : shown
    // Where what is typed ends, before the note.
    readonly property real wordsWidth: input.x + input.width
    // Whether something is typed that the input method has not taken over yet.
    readonly property bool composing: input.preeditText !== ""
    // Whether this field has the keyboard on the screen.
    readonly property bool keyboardUp: input.activeFocus && InputMethod.shown

    signal edited(text: string)
    signal accepted

    onComposingChanged: {
        if (!composing)
            input.composed = Date.now();
    }

    implicitHeight: Theme.fieldHeight

    function open(): void {
        input.forceActiveFocus();
        InputMethod.show();
    }
    // Put words into the field from without; what was half typed is gone.
    function put(words: string): void {
        InputMethod.reset();
        input.text = words;
    }
    function clear(): void {
        InputMethod.reset();
        input.clear();
        entry.edited("");
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: Theme.colour.raised
        border.width: input.activeFocus ? Theme.focusLine : Theme.controlLine
        border.color: input.activeFocus ? Theme.colour.brand : Theme.colour.lineStrong
    }
    MouseArea {
        anchors.fill: parent
        onClicked: entry.open()
    }
    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        name: entry.icon
        visible: entry.icon !== ""
    }
    StyledText {
        anchors.left: input.left
        anchors.right: input.right
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.large ? Theme.lead : Theme.row
        label: true
        font.weight: Font.Normal
        color: Theme.colour.inkSoft
        text: entry.hint
        visible: input.displayText === ""
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    TextInput {
        id: input

        property bool entered: true
        // When what was half typed was last taken over or dropped, in ms.
        property real composed: 0

        anchors.left: entry.icon === "" ? parent.left : sign.right
        anchors.leftMargin: entry.icon === "" ? Theme.cardInset : Theme.spaceS
        anchors.right: after.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        focus: true
        activeFocusOnTab: true
        clip: true
        color: Theme.colour.ink
        selectionColor: Theme.colour.brand
        selectedTextColor: Theme.colour.onBrand
        font.family: Theme.family
        font.pixelSize: Theme.row.size
        Accessible.role: Accessible.EditableText
        Accessible.name: entry.hint
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
        onTextEdited: entry.edited(text)
        // Typed on a keyboard of its own: its words are chosen on the one on the screen.
        onPreeditTextChanged: {
            if (preeditText !== "" && !InputMethod.shown)
                InputMethod.show();
        }
        // Enter takes over what is half typed; only what stands in the field already is sent off with it.
        // A keyboard's Enter comes here right behind its own work: the input method has taken over already.
        // Escape ends half a word in the same way, and only the next one leads back.
        Keys.onPressed: event => {
            const whole = !entry.composing && Date.now() - composed > Theme.sameKey;
            if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                entered = whole;
            event.accepted = event.key === Qt.Key_Escape && !whole;
            if (event.accepted)
                InputMethod.reset();
        }
        onAccepted: {
            if (entered && !entry.composing)
                entry.accepted();
            entered = true;
        }
    }
    StyledText {
        id: after

        anchors.right: wipe.visible ? wipe.left : parent.right
        anchors.rightMargin: wipe.visible ? 0 : Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        text: entry.note
        wrapMode: Text.NoWrap
    }
    Tap {
        id: wipe

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.buttonHeight
        height: parent.height
        //% "清除"
        name: qsTrId("entry.clear")
        visible: input.displayText !== ""
        onTapped: entry.clear()

        Icon {
            anchors.centerIn: parent
            size: Theme.iconRow
            name: "close"
        }
    }
}
