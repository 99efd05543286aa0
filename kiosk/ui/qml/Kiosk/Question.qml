import QtQuick
import Kiosk

// What a page asks, with a line that says why: read, never touched.
Column {
    id: question

    required property string text
    property string how: ""

    x: Theme.margin
    y: Theme.questionTop
    width: Theme.questionWidth
    spacing: Theme.spaceS

    StyledText {
        width: parent.width
        typeStyle: Theme.question
        text: question.text
    }
    StyledText {
        width: parent.width
        typeStyle: Theme.lead
        color: Theme.colour.inkSoft
        text: question.how
        visible: text !== ""
    }
}
