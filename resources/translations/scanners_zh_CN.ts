<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="scanners.try">
        <source>扫一下试试</source>
        <translation>扫一下试试</translation>
    </message>
    <message id="scanners.try_how">
        <source>扫一张胸卡，或右边的测试码。在这一页扫码只作检查，不会入场。</source>
        <translation>扫一张胸卡，或右边的测试码。在这一页扫码只作检查，不会入场。</translation>
    </message>
    <message id="scanners.good">
        <source>这把枪不用再设。</source>
        <translation>这把枪不用再设。</translation>
    </message>
    <message id="scanners.characters" numerus="yes">
        <source>%n 个字符</source>
        <translation>
            <numerusform>%n 个字符</numerusform>
        </translation>
    </message>
    <message id="scanners.took">
        <source>%1 毫秒</source>
        <translation>%1 毫秒</translation>
    </message>
    <message id="scanners.dropped">
        <source>丢掉 %1 个</source>
        <translation>丢掉 %1 个</translation>
    </message>
    <message id="scanners.test_code">
        <source>测试码</source>
        <translation>测试码</translation>
    </message>
    <message id="scanners.how">
        <source>键盘式扫码枪插上就能用，不用选。</source>
        <translation>键盘式扫码枪插上就能用，不用选。</translation>
    </message>
    <message id="scanners.baud">
        <source>串口速率</source>
        <translation>串口速率</translation>
    </message>
    <message id="scanners.camera">
        <source>摄像头扫码</source>
        <translation>摄像头扫码</translation>
    </message>
    <message id="scanners.serial">
        <source>串口扫码枪接在</source>
        <translation>串口扫码枪接在</translation>
    </message>
    <message id="scanners.none">
        <source>不用</source>
        <translation>不用</translation>
    </message>
    <message id="scanners.title">
        <source>扫码枪</source>
        <translation>扫码枪</translation>
    </message>
</context>
</TS>
