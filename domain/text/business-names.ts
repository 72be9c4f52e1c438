/**
 * What an ending tells about the kind of a business or site; a hospital or school is more often the neighbour than the
 * accused.
 */
export type BusinessKind = 'company' | 'works' | 'shop' | 'site' | 'institution';

/** A business or site as a text names it. */
export interface BusinessName {
  /** As written, without the place before it and without "一家" and the like. */
  readonly name: string;
  readonly kind: BusinessKind;
  /** Only its trade is said, "化工厂", "楼下餐馆": no name by which anyone finds it. */
  readonly nameless: boolean;
  /** Named after the place where it stands, "向阳村砖厂": several may be meant. */
  readonly byPlace: boolean;
  readonly start: number;
  readonly end: number;
}

const ENDINGS: Readonly<Record<BusinessKind, string>> = {
  company: '(?:股份|责任)?有限(?:责任)?公司|分公司|公司|集团|合作社',
  works:
    '(?<![加化])工厂|厂|[煤铁金砂石磷铜锌铅钨锰锡]矿(?![业山区渣砂石工])|矿山|(?<=[牧采砂沙石料煤货饲养殖猪鸡牛羊鸭鱼虾宰埋圾])场|(?<=[门木铝钢矿煤牧酒米药])业(?![主务有公股])|搅拌站|沥青站|商砼站|加油站|回收站|收购站|转运站|中转站|处理站|加工点|门市部|货运部|物流园|作坊|养殖户|养殖基地|码头|冷库|砖窑|窑|洗车行',
  shop: '饭店|酒店|餐馆|饭馆|酒楼|酒家|餐厅|食府|大排档|农家乐|度假村|烧烤摊|烧烤城|烧烤(?!店)|火锅(?!店)|面馆|茶楼|棋牌室|麻将馆|健身房|KTV|ktv|酒吧|清吧|歌厅|歌城|夜总会|会所|超市|店|市场|美食街',
  site: '建筑工地|施工工地|工地|项目部',
  institution: '医院|卫生院|诊所|幼儿园|学校|小学|中学|殡仪馆',
};
const ENDING = new RegExp(
  Object.entries(ENDINGS)
    .map(([kind, endings]) => `(?<${kind}>${endings})`)
    .join('|'),
  'g',
);
/** "厂家", "店面", "市场价", "老厂村" and the like are no endings. */
const OTHER_WORD =
  /^(?:家|房|面|铺|主[^营]|长|价|经济|监管|监督|秩序|准入|化|子|沟|坝|湾|村|镇|乡|街|路|桥|河|社区|小区)/;
const LONGEST_NAME = 16;

const TRADES =
  '门|屠|废轮胎|废|粮食|白铁|铁艺|开采|釆石|项目|工程|楼盘|堆放|化工|化肥|农药|制药|药|造纸|纸箱|纸|印染|染|印刷|彩印|包装|电镀|五金|机械|模具|铸造|锻造|冶炼|炼油|炼铝|炼铅|炼钢|炼|钢铁|钢构|彩钢|不锈钢|钢|铁|铝合金|铝|铜|锌|水泥|砖瓦|机砖|砖|石灰|石材|石料|大理石|砂石|沙石|碎石|采石|石|制砂|洗砂|洗沙|砂|沙|料|采|玻璃钢|玻璃|陶瓷|瓷砖|塑料|注塑|塑胶|橡胶|轮胎|泡沫|皮革|制革|鞋|服装|制衣|纺织|织布|家具|木材|木业|板材|木板|胶合板|木|门窗|油漆|涂料|喷漆|喷塑|喷涂|食品|熟食|豆制品|豆腐|酿酒|酒|饲料|饲|有机肥|肥料|肥|屠宰|宰|肉|面粉|米|榨油|油脂|油|糖|淀粉|发电|热电|电|供热|焦化|洗煤|选煤|洗选|选矿|煤炭|煤|货|垃圾焚烧|垃圾填埋|填埋|焚烧|垃圾|圾|埋|污水处理|污水|废品|废旧|废塑料|再生资源|危废|混凝土|商砼|搅拌|沥青|加工|生产|制造|汽车修理|汽车维修|修理|维修|汽修|汽车|电子|蓄电池|电池|线路板|洗车|洗涤|水洗|干洗|养殖|养|殖|奶牛|生猪|种猪|蛋鸡|肉鸡|畜禽|水产|猪|鸡|牛|羊|鸭|鱼|虾|建筑|施工|房地产|开发|拆迁|装修|物业|建设|在建|餐饮|火锅|烧烤|早餐|快餐|小吃|海鲜|供水|自来水|燃气|烤鱼|夜宵|宵夜|面|粉|包子|卤味|蛋糕|娱乐|音乐|棋牌|农贸|菜|批发|物流|快递|货运|环保|科技|工业|企业|人民|中心|第[一二三]|实验|公立|私立';
const TRADE_ONLY = new RegExp(`^(?:${TRADES})*$`);
/** "一家", "好几个", "某": says how many, not which. */
const COUNT =
  /^(?:[一二两三四五六七八九十几多数好\d]+[家个座处间所]|有[家个]|家(?![具私纺电禽居])|个|某[某*]*|[*×x]+|众多|许多|很多|不少|所有|各|无数个?|整个|其[他它]|其(?!他)|一(?=[大小黑])|[这每])+/;
