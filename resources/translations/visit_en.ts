<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="foot.back">
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message id="foot.home">
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message id="foot.help">
        <source>求助</source>
        <translation>Help</translation>
    </message>
    <message id="foot.larger">
        <source>大字</source>
        <translation>Larger</translation>
    </message>
    <message id="foot.larger_on">
        <source>大字 开</source>
        <translation>Larger on</translation>
    </message>
    <message id="foot.contrast">
        <source>高对比</source>
        <translation>Contrast</translation>
    </message>
    <message id="foot.contrast_on">
        <source>高对比 开</source>
        <translation>Contrast on</translation>
    </message>
    <message id="foot.lower">
        <source>低位</source>
        <translation>Lower</translation>
    </message>
    <message id="foot.lower_on">
        <source>低位 开</source>
        <translation>Lower on</translation>
    </message>
    <message id="foot.language">
        <source>English</source>
        <translation>中文</translation>
    </message>
    <message id="foot.scanner_below">
        <source>扫描窗在屏幕下方</source>
        <translation>Scanner is below</translation>
    </message>
    <message id="foot.seconds">
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
    <message id="foot.stay">
        <source>继续使用</source>
        <translation>Stay here</translation>
    </message>
    <message id="pad.erase">
        <source>删除一位</source>
        <translation>Delete</translation>
    </message>
    <message id="entry.clear">
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message id="home.loading">
        <source>正在读取展会资料，可以先扫码</source>
        <translation>Loading the fair, you can already scan</translation>
    </message>
    <message id="home.scan">
        <source>请扫码签到</source>
        <translation>Scan to
check in</translation>
    </message>
    <message id="home.scan_how">
        <source>把二维码对准屏幕下方的扫描窗</source>
        <translation>Hold your QR code to the window below</translation>
    </message>
    <message id="home.calm">
        <source>馆内 %1 人·通畅</source>
        <translation>%1 inside, not crowded</translation>
    </message>
    <message id="home.filling">
        <source>馆内 %1 人·人较多</source>
        <translation>%1 inside, filling up</translation>
    </message>
    <message id="home.nearly_full">
        <source>馆内 %1 人·快满了</source>
        <translation>%1 inside, nearly full</translation>
    </message>
    <message id="home.full">
        <source>馆内 %1 人·已满，请稍候</source>
        <translation>%1 inside, full, please wait</translation>
    </message>
    <message id="home.paused">
        <source>馆内 %1 人·入场暂停</source>
        <translation>%1 inside, entry is paused</translation>
    </message>
    <message id="home.check_in">
        <source>签到</source>
        <translation>Check in</translation>
    </message>
    <message id="home.check_in_how">
        <source>没有码？报学号，或现场登记</source>
        <translation>No code? Student number, or register</translation>
    </message>
    <message id="home.find">
        <source>找展位</source>
        <translation>Find a stall</translation>
    </message>
    <message id="home.find_how_bare">
        <source>搜单位、岗位、专业</source>
        <translation>By employer, job or major</translation>
    </message>
    <message id="home.find_how_schools">
        <source>%1 个展位·搜学校、专业</source>
        <translation>%1 stalls, by school or major</translation>
    </message>
    <message id="home.find_how">
        <source>%1 个展位·搜单位、岗位、专业</source>
        <translation>%1 stalls, by employer, job or major</translation>
    </message>
    <message id="home.find_how_halls">
        <source>%1 个展位·%2 个展馆·搜单位、岗位、专业</source>
        <translation>%1 stalls, %2 halls, by employer, job or major</translation>
    </message>
    <message id="home.programme">
        <source>今日日程</source>
        <translation>Today's programme</translation>
    </message>
    <message id="home.programme_how_bare">
        <source>宣讲会·讲座·对接会</source>
        <translation>Talks, lectures, meetings</translation>
    </message>
    <message id="home.programme_how">
        <source>宣讲会·讲座·%1 场</source>
        <translation>%1 talks and lectures</translation>
    </message>
    <message id="verdict.next">
        <source>下一位，请直接扫码</source>
        <translation>Next, please scan</translation>
    </message>
    <message id="check_in.title">
        <source>签到</source>
        <translation>Check in</translation>
    </message>
    <message id="check_in.question">
        <source>请扫码签到</source>
        <translation>Scan to check in</translation>
    </message>
    <message id="check_in.how">
        <source>把二维码对准屏幕下方的扫描窗。
