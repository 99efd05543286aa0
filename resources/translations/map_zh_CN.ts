<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="map.comma">
        <source>，</source>
        <translation>，</translation>
    </message>
    <message id="map.chosen">
        <source>已选 %1</source>
        <translation>已选 %1</translation>
    </message>
    <message id="map.lit" numerus="yes">
        <source>亮起 %1 个展位</source>
        <translation>
            <numerusform>亮起 %1 个展位</numerusform>
        </translation>
    </message>
    <message id="map.overview">
        <source>全图，框里是现在看到的部分</source>
        <translation>全图，框里是现在看到的部分</translation>
    </message>
    <message id="map.legend">
        <source>图例</source>
        <translation>图例</translation>
    </message>
    <message id="map.north">
        <source>北在上</source>
        <translation>北在上</translation>
    </message>
    <message id="map.sign_expected">
        <source>稍后到场</source>
        <translation>稍后到场</translation>
    </message>
    <message id="map.sign_present">
        <source>已到</source>
        <translation>已到</translation>
    </message>
    <message id="map.sign_late">
        <source>还没到</source>
        <translation>还没到</translation>
    </message>
    <message id="map.sign_released">
        <source>今天不来</source>
        <translation>今天不来</translation>
    </message>
    <message id="map.sign_moved">
        <source>已换展位</source>
        <translation>已换展位</translation>
    </message>
    <message id="map.sign_closed">
        <source>关闭</source>
        <translation>关闭</translation>
    </message>
    <message id="map.sign_one_way">
        <source>单向通道</source>
        <translation>单向通道</translation>
    </message>
    <message id="map.sign_passage">
        <source>此路不通</source>
        <translation>此路不通</translation>
    </message>
</context>
</TS>
