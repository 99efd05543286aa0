<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="sync.title">
        <source>各机同步</source>
        <translation>Sync</translation>
    </message>
    <message id="sync.failed">
        <source>和别的机器的情况没有读出来</source>
        <translation>How it stands with the others could not be read</translation>
    </message>
    <message id="sync.items">
        <source>要看的 %1</source>
        <translation>To look at: %1</translation>
    </message>
    <message id="sync.machines">
        <source>机器和 U 盘 %1</source>
        <translation>Machines and sticks: %1</translation>
    </message>
    <message id="sync.no_machines">
        <source>还没有遇到别的机器</source>
        <translation>No other machine was met yet</translation>
    </message>
    <message id="sync.machines_list">
        <source>机器和 U 盘</source>
        <translation>Machines and sticks</translation>
    </message>
    <message id="sync.own_joining">
        <source>本机还没有加入本场地</source>
        <translation>This kiosk has not joined the venue yet</translation>
    </message>
    <message id="sync.qr">
        <source>同一个号码的二维码</source>
        <translation>The same number as a QR code</translation>
    </message>
    <message id="sync.working">
        <source>正在复制，请不要拔 U 盘。入场照常。</source>
        <translation>Copying. Leave the stick in. Entry goes on.</translation>
    </message>
    <message id="sync.copy_out">
        <source>复制到 U 盘</source>
        <translation>Copy to stick</translation>
    </message>
    <message id="sync.take_in">
        <source>从 U 盘取入</source>
        <translation>Take in</translation>
    </message>
    <message id="sync.accept">
        <source>让它加入</source>
        <translation>Let it join</translation>
    </message>
    <message id="sync.accept_sure">
        <source>号码一样</source>
        <translation>It is the same</translation>
    </message>
    <message id="sync.refuse_sure">
        <source>确认不让</source>
        <translation>Do not let it</translation>
    </message>
    <message id="sync.refuse">
        <source>不让</source>
        <translation>Refuse</translation>
    </message>
    <message id="sync.wait">
        <source>再看看</source>
        <translation>Wait</translation>
    </message>
    <message id="sync.seen">
        <source>我看过了</source>
        <translation>I have read it</translation>
    </message>
</context>
</TS>
