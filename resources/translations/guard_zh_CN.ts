<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="guard.pin_length">
        <source>已输入 %1 位</source>
        <translation>已输入 %1 位</translation>
    </message>
</context>
</TS>
