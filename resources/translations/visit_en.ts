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
    <message id="home.not_open">
        <source>%1·还没开门</source>
        <translation>%1, not open yet</translation>
    </message>
    <message id="home.other_day">
        <source>下一场：%1</source>
        <translation>Next: %1</translation>
    </message>
    <message id="home.over">
        <source>%1·已结束</source>
        <translation>%1, over</translation>
    </message>
    <message id="home.scan">
        <source>请扫码签到</source>
        <translation>Scan to
check in</translation>
    </message>
    <message id="home.closed_paused">
        <source>入场暂停</source>
        <translation>Entry paused</translation>
    </message>
    <message id="home.closed_full">
        <source>馆内已满</source>
        <translation>Hall full</translation>
    </message>
    <message id="home.closed_not_open">
        <source>还没开门</source>
        <translation>Not open yet</translation>
    </message>
    <message id="home.closed_other_day">
        <source>今天不开放</source>
        <translation>Not open today</translation>
    </message>
    <message id="home.closed_over">
        <source>今天已结束</source>
        <translation>Over for today</translation>
    </message>
    <message id="home.closed_wait">
        <source>请在这里稍候，恢复后再扫码</source>
        <translation>Please wait here, then scan</translation>
    </message>
    <message id="home.closed_meanwhile">
        <source>现在可以先找展位、看日程</source>
        <translation>You can find stalls and see the programme</translation>
    </message>
    <message id="home.scan_low">
        <source>请扫码
签到</source>
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
        <source>没有码？报学号或姓名，或现场登记</source>
        <translation>No code? Student number, name, or register here</translation>
    </message>
    <message id="home.find">
        <source>找展位</source>
        <translation>Find a stall</translation>
    </message>
    <message id="home.find_how_bare">
        <source>搜单位、岗位、专业</source>
        <translation>By employer, job or major</translation>
    </message>
    <message id="home.find_how_schools" numerus="yes">
        <source>%1 个展位·搜学校、专业</source>
        <translation>
            <numerusform>%1 stall, by school or major</numerusform>
            <numerusform>%1 stalls, by school or major</numerusform>
        </translation>
    </message>
    <message id="home.find_how" numerus="yes">
        <source>%1 个展位·搜单位、岗位、专业</source>
        <translation>
            <numerusform>%1 stall, by employer, job or major</numerusform>
            <numerusform>%1 stalls, by employer, job or major</numerusform>
        </translation>
    </message>
    <message id="home.find_how_halls">
        <source>%1·%2·搜单位、岗位、专业</source>
        <translation>%1, %2, by employer, job or major</translation>
    </message>
    <message id="home.programme">
        <source>今日日程</source>
        <translation>Today's programme</translation>
    </message>
    <message id="home.programme_other">
        <source>展会日程</source>
        <translation>Programme</translation>
    </message>
    <message id="home.programme_how_bare">
        <source>宣讲会·讲座·对接会</source>
        <translation>Talks, lectures, meetings</translation>
    </message>
    <message id="home.programme_how_none">
        <source>没有安排活动</source>
        <translation>Nothing is planned</translation>
    </message>
    <message id="home.programme_how" numerus="yes">
        <source>宣讲会·讲座·%n 场</source>
        <translation>
            <numerusform>%n talk or lecture</numerusform>
            <numerusform>%n talks and lectures</numerusform>
        </translation>
    </message>
    <message id="verdict.next">
        <source>下一位，请直接扫码</source>
        <translation>Next, please scan</translation>
    </message>
    <message id="verdict.printing">
        <source>请取胸卡</source>
        <translation>Take your badge</translation>
    </message>
    <message id="verdict.printing_how">
        <source>正在打印，几秒后从下方出来</source>
        <translation>It comes out below in a few seconds</translation>
    </message>
    <message id="verdict.out">
        <source>胸卡出来了</source>
        <translation>Your badge is out</translation>
    </message>
    <message id="verdict.out_how">
        <source>请从屏幕下方取走</source>
        <translation>Please take it below the screen</translation>
    </message>
    <message id="verdict.stopped">
        <source>请到 %1取卡</source>
        <translation>Collect your badge at %1</translation>
    </message>
    <message id="verdict.stopped_how">
        <source>您已签到成功，这台打印机停了</source>
        <translation>You are checked in. This printer has stopped</translation>
    </message>
    <message id="verdict.find">
        <source>想先看展位？</source>
        <translation>Looking for a stall?</translation>
    </message>
    <message id="verdict.find_how">
        <source>点这里，按专业、岗位或单位名找</source>
        <translation>Touch here: by major, post or employer</translation>
    </message>
    <message id="badge.title">
        <source>领取胸卡</source>
        <translation>Your badge</translation>
    </message>
    <message id="badge.waiting">
        <source>胸卡排队中</source>
        <translation>Your badge
