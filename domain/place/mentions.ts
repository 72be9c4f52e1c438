import { type Found, findInLists, findTerms } from '../text/terms.ts';
import { isCountyOf, namesAtHome } from './counties.ts';
import { covers, type Division, finenessOf } from './division.ts';
import type { Gazetteer, NameUse } from './gazetteer.ts';

type Name = Found<readonly NameUse[]>;

/** A name of a place where it stands in a text, with all that it can mean. */
export interface PlaceMention extends Name {
  /** No other word runs into it, as 欣怡家园 into "欣怡家园东区". */
  readonly free: boolean;
}

/** A text that names more places than this is no better understood by reading on. */
const MOST_MENTIONS = 40;
const LONGEST_BOUND = 8;
/** What may stand right before a name: no character at all, or a small word. */
const BEFORE =
  /[^\p{L}\p{N}]|[在于是到从和与跟挨靠去及的住来自由向往至对近我们市省州盟报诉映问告请边管查找治了把被将经]/u;
/** After a short name, what makes it another name: "北京路", "徐州东街", "澜川大桥", "大理河". */
const ROAD =
  /^(?:[东西南北中前后新老]?[一二三四五六七八九十]?(?:路|街|大[路街道]|巷|弄)|大桥|桥(?!\p{sc=Han}{3})|高速)/u;
const WATER = /^(?:[河湖](?![北南滨岸])|水库)/;
/** "河南岸" and "江西侧" are sides of a river. */
const SIDE = /^[东西南北](?:[岸侧坡麓]|[边面](?![境界防馆食]))/;
const ESTATE =
  /^(?:小区|花园|新村|村|镇|乡|社区|饭店|宾馆|酒店|大厦|广场|医院|第?[一二三四五六七八九十]{0,3}[中小]学|[一二三四五六七八九十]{1,3}中(?![心间央])|[塔寺庙汇]|籍|人|话|站台)/;
/** A word without particles, times and directions: "苏州一家饭店" has one before 饭店, "苏州实验大学" has none. */
const RUN =
  '[^\\P{sc=Han}的在有某个家到被是和与及从往了把吃买卖做边里外内上下东西南北旁近夜晚天每很太又还都区县镇乡村街路号厂矿]';
const FIRM = new RegExp(`^${RUN}{0,8}(?:公司|集团|银行|保险|证券|大学|学院|职校)(?!城)`, 'u');
const SHOP = new RegExp(
  `^(?:${RUN}{1,6}(?:[店馆铺]|(?<!作)坊|(?<!房)屋)|${RUN}{0,6}(?:4s店|档口|摊位|酒[楼家吧]|茶[楼庄社]|饭庄|大排档|门市|专卖|售后|特约|(?:维修|修理)[点部厂铺]|影[城院]|百货))`,
  'iu',
);
/** Developers put the county before their own name, which is the same everywhere: 沭阳碧桂园小区 stands in 沭阳. */
const DEVELOPER =
  '碧桂园|恒大|万科|万达|保利|绿地|绿城|融创|中海|华润|雅居乐|吾悦|金地|龙湖|世茂|富力|招商|中南|金科|荣盛|祥生|弘阳';
/** What bears the name of a city or county right before it: 黄山名苑, 望江苑, 青阳世家. "杭州府前路" and "苏州园林" are no estates. */
const ESTATE_NAME = `${RUN}{0,2}苑(?!\\p{sc=Han}?[路街])|府(?![前后])|湾(?!沚)|庭(?!审)|[郡邸墅轩阁]|园(?![区林艺])|[名府]邸|世家|[豪华]庭|[佳嘉家]园|[花名]都|都汇|名城|山庄|庄园`;
/** The same of a county: 阜宁丽景小区, 砀山梨园KTV. "沭阳政府" and "沭阳老旧小区" bear none. */
const BEARER = new RegExp(
  `^(?!${DEVELOPER})(?:${ESTATE_NAME}|国际(?!花木|农产|农贸|商贸|物流|机场|会展|家居|建材|汽车|港)|公馆|公寓|别墅(?!区)|(?!各|多|一[些处座]|[几两某全整这那该本老]|许多|居民|住宅|安置|商品|拆迁|回迁|高档|新建)${RUN}{1,4}小区|${RUN}{1,6}(?:ktv|歌[厅城]))`,
  'iu',
);
const CITY_BEARER = new RegExp(`^(?!${DEVELOPER})(?:${ESTATE_NAME})`, 'u');
const FOOD = [
  '小吃|冷吃|粽|馒头|糍粑|豆皮|火锅|烧烤|早[点餐茶]|夜宵|小炒|快餐|串串|麻辣烫|米线|包子|豆腐|豆瓣|豆[花浆干]|香烟|刺绣|火腿|香肠|丸子?|馄饨|抄手|春卷|麻花|锅[盔贴巴]|凉皮|烧[麦饼腊]',
  '烤\\p{sc=Han}|(?<![水地路桥方对全层表墙门场界])面(?![积前临对料目粉])|(?<!花)粉(?![尘碎末煤刷])',
  '[鸡鸭鹅鱼兔虾蟹](?![场圈棚粪养塘苗户舍业])|[羊牛]肉|肉(?:夹馍|松|脯|干|燕|包)|馍|汤|饼|饺|饭|菜(?![场市地农])|粥|糕|酥|糖|酱|酒|醋|茶(?!园)|牌',
].join('|');
/** A plant that makes it stands in the city: "镇江香醋厂". */
const DISH = new RegExp(`^${RUN}{0,3}(?:${FOOD})(?!\\p{sc=Han}{0,2}厂)`, 'u');
const OTHER_THINGS = [ESTATE, FIRM, SHOP, DISH];
/** "禾阳市场" is no city, "太平乡村" no township and "港口区域" no district, but "临禾区政府" is in its district. */
const OTHER_WORD = /^(?:市(?:场|政(?!府))|乡[村下亲镇]|区[域间别块段位])/;
/** "和县里" and "代县长" are no 和县 and no 代县. */
const COUNTY_WORD = /^[里内长委级领道城域]/;

