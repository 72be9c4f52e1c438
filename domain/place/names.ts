import { type Division, finenessOf } from './division.ts';

/** How far a name can be trusted to mean its division. */
export type NameForm =
  /** By itself. */
  | 'full'
  /** At home, or beside a part of its area: 苏州, 江阴. */
  | 'short'
  /** A county, or a district that was a county or city of its own since 2000, at home where no word runs into it: 沭阳, 吴江. */
  | 'county'
  /** Right after its area, or right before a part of it: 浦口, and names that are ordinary words: 安宁. */
  | 'bound'
  /** A county's full name that is an ordinary word too, 东区 or 老城区: with its city or a neighbour. */
  | 'ordinary'
  /** A district's full name of which the rest is a word, 港口区 or 解放区: where no word runs into it. */
  | 'word';

const PEOPLES =
  '壮|回|满|苗|彝|藏|蒙古|维吾尔|土家|侗|布依|瑶|白|朝鲜|哈尼|黎|哈萨克|傣|畲|傈僳|东乡|仡佬|拉祜|佤|水|纳西|羌|土|仫佬|锡伯|柯尔克孜|景颇|达斡尔|撒拉|布朗|毛南|塔吉克|普米|怒|鄂温克|裕固|保安|独龙|鄂伦春|各';
const PEOPLES_TOWNSHIP = new RegExp(`(?:(?:${PEOPLES}|德昂|阿昌|基诺)族)+乡$`);
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES})族|蒙古|哈萨克|维吾尔|柯尔克孜|塔吉克|锡伯)+自治(?:州|县|旗)$`);
const REGION = /(?:壮族|回族|维吾尔)?自治区$/;
const KIND = /(?:特别行政区|地区|林区|新区|矿区|省|市|盟|区|县|旗)$/;
/** What people call a side of their own city or estate, a quarter or a works. */
const ORDINARY =
  /^(?:[东西南北中郊矿城]|[老新东西]城|城[东西南北中关]|[新东西南北]市|市[东西南北中]|站前|[海东]港|港[口南北]|平房)区$/;

/** 泰和, 兴隆, 新昌: two characters of good omen name many a firm, estate and hospital too. */
const OF_GOOD_OMEN =
  /^[安昌长大德丰福富高光广恒宏鸿华嘉建金景久康乐丽利隆龙美明宁平庆仁荣瑞盛顺太泰天通万旺祥新信兴旭永裕源远泽正中和]{2}$/;

/**
 * What people write for a division beside nothing else, with how far each can be trusted. `ordinary` are the short
 * names that are words.
 */
export function namesOf(name: string, division: Division, ordinary: ReadonlySet<string>): [string, NameForm][] {
  if (finenessOf(division) === 4) return townNamesOf(name);
  const shorts = shortNamesOf(name, division);
  const formOf = (short: string): NameForm => (ordinary.has(short) ? 'bound' : shortFormOf(name, division));
  return [
    [name, fullFormOf(name, shorts, ordinary)],
    ...shorts.map((short): [string, NameForm] => [short, formOf(short)]),
  ];
}

/** A name that is no longer in force; a district goes on by the short name that it had as a county or city. */
export function formerNamesOf(name: string, ordinary: ReadonlySet<string>): [string, NameForm][] {
  const short = /[县市]$/.test(name) ? baseOf(name) : name;
  const counts = short.length >= 2 && short !== name && !ordinary.has(short);
  return counts
    ? [
        [name, 'full'],
        [short, 'county'],
      ]
    : [[name, 'full']];
}

function townNamesOf(name: string): [string, NameForm][] {
  const short = name.replace(PEOPLES_TOWNSHIP, '乡');
  return (short === name ? [name] : [name, short]).map((each) => [each, 'full']);
}

function shortNamesOf(name: string, division: Division): string[] {
  const base = baseOf(name);
  const shorts = base.length >= 2 && base !== name ? [base] : [];
  return name.endsWith('自治州') && finenessOf(division) === 2 ? [...shorts, `${base}州`] : shorts;
}

function baseOf(name: string): string {
  return name.replace(AUTONOMOUS, '').replace(REGION, '').replace(KIND, '');
}

function shortFormOf(name: string, division: Division): NameForm {
  if (finenessOf(division) < 3 || name.endsWith('市')) return 'short';
  return name.endsWith('区') || OF_GOOD_OMEN.test(baseOf(name)) ? 'bound' : 'county';
}

function fullFormOf(name: string, shorts: readonly string[], ordinary: ReadonlySet<string>): NameForm {
  if (ORDINARY.test(name)) return 'ordinary';
  return name.endsWith('区') && shorts.some((short) => ordinary.has(short)) ? 'word' : 'full';
}
