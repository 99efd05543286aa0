<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="camera.how">
        <source>把二维码举到摄像头前。
画面只用来读码，不保存</source>
        <translation>Hold your code up to the camera.
Nothing that it sees is kept</translation>
    </message>
    <message id="camera.light">
        <source>光线太暗，请把手机调亮，或到亮一点的地方</source>
        <translation>Too dark: make your phone brighter</translation>
    </message>
    <message id="camera.glare">
        <source>太亮了，请把手机斜一点，或把屏幕调暗</source>
        <translation>Too bright: tilt or dim your phone</translation>
    </message>
    <message id="camera.closer">
        <source>请靠近一点</source>
        <translation>Hold it a little closer</translation>
    </message>
    <message id="camera.farther">
        <source>请离远一点</source>
        <translation>Hold it a little farther away</translation>
    </message>
    <message id="camera.still">
        <source>请拿稳，停一下</source>
        <translation>Hold it still for a moment</translation>
    </message>
    <message id="camera.one">
        <source>一次只放一个码</source>
        <translation>One code at a time</translation>
    </message>
    <message id="camera.aim">
        <source>把码放进框里</source>
        <translation>Put the code into the frame</translation>
    </message>
    <message id="camera.badge">
        <source>把胸卡举到摄像头前，画面不保存</source>
        <translation>Show your badge; no picture is kept</translation>
    </message>
    <message id="camera.code">
        <source>把二维码举到摄像头前，画面不保存</source>
        <translation>Show your code; no picture is kept</translation>
    </message>
    <message id="camera.foot">
        <source>对着摄像头扫码</source>
        <translation>Scan at the camera</translation>
    </message>
    <message id="camera.help">
        <source>调亮手机屏幕，对着摄像头停一秒</source>
        <translation>Brighter screen, hold it still before the camera</translation>
    </message>
</context>
</TS>
