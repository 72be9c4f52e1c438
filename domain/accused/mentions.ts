import type { OrganLevel } from '../organs.ts';
import { businessNamesIn } from '../text/business-names.ts';

/** Who a clause speaks of: an authority, the one it complains of, or whoever was spoken of before. */
export interface Mention {
  readonly kind: 'authority' | 'party' | 'business' | 'same';
  readonly start: number;
  readonly end: number;
  readonly authority?: Authority | undefined;
}

/** An authority as far as its words tell; where it is named, its place stands right before `start`. */
export interface Authority {
  /** As it is written, without its place and without whoever works there. */
  readonly name: string;
  /** Undefined for the bureau that is written to, or for one without a line of work: "分局", "执法人员". */
  readonly department?: string | undefined;
  readonly level?: OrganLevel | undefined;
  /** In the text, where the name of its place ends and where its own does. */
  readonly placeEnd: number;
  readonly end: number;
  /** The place of a branch: "临禾" of "市生态环境局临禾分局". */
  readonly branch?: string | undefined;
  /** "贵局": whoever reads it. */
  readonly isReader: boolean;
}

/** How departments are called, beside what they do: config/matters.json has their names in full. */
const SPOKEN: Readonly<Record<string, string>> = {
  ecology: '生态环境(?:保护)?|环境保护|环保|环境(?=监察|执法|监测)',
  urban: '城市管理(?:和?综合行政执法)?|综合行政执法|综合执法|城管(?:执法)?',
  police: '公安|派出(?=所)|交(?=警)|民(?=警)|警(?=察)',
  housing: '住房和?城乡建设|住建|建设(?=局|厅|委)',
  agriculture: '农业农村|农业|畜牧(?:兽医)?',
  water: '水利|水务',
  forestry: '林业(?:和草原)?|林草',
  land: '自然资源(?:和规划)?|国土资源',
  market: '市场监督管理|市场监管|市监',
  transport: '交通运输|交通(?=局|厅|委)',
  health: '卫生健康|卫健|卫生(?=局|厅|委|监督)',
};
const DEPARTMENTS: Readonly<Record<string, string>> = {
  urban: 'urban-management',
  police: 'public-security',
  housing: 'housing-construction',
  land: 'natural-resources',
  market: 'market-regulation',
};

const LEVELS: readonly (readonly [OrganLevel, RegExp])[] = [
  ['county', /分局|[区县旗](?:局|里)?$|^[区县旗]|所$|[大中]队/],
  ['city', /支队|^[市州盟]/],
  ['province', /总队|厅|^省/],
];

const UNIT =
  '(?:监察|执法|监测|监督|稽查)?(?:分局|局|厅|委员会|委(?!托)|总队|支队|大队|中队|执法队|部门|机关|监测站|站(?=长)|所|警|察|队员|队)';
const PERSON =
  '(?<person>的?\\p{sc=Han}{0,3}?(?:副?(?:局长|厅长|所长|队长|科长|处长|股长|主任)|执法人员|执法队员|执法者|工作人员|办案人员|经办人|接线员|监察员|公职人员|领导|干部|同志|的人|人员))?';
const NAMED = `(?<level>[省市区县州盟旗]?)(?:${Object.entries(SPOKEN)
  .map(([name, words]) => `(?<${name}>${words})`)
  .join(
    '|',
  )})(?:${UNIT}|(?<=城管)(?!的)|(?=的?(?:执法|工作)人员|的人|[不没从一根来]))(?:(?<branch>\\p{sc=Han}{2,4}?)分局)?`;
const BARE = '(?<bare>[省市区县州](?:局|厅)(?!面|部)|分局|执法(?:大|支|中|总)?队|执法人员|监察(?:大|支|总)队)';
const READER = '(?<reader>[贵你](?:们?[局厅委所]|单位)|你们(?!厂|公司|店))';
const AUTHORITY = new RegExp(`(?:${NAMED}|${BARE}|${READER})${PERSON}`, 'gu');

const PARTY =
  /企业|厂(?:家|里|方|区|子|长)?|老板|业主|物业|商[家户]|店[家主里]|施工[方队]|负责人|开发商|当事人|被举报人|对方|邻居|村委会?|[镇乡]政府|街道办|居委会|社区|12345|热线/g;
const SAME = /他们?(?!人)|她们?|(?<![极尤与])其(?![他中余次实它])|对方/g;
/** After these an authority is a landmark: what lies beside it has nothing to do with it. */
const LANDMARK =
  /^的?(?:对面|旁边?|隔壁|附近|门口|门前|楼[下上后]|[后前]面|[东南西北][侧边面]|家属[院楼]|宿舍|大院|工地|食堂|站台|公交站)/;

/** The authorities that a text names, from left to right; no landmark is one. */
export function authoritiesIn(text: string): readonly Mention[] {
  return Array.from(text.matchAll(AUTHORITY), authorityOf).filter(({ end }) => !LANDMARK.test(text.slice(end)));
}

/** Everybody of whom a text with these authorities speaks, from left to right. */
export function mentionsIn(text: string, authorities: readonly Mention[]): readonly Mention[] {
  const taken = new Uint8Array(text.length);
  for (const { start, end } of authorities) taken.fill(1, start, end);
  const businesses = businessNamesIn(text).map(({ start, end }): Mention => ({ kind: 'business', start, end }));
  const others = [...businesses, ...spansOf('party', PARTY, text), ...spansOf('same', SAME, text)];
  const isFree = ({ start, end }: Mention): boolean => !taken.subarray(start, end).includes(1);
  return [...authorities, ...others.filter(isFree)].toSorted((one, other) => one.start - other.start);
}

function authorityOf({ 0: name, index: start, groups = {} }: RegExpMatchArray & { index?: number }): Mention {
  const { level = '', branch, bare, reader, person = '' } = groups;
  const department = Object.keys(SPOKEN).find((key) => groups[key] !== undefined);
  const unit = name.slice(0, name.length - person.length);
  const [levelOf] = LEVELS.find(([, words]) => words.test(branch ? '分局' : (bare ?? unit))) ?? [];
  const authority: Authority = {
    name: unit,
    end: start! + name.length,
    department: department && (DEPARTMENTS[department] ?? department),
    level: levelOf,
    placeEnd: start! + level.length,
    branch,
    isReader: reader !== undefined,
  };
  return { kind: 'authority', start: start!, end: start! + name.length, authority };
}

function spansOf(kind: 'party' | 'same', words: RegExp, text: string): Mention[] {
  return [...text.matchAll(words)].map(({ 0: word, index: start }) => ({ kind, start, end: start + word.length }));
}
