import QtQuick

// A type style in whole pixels; the millimetres come from Theme.
QtObject {
    required property real sizeMm
    required property real lineZhMm
    required property real lineLatinMm
    required property real pxPerMm
    required property bool latin
    property int weight: Font.Normal
    property real factor: 1
    property real latinFactor: 1
    readonly property int size: Math.round(sizeMm * pxPerMm * factor * (latin ? latinFactor : 1))
    readonly property int line: Math.round((latin ? lineLatinMm * latinFactor : lineZhMm) * pxPerMm * factor)
    // A hanzi sits low in its line box: raise labels of one line by so much.
    readonly property int lift: Math.round(size * 0.06)
}