/** "大型", "无证": says of what sort; part of a name where more than a trade follows: "老灶头火锅店". */
const SORT =
  /^(?:无名|不知名|不明|私人|个体|家庭|非法|合法|违规|违法|无证|露天|大面积|大型|小型|黑|小(?![吃学])|老|原(?!料)|大(?=厂|型))+/;
const POSITION =
  '楼下|楼上|上游|下游|隔壁|对面|附近|周边|周围|旁边|门口|背后|后面|前面|旁|处|侧|内(?!蒙)|[村镇城区园县院]里|[河路江海湖东南西北里外后前左右]边|[上下里外东南西北]面';
const AREA = '(?<!超|城)市(?!政|场)|县|[^小社园郊地]区|镇|乡|村|街道';
/** What ends before a name begins: a place, a position, a verb, a small word. */
const BEFORE = new RegExp(
  `^.*(?:${POSITION}|${AREA}|[小社园郊地]区|省|国道|大道|(?<![线公铁])路(?!板|桥|面)|街|巷|\\d号|[一二三四五六七八九十\\d]组|[一二三四五六七八九十\\d]期|工业园|开发区|[一两三四五六七八九十几多][家间]|[上下]个?月|举报|投诉|反映|去(?!皮)|新建|修建|扩建|开设|开办|经营|来自|位于|名为|名叫|叫做|紧邻|毗邻|靠近|(?<!分)离|影响|局|\\d+[年月日号](?:份|晚|起)?|建设(?!公司|集团|有限|工程|工地)|设置|改装|属于|遭受|得知|况且|莅临|怎么|自从?|往|找|做|罚|于|使|以|不|没|无(?!锡|数|名|证)|批(?!发)|种(?!猪|鸡|子|业)|能(?!源)|下属|政府|管委会|关于|查处|关停|取缔|要求|导致|的|是|在|被|由|和|与|及|跟|把|从|向|对|到|该|此|这|那|我|你|他|们|了|着|让|将|因|但|或|说|请|就|都|也|又|还|很|叫|有(?![色机限])|为(?!民))`,
);
const PLACE_JUST_BEFORE = new RegExp(`((?:(?![省市县区镇乡村到在的去从是])\\p{sc=Han}){1,3}(?:${AREA}))$`, 'u');
const POSITION_JUST_BEFORE =
  /(楼下|楼上|上游|下游|隔壁|对面|附近|周边|旁边|门口|[东南西北]面|[东南西北]边)的?(?:[一几两][家个])?$/;
/** “金东”彩钢厂. */
const SIGNBOARD_JUST_BEFORE = /[“「《"]([^“”「」《》"，。；]{2,10})[”」》"]$/;
const LONGEST_SIGNBOARD = 12;
const UNCLOSED = /^.*[（(](?![^（(]*[）)])/;
const UNOPENED = /^[^（(]*[）)]/;
const PART_OF_NAME = /[\p{sc=Han}\p{L}\p{N}（）()·*]/u;

/**
 * The businesses and sites of a text from left to right, one at each place. Knows endings, not firms: what it finds is
 * a guess.
 */
export function businessNamesIn(text: string): BusinessName[] {
  const names: BusinessName[] = [];
  for (const match of text.matchAll(ENDING)) {
    const end = match.index + match[0].length;
    if (OTHER_WORD.test(text.slice(end))) continue;
    names.push(nameAt(text, match.index, end, kindOf(match), names.at(-1)?.end ?? 0));
  }
  return names;
}

function kindOf({ groups }: RegExpExecArray): BusinessKind {
  return Object.keys(ENDINGS).find((kind) => groups?.[kind] !== undefined) as BusinessKind;
}

function nameAt(text: string, endingAt: number, end: number, kind: BusinessKind, floor: number): BusinessName {
  const run = runBefore(text, endingAt, Math.max(floor, endingAt - LONGEST_NAME));
  const stem = withoutSort(run.replace(BEFORE, '').replace(COUNT, ''));
  const rest = run.slice(0, run.length - stem.length);
  const ending = text.slice(endingAt, end);
  const nameless = stem.length < 2 || TRADE_ONLY.test(stem);
  const signboard = rest === '' ? signboardBefore(text, endingAt - run.length) : undefined;
  const place = nameless ? rest.match(PLACE_JUST_BEFORE)?.[1] : undefined;
  const position = nameless ? rest.match(POSITION_JUST_BEFORE)?.[1] : undefined;
  const name = `${signboard ?? place ?? position ?? ''}${stem}${ending}`;
  const known = signboard !== undefined || !nameless;
  return {
    name,
    kind,
    nameless: !known && !place,
    byPlace: !known && place !== undefined,
    start: endingAt - stem.length,
    end,
  };
}

function signboardBefore(text: string, end: number): string | undefined {
  return text.slice(Math.max(0, end - LONGEST_SIGNBOARD), end).match(SIGNBOARD_JUST_BEFORE)?.[1];
}

function withoutSort(stem: string): string {
  const trade = stem.replace(SORT, '');
  return TRADE_ONLY.test(trade) ? trade : stem;
}

function runBefore(text: string, end: number, floor: number): string {
  let start = end;
  while (start > floor && PART_OF_NAME.test(text[start - 1]!)) start -= 1;
  return text.slice(start, end).replace(UNCLOSED, '').replace(UNOPENED, '');
}
