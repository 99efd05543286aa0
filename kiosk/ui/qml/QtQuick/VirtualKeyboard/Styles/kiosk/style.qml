import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import Kiosk

// The keyboard in the kiosk's own colours and sizes; candidates stand in a row above the keys.
KeyboardStyle {
    keyboardDesignWidth: Theme.pageWidth
    keyboardDesignHeight: Theme.keyboardHeight - Theme.candidatesHeight
    keyboardDesignMaximumHeight: keyboardDesignHeight
    keyboardRelativeLeftMargin: Theme.keyboardSide
    keyboardRelativeRightMargin: Theme.keyboardSide
    keyboardRelativeTopMargin: 0
    keyboardRelativeBottomMargin: 0
    keyboardBackground: Rectangle {
        color: Theme.colour.sunk
    }
    keyPanel: KioskKey {}
    backspaceKeyPanel: KioskKey {
        icon: "backspace"
        acting: true
    }
    languageKeyPanel: KioskKey {
        //% "中/英"
        text: qsTrId("keyboard.language")
        acting: true
    }
    enterKeyPanel: KioskKey {
        //% "完成"
        text: qsTrId("keyboard.done")
        acting: true
    }
    hideKeyPanel: KioskKey {
        icon: "down"
        acting: true
    }
    shiftKeyPanel: KioskKey {
        icon: "shift"
        acting: true
        on: InputContext.uppercase
    }
    spaceKeyPanel: KioskKey {
        //% "空格"
        text: qsTrId("keyboard.space")
    }
    symbolKeyPanel: KioskKey {
        acting: true
    }
    modeKeyPanel: KioskKey {
        acting: true
    }
    handwritingKeyPanel: KioskKey {
        acting: true
    }
    selectionListHeight: Theme.candidatesHeight
    selectionListBackground: Rectangle {
        color: Theme.colour.raised
    }
    selectionListHighlight: Item {
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.focusLine
            color: Theme.colour.brand
        }
    }
    selectionListDelegate: SelectionListItem {
        id: candidate

        // SelectionListItem selects by it.
        required property int index
        required property string display

        width: Math.max(Theme.targetLeast, word.implicitWidth + 2 * Theme.spaceM)

        StyledText {
            id: word

            anchors.centerIn: parent
            typeStyle: Theme.keyText
            label: true
            text: candidate.display
            wrapMode: Text.NoWrap
        }
    }
    alternateKeysListItemWidth: Theme.targetLeast
    alternateKeysListItemHeight: Theme.targetLeast
    alternateKeysListDelegate: Item {
        id: alternative

        required property string text

        width: Theme.targetLeast
        height: Theme.targetLeast

        StyledText {
            anchors.centerIn: parent
            typeStyle: Theme.keyText
            label: true
            text: alternative.text
        }
    }
    alternateKeysListHighlight: Rectangle {
        color: Theme.colour.brandTint
    }
    alternateKeysListBackground: Rectangle {
        color: Theme.colour.raised
        border.width: Theme.controlLine
        border.color: Theme.colour.lineStrong
    }
    popupListDelegate: SelectionListItem {
        id: popup

        // SelectionListItem selects by it.
        required property int index
        required property string display

        width: popupWord.implicitWidth + 2 * Theme.spaceM
        height: Theme.targetLeast

        StyledText {
            id: popupWord

            anchors.centerIn: parent
            typeStyle: Theme.keyText
            label: true
            text: popup.display
        }
    }
    popupListBackground: Rectangle {
        color: Theme.colour.raised
        border.width: Theme.controlLine
        border.color: Theme.colour.lineStrong
    }
    popupListHighlight: Rectangle {
        color: Theme.colour.brandTint
    }
    navigationHighlight: Rectangle {
        color: "transparent"
        border.width: Theme.focusLine
        border.color: Theme.colour.brand
    }
}
