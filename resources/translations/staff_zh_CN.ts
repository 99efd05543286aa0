<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="staff.reason_lost">
        <source>遗失</source>
        <translation>遗失</translation>
    </message>
    <message id="staff.reason_damaged">
        <source>损坏</source>
        <translation>损坏</translation>
    </message>
    <message id="staff.reason_misprint">
        <source>打印不清</source>
        <translation>打印不清</translation>
    </message>
    <message id="staff.act_busy">
        <source>正在办，请稍候。</source>
        <translation>正在办，请稍候。</translation>
    </message>
    <message id="staff.not_done">
        <source>没有办成，请再试一次。</source>
        <translation>没有办成，请再试一次。</translation>
    </message>
    <message id="staff.act_how">
        <source>要办什么？</source>
        <translation>要办什么？</translation>
    </message>
    <message id="staff.reprint">
        <source>补打同一张证</source>
        <translation>补打同一张证</translation>
    </message>
    <message id="staff.reissue">
        <source>换新证，旧证停用</source>
        <translation>换新证，旧证停用</translation>
    </message>
    <message id="staff.desk_failed">
        <source>今天的情况没有读出来</source>
        <translation>今天的情况没有读出来</translation>
    </message>
    <message id="staff.needs">
        <source>要做的事 %1</source>
        <translation>要做的事 %1</translation>
    </message>
    <message id="staff.nothing">
        <source>暂时没有要做的事</source>
        <translation>暂时没有要做的事</translation>
    </message>
    <message id="staff.act">
        <source>办事</source>
        <translation>办事</translation>
    </message>
    <message id="staff.search">
        <source>查人、放行、补证</source>
        <translation>查人、放行、补证</translation>
    </message>
    <message id="staff.entries">
        <source>每 %1 分钟入场（人）</source>
        <translation>每 %1 分钟入场（人）</translation>
    </message>
    <message id="staff.print_again">
        <source>再打一次</source>
        <translation>再打一次</translation>
    </message>
    <message id="staff.gates_other" numerus="yes">
        <source>另外 %n 个入口</source>
        <translation>
            <numerusform>另外 %n 个入口</numerusform>
        </translation>
    </message>
    <message id="staff.gate_here">
        <source>%1（本机）</source>
        <translation>%1（本机）</translation>
    </message>
    <message id="staff.gates">
        <source>今天来过 %1 人，各入口已放行</source>
        <translation>今天来过 %1 人，各入口已放行</translation>
    </message>
    <message id="staff.first_language">
        <source>首选语言</source>
        <translation>首选语言</translation>
    </message>
    <message id="staff.motion">
        <source>画面动效</source>
        <translation>画面动效</translation>
    </message>
    <message id="staff.motion_full">
        <source>正常</source>
        <translation>正常</translation>
    </message>
    <message id="staff.motion_less">
        <source>减少</source>
        <translation>减少</translation>
    </message>
    <message id="staff.sounds">
        <source>提示音</source>
        <translation>提示音</translation>
    </message>
    <message id="staff.on">
        <source>开</source>
        <translation>开</translation>
    </message>
    <message id="staff.off">
        <source>关</source>
        <translation>关</translation>
    </message>
    <message id="staff.mount">
        <source>屏幕下沿离地</source>
        <translation>屏幕下沿离地</translation>
    </message>
    <message id="staff.mount_lower">
        <source>降低 10 毫米</source>
        <translation>降低 10 毫米</translation>
    </message>
    <message id="staff.mount_mm">
        <source>%1 毫米</source>
        <translation>%1 毫米</translation>
    </message>
    <message id="staff.mount_raise">
        <source>升高 10 毫米</source>
        <translation>升高 10 毫米</translation>
    </message>
    <message id="staff.to_printers">
        <source>去打印机</source>
        <translation>去打印机</translation>
    </message>
    <message id="staff.to_settings">
        <source>去设置</source>
        <translation>去设置</translation>
    </message>
    <message id="staff.resume">
        <source>恢复入场</source>
        <translation>恢复入场</translation>
    </message>
    <message id="staff.to_each">
        <source>逐个查看</source>
        <translation>逐个查看</translation>
    </message>
    <message id="staff.inside_of">
        <source>馆内人数（资料包上限 %1）</source>
        <translation>馆内人数（资料包上限 %1）</translation>
    </message>
    <message id="staff.inside">
        <source>馆内人数</source>
        <translation>馆内人数</translation>
    </message>
    <message id="staff.full">
        <source>已满</source>
        <translation>已满</translation>
    </message>
    <message id="staff.full_in">
        <source>照近 10 分钟的速度，约 %1 分钟后满</source>
        <translation>照近 10 分钟的速度，约 %1 分钟后满</translation>
    </message>
    <message id="staff.mark">
        <source>%1% 提醒</source>
        <translation>%1% 提醒</translation>
    </message>
    <message id="staff.pack_open">
        <source>%1（正在用）</source>
        <translation>%1（正在用）</translation>
    </message>
    <message id="staff.employers">
        <source>用人单位</source>
        <translation>用人单位</translation>
    </message>
    <message id="staff.schools">
        <source>学校</source>
        <translation>学校</translation>
    </message>
    <message id="staff.stalls">
        <source>展位</source>
        <translation>展位</translation>
    </message>
    <message id="staff.attendees">
        <source>登记的人</source>
        <translation>登记的人</translation>
    </message>
    <message id="staff.sessions">
        <source>活动</source>
        <translation>活动</translation>
    </message>
    <message id="staff.openings">
        <source>岗位</source>
        <translation>岗位</translation>
    </message>
    <message id="staff.check_busy">
        <source>正在查整个文件，不影响签到。</source>
        <translation>正在查整个文件，不影响签到。</translation>
    </message>
    <message id="staff.check_right">
        <source>文件完好，和主办方签发的一样。</source>
        <translation>文件完好，和主办方签发的一样。</translation>
    </message>
    <message id="staff.check_not">
        <source>没有查成，请再试一次。</source>
        <translation>没有查成，请再试一次。</translation>
    </message>
    <message id="staff.check_how">
        <source>文件有没有坏，可以随时查一遍。</source>
        <translation>文件有没有坏，可以随时查一遍。</translation>
    </message>
    <message id="staff.version">
        <source>版本</source>
        <translation>版本</translation>
    </message>
    <message id="staff.version_number">
        <source>第 %1 版</source>
        <translation>第 %1 版</translation>
    </message>
    <message id="staff.installed">
        <source>安装时间</source>
        <translation>安装时间</translation>
    </message>
    <message id="staff.signer">
        <source>签发钥匙</source>
        <translation>签发钥匙</translation>
    </message>
    <message id="staff.last_day">
        <source>最后一天</source>
        <translation>最后一天</translation>
    </message>
    <message id="staff.pack_failed">
        <source>资料包没有读出来</source>
        <translation>资料包没有读出来</translation>
    </message>
    <message id="staff.check_file">
        <source>检查文件</source>
        <translation>检查文件</translation>
    </message>
    <message id="staff.packs">
        <source>装着的资料包 %1</source>
        <translation>装着的资料包 %1</translation>
    </message>
    <message id="staff.offer_newer">
        <source>比装着的新</source>
        <translation>比装着的新</translation>
    </message>
    <message id="staff.offer_first">
        <source>可以安装</source>
        <translation>可以安装</translation>
    </message>
    <message id="staff.offer_other_fair">
        <source>另一场活动</source>
        <translation>另一场活动</translation>
    </message>
    <message id="staff.offer_same">
        <source>和装着的一样</source>
        <translation>和装着的一样</translation>
    </message>
    <message id="staff.offer_older">
        <source>比装着的旧</source>
        <translation>比装着的旧</translation>
    </message>
    <message id="staff.offer_expired">
        <source>已过期，请向主办方要新的</source>
        <translation>已过期，请向主办方要新的</translation>
    </message>
    <message id="staff.offer_other_venue">
        <source>不是给本场地的</source>
        <translation>不是给本场地的</translation>
    </message>
    <message id="staff.offer_other_organiser">
        <source>不是本场主办方签发的</source>
        <translation>不是本场主办方签发的</translation>
    </message>
    <message id="staff.offer_damaged">
        <source>损坏或没有拷贝完整</source>
        <translation>损坏或没有拷贝完整</translation>
    </message>
    <message id="staff.offer_facts">
        <source>第 %1 版，%2，%3 MB</source>
        <translation>第 %1 版，%2，%3 MB</translation>
    </message>
    <message id="staff.offer_look">
        <source>查看</source>
        <translation>查看</translation>
    </message>
    <message id="staff.stick_looking">
        <source>正在找 U 盘上的资料包</source>
        <translation>正在找 U 盘上的资料包</translation>
    </message>
    <message id="staff.stick_silent">
        <source>U 盘没有反应</source>
        <translation>U 盘没有反应</translation>
    </message>
    <message id="staff.stick_listed">
        <source>U 盘上的资料包</source>
        <translation>U 盘上的资料包</translation>
    </message>
    <message id="staff.stick_none">
        <source>没有找到 U 盘</source>
        <translation>没有找到 U 盘</translation>
    </message>
    <message id="staff.stick_empty">
        <source>U 盘上没有资料包</source>
        <translation>U 盘上没有资料包</translation>
    </message>
    <message id="staff.stick_reading">
        <source>正在检查整个资料包</source>
        <translation>正在检查整个资料包</translation>
    </message>
    <message id="staff.stick_asked">
        <source>安装第 %1 版吗？</source>
        <translation>安装第 %1 版吗？</translation>
    </message>
    <message id="staff.stick_installing">
        <source>正在安装第 %1 版</source>
        <translation>正在安装第 %1 版</translation>
    </message>
    <message id="staff.stick_installed">
        <source>第 %1 版已装好</source>
        <translation>第 %1 版已装好</translation>
    </message>
    <message id="staff.stick_refused">
        <source>这个资料包不能装</source>
        <translation>这个资料包不能装</translation>
    </message>
    <message id="staff.stick_failed">
        <source>没有装上</source>
        <translation>没有装上</translation>
    </message>
    <message id="staff.stick_not">
        <source>没有做成</source>
        <translation>没有做成</translation>
    </message>
    <message id="staff.stick_meanwhile">
        <source>签到照常。</source>
        <translation>签到照常。</translation>
    </message>
    <message id="staff.stick_keep">
        <source>签到照常。装好以前请不要拔 U 盘。</source>
        <translation>签到照常。装好以前请不要拔 U 盘。</translation>
    </message>
    <message id="staff.stick_replug">
        <source>请拔下再插好，或换一个 U 盘。</source>
        <translation>请拔下再插好，或换一个 U 盘。</translation>
    </message>
    <message id="staff.stick_more">
        <source>文件夹太多，没有全部看完。请把资料包放在 U 盘最外层。</source>
        <translation>文件夹太多，没有全部看完。请把资料包放在 U 盘最外层。</translation>
    </message>
    <message id="staff.stick_choose">
        <source>点“查看”先看有什么变化，再决定装不装。</source>
        <translation>点“查看”先看有什么变化，再决定装不装。</translation>
    </message>
    <message id="staff.stick_plug">
        <source>请插上主办方给的 U 盘，再找一次。</source>
        <translation>请插上主办方给的 U 盘，再找一次。</translation>
    </message>
    <message id="staff.stick_copy">
        <source>资料包是一个文件夹，要整个拷贝。请核对后再找一次。</source>
        <translation>资料包是一个文件夹，要整个拷贝。请核对后再找一次。</translation>
    </message>
    <message id="staff.stick_renews">
        <source>U 盘可以拔了。退出以后，本机就换用新装的资料包。</source>
        <translation>U 盘可以拔了。退出以后，本机就换用新装的资料包。</translation>
    </message>
    <message id="staff.stick_try">
        <source>没有改动任何东西，请再试一次。</source>
        <translation>没有改动任何东西，请再试一次。</translation>
    </message>
    <message id="staff.stick_joins">
        <source>这是另一场活动：只列进活动日程，本机照旧用现在的。</source>
        <translation>这是另一场活动：只列进活动日程，本机照旧用现在的。</translation>
    </message>
    <message id="staff.stick_turns">
        <source>这是另一场活动：装好以后，本机改为这一场。</source>
        <translation>这是另一场活动：装好以后，本机改为这一场。</translation>
    </message>
    <message id="staff.stick_takes">
        <source>装好以后，本机换用这一版。</source>
        <translation>装好以后，本机换用这一版。</translation>
    </message>
    <message id="staff.stick_fair">
        <source>活动</source>
        <translation>活动</translation>
    </message>
    <message id="staff.stick_versions">
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message id="staff.stick_day">
        <source>第一天</source>
        <translation>第一天</translation>
    </message>
    <message id="staff.stick">
        <source>U 盘</source>
        <translation>U 盘</translation>
    </message>
    <message id="staff.stick_found">
        <source>找到 %1 个</source>
        <translation>找到 %1 个</translation>
    </message>
    <message id="staff.stick_first">
        <source>本机第一次装这场活动</source>
        <translation>本机第一次装这场活动</translation>
    </message>
    <message id="staff.stick_changes">
        <source>有这些变化</source>
        <translation>有这些变化</translation>
    </message>
    <message id="staff.stick_keep_old">
        <source>不装</source>
        <translation>不装</translation>
    </message>
    <message id="staff.stick_install">
        <source>安装第 %1 版</source>
        <translation>安装第 %1 版</translation>
    </message>
    <message id="staff.stick_renew">
        <source>退出并换用</source>
        <translation>退出并换用</translation>
    </message>
    <message id="staff.stick_again">
        <source>再找一次</source>
        <translation>再找一次</translation>
    </message>
    <message id="staff.stick_how">
        <source>主办方给了新的资料包？插上 U 盘就能装。</source>
        <translation>主办方给了新的资料包？插上 U 盘就能装。</translation>
    </message>
    <message id="staff.stick_find">
        <source>从 U 盘装</source>
        <translation>从 U 盘装</translation>
    </message>
    <message id="staff.search_none">
        <source>没有找到。换姓名、学号、手机尾号或展位号试试。</source>
        <translation>没有找到。换姓名、学号、手机尾号或展位号试试。</translation>
    </message>
    <message id="staff.list_none">
        <source>没有这样的人了，已经处理完。</source>
        <translation>没有这样的人了，已经处理完。</translation>
    </message>
    <message id="staff.list_found">
        <source>逐个核对，需要时补证。共 %1 人。</source>
        <translation>逐个核对，需要时补证。共 %1 人。</translation>
    </message>
    <message id="staff.search_more">
        <source>人太多，只列出前 %1 位。请再写一些。</source>
        <translation>人太多，只列出前 %1 位。请再写一些。</translation>
    </message>
    <message id="staff.search_found">
        <source>找到 %1 人，请点选。</source>
        <translation>找到 %1 人，请点选。</translation>
    </message>
    <message id="staff.search_start">
        <source>姓名、拼音、学号、手机尾号或展位号都可以。</source>
        <translation>姓名、拼音、学号、手机尾号或展位号都可以。</translation>
    </message>
    <message id="staff.twice">
        <source>重复入场</source>
        <translation>重复入场</translation>
    </message>
    <message id="staff.conflicts">
        <source>重复换证</source>
        <translation>重复换证</translation>
    </message>
    <message id="staff.search_title">
        <source>找谁？</source>
        <translation>找谁？</translation>
    </message>
    <message id="staff.search_hint">
        <source>姓名、学号或展位号</source>
        <translation>姓名、学号或展位号</translation>
    </message>
    <message id="staff.search_failed">
        <source>名单没有读出来，不是没有这个人</source>
        <translation>名单没有读出来，不是没有这个人</translation>
    </message>
    <message id="staff.inside_yes">
        <source>已入场</source>
        <translation>已入场</translation>
    </message>
    <message id="staff.inside_no">
        <source>未入场</source>
        <translation>未入场</translation>
    </message>
    <message id="staff.prints">
        <source>打印 %1 次</source>
        <translation>打印 %1 次</translation>
    </message>
    <message id="staff.test_busy">
        <source>正在打印测试页。</source>
        <translation>正在打印测试页。</translation>
    </message>
    <message id="staff.printers_failed">
        <source>打印队列没有读出来</source>
        <translation>打印队列没有读出来</translation>
    </message>
    <message id="staff.verdict_admit">
        <source>已放行</source>
        <translation>已放行</translation>
    </message>
    <message id="staff.verdict_notice">
        <source>已入场</source>
        <translation>已入场</translation>
    </message>
    <message id="staff.verdict_refuse">
        <source>未放行</source>
        <translation>未放行</translation>
    </message>
    <message id="staff.verdict_staff">
        <source>转人工</source>
        <translation>转人工</translation>
    </message>
    <message id="staff.verdict_ask">
        <source>待核对</source>
        <translation>待核对</translation>
    </message>
    <message id="staff.nobody">
        <source>未识别</source>
        <translation>未识别</translation>
    </message>
    <message id="staff.recent">
        <source>最近</source>
        <translation>最近</translation>
    </message>
    <message id="staff.no_recent">
        <source>还没有人扫码</source>
        <translation>还没有人扫码</translation>
    </message>
    <message id="staff.kept">
        <source>已保存。</source>
        <translation>已保存。</translation>
    </message>
    <message id="staff.kept_not">
        <source>没有保存，请再试一次。</source>
        <translation>没有保存，请再试一次。</translation>
    </message>
    <message id="staff.settings_how">
        <source>改了就保存，以后每位访客都这样开始。</source>
        <translation>改了就保存，以后每位访客都这样开始。</translation>
    </message>
    <message id="staff.place">
        <source>位置</source>
        <translation>位置</translation>
    </message>
    <message id="staff.kiosk">
        <source>本机编号</source>
        <translation>本机编号</translation>
    </message>
    <message id="staff.screen">
        <source>屏幕</source>
        <translation>屏幕</translation>
    </message>
    <message id="staff.program">
        <source>程序版本</source>
        <translation>程序版本</translation>
    </message>
    <message id="staff.clock">
        <source>时钟</source>
        <translation>时钟</translation>
    </message>
    <message id="staff.keys">
        <source>密钥</source>
        <translation>密钥</translation>
    </message>
    <message id="staff.journal">
        <source>日志</source>
        <translation>日志</translation>
    </message>
    <message id="staff.settings_failed">
        <source>本机设置没有读出来</source>
        <translation>本机设置没有读出来</translation>
    </message>
    <message id="staff.only_now">
        <source>只改这一次的显示</source>
        <translation>只改这一次的显示</translation>
    </message>
    <message id="staff.pin_question">
        <source>请输入您的 PIN</source>
        <translation>请输入您的 PIN</translation>
    </message>
    <message id="staff.pin_checking">
        <source>正在核对，请稍候。</source>
        <translation>正在核对，请稍候。</translation>
    </message>
    <message id="staff.pin_how">
        <source>四到八位，每人一个。不用时自动锁定。</source>
        <translation>四到八位，每人一个。不用时自动锁定。</translation>
    </message>
    <message id="staff.pin_paused">
        <source>输错的次数多了，请等 %1 再输。急用请到别的机器；扫码入场照常。</source>
        <translation>输错的次数多了，请等 %1 再输。急用请到别的机器；扫码入场照常。</translation>
    </message>
    <message id="staff.pin_refused">
        <source>这个 PIN 没有对上，请再输一次。</source>
        <translation>这个 PIN 没有对上，请再输一次。</translation>
    </message>
    <message id="staff.sign_in">
        <source>登录</source>
        <translation>登录</translation>
    </message>
    <message id="staff.title_search">
        <source>查人</source>
        <translation>查人</translation>
    </message>
    <message id="staff.title_printers">
        <source>打印机</source>
        <translation>打印机</translation>
    </message>
    <message id="staff.title_pack">
        <source>资料包</source>
        <translation>资料包</translation>
    </message>
    <message id="staff.title_settings">
        <source>本机设置</source>
        <translation>本机设置</translation>
    </message>
    <message id="staff.title">
        <source>值班台</source>
        <translation>值班台</translation>
    </message>
    <message id="staff.signs_out">
        <source>%1 秒后锁定</source>
        <translation>%1 秒后锁定</translation>
    </message>
    <message id="staff.back_to_desk">
        <source>值班台</source>
        <translation>值班台</translation>
    </message>
    <message id="staff.sign_out">
        <source>锁定</source>
        <translation>锁定</translation>
    </message>
    <message id="staff.leave">
        <source>返回</source>
        <translation>返回</translation>
    </message>
    <message id="staff.pause_not">
        <source>不暂停</source>
        <translation>不暂停</translation>
    </message>
    <message id="staff.pause_sure">
        <source>停全部入口</source>
        <translation>停全部入口</translation>
    </message>
    <message id="staff.pause">
        <source>暂停入场</source>
        <translation>暂停入场</translation>
    </message>
    <message id="staff.page">
        <source>第 %1 到 %2 条，共 %3 条</source>
        <translation>第 %1 到 %2 条，共 %3 条</translation>
    </message>
    <message id="staff.page_up">
        <source>上一页</source>
        <translation>上一页</translation>
    </message>
    <message id="staff.page_down">
        <source>下一页</source>
        <translation>下一页</translation>
    </message>
    <message id="staff.loading">
        <source>正在读取，请稍候</source>
        <translation>正在读取，请稍候</translation>
    </message>
    <message id="staff.failed_how">
        <source>内容都在，只是这次没有读出来。再试不行，请联系主办方。</source>
        <translation>内容都在，只是这次没有读出来。再试不行，请联系主办方。</translation>
    </message>
    <message id="staff.again">
        <source>再试一次</source>
        <translation>再试一次</translation>
    </message>
    <message id="staff.to_stalls">
        <source>去展位</source>
        <translation>去展位</translation>
    </message>
    <message id="staff.clock_sure">
        <source>确认没错</source>
        <translation>确认没错</translation>
    </message>
    <message id="staff.clock_right">
        <source>时间没错</source>
        <translation>时间没错</translation>
    </message>
    <message id="staff.clock_wait">
        <source>不对，去改</source>
        <translation>不对，去改</translation>
    </message>
    <message id="staff.rescue_seen">
        <source>我看过了</source>
        <translation>我看过了</translation>
    </message>
    <message id="staff.halls">
        <source>现在各馆人数</source>
        <translation>现在各馆人数</translation>
    </message>
    <message id="staff.hall_full">
        <source>%1 / %2 满</source>
        <translation>%1 / %2 满</translation>
    </message>
    <message id="staff.title_recent">
        <source>最近与撤销</source>
        <translation>最近与撤销</translation>
    </message>
    <message id="staff.title_stalls">
        <source>展位</source>
        <translation>展位</translation>
    </message>
    <message id="staff.title_delegations">
        <source>代表团</source>
        <translation>代表团</translation>
    </message>
    <message id="staff.undone">
        <source>已撤销</source>
        <translation>已撤销</translation>
    </message>
    <message id="staff.pause_here">
        <source>停本入口</source>
        <translation>停本入口</translation>
    </message>
    <message id="staff.barred">
        <source>禁止入场</source>
        <translation>禁止入场</translation>
    </message>
    <message id="staff.has_remark">
        <source>有留言</source>
        <translation>有留言</translation>
    </message>
    <message id="staff.recent_title">
        <source>最近的放行</source>
        <translation>最近的放行</translation>
    </message>
    <message id="staff.recent_how">
        <source>放错了可以撤销，人数一起改回；被撤销的划掉。</source>
        <translation>放错了可以撤销，人数一起改回；被撤销的划掉。</translation>
    </message>
    <message id="staff.undo_not">
        <source>不撤销</source>
        <translation>不撤销</translation>
    </message>
    <message id="staff.undo_sure">
        <source>确认撤销</source>
        <translation>确认撤销</translation>
    </message>
    <message id="staff.undo">
        <source>撤销</source>
        <translation>撤销</translation>
    </message>
    <message id="staff.stalls_claimed">
        <source>已签到的展位</source>
        <translation>已签到的展位</translation>
    </message>
    <message id="staff.stalls_unclaimed">
        <source>没人来</source>
        <translation>没人来</translation>
    </message>
    <message id="staff.stalls_released">
        <source>已收回</source>
        <translation>已收回</translation>
    </message>
    <message id="staff.release_asked">
        <source>收回后，这些单位到场要先到服务台。收回还能撤销。</source>
        <translation>收回后，这些单位到场要先到服务台。收回还能撤销。</translation>
    </message>
    <message id="staff.stalls_how">
        <source>收回的展位可以给候补单位；原单位来了，先到服务台。</source>
        <translation>收回的展位可以给候补单位；原单位来了，先到服务台。</translation>
    </message>
    <message id="staff.stalls_failed">
        <source>展位没有读出来</source>
        <translation>展位没有读出来</translation>
    </message>
    <message id="staff.none_released">
        <source>没有收回的展位。</source>
        <translation>没有收回的展位。</translation>
    </message>
    <message id="staff.none_unclaimed">
        <source>所有展位都有人了。</source>
        <translation>所有展位都有人了。</translation>
    </message>
    <message id="staff.release_not">
        <source>不收回</source>
        <translation>不收回</translation>
    </message>
    <message id="staff.was_released">
        <source>已收回 %1 个展位</source>
        <translation>已收回 %1 个展位</translation>
    </message>
    <message id="staff.release_sure">
        <source>确认收回 %1 个</source>
        <translation>确认收回 %1 个</translation>
    </message>
    <message id="staff.release">
        <source>收回没人来的 %1 个</source>
        <translation>收回没人来的 %1 个</translation>
    </message>
    <message id="staff.give_back">
        <source>还给单位</source>
        <translation>还给单位</translation>
    </message>
    <message id="staff.delegations_how">
        <source>点一个团看名单、放行。</source>
        <translation>点一个团看名单、放行。</translation>
    </message>
    <message id="staff.delegations_failed">
        <source>代表团没有读出来</source>
        <translation>代表团没有读出来</translation>
    </message>
    <message id="staff.no_delegations">
        <source>这场没有代表团</source>
        <translation>这场没有代表团</translation>
    </message>
    <message id="staff.all_arrived">
        <source>%1 / %2 已到齐</source>
        <translation>%1 / %2 已到齐</translation>
    </message>
    <message id="staff.why_known">
        <source>本人认识</source>
        <translation>本人认识</translation>
    </message>
    <message id="staff.why_mistake">
        <source>名单有误</source>
        <translation>名单有误</translation>
    </message>
    <message id="staff.why_guest">
        <source>嘉宾</source>
        <translation>嘉宾</translation>
    </message>
    <message id="staff.why_urgent">
        <source>紧急</source>
        <translation>紧急</translation>
    </message>
    <message id="staff.reprint_asked">
        <source>同一张证再打一次。为什么？</source>
        <translation>同一张证再打一次。为什么？</translation>
    </message>
    <message id="staff.reissue_asked">
        <source>旧证马上停用。为什么换？</source>
        <translation>旧证马上停用。为什么换？</translation>
    </message>
    <message id="staff.revoke_asked">
        <source>所有的证马上停用，不打新的。为什么？</source>
        <translation>所有的证马上停用，不打新的。为什么？</translation>
    </message>
    <message id="staff.bar_asked">
        <source>从现在起，哪个入口都不放行。</source>
        <translation>从现在起，哪个入口都不放行。</translation>
    </message>
    <message id="staff.lift_asked">
        <source>从现在起，照常放行。</source>
        <translation>从现在起，照常放行。</translation>
    </message>
    <message id="staff.revoke_sure">
        <source>确认停用</source>
        <translation>确认停用</translation>
    </message>
    <message id="staff.bar_sure">
        <source>确认禁止入场</source>
        <translation>确认禁止入场</translation>
    </message>
    <message id="staff.lift_sure">
        <source>确认解除</source>
        <translation>确认解除</translation>
    </message>
    <message id="staff.override_sure">
        <source>确认放行</source>
        <translation>确认放行</translation>
    </message>
    <message id="staff.override_why">
        <source>选原因后放行</source>
        <translation>选原因后放行</translation>
    </message>
    <message id="staff.remark">
        <source>主办方留言</source>
        <translation>主办方留言</translation>
    </message>
    <message id="staff.act_not">
        <source>不办</source>
        <translation>不办</translation>
    </message>
    <message id="staff.act_anyway">
        <source>仍然放行</source>
        <translation>仍然放行</translation>
    </message>
    <message id="staff.act_admit">
        <source>放行入场</source>
        <translation>放行入场</translation>
    </message>
    <message id="staff.act_reprint">
        <source>补打</source>
        <translation>补打</translation>
    </message>
    <message id="staff.act_reissue">
        <source>换新证</source>
        <translation>换新证</translation>
    </message>
    <message id="staff.act_revoke">
        <source>停用证</source>
        <translation>停用证</translation>
    </message>
    <message id="staff.act_bar">
        <source>禁止入场</source>
        <translation>禁止入场</translation>
    </message>
    <message id="staff.act_lift">
        <source>解除禁止</source>
        <translation>解除禁止</translation>
    </message>
</context>
</TS>