is queued</translation>
    </message>
    <message id="badge.waiting_how">
        <source>%1，前面还有 %2 张</source>
        <translation>%1, badges before yours: %2</translation>
    </message>
    <message id="badge.printing">
        <source>胸卡打印中</source>
        <translation>Your badge
is printing</translation>
    </message>
    <message id="badge.printing_how">
        <source>%1，几秒后就好</source>
        <translation>%1, a few seconds more</translation>
    </message>
    <message id="badge.out">
        <source>请取走胸卡</source>
        <translation>Please take
your badge</translation>
    </message>
    <message id="badge.out_how">
        <source>%1，胸卡已经出来了</source>
        <translation>%1, your badge is out</translation>
    </message>
    <message id="badge.stopped">
        <source>请到服务台
取胸卡</source>
        <translation>Collect it
at the desk</translation>
    </message>
    <message id="badge.stopped_how">
        <source>%1，您已签到成功，这台打印机停了</source>
        <translation>%1, you are checked in. This printer has stopped</translation>
    </message>
    <message id="badge.queue">
        <source>排队</source>
        <translation>Queue</translation>
    </message>
    <message id="badge.queue_before">
        <source>前面 %1 张</source>
        <translation>%1 before</translation>
    </message>
    <message id="badge.queue_over">
        <source>排到了</source>
        <translation>Done</translation>
    </message>
    <message id="badge.print">
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message id="badge.print_later">
        <source>稍候</source>
        <translation>Soon</translation>
    </message>
    <message id="badge.print_now">
        <source>正在打</source>
        <translation>Now</translation>
    </message>
    <message id="badge.print_done">
        <source>打好了</source>
        <translation>Done</translation>
    </message>
    <message id="badge.print_stopped">
        <source>停了</source>
        <translation>Stopped</translation>
    </message>
    <message id="badge.take">
        <source>取卡</source>
        <translation>Take</translation>
    </message>
    <message id="badge.below">
        <source>胸卡从屏幕下方出来</source>
        <translation>It comes out below the screen</translation>
    </message>
    <message id="badge.take_it">
        <source>请从屏幕下方取走</source>
        <translation>Take it below the screen</translation>
    </message>
    <message id="badge.below_how">
        <source>请挂在胸前，再入场</source>
        <translation>Please wear it when you go in</translation>
    </message>
    <message id="badge.desk">
        <source>请到 %1取卡</source>
        <translation>Collect it at %1</translation>
    </message>
    <message id="badge.desk_how">
        <source>报姓名即可，不用重新登记</source>
        <translation>Just say your name, no need to register again</translation>
    </message>
    <message id="badge.find">
        <source>想先看展位？</source>
        <translation>Looking for a stall?</translation>
    </message>
    <message id="badge.find_how">
        <source>点这里，按专业、岗位或单位名找</source>
        <translation>Touch here: by major, post or employer</translation>
    </message>
    <message id="badge.home">
        <source>好了，回首页</source>
        <translation>Done, go home</translation>
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
    <message id="check_in.by_code">
        <source>输入登记码</source>
        <translation>Type my code</translation>
    </message>
    <message id="check_in.by_code_how">
        <source>短信里的码，二维码打不开时用</source>
        <translation>From your message, if the QR code does not open</translation>
    </message>
    <message id="check_in.digits_only">
        <source>只有数字</source>
        <translation>Digits only</translation>
    </message>
    <message id="check_in.with_letters">
        <source>学号里有字母</source>
        <translation>With letters</translation>
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
    <message id="check_in.code">
        <source>您的登记码？</source>
        <translation>Your code?</translation>
    </message>
    <message id="check_in.code_how" numerus="yes">
        <source>在预约成功的短信里，共 %n 位字母和数字，没有 0、1、8、9</source>
        <translation>
            <numerusform>In your booking message: %n letter or digit, never 0, 1, 8 or 9</numerusform>
            <numerusform>In your booking message: %n letters and digits, never 0, 1, 8 or 9</numerusform>
        </translation>
    </message>
    <message id="check_in.code_so_far">
        <source>已输入 %1 位，共 %2 位</source>
        <translation>%1 of %2 typed</translation>
    </message>
    <message id="check_in.code_unknown">
        <source>没有找到这个登记码，请对照短信再看一遍，或到 %1</source>
        <translation>This code was not found. Please compare it with your message, or ask at %1</translation>
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
    <message id="check_in.wait">
        <source>试的次数多了，请过 30 秒再试，或到 %1</source>
        <translation>That was several tries. Please wait 30 seconds, or ask at %1</translation>
    </message>
    <message id="check_in.busy">
        <source>正在核对，请稍候</source>
        <translation>Checking, one moment</translation>
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
    <message id="walk_up.consent_days" numerus="yes">
        <source>%n 天后删除。</source>
        <translation>
            <numerusform>Deleted after %n day.</numerusform>
            <numerusform>Deleted after %n days.</numerusform>
        </translation>
    </message>
    <message id="walk_up.cancel">
        <source>取消，不留记录</source>
        <translation>Cancel</translation>
    </message>
    <message id="walk_up.cancel_short">
        <source>取消</source>
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
    <message id="walk_up.busy">
        <source>正在登记</source>
        <translation>Registering</translation>
    </message>
    <message id="walk_up.busy_how">
        <source>正在登记，请稍候。</source>
        <translation>Registering you, one moment.</translation>
    </message>
    <message id="walk_up.consent_how">
        <source>请看一遍说明，同意后马上打印胸卡。</source>
        <translation>Please read this. Your badge is printed once you agree.</translation>
    </message>
    <message id="walk_up.consent_version">
        <source>说明版本 %1</source>
        <translation>Notice version %1</translation>
    </message>
    <message id="help.title">
        <source>求助</source>
        <translation>Help</translation>
    </message>
    <message id="help.desk">
        <source>请到 %1</source>
        <translation>Please go to %1</translation>
    </message>
    <message id="help.staff_near">
        <source>请找工作人员</source>
        <translation>Please ask staff</translation>
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
        <translation>Brighter screen, 10 cm from the window, hold still</translation>
    </message>
    <message id="help.lost">
        <source>胸卡丢了？</source>
        <translation>Lost your badge?</translation>
    </message>
    <message id="help.lost_how">
        <source>带上学生证或身份证件，当场补办</source>
        <translation>Bring your student card or ID, get a new one</translation>
    </message>
    <message id="help.seeing">
        <source>看得清、够得着</source>
        <translation>To see and reach more easily</translation>
    </message>
    <message id="help.large">
        <source>大字</source>
        <translation>Larger</translation>
    </message>
    <message id="help.contrast">
        <source>高对比</source>
        <translation>Contrast</translation>
    </message>
    <message id="help.low">
        <source>低位</source>
        <translation>Lower</translation>
    </message>
    <message id="help.still">
        <source>少动画</source>
        <translation>No motion</translation>
    </message>
    <message id="help.language">
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message id="help.language_now">
        <source>中文</source>
        <translation>English</translation>
    </message>
    <message id="help.on">
        <source>开</source>
        <translation>On</translation>
    </message>
    <message id="help.off">
        <source>关</source>
        <translation>Off</translation>
    </message>
    <message id="help.staff">
        <source>工作人员登录</source>
        <translation>Staff sign-in</translation>
    </message>
    <message id="out.title">
        <source>请找工作人员</source>
        <translation>Please ask our staff</translation>
    </message>
    <message id="out.closed">
        <source>本机暂停使用</source>
        <translation>This kiosk is closed</translation>
    </message>
    <message id="out.closed_how">
        <source>%1
