<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="staff.reason_lost">
        <source>遗失</source>
        <translation>Lost</translation>
    </message>
    <message id="staff.reason_damaged">
        <source>损坏</source>
        <translation>Damaged</translation>
    </message>
    <message id="staff.reason_misprint">
        <source>打印不清</source>
        <translation>Misprint</translation>
    </message>
    <message id="staff.act_busy">
        <source>正在办，请稍候。</source>
        <translation>One moment.</translation>
    </message>
    <message id="staff.not_done">
        <source>没有办成，请再试一次。</source>
        <translation>That did not work. Please try again.</translation>
    </message>
    <message id="staff.act_how">
        <source>要办什么？</source>
        <translation>What is to be done?</translation>
    </message>
    <message id="staff.reprint">
        <source>补打同一张证</source>
        <translation>Reprint this badge</translation>
    </message>
    <message id="staff.reissue">
        <source>换新证，旧证停用</source>
        <translation>New badge, old one stops</translation>
    </message>
    <message id="staff.desk_failed">
        <source>今天的情况没有读出来</source>
        <translation>Today's state could not be read</translation>
    </message>
    <message id="staff.needs">
        <source>要做的事 %1</source>
        <translation>To do: %1</translation>
    </message>
    <message id="staff.nothing">
        <source>暂时没有要做的事</source>
        <translation>Nothing to do right now</translation>
    </message>
    <message id="staff.act">
        <source>办事</source>
        <translation>Actions</translation>
    </message>
    <message id="staff.search">
        <source>查人、放行、补证</source>
        <translation>Find, admit, print</translation>
    </message>
    <message id="staff.entries">
        <source>每 %1 分钟入场（人）</source>
        <translation>Came in, per %1 min</translation>
    </message>
    <message id="staff.print_again">
        <source>再打一次</source>
        <translation>Print again</translation>
    </message>
    <message id="staff.gates_other" numerus="yes">
        <source>另外 %n 个入口</source>
        <translation>
            <numerusform>%n other gate</numerusform>
            <numerusform>%n other gates</numerusform>
        </translation>
    </message>
    <message id="staff.gate_here">
        <source>%1（本机）</source>
        <translation>%1 (here)</translation>
    </message>
    <message id="staff.gates">
        <source>今天来过 %1 人，各入口已放行</source>
        <translation>%1 came today; admitted by gate</translation>
    </message>
    <message id="staff.first_language">
        <source>首选语言</source>
        <translation>First language</translation>
    </message>
    <message id="staff.motion">
        <source>画面动效</source>
        <translation>Motion</translation>
    </message>
    <message id="staff.motion_full">
        <source>正常</source>
        <translation>Full</translation>
    </message>
    <message id="staff.motion_less">
        <source>减少</source>
        <translation>Reduced</translation>
    </message>
    <message id="staff.sounds">
        <source>提示音</source>
        <translation>Sounds</translation>
    </message>
    <message id="staff.on">
        <source>开</source>
        <translation>On</translation>
    </message>
    <message id="staff.off">
        <source>关</source>
        <translation>Off</translation>
    </message>
    <message id="staff.mount">
        <source>屏幕下沿离地</source>
        <translation>Lower edge above floor</translation>
    </message>
    <message id="staff.mount_lower">
        <source>降低 10 毫米</source>
        <translation>Lower by 10 mm</translation>
    </message>
    <message id="staff.mount_mm">
        <source>%1 毫米</source>
        <translation>%1 mm</translation>
    </message>
    <message id="staff.mount_raise">
        <source>升高 10 毫米</source>
        <translation>Higher by 10 mm</translation>
    </message>
    <message id="staff.to_printers">
        <source>去打印机</source>
        <translation>Printer</translation>
    </message>
    <message id="staff.to_settings">
        <source>去设置</source>
        <translation>Settings</translation>
    </message>
    <message id="staff.resume">
        <source>恢复入场</source>
        <translation>Resume</translation>
    </message>
    <message id="staff.to_each">
        <source>逐个查看</source>
        <translation>See each</translation>
    </message>
    <message id="staff.inside_of">
        <source>馆内人数（资料包上限 %1）</source>
        <translation>Inside (pack limit %1)</translation>
    </message>
    <message id="staff.inside">
        <source>馆内人数</source>
        <translation>Inside</translation>
    </message>
    <message id="staff.full">
        <source>已满</source>
        <translation>Full</translation>
    </message>
    <message id="staff.full_in">
        <source>照近 10 分钟的速度，约 %1 分钟后满</source>
        <translation>Full in about %1 min at the last 10 min's rate</translation>
    </message>
    <message id="staff.mark">
        <source>%1% 提醒</source>
        <translation>Alert at %1%</translation>
    </message>
    <message id="staff.pack_open">
        <source>%1（正在用）</source>
        <translation>%1 (open)</translation>
    </message>
    <message id="staff.employers">
        <source>用人单位</source>
        <translation>Employers</translation>
    </message>
    <message id="staff.schools">
        <source>学校</source>
        <translation>Schools</translation>
    </message>
    <message id="staff.stalls">
        <source>展位</source>
        <translation>Stalls</translation>
    </message>
    <message id="staff.attendees">
        <source>登记的人</source>
        <translation>People</translation>
    </message>
    <message id="staff.sessions">
        <source>活动</source>
        <translation>Sessions</translation>
    </message>
    <message id="staff.openings">
        <source>岗位</source>
        <translation>Openings</translation>
    </message>
    <message id="staff.check_busy">
        <source>正在查整个文件，不影响签到。</source>
        <translation>Reading the whole file. Check-in goes on.</translation>
    </message>
    <message id="staff.check_right">
        <source>文件完好，和主办方签发的一样。</source>
        <translation>The file is exactly what the organiser signed.</translation>
    </message>
    <message id="staff.check_not">
        <source>没有查成，请再试一次。</source>
        <translation>It could not be checked. Please try again.</translation>
    </message>
    <message id="staff.check_how">
        <source>文件有没有坏，可以随时查一遍。</source>
        <translation>Check at any time that the file is whole.</translation>
    </message>
    <message id="staff.version">
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message id="staff.version_number">
        <source>第 %1 版</source>
        <translation>Version %1</translation>
    </message>
    <message id="staff.installed">
        <source>安装时间</source>
        <translation>Installed</translation>
    </message>
    <message id="staff.signer">
        <source>签发钥匙</source>
        <translation>Signed by key</translation>
    </message>
    <message id="staff.last_day">
        <source>最后一天</source>
        <translation>Last day</translation>
    </message>
    <message id="staff.pack_failed">
        <source>资料包没有读出来</source>
        <translation>The fair pack could not be read</translation>
    </message>
    <message id="staff.check_file">
        <source>检查文件</source>
        <translation>Check the file</translation>
    </message>
    <message id="staff.packs">
        <source>装着的资料包 %1</source>
        <translation>Installed packs: %1</translation>
    </message>
    <message id="staff.offer_newer">
        <source>比装着的新</source>
        <translation>Newer than the one installed</translation>
    </message>
    <message id="staff.offer_first">
        <source>可以安装</source>
        <translation>Can be installed</translation>
    </message>
    <message id="staff.offer_other_fair">
        <source>另一场活动</source>
        <translation>Another fair</translation>
    </message>
    <message id="staff.offer_same">
        <source>和装着的一样</source>
        <translation>The one installed</translation>
    </message>
    <message id="staff.offer_older">
        <source>比装着的旧</source>
        <translation>Older than the one installed</translation>
    </message>
    <message id="staff.offer_expired">
        <source>已过期，请向主办方要新的</source>
        <translation>Expired: ask the organiser for a new one</translation>
    </message>
    <message id="staff.offer_other_venue">
        <source>不是给本场地的</source>
        <translation>Made for another venue</translation>
    </message>
    <message id="staff.offer_other_organiser">
        <source>不是本场主办方签发的</source>
        <translation>Signed by another organiser</translation>
    </message>
    <message id="staff.offer_damaged">
        <source>损坏或没有拷贝完整</source>
        <translation>Damaged or half copied</translation>
    </message>
    <message id="staff.offer_facts">
        <source>第 %1 版，%2，%3 MB</source>
        <translation>Version %1, %2, %3 MB</translation>
    </message>
    <message id="staff.offer_look">
        <source>查看</source>
        <translation>Look</translation>
    </message>
    <message id="staff.stick_looking">
        <source>正在找 U 盘上的资料包</source>
        <translation>Looking for packs on the stick</translation>
    </message>
    <message id="staff.stick_silent">
        <source>U 盘没有反应</source>
        <translation>The stick does not answer</translation>
    </message>
    <message id="staff.stick_listed">
        <source>U 盘上的资料包</source>
        <translation>Packs on the stick</translation>
    </message>
    <message id="staff.stick_none">
        <source>没有找到 U 盘</source>
        <translation>There is no stick</translation>
    </message>
    <message id="staff.stick_empty">
        <source>U 盘上没有资料包</source>
        <translation>No pack is on the stick</translation>
    </message>
    <message id="staff.stick_reading">
        <source>正在检查整个资料包</source>
        <translation>Checking the whole pack</translation>
    </message>
    <message id="staff.stick_asked">
        <source>安装第 %1 版吗？</source>
        <translation>Install version %1?</translation>
    </message>
    <message id="staff.stick_installing">
        <source>正在安装第 %1 版</source>
        <translation>Installing version %1</translation>
    </message>
    <message id="staff.stick_installed">
        <source>第 %1 版已装好</source>
        <translation>Version %1 is installed</translation>
    </message>
    <message id="staff.stick_refused">
        <source>这个资料包不能装</source>
        <translation>This pack cannot be installed</translation>
    </message>
    <message id="staff.stick_failed">
        <source>没有装上</source>
        <translation>It was not installed</translation>
    </message>
    <message id="staff.stick_not">
        <source>没有做成</source>
        <translation>It did not work</translation>
    </message>
    <message id="staff.stick_meanwhile">
        <source>签到照常。</source>
        <translation>Check-in goes on.</translation>
    </message>
    <message id="staff.stick_keep">
        <source>签到照常。装好以前请不要拔 U 盘。</source>
        <translation>Check-in goes on. Leave the stick in until it is done.</translation>
    </message>
    <message id="staff.stick_replug">
        <source>请拔下再插好，或换一个 U 盘。</source>
        <translation>Take it out and put it back, or use another stick.</translation>
    </message>
    <message id="staff.stick_more">
        <source>文件夹太多，没有全部看完。请把资料包放在 U 盘最外层。</source>
        <translation>Too many folders, not all were looked at. Put the pack at the top of the stick.</translation>
    </message>
    <message id="staff.stick_choose">
        <source>点“查看”先看有什么变化，再决定装不装。</source>
        <translation>Touch Look to see what it changes; then decide.</translation>
    </message>
    <message id="staff.stick_plug">
        <source>请插上主办方给的 U 盘，再找一次。</source>
        <translation>Put in the organiser's stick, then look again.</translation>
    </message>
    <message id="staff.stick_copy">
        <source>资料包是一个文件夹，要整个拷贝。请核对后再找一次。</source>
        <translation>A pack is a folder and is copied whole. Check that, then look again.</translation>
    </message>
    <message id="staff.stick_renews">
        <source>U 盘可以拔了。退出以后，本机就换用新装的资料包。</source>
        <translation>The stick can be taken out. Sign out, and this kiosk works with the new pack.</translation>
    </message>
    <message id="staff.stick_try">
        <source>没有改动任何东西，请再试一次。</source>
        <translation>Nothing was changed. Please try again.</translation>
    </message>
    <message id="staff.stick_joins">
        <source>这是另一场活动：只列进活动日程，本机照旧用现在的。</source>
        <translation>Another fair: it only joins the season's list; this kiosk stays with its own.</translation>
    </message>
    <message id="staff.stick_turns">
        <source>这是另一场活动：装好以后，本机改为这一场。</source>
        <translation>Another fair: once it is installed, this kiosk works for it.</translation>
    </message>
    <message id="staff.stick_takes">
        <source>装好以后，本机换用这一版。</source>
        <translation>Once it is installed, this kiosk works with it.</translation>
    </message>
    <message id="staff.stick_fair">
        <source>活动</source>
        <translation>Fair</translation>
    </message>
    <message id="staff.stick_versions">
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message id="staff.stick_day">
        <source>第一天</source>
        <translation>First day</translation>
    </message>
    <message id="staff.stick">
        <source>U 盘</source>
        <translation>Stick</translation>
    </message>
    <message id="staff.stick_found">
        <source>找到 %1 个</source>
        <translation>Found: %1</translation>
    </message>
    <message id="staff.stick_first">
        <source>本机第一次装这场活动</source>
        <translation>The first pack of this fair here</translation>
    </message>
    <message id="staff.stick_changes">
        <source>有这些变化</source>
        <translation>What changes</translation>
    </message>
    <message id="staff.stick_keep_old">
        <source>不装</source>
        <translation>Do not install</translation>
    </message>
    <message id="staff.stick_install">
        <source>安装第 %1 版</source>
        <translation>Install version %1</translation>
    </message>
    <message id="staff.stick_renew">
        <source>退出并换用</source>
        <translation>Sign out and use it</translation>
    </message>
    <message id="staff.stick_again">
        <source>再找一次</source>
        <translation>Look again</translation>
    </message>
    <message id="staff.stick_how">
        <source>主办方给了新的资料包？插上 U 盘就能装。</source>
        <translation>A newer pack from the organiser? Put in the stick.</translation>
    </message>
    <message id="staff.stick_find">
        <source>从 U 盘装</source>
        <translation>From a stick</translation>
    </message>
    <message id="staff.search_none">
        <source>没有找到。换姓名、学号、手机尾号或展位号试试。</source>
        <translation>Nobody found. Try a name, student number, last four phone digits or stall.</translation>
    </message>
    <message id="staff.list_none">
        <source>没有这样的人了，已经处理完。</source>
        <translation>Nobody is left on this list. All done.</translation>
    </message>
    <message id="staff.list_found">
        <source>逐个核对，需要时补证。共 %1 人。</source>
        <translation>Check each, and reissue where needed. %1 in all.</translation>
    </message>
    <message id="staff.search_more">
        <source>人太多，只列出前 %1 位。请再写一些。</source>
        <translation>Too many people: only the first %1 are listed. Type a little more.</translation>
    </message>
    <message id="staff.search_found">
        <source>找到 %1 人，请点选。</source>
        <translation>Found: %1. Touch one.</translation>
    </message>
    <message id="staff.search_start">
        <source>姓名、拼音、学号、手机尾号或展位号都可以。</source>
        <translation>A name, pinyin, student number, last four phone digits or stall will do.</translation>
    </message>
    <message id="staff.twice">
        <source>重复入场</source>
        <translation>Admitted twice</translation>
    </message>
    <message id="staff.conflicts">
        <source>重复换证</source>
        <translation>Reissued twice</translation>
    </message>
    <message id="staff.search_title">
        <source>找谁？</source>
        <translation>Who?</translation>
    </message>
    <message id="staff.search_hint">
        <source>姓名、学号或展位号</source>
        <translation>Name, number or stall</translation>
    </message>
    <message id="staff.search_failed">
        <source>名单没有读出来，不是没有这个人</source>
        <translation>The list could not be read; nobody is missing</translation>
    </message>
    <message id="staff.inside_yes">
        <source>已入场</source>
        <translation>Inside</translation>
    </message>
    <message id="staff.inside_no">
        <source>未入场</source>
        <translation>Not inside</translation>
    </message>
    <message id="staff.prints">
        <source>打印 %1 次</source>
        <translation>Printed: %1</translation>
    </message>
    <message id="staff.test_busy">
        <source>正在打印测试页。</source>
        <translation>Printing the test page.</translation>
    </message>
    <message id="staff.printers_failed">
        <source>打印队列没有读出来</source>
        <translation>The print queue could not be read</translation>
    </message>
    <message id="staff.verdict_admit">
        <source>已放行</source>
        <translation>Admitted</translation>
    </message>
    <message id="staff.verdict_notice">
        <source>已入场</source>
        <translation>Already in</translation>
    </message>
    <message id="staff.verdict_refuse">
        <source>未放行</source>
        <translation>Not admitted</translation>
    </message>
    <message id="staff.verdict_staff">
        <source>转人工</source>
        <translation>Sent to desk</translation>
    </message>
    <message id="staff.verdict_ask">
        <source>待核对</source>
        <translation>To be checked</translation>
    </message>
    <message id="staff.nobody">
        <source>未识别</source>
        <translation>Unknown</translation>
    </message>
    <message id="staff.recent">
        <source>最近</source>
        <translation>Recent</translation>
    </message>
    <message id="staff.no_recent">
        <source>还没有人扫码</source>
        <translation>Nobody has scanned yet</translation>
    </message>
    <message id="staff.kept">
        <source>已保存。</source>
        <translation>Saved.</translation>
    </message>
    <message id="staff.kept_not">
        <source>没有保存，请再试一次。</source>
        <translation>It was not saved. Please try again.</translation>
    </message>
    <message id="staff.settings_how">
        <source>改了就保存，以后每位访客都这样开始。</source>
        <translation>Saved as you change it. Every visit starts this way.</translation>
    </message>
    <message id="staff.place">
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message id="staff.kiosk">
        <source>本机编号</source>
        <translation>Kiosk id</translation>
    </message>
    <message id="staff.screen">
        <source>屏幕</source>
        <translation>Screen</translation>
    </message>
    <message id="staff.program">
        <source>程序版本</source>
        <translation>Program</translation>
    </message>
    <message id="staff.clock">
        <source>时钟</source>
        <translation>Clock</translation>
    </message>
    <message id="staff.keys">
        <source>密钥</source>
        <translation>Keys</translation>
    </message>
    <message id="staff.journal">
        <source>日志</source>
        <translation>Journal</translation>
    </message>
    <message id="staff.settings_failed">
        <source>本机设置没有读出来</source>
        <translation>The settings could not be read</translation>
    </message>
    <message id="staff.only_now">
        <source>只改这一次的显示</source>
        <translation>For this visit only</translation>
    </message>
    <message id="staff.pin_question">
        <source>请输入您的 PIN</source>
        <translation>Enter your PIN</translation>
    </message>
    <message id="staff.pin_checking">
        <source>正在核对，请稍候。</source>
        <translation>Checking, one moment.</translation>
    </message>
    <message id="staff.pin_how">
        <source>四到八位，每人一个。不用时自动锁定。</source>
        <translation>Four to eight digits, one PIN a person. Locks itself when not in use.</translation>
    </message>
    <message id="staff.pin_paused">
        <source>输错的次数多了，请等 %1 再输。急用请到别的机器；扫码入场照常。</source>
        <translation>Too many tries. Please wait %1. Other kiosks work meanwhile, and so do scans here.</translation>
    </message>
    <message id="staff.pin_refused">
        <source>这个 PIN 没有对上，请再输一次。</source>
        <translation>That PIN did not match. Please enter it again.</translation>
    </message>
    <message id="staff.sign_in">
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message id="staff.title_search">
        <source>查人</source>
        <translation>People</translation>
    </message>
    <message id="staff.title_printers">
        <source>打印机</source>
        <translation>Printers</translation>
    </message>
    <message id="staff.title_pack">
        <source>资料包</source>
        <translation>Fair pack</translation>
    </message>
    <message id="staff.title_settings">
        <source>本机设置</source>
        <translation>Settings</translation>
    </message>
    <message id="staff.title">
        <source>值班台</source>
        <translation>Staff desk</translation>
    </message>
    <message id="staff.signs_out">
        <source>%1 秒后锁定</source>
        <translation>Locks in %1 s</translation>
    </message>
    <message id="staff.back_to_desk">
        <source>值班台</source>
        <translation>Desk</translation>
    </message>
    <message id="staff.sign_out">
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message id="staff.leave">
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message id="staff.pause_not">
        <source>不暂停</source>
        <translation>Keep open</translation>
    </message>
    <message id="staff.pause_sure">
        <source>停全部入口</source>
        <translation>All gates</translation>
    </message>
    <message id="staff.pause">
        <source>暂停入场</source>
        <translation>Pause entry</translation>
    </message>
    <message id="staff.page">
        <source>第 %1 到 %2 条，共 %3 条</source>
        <translation>%1 to %2 of %3</translation>
    </message>
    <message id="staff.page_up">
        <source>上一页</source>
        <translation>Page before</translation>
    </message>
    <message id="staff.page_down">
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message id="staff.loading">
        <source>正在读取，请稍候</source>
        <translation>Reading, one moment</translation>
    </message>
    <message id="staff.failed_how">
        <source>内容都在，只是这次没有读出来。再试不行，请联系主办方。</source>
        <translation>Everything is still there, it just could not be read. If it fails again, ask the organiser.</translation>
    </message>
    <message id="staff.again">
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message id="staff.to_stalls">
        <source>去展位</source>
        <translation>See the stalls</translation>
    </message>
    <message id="staff.clock_sure">
        <source>确认没错</source>
        <translation>Yes, it is right</translation>
    </message>
    <message id="staff.clock_right">
        <source>时间没错</source>
        <translation>It is right</translation>
    </message>
    <message id="staff.clock_wait">
        <source>不对，去改</source>
        <translation>No, set it</translation>
    </message>
    <message id="staff.rescue_seen">
        <source>我看过了</source>
        <translation>I have seen it</translation>
    </message>
    <message id="staff.halls">
        <source>现在各馆人数</source>
        <translation>In each hall now</translation>
    </message>
    <message id="staff.hall_full">
        <source>%1 / %2 满</source>
        <translation>%1 / %2 full</translation>
    </message>
    <message id="staff.title_recent">
        <source>最近与撤销</source>
        <translation>Recent</translation>
    </message>
    <message id="staff.title_stalls">
        <source>展位</source>
        <translation>Stalls</translation>
    </message>
    <message id="staff.title_delegations">
        <source>代表团</source>
        <translation>Delegations</translation>
    </message>
    <message id="staff.undone">
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message id="staff.pause_here">
        <source>停本入口</source>
        <translation>This gate</translation>
    </message>
    <message id="staff.barred">
        <source>禁止入场</source>
        <translation>Barred</translation>
    </message>
    <message id="staff.has_remark">
        <source>有留言</source>
        <translation>Has a note</translation>
    </message>
    <message id="staff.recent_title">
        <source>最近的放行</source>
        <translation>Latest decisions</translation>
    </message>
    <message id="staff.recent_how">
        <source>放错了可以撤销，人数一起改回；被撤销的划掉。</source>
        <translation>A mistake can be undone, and the numbers with it.</translation>
    </message>
    <message id="staff.undo_not">
        <source>不撤销</source>
        <translation>Keep it</translation>
    </message>
    <message id="staff.undo_sure">
        <source>确认撤销</source>
        <translation>Yes, undo</translation>
    </message>
    <message id="staff.undo">
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message id="staff.stalls_claimed">
        <source>已签到的展位</source>
        <translation>Stalls that have come</translation>
    </message>
    <message id="staff.stalls_unclaimed">
        <source>没人来</source>
        <translation>Nobody came</translation>
    </message>
    <message id="staff.stalls_released">
        <source>已收回</source>
        <translation>Released</translation>
    </message>
    <message id="staff.release_asked">
        <source>收回后，这些单位到场要先到服务台。收回还能撤销。</source>
        <translation>Their hosts will be sent to the desk. It can be undone.</translation>
    </message>
    <message id="staff.stalls_how">
        <source>收回的展位可以给候补单位；原单位来了，先到服务台。</source>
        <translation>A released stall can go to others; its host, if it comes, is sent to the desk.</translation>
    </message>
    <message id="staff.stalls_failed">
        <source>展位没有读出来</source>
        <translation>The stalls could not be read</translation>
    </message>
    <message id="staff.none_released">
        <source>没有收回的展位。</source>
        <translation>No stall was released.</translation>
    </message>
    <message id="staff.none_unclaimed">
        <source>所有展位都有人了。</source>
        <translation>Every stall has its host.</translation>
    </message>
    <message id="staff.release_not">
        <source>不收回</source>
        <translation>Keep them</translation>
    </message>
    <message id="staff.was_released">
        <source>已收回 %1 个展位</source>
        <translation>Stalls released: %1</translation>
    </message>
    <message id="staff.release_sure">
        <source>确认收回 %1 个</source>
        <translation>Yes, release %1</translation>
    </message>
    <message id="staff.release">
        <source>收回没人来的 %1 个</source>
        <translation>Release these %1</translation>
    </message>
    <message id="staff.give_back">
        <source>还给单位</source>
        <translation>Give back</translation>
    </message>
    <message id="staff.delegations_how">
        <source>点一个团看名单、放行。</source>
        <translation>Touch a delegation to see its list and let it in.</translation>
    </message>
    <message id="staff.delegations_failed">
        <source>代表团没有读出来</source>
        <translation>The delegations could not be read</translation>
    </message>
    <message id="staff.no_delegations">
        <source>这场没有代表团</source>
        <translation>This fair has no delegations</translation>
    </message>
    <message id="staff.all_arrived">
        <source>%1 / %2 已到齐</source>
        <translation>%1 / %2 all here</translation>
    </message>
    <message id="staff.why_known">
        <source>本人认识</source>
        <translation>I know them</translation>
    </message>
    <message id="staff.why_mistake">
        <source>名单有误</source>
        <translation>The list is wrong</translation>
    </message>
    <message id="staff.why_guest">
        <source>嘉宾</source>
        <translation>A guest</translation>
    </message>
    <message id="staff.why_urgent">
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message id="staff.reprint_asked">
        <source>同一张证再打一次。为什么？</source>
        <translation>The same badge once more. Why?</translation>
    </message>
    <message id="staff.reissue_asked">
        <source>旧证马上停用。为什么换？</source>
        <translation>The old badge stops at once. Why?</translation>
    </message>
    <message id="staff.revoke_asked">
        <source>所有的证马上停用，不打新的。为什么？</source>
        <translation>All badges stop at once; none is printed. Why?</translation>
    </message>
    <message id="staff.bar_asked">
        <source>从现在起，哪个入口都不放行。</source>
        <translation>From now on no gate lets this person in.</translation>
    </message>
    <message id="staff.lift_asked">
        <source>从现在起，照常放行。</source>
        <translation>From now on gates let this person in again.</translation>
    </message>
    <message id="staff.revoke_sure">
        <source>确认停用</source>
        <translation>Yes, revoke</translation>
    </message>
    <message id="staff.bar_sure">
        <source>确认禁止入场</source>
        <translation>Yes, bar</translation>
    </message>
    <message id="staff.lift_sure">
        <source>确认解除</source>
        <translation>Yes, lift the bar</translation>
    </message>
    <message id="staff.override_sure">
        <source>确认放行</source>
        <translation>Yes, let in</translation>
    </message>
    <message id="staff.override_why">
        <source>选原因后放行</source>
        <translation>Choose a reason</translation>
    </message>
    <message id="staff.remark">
        <source>主办方留言</source>
        <translation>Organiser's note</translation>
    </message>
    <message id="staff.act_not">
        <source>不办</source>
        <translation>Cancel</translation>
    </message>
    <message id="staff.act_anyway">
        <source>仍然放行</source>
        <translation>Let in anyway</translation>
    </message>
    <message id="staff.act_admit">
        <source>放行入场</source>
        <translation>Let in</translation>
    </message>
    <message id="staff.act_reprint">
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message id="staff.act_reissue">
        <source>换新证</source>
        <translation>New badge</translation>
    </message>
    <message id="staff.act_revoke">
        <source>停用证</source>
        <translation>Revoke</translation>
    </message>
    <message id="staff.act_bar">
        <source>禁止入场</source>
        <translation>Bar</translation>
    </message>
    <message id="staff.act_lift">
        <source>解除禁止</source>
        <translation>Lift the bar</translation>
    </message>
</context>
</TS>