/** The names of places in a text, from left to right, without those that are part of another word or name. */
export function placeMentionsIn(text: string, gazetteer: Gazetteer, home: Division): PlaceMention[] {
  const [found, short] = findInLists(text, namesAtHome(home, gazetteer));
  const named = found.filter(({ value }) => value.length > 0).slice(0, MOST_MENTIONS);
  const beside = named
    .flatMap((name) => boundTo(name, text, gazetteer.boundTerms))
    .filter((name) => !found.some(overlaps(name)));
  const taken = [...found, ...beside];
  const counties = short
    .slice(0, MOST_MENTIONS)
    .filter(({ value }) => value.some(isCountyOf(home)))
    .filter((name) => !taken.some(overlaps(name)));
  return [...named, ...beside, ...counties]
    .toSorted((one, other) => one.start - other.start)
    .map((mention, i, all) => standingOf(mention, text, all[i - 1], all[i + 1]))
    .filter((mention) => standsAlone(mention, text, gazetteer));
}

/** The area right before a name, and its part right after it. */
function boundTo(name: Name, text: string, boundTerms: Gazetteer['boundTerms']): Name[] {
  const first = Math.max(0, name.start - LONGEST_BOUND);
  const at = (start: number, end: number): Name[] =>
    findTerms(text.slice(start, end), boundTerms).map((term) => ({
      ...term,
      start: start + term.start,
      end: start + term.end,
    }));
  return [
    ...at(first, name.start).filter((area) => isPartOf(name, area)),
    ...at(name.end, name.end + LONGEST_BOUND).filter((part) => isPartOf(part, name)),
  ];
}

function standingOf(mention: Name, text: string, before: Name | undefined, after: Name | undefined): Standing {
  const follows = before !== undefined && isPartOf(mention, before);
  const free = follows || mention.start === 0 || BEFORE.test(text[mention.start - 1]!);
  return { ...mention, free, follows, goesOn: after !== undefined && isPartOf(after, mention) };
}

/** Right after its area: 浦口 in "南京浦口". */
function isPartOf(part: Name, area: Name): boolean {
  return area.end === part.start && part.value.some(({ division }) => area.value.some(contains(division)));
}

const contains = (part: Division) => (area: NameUse) => area.division !== part && covers(area.division, part);

const overlaps = (one: Name) => (other: Name) => one.start < other.end && other.start < one.end;

interface Standing extends PlaceMention {
  /** Right before it stands an area that it lies in. */
  readonly follows: boolean;
  /** Right after it stands a part of it. */
  readonly goesOn: boolean;
}

function standsAlone(mention: Standing, text: string, gazetteer: Gazetteer): boolean {
  const { value, start, end, free, follows, goesOn } = mention;
  const after = text.slice(end, end + 12);
  if (OTHER_WORD.test(text.slice(end - 1, end + 2)) || SIDE.test(text.slice(end - 1, end + 2))) return false;
  if (value.some(({ form }) => form === 'word') && !free) return false;
  if (value.some(({ form }) => form !== 'short' && form !== 'bound' && form !== 'county')) {
    return follows || end - start > 2 || isCountyAlone(mention, after);
  }
  const road = ROAD.exec(after)?.[0];
  if (road !== undefined && !isTownOf(mention, road, gazetteer)) return false;
  if (!goesOn && WATER.test(after)) return false;
  const others = value.some(({ form }) => form === 'short')
    ? [...OTHER_THINGS, CITY_BEARER]
    : [...OTHER_THINGS, BEARER];
  return follows || goesOn || !others.some((other) => other.test(after));
}

/** "晋宁二街": 二街 is a town of 晋宁. */
function isTownOf({ value }: Standing, road: string, { names }: Gazetteer): boolean {
  const counties = value.map(({ division }) => division).filter((division) => finenessOf(division) === 3);
  const towns = [`${road}镇`, `${road}乡`, `${road}街道`];
  if (counties.length === 0) return false;
  for (const [code, name] of names)
    if (towns.includes(name) && counties.some((county) => covers(county, code))) return true;
  return false;
}

/** Names of one character, such as 和县 and 沙县, stand in many other words. */
function isCountyAlone({ free, value }: Standing, after: string): boolean {
  return value.some(({ form }) => form === 'ordinary') || (free && !COUNTY_WORD.test(after) && !DISH.test(after));
}
