import type { MailSample } from '../sample.ts';

/** By e-mail, as different programs write it. */
export const EMAIL: readonly MailSample[] = [
  {
    channel: 'email',
    name: 'black-river',
    gist: '小区旁河道黑臭',
    at: '2026-09-10T08:16',
    form: 'gbk',
    messageId: '<sample-black-river@mail.example>',
    from: { name: '沈望舒', email: 'shen.wangshu@mail.example' },
    subject: '关于穗安区麦溪河黑臭问题的反映',
    body: `领导您好：
　　我是穗安区麦溪新村的居民。小区后门的麦溪河，从麦溪桥往下游大约八百米，今年入夏以来河水发黑，水面上漂着一层油花和死水草，一到傍晚臭气熏天，散步的人都绕着走。
　　2024年这条河花了大价钱做过清淤，栏杆上还挂着“黑臭水体整治完成”的牌子，才两年就打回原形。我们几个邻居沿河走了一遍，发现桥东侧有两个排水口，晴天也一直在流灰白色的水，怀疑是上游小作坊的污水接进了雨水管。
　　恳请查清排水口的来源，并说明当年的验收结论是怎么来的。
　　此致
敬礼！`,
  },
  {
    channel: 'email',
    name: 'stone-dust',
    gist: '石材厂粉尘和噪声',
    at: '2026-09-10T09:33',
    again: ['2026-09-13T09:40'],
    form: 'plain',
    messageId: '<sample-stone-dust@mail.example>',
    from: { name: '柯岩', email: 'ke.yan@mail.example' },
    subject: '鹤坑县石材厂粉尘扰民，请求查处',
    body: `松崖市鹤坑县石溪镇工业点内的两家石材厂，切割打磨全部敞开作业，没有任何喷淋，白色粉尘顺风落到坡下的白石坑自然村，距离最近的一户只有四十米。
村里几位老人长期咳嗽，晾晒的稻谷、蔬菜上都是一层石粉。切割机的噪声从早上六点响到晚上九点。切割产生的泥浆水没有沉淀就排到门前的小溪，溪水常年是奶白色。
我们在2025年和今年三月分别反映过，回复都是“已责令整改”，但是从来没有人告诉我们整改了什么。请这一次给出书面答复。`,
  },
  {
    channel: 'email',
    name: 'plating-wastewater',
    gist: '电镀作坊偷排废水',
    at: '2026-09-10T11:02',
    form: 'html',
    messageId: '<sample-plating-wastewater@mail.example>',
    from: { name: '匿名村民', email: 'villager990222@mail.example' },
    subject: '举报双泷县电镀作坊',
    body: `举报澜川市双泷县泷口镇茶场旧址里的一个无名电镀作坊。
老板外地口音，白天大门紧锁，晚上八点以后才开工，电镀废水用一根埋在地下的蓝色软管排到后面的山沟，沟里的石头都变成了黄绿色，山沟下面就是村里的饮用水井。
因为害怕被报复，不便留下姓名，请务必为举报人保密。来查的时候最好直接从后山上去，前门有摄像头，他们看见生人就停工。六月份镇里来过一次，在门口站了十分钟就走了，第二天老板就知道是谁家举报的，我们都不敢说话了。`,
  },
  {
    channel: 'email',
    name: 'base-station',
    gist: '楼顶新装基站辐射',
    at: '2026-09-10T13:47',
    form: 'picture',
    messageId: '<sample-base-station@mail.example>',
    from: { name: '边疏影', email: 'bian.shuying@mail.example' },
    subject: '盐汀区盐场路小区楼顶基站',
    body: `望海市盐汀区盐场路22号小区4号楼，上个月一家公司半夜在楼顶装了三根天线，外面还用假水箱包起来，业主没有一个人知道。顶楼那家有孕妇，现在整栋楼人心惶惶。
我们不是不要信号，就是要求：第一，告诉我们这个基站有没有备案、环评手续；第二，请有资质的单位当着业主的面测一次电磁辐射；第三，超标的话立即拆除。物业说是街道批的，街道说是公司和业委会签的，可是我们小区根本没有业委会。照片见附件，是从对面楼拍的。`,
  },
  {
    channel: 'email',
    name: 'unpaid-wages',
    gist: '拖欠工资（非环境事项）',
    at: '2026-09-10T14:52',
    form: 'plain',
    messageId: '<sample-unpaid-wages@mail.example>',
    from: { name: '戚大勇', email: 'qi.dayong@mail.example' },
    subject: '包工头拖欠农民工工资',
    body: `我们十六个人去年在工地干活，包工头拖欠工资一共二十三万，劳动合同也没有签，一直拖到现在不给。去劳动仲裁说证据不够，社保也没交。听说你们这里反映问题能有答复，请帮我们把拖欠的工资要回来，孩子九月开学等着交学费。工友里年纪最大的六十一了，腰是在工地上扭的，到现在没有人管。包工头的电话早就打不通，总包说钱已经付给他了，我们去了三趟，连大门都没让进。`,
  },
  {
    channel: 'email',
    name: 'sea-outfall',
    gist: '养殖尾水直排海湾',
    at: '2026-09-10T18:09',
    form: 'gbk',
    messageId: '<sample-sea-outfall@mail.example>',
    from: { name: '林听涛', email: 'lin.tingtao@mail.example' },
    subject: '贝湾县海水养殖尾水直排，近岸海域被污染',
    body: `贝湾县螺角村到金沙滩一带，今年新挖了几十口高位虾塘，养殖尾水不处理就用管子直排到滩涂，管口附近的海水又黄又臭，沙滩上一层黏糊糊的黑泥，入海排污口一个挨一个。
往年这个时候正是赶海的季节，现在海蛎和花蛤成片死掉，我们靠海吃饭的人收入少了一大半。
问过村里，说虾塘是引进的项目，县里支持的。请核实这些虾塘有没有环评、有没有海域使用手续，污染海洋环境的应当停下来。`,
  },
];