手机亮度调高一些更快</source>
        <translation>Hold your QR code to the window below.
A brighter phone screen scans faster.</translation>
    </message>
    <message id="check_in.by_number">
        <source>用学号签到</source>
        <translation>Use my student number</translation>
    </message>
    <message id="check_in.by_number_how">
        <source>已预约、手边没有码</source>
        <translation>I have booked, but my code is not at hand</translation>
    </message>
    <message id="check_in.walk_up">
        <source>现场登记</source>
        <translation>Register here</translation>
    </message>
    <message id="check_in.walk_up_how">
        <source>没有预约，约 1 分钟，当场打印胸卡</source>
        <translation>No booking needed. About a minute, badge printed at once</translation>
    </message>
    <message id="check_in.number">
        <source>您的学号？</source>
        <translation>Your student number?</translation>
    </message>
    <message id="check_in.number_how">
        <source>和预约时填的一样</source>
        <translation>The one you gave when you booked</translation>
    </message>
    <message id="check_in.tail">
        <source>手机号后四位？</source>
        <translation>Last four digits of your phone?</translation>
    </message>
    <message id="check_in.tail_how">
        <source>预约时留的手机号，用来确认是您本人</source>
        <translation>Of the phone you booked with, so that we know it is you</translation>
    </message>
    <message id="check_in.mismatch">
        <source>学号和手机号对不上，请再输一次，或到 %1</source>
        <translation>These do not match. Please try again, or ask at %1</translation>
    </message>
    <message id="check_in.next">
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message id="check_in.done">
        <source>签到</source>
        <translation>Check in</translation>
    </message>
    <message id="check_in.previous">
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message id="walk_up.title">
        <source>现场登记</source>
        <translation>Register here</translation>
    </message>
    <message id="walk_up.name">
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message id="walk_up.degree">
        <source>学历</source>
        <translation>Degree</translation>
    </message>
    <message id="walk_up.school">
        <source>学校</source>
        <translation>School</translation>
    </message>
    <message id="walk_up.phone">
        <source>手机号</source>
        <translation>Phone</translation>
    </message>
    <message id="walk_up.now">
        <source>正在填</source>
        <translation>Now</translation>
    </message>
    <message id="walk_up.later">
        <source>待填</source>
        <translation>Next</translation>
    </message>
    <message id="walk_up.optional">
        <source>可不填</source>
        <translation>Optional</translation>
    </message>
    <message id="walk_up.name_question">
        <source>您的姓名？</source>
        <translation>Your name?</translation>
    </message>
    <message id="walk_up.name_how">
        <source>印在胸卡上；屏幕上只显示一部分。</source>
        <translation>It is printed on your badge. The screen shows only part of it.</translation>
    </message>
    <message id="walk_up.name_hint">
        <source>点这里输入</source>
        <translation>Touch to type</translation>
    </message>
    <message id="walk_up.degree_question">
        <source>您的学历？</source>
        <translation>Your degree?</translation>
    </message>
    <message id="walk_up.degree_how">
        <source>在读的算即将取得的学历。</source>
        <translation>If you are still studying, the one you are working towards.</translation>
    </message>
    <message id="walk_up.degree_college">
        <source>专科</source>
        <translation>Junior college</translation>
    </message>
    <message id="walk_up.degree_bachelor">
        <source>本科</source>
        <translation>Bachelor's</translation>
    </message>
    <message id="walk_up.degree_master">
        <source>硕士</source>
        <translation>Master's</translation>
    </message>
    <message id="walk_up.degree_doctor">
        <source>博士</source>
        <translation>Doctorate</translation>
    </message>
    <message id="walk_up.school_question">
        <source>您的学校？</source>
        <translation>Your school?</translation>
    </message>
    <message id="walk_up.school_how">
        <source>可以打汉字、拼音或首字母，例如 bkd。</source>
        <translation>Type the name, its pinyin or initials, such as bkd.</translation>
    </message>
    <message id="walk_up.school_alias">
        <source>也叫：%1</source>
        <translation>Also: %1</translation>
    </message>
    <message id="walk_up.school_other">
        <source>没有您的学校？照写即可，工作人员会核对</source>
        <translation>Not listed? Type it in full, staff will check</translation>
    </message>
    <message id="walk_up.phone_question">
        <source>手机号后四位？</source>
        <translation>Last four digits of your phone?</translation>
    </message>
    <message id="walk_up.phone_how">
        <source>可不填。只在补卡时用来核对本人。</source>
        <translation>Optional. Used only to recognise you if you lose your badge.</translation>
    </message>
    <message id="walk_up.phone_skip">
        <source>不填，下一步</source>
        <translation>Skip this</translation>
    </message>
    <message id="walk_up.consent_question">
        <source>可以登记了吗？</source>
        <translation>Ready to register?</translation>
    </message>
    <message id="walk_up.consent_days">
        <source>%1 天后删除。</source>
        <translation>Deleted after %1 days.</translation>
    </message>
    <message id="walk_up.cancel">
        <source>取消，不留记录</source>
        <translation>Cancel</translation>
    </message>
    <message id="walk_up.previous">
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message id="walk_up.next">
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message id="walk_up.agree">
        <source>同意并打印</source>
        <translation>Agree and print</translation>
    </message>
    <message id="help.title">
        <source>求助</source>
        <translation>Help</translation>
    </message>
    <message id="help.desk">
        <source>请到 %1</source>
        <translation>Please go to %1</translation>
    </message>
    <message id="help.desk_how">
        <source>证件、预约、入场，都可以当场办</source>
        <translation>Badges, bookings and entry are all handled there</translation>
    </message>
    <message id="help.scan">
        <source>扫码没反应？</source>
        <translation>Code not scanning?</translation>
    </message>
    <message id="help.scan_how">
        <source>调亮手机屏幕，离扫描窗 10 厘米，停一秒</source>
        <translation>Turn up the brightness and hold the phone still, 10 cm from the window</translation>
    </message>
    <message id="help.lost">
        <source>胸卡丢了？</source>
        <translation>Lost your badge?</translation>
    </message>
    <message id="help.lost_how">
        <source>带上学生证或身份证件，当场补办</source>
        <translation>Bring your student card or ID and get a new one at once</translation>
    </message>
    <message id="help.staff">
        <source>工作人员登录</source>
        <translation>Staff sign-in</translation>
    </message>
    <message id="out.title">
        <source>请找工作人员</source>
        <translation>Please ask our staff</translation>
    </message>
    <message id="out.how">
        <source>这台机器刚才没能完成操作。
