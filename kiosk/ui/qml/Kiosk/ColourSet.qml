import QtQuick

// One palette: the names of tokens.toml. Theme holds the two that exist.
QtObject {
    required property color surface
    required property color raised
    required property color sunk
    required property color ink
    required property color inkSoft
    required property color line
    required property color lineStrong
    required property color brand
    required property color onBrand
    required property color brandTint
    // A filled button under the finger; what stands on it keeps its colour.
    required property color brandPressed
    required property color refusePressed
    required property color admit
    required property color onAdmit
    required property color admitTrack
    required property color notice
    required property color onNotice
    required property color noticeTrack
    required property color refuse
    required property color onRefuse
    required property color refuseTrack
    required property color staff
    required property color onStaff
    required property color staffTrack
    required property color mapGround
    required property color mapFloor
    required property color mapWall
    required property color mapChosen
    required property color mapOnChosen
    required property color mapRoute
    required property color mapRouteCasing
    required property color mapMe
    required property color mapOnMe
}
