<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="sync.title">
        <source>各机同步</source>
        <translation>各机同步</translation>
    </message>
    <message id="sync.failed">
        <source>和别的机器的情况没有读出来</source>
        <translation>和别的机器的情况没有读出来</translation>
    </message>
    <message id="sync.items">
        <source>要看的 %1</source>
        <translation>要看的 %1</translation>
    </message>
    <message id="sync.machines">
        <source>机器和 U 盘 %1</source>
        <translation>机器和 U 盘 %1</translation>
    </message>
    <message id="sync.no_machines">
        <source>还没有遇到别的机器</source>
        <translation>还没有遇到别的机器</translation>
    </message>
    <message id="sync.machines_list">
        <source>机器和 U 盘</source>
        <translation>机器和 U 盘</translation>
    </message>
    <message id="sync.own_joining">
        <source>本机还没有加入本场地</source>
        <translation>本机还没有加入本场地</translation>
    </message>
    <message id="sync.qr">
        <source>同一个号码的二维码</source>
        <translation>同一个号码的二维码</translation>
    </message>
    <message id="sync.working">
        <source>正在复制，请不要拔 U 盘。入场照常。</source>
        <translation>正在复制，请不要拔 U 盘。入场照常。</translation>
    </message>
    <message id="sync.copy_out">
        <source>复制到 U 盘</source>
        <translation>复制到 U 盘</translation>
    </message>
    <message id="sync.take_in">
        <source>从 U 盘取入</source>
        <translation>从 U 盘取入</translation>
    </message>
    <message id="sync.accept">
        <source>让它加入</source>
        <translation>让它加入</translation>
    </message>
    <message id="sync.accept_sure">
        <source>号码一样</source>
        <translation>号码一样</translation>
    </message>
    <message id="sync.refuse_sure">
        <source>确认不让</source>
        <translation>确认不让</translation>
    </message>
    <message id="sync.refuse">
        <source>不让</source>
        <translation>不让</translation>
    </message>
    <message id="sync.wait">
        <source>再看看</source>
        <translation>再看看</translation>
    </message>
    <message id="sync.seen">
        <source>我看过了</source>
        <translation>我看过了</translation>
    </message>
</context>
</TS>
