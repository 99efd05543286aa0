<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="foot.aloud">
        <source>朗读</source>
        <translation>Read aloud</translation>
    </message>
    <message id="foot.aloud_on">
        <source>朗读 开</source>
        <translation>Aloud on</translation>
    </message>
    <message id="voice.welcome">
        <source>朗读已打开。旁边的人也听得到，有耳机请插上。</source>
        <translation>Reading aloud is on. People near you can hear it: plug in headphones if you have them.</translation>
    </message>
    <message id="voice.more" numerus="yes">
        <source>下面还有 %n 行</source>
        <translation>
            <numerusform>%n more row below</numerusform>
            <numerusform>%n more rows below</numerusform>
        </translation>
    </message>
    <message id="voice.key">
        <source>字符键，也可以用外接键盘输入</source>
        <translation>A key for a character; a keyboard that is plugged in types as well</translation>
    </message>
    <message id="voice.typed" numerus="yes">
        <source>已输入 %n 位</source>
        <translation>
            <numerusform>%n character typed</numerusform>
            <numerusform>%n characters typed</numerusform>
        </translation>
    </message>
    <message id="voice.on">
        <source>已选中</source>
        <translation>on</translation>
    </message>
    <message id="voice.off">
        <source>未选中</source>
        <translation>off</translation>
    </message>
    <message id="voice.field">
        <source>输入框</source>
        <translation>text field</translation>
    </message>
    <message id="voice.button">
        <source>按钮</source>
        <translation>button</translation>
    </message>
    <message id="voice.map">
        <source>方向键移动，加减号缩放，回车选中间的</source>
        <translation>Arrows move it, plus and minus zoom, Enter chooses what is in the middle</translation>
    </message>
    <message id="voice.disabled">
        <source>现在不能按</source>
        <translation>cannot be pressed now</translation>
    </message>
</context>
</TS>
