<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="map.comma">
        <source>，</source>
        <translation>, </translation>
    </message>
    <message id="map.chosen">
        <source>已选 %1</source>
        <translation>%1 chosen</translation>
    </message>
    <message id="map.lit" numerus="yes">
        <source>亮起 %1 个展位</source>
        <translation>
            <numerusform>%1 stall lit</numerusform>
            <numerusform>%1 stalls lit</numerusform>
        </translation>
    </message>
    <message id="map.overview">
        <source>全图，框里是现在看到的部分</source>
        <translation>The whole plan; the frame is what you see now</translation>
    </message>
    <message id="map.legend">
        <source>图例</source>
        <translation>What the signs mean</translation>
    </message>
    <message id="map.north">
        <source>北在上</source>
        <translation>North up</translation>
    </message>
    <message id="map.sign_expected">
        <source>稍后到场</source>
        <translation>Expected</translation>
    </message>
    <message id="map.sign_present">
        <source>已到</source>
        <translation>Here</translation>
    </message>
    <message id="map.sign_late">
        <source>还没到</source>
        <translation>Not here yet</translation>
    </message>
    <message id="map.sign_released">
        <source>今天不来</source>
        <translation>Not coming</translation>
    </message>
    <message id="map.sign_moved">
        <source>已换展位</source>
        <translation>Moved away</translation>
    </message>
    <message id="map.sign_closed">
        <source>关闭</source>
        <translation>Closed</translation>
    </message>
    <message id="map.sign_one_way">
        <source>单向通道</source>
        <translation>One-way aisle</translation>
    </message>
    <message id="map.sign_passage">
        <source>此路不通</source>
        <translation>No way through</translation>
    </message>
</context>
</TS>
