<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="scanners.try">
        <source>扫一下试试</source>
        <translation>Scan to test</translation>
    </message>
    <message id="scanners.try_how">
        <source>扫一张胸卡，或右边的测试码。在这一页扫码只作检查，不会入场。</source>
        <translation>Scan a badge, or the test code beside this. On this page a scan is only checked: nobody is let in.</translation>
    </message>
    <message id="scanners.good">
        <source>这把枪不用再设。</source>
        <translation>This scanner needs no other setting.</translation>
    </message>
    <message id="scanners.characters" numerus="yes">
        <source>%n 个字符</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message id="scanners.took">
        <source>%1 毫秒</source>
        <translation>%1 ms</translation>
    </message>
    <message id="scanners.dropped">
        <source>丢掉 %1 个</source>
        <translation>%1 dropped</translation>
    </message>
    <message id="scanners.test_code">
        <source>测试码</source>
        <translation>Test code</translation>
    </message>
    <message id="scanners.how">
        <source>键盘式扫码枪插上就能用，不用选。</source>
        <translation>Keyboard scanners work as soon as they are plugged in.</translation>
    </message>
    <message id="scanners.baud">
        <source>串口速率</source>
        <translation>Serial speed</translation>
    </message>
    <message id="scanners.camera">
        <source>摄像头扫码</source>
        <translation>Scan by camera</translation>
    </message>
    <message id="scanners.serial">
        <source>串口扫码枪接在</source>
        <translation>Serial scanner at</translation>
    </message>
    <message id="scanners.none">
        <source>不用</source>
        <translation>None</translation>
    </message>
    <message id="scanners.title">
        <source>扫码枪</source>
        <translation>Scanners</translation>
    </message>
</context>
</TS>
