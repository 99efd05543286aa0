import QtQuick

// A drawing of resources/icons/drawings.json in one colour, as large as the item's shorter side.
Image {
    property string name: ""
    required property color ink

    source: name === "" || width < 1 || height < 1 ? "" : "image://drawings/" + name + "/" + ink.toString().slice(1)
    sourceSize.width: width
    sourceSize.height: height
}