已记下的签到不会丢。</source>
        <translation>%1
Nothing that was recorded is lost.</translation>
    </message>
    <message id="out.how">
        <source>这台机器刚才没能完成操作，稍后会回到首页。
已记下的签到不会丢。</source>
        <translation>This kiosk could not finish. It goes home by itself.
Check-ins already made are safe.</translation>
    </message>
    <message id="out.desk">
        <source>请到 %1</source>
        <translation>Please go to %1</translation>
    </message>
    <message id="out.desk_near">
        <source>请到服务台</source>
        <translation>Please go to a desk</translation>
    </message>
    <message id="out.desk_how">
        <source>签到、登记、打印胸卡，当场帮您办</source>
        <translation>They check you in and print your badge</translation>
    </message>
    <message id="out.staff">
        <source>工作人员请看：%1</source>
        <translation>For staff: %1</translation>
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
    <message id="attract.find_zh">
        <source>找到您的展位</source>
        <translation>找到您的展位</translation>
    </message>
    <message id="attract.find_school_zh">
        <source>找到学校展位</source>
        <translation>找到学校展位</translation>
    </message>
    <message id="attract.halls_zh">
        <source>%1 个展位，%2 个展馆</source>
        <translation>%1 个展位，%2 个展馆</translation>
    </message>
    <message id="attract.stalls_zh">
        <source>%1 个展位</source>
        <translation>%1 个展位</translation>
    </message>
    <message id="attract.do_zh">
        <source>轻触屏幕，或直接扫码</source>
        <translation>轻触屏幕，或直接扫码</translation>
    </message>
    <message id="attract.find_en">
        <source>Find your stall.</source>
        <translation>Find your stall.</translation>
    </message>
    <message id="attract.find_school_en">
        <source>Find a school's stall.</source>
        <translation>Find a school's stall.</translation>
    </message>
    <message id="attract.halls_en">
        <source>%1 stalls in %2 halls.</source>
        <translation>%1 stalls in %2 halls.</translation>
    </message>
    <message id="attract.stalls_en">
        <source>%1 stalls.</source>
        <translation>%1 stalls.</translation>
    </message>
    <message id="attract.do_en">
        <source>Touch the screen, or scan your code</source>
        <translation>Touch the screen, or scan your code</translation>
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
    <message id="verdict.known">
        <source>您已有预约</source>
        <translation>You are booked already</translation>
    </message>
    <message id="verdict.known_how">
        <source>不用再登记，按原来的预约办理</source>
        <translation>No need to register: your booking counts</translation>
    </message>
    <message id="verdict.delegation">
        <source>带团入场：还有 %1 人</source>
        <translation>Your delegation: %1 to come</translation>
    </message>
    <message id="verdict.delegation_how">
        <source>点这里看名单，一起入场</source>
        <translation>See the list here and go in together</translation>
    </message>
    <message id="verdict.stopped_foyer">
        <source>这台打印机停了</source>
        <translation>This printer has stopped</translation>
    </message>
    <message id="home.scan_out">
        <source>离场请扫胸卡</source>
        <translation>Scan your badge to leave</translation>
    </message>
    <message id="home.scan_foyer">
        <source>扫码领胸卡</source>
        <translation>Scan for your badge</translation>
    </message>
    <message id="home.scan_hosts">
        <source>单位扫码签到</source>
        <translation>Employers:
