import QtQuick
import Kiosk

// What a page asks, with a line that says why: read, never touched.
Column {
    id: question

    required property string text
    property string how: ""
    // What did not go, said in place of `how`.
    property string problem: ""

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
        font.weight: question.problem === "" ? Font.Normal : Font.Bold
        color: question.problem === "" ? Theme.colour.inkSoft : Theme.colour.ink
        text: question.problem === "" ? question.how : question.problem
        visible: text !== ""
    }
}
