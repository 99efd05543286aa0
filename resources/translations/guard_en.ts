<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="guard.pin_length">
        <source>已输入 %1 位</source>
        <translation>%1 digits entered</translation>
    </message>
</context>
</TS>
