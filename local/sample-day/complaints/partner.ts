import type { PartnerSample } from '../sample.ts';

/**
 * From partners: the 12345 hotline writes down what callers say, the inspection team hands over its batch of the day.
 */
export const PARTNER: readonly PartnerSample[] = [
  {
    channel: 'partner',
    name: 'rubber-workshop',
    gist: '废轮胎作坊黑烟',
    at: '2026-09-10T09:05',
    partner: 'hotline-12345',
    order: {
      externalId: 'RX20260910-00417',
      text: '来电人反映：云汀县竹溪镇砖窑旧址内有一家废轮胎炼油作坊，无任何手续，每天夜里十二点以后点火，冒黑烟，刺鼻的橡胶味飘到一公里外的竹溪村，村民早上起来窗台上都是黑灰。来电人称曾于七月向镇里反映，作坊停了三天又开，怀疑有人通风报信；附近两户人家的孩子夜里咳嗽，已到县医院就诊。要求夜间突击检查、予以取缔，并要求工作人员不要透露其来电号码。',
      division: '990221',
      contact: { phone: '13800990021' },
    },
  },
  {
    channel: 'partner',
    name: 'sewage-overflow',
    gist: '污水井外溢到菜场',
    at: '2026-09-10T10:21',
    partner: 'hotline-12345',
    order: {
      externalId: 'RX20260910-00533',
      text: '来电人反映：稻香县城关菜场西门的污水井堵塞，生活污水外溢半个多月，粪水横流到摊位前面，买菜的人踮着脚走。社区疏通过一次，两天后又冒出来，怀疑是下游管网塌了。来电人表示周边摊主凑钱请人抽过一次，花了八百元，管了不到一个星期；天热时臭味很重，已影响生意。希望彻底修好，并对菜场地面消毒，明确告知由哪个部门负责、什么时候修完。',
      address: '禾阳市稻香县城关菜场西门',
      contact: { name: '来电人', phone: '13800990022' },
    },
  },
  {
    channel: 'partner',
    name: 'unknown-smell',
    gist: '路北小区的不明异味',
    at: '2026-09-10T11:48',
    partner: 'hotline-12345',
    order: {
      externalId: 'RX20260910-00610',
      text: '来电人反映：临禾区麦浪大道一带，最近一周每天早上六点到八点有一股异味，像烧焦的糖又有点呛，闻久了嗓子疼，找不到从哪里来的。来电人住在大道北侧，怀疑与南侧的工业园有关，但两个区都说不是自己的企业。来电人称家中有两岁幼儿，早上不敢开窗通风，小区群里有四十多户反映同样的情况。要求查明气味来源，并电话回复。',
      address: '临禾区麦浪大道北侧晓风小区',
      contact: { phone: '13800990023' },
    },
  },
  {
    channel: 'partner',
    name: 'inspection-paint',
    gist: '督察：家具厂漆味、木屑',
    at: '2026-09-10T19:30',
    partner: 'inspection-team',
    order: {
      externalId: 'D3QH202609100007',
      text: '临禾区青禾大道南侧的家具厂，喷漆房的门长期敞开，油漆味很重，活性炭几个月没有换过；木工车间的粉尘和木屑从排风扇直接吹到厂外，附近居民的车上一层灰。群众自2024年起多次举报，每次检查结论都是“基本符合要求”，厂里接到通知才开净化设备，检查人员一走就关。要求核查该厂环评批复的喷漆量与实际是否一致，并公开近一年的监测数据。',
      division: '990102',
      target: '家具厂',
      inspection: { batch: '3', item: 'D3QH202609100007' },
    },
  },
  {
    channel: 'partner',
    name: 'inspection-lake',
    gist: '督察：围湖倾倒淤泥',
    at: '2026-09-10T19:30:20',
    partner: 'inspection-team',
    order: {
      externalId: 'X3QH202609100012',
      text: '泽湖区泽湖东岸芦苇荡，有人以清淤为名把印染厂的工业污泥拉来填湖，夜里用卡车倾倒，已经填掉二三十亩湿地，水面发红发臭，候鸟今年都不来了。当地曾经立过禁止倾倒的牌子，后来牌子也被埋了。群众向区里反映，答复是“堆放的是清淤弃土，不属于固体废物”。要求对填埋物取样鉴定，查清来源和去向，恢复湿地原貌，并追究监管责任。',
      division: '990402',
      inspection: { batch: '3', item: 'X3QH202609100012' },
    },
  },
  {
    channel: 'partner',
    name: 'inspection-batteries',
    gist: '督察：拆解废电瓶',
    at: '2026-09-10T19:30:40',
    partner: 'inspection-team',
    order: {
      externalId: 'D3QH202609100019',
      text: '青坪市北郊废品市场最里面的院子，长期收购、拆解废旧电瓶，把废酸直接倒进墙角的渗坑，炼出来的铅块用面包车拉走，院子里的土壤发黑，井水有铁锈味，住在旁边的两家小孩查出来血铅偏高。属于危险废物，应当由有资质的单位处置。市场管理方只收租金不过问，前年被查过一次，罚了款换个名字又开。要求取缔窝点，对周边土壤和井水做检测，安排附近儿童体检。',
      division: '990181',
      inspection: { batch: '3', item: 'D3QH202609100019' },
    },
  },
];