scan here</translation>
    </message>
    <message id="home.scan_session">
        <source>入会场请扫码</source>
        <translation>Scan to enter
the room</translation>
    </message>
    <message id="home.scan_out_how">
        <source>把胸卡对准屏幕下方的扫描窗</source>
        <translation>Hold your badge to the window below the screen</translation>
    </message>
    <message id="home.scan_foyer_how">
        <source>胸卡当场打印，拿好再走入口</source>
        <translation>It is printed here. Take it to the gate.</translation>
    </message>
    <message id="home.scan_hosts_how">
        <source>参展单位的代表在这里签到、领胸卡</source>
        <translation>Check in here and get your badge.</translation>
    </message>
    <message id="home.leave">
        <source>离场</source>
        <translation>Leave</translation>
    </message>
    <message id="home.get_badge">
        <source>领胸卡</source>
        <translation>Get your badge</translation>
    </message>
    <message id="home.no_code_how">
        <source>码不在手边？报学号或姓名</source>
        <translation>No code to hand? Student number or name</translation>
    </message>
    <message id="home.seats_paused">
        <source>入场暂停，请稍候</source>
        <translation>Entry is paused, please wait</translation>
    </message>
    <message id="home.seats_full">
        <source>座位已满</source>
        <translation>All seats are taken</translation>
    </message>
    <message id="home.seats">
        <source>还有 %1 个座位</source>
        <translation>Seats left: %1</translation>
    </message>
    <message id="badge.stopped_foyer">
        <source>%1，这台打印机停了，胸卡在服务台打。</source>
        <translation>%1, this printer has stopped. The desk will print your badge.</translation>
    </message>
    <message id="agreement.title">
        <source>入场前确认</source>
        <translation>Before you go in</translation>
    </message>
    <message id="agreement.declined">
        <source>没关系</source>
        <translation>That is all right</translation>
    </message>
    <message id="agreement.consent">
        <source>请看收集说明</source>
        <translation>Please read this</translation>
    </message>
    <message id="agreement.declaration">
        <source>请确认声明</source>
        <translation>Please confirm this</translation>
    </message>
    <message id="agreement.declined_how">
        <source>请到服务台，工作人员帮您想别的办法。</source>
        <translation>Staff at the desk will find another way.</translation>
    </message>
    <message id="agreement.busy">
        <source>正在记下，请稍候</source>
        <translation>Noting it, one moment</translation>
    </message>
    <message id="agreement.how">
        <source>看完请按下面的按钮，不到半分钟。</source>
        <translation>Then touch the button below. It takes half a minute.</translation>
    </message>
    <message id="agreement.page">
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message id="agreement.desk_how">
        <source>说您不想在机器上同意，工作人员会帮您</source>
        <translation>Say that you would rather not agree at the kiosk</translation>
    </message>
    <message id="agreement.no">
        <source>不同意</source>
        <translation>No, thank you</translation>
    </message>
    <message id="agreement.read_again">
        <source>再看一遍说明</source>
        <translation>Read it again</translation>
    </message>
    <message id="agreement.agree">
        <source>同意并入场</source>
        <translation>Agree and go in</translation>
    </message>
    <message id="delegation.title">
        <source>代表团入场</source>
        <translation>Delegation</translation>
    </message>
    <message id="delegation.busy">
        <source>正在登记入场，请稍候。</source>
        <translation>Letting them in, one moment.</translation>
    </message>
    <message id="delegation.failed">
        <source>没有办成，没有人入场。请再试一次，或找工作人员。</source>
        <translation>That did not work; nobody went in. Try again, or ask staff.</translation>
    </message>
    <message id="delegation.badges">
        <source>%1 张胸卡在打印，从屏幕下方依次出来。</source>
        <translation>Badges printing: %1. They come out below, one by one.</translation>
    </message>
    <message id="delegation.no_badges">
        <source>胸卡都已打过，请直接入场。</source>
        <translation>All have their badges. Please go straight in.</translation>
    </message>
    <message id="delegation.all_here">
        <source>全团都已入场。</source>
        <translation>Everybody is in.</translation>
    </message>
    <message id="delegation.how">
        <source>没来的人，点一下去掉勾。</source>
        <translation>Touch whoever is not here to take the tick away.</translation>
    </message>
    <message id="delegation.leader_coach">
        <source>领队 %1·%2</source>
        <translation>Leader %1, coach %2</translation>
    </message>
    <message id="delegation.leader">
        <source>领队 %1</source>
        <translation>Leader %1</translation>
    </message>
    <message id="delegation.admitted">
        <source>%1 人已入场</source>
        <translation>%1 went in</translation>
    </message>
    <message id="delegation.arrived" numerus="yes">
        <source>已到 %n，共 %1 人</source>
        <translation>
            <numerusform>%n of %1 is here</numerusform>
            <numerusform>%n of %1 are here</numerusform>
        </translation>
    </message>
    <message id="delegation.refused">
        <source>没能入场 %1 人，请到服务台</source>
        <translation>Could not go in: %1. Please see the desk</translation>
    </message>
    <message id="delegation.list">
        <source>名单</source>
        <translation>Members</translation>
    </message>
    <message id="delegation.page">
        <source>第 %1 到 %2 人，共 %3 人</source>
        <translation>%1 to %2 of %3</translation>
    </message>
    <message id="delegation.done">
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message id="delegation.let_in">
        <source>%1 人一起入场</source>
        <translation>Let %1 in</translation>
    </message>
    <message id="delegation.here">
        <source>已到</source>
        <translation>Here</translation>
    </message>
    <message id="delegation.absent">
        <source>没来</source>
        <translation>Absent</translation>
    </message>
    <message id="check_in.title_out">
        <source>离场</source>
        <translation>Leave</translation>
    </message>
    <message id="check_in.question_out">
        <source>扫胸卡离场</source>
        <translation>Scan your badge to leave</translation>
    </message>
    <message id="check_in.name_how">
        <source>预约时填的姓名</source>
        <translation>The name you booked with</translation>
    </message>
    <message id="check_in.mismatch_name">
        <source>姓名和手机号对不上，请再输一次，或到 %1</source>
        <translation>Name and phone do not match. Try again, or ask at %1</translation>
    </message>
    <message id="check_in.by_name">
        <source>用姓名签到</source>
        <translation>Use my name</translation>
    </message>
    <message id="check_in.by_name_how">
        <source>还要手机号后四位</source>
        <translation>With the last four digits of your phone</translation>
    </message>
    <message id="out.tries">
        <source>本机每隔几秒自己再试，好了会自动回到首页。</source>
        <translation>This kiosk tries again every few seconds, and goes on by itself.</translation>
    </message>
    <message id="delegation.to_desk">
        <source>请到服务台</source>
        <translation>Please see the desk</translation>
    </message>
    <message id="rehearsal.band">
        <source>演练，不计数</source>
        <translation>Rehearsal: nothing counts</translation>
    </message>
</context>
</TS>
