import QtQuick
import Kiosk

// A setting that goes in steps: less, how much, more.
SettingRow {
    id: row

    required property string value
    required property string lessName
    required property string moreName
    property bool least: false
    property bool most: false

    signal less
    signal more

    StaffSizes {
        id: sizes
    }
    IconButton {
        icon: "minus"
        name: row.lessName
        enabled: !row.least
        onTapped: row.less()
    }
    StyledText {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(sizes.numberWidth, implicitWidth)
        horizontalAlignment: Text.AlignHCenter
        typeStyle: Theme.lead
        label: true
        font.weight: Font.Bold
        text: row.value
        wrapMode: Text.NoWrap
    }
    IconButton {
        icon: "plus"
        name: row.moreName
        enabled: !row.most
        onTapped: row.more()
    }
}