已记下的签到不会丢。</source>
        <translation>This kiosk could not finish that.
Recorded check-ins are safe.</translation>
    </message>
    <message id="out.desk">
        <source>请到 %1</source>
        <translation>Please go to %1</translation>
    </message>
    <message id="out.desk_how">
        <source>工作人员马上帮您</source>
        <translation>Staff will help you right away</translation>
    </message>
    <message id="out.home">
        <source>回首页再试</source>
        <translation>Go home and try again</translation>
    </message>
    <message id="idle.question">
        <source>还在看吗？</source>
        <translation>还在看吗？</translation>
    </message>
    <message id="idle.left_zh">
        <source>%1 秒后返回首页，您刚才查的内容会一并清掉。</source>
        <translation>%1 秒后返回首页，您刚才查的内容会一并清掉。</translation>
    </message>
    <message id="idle.left_en">
        <source>Still here? Going home in %1 s. What you looked up will be cleared.</source>
        <translation>Still here? Going home in %1 s. What you looked up will be cleared.</translation>
    </message>
    <message id="idle.stay_zh">
        <source>继续使用</source>
        <translation>继续使用</translation>
    </message>
    <message id="idle.stay_en">
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message id="idle.home_zh">
        <source>用完了，返回首页</source>
        <translation>用完了，返回首页</translation>
    </message>
    <message id="idle.home_en">
        <source>Go home</source>
        <translation>Go home</translation>
    </message>
    <message id="walk_up.skipped">
        <source>未填</source>
        <translation>Skipped</translation>
    </message>
    <message id="keyboard.language">
        <source>中/英</source>
        <translation>En/中</translation>
    </message>
    <message id="keyboard.done">
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message id="keyboard.space">
        <source>空格</source>
        <translation>Space</translation>
    </message>
</context>
</TS>
