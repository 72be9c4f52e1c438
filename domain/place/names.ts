import { type Division, finenessOf } from './division.ts';

/** How far a name can be trusted to mean its division. */
export type NameForm =
  /** By itself. */
  | 'full'
  /** At home, or beside a part of its area: 苏州, 江阴. */
  | 'short'
  /** Right after its area, or right before a part of it: 浦口, and city names that are ordinary words: 安宁. */
  | 'bound'
  /** A county's full name that is an ordinary word too, 东区 or 老城区: with its city or a neighbour. */
  | 'ordinary';

const PEOPLES =
  '壮|回|满|苗|彝|藏|蒙古|维吾尔|土家|侗|布依|瑶|白|朝鲜|哈尼|黎|哈萨克|傣|畲|傈僳|东乡|仡佬|拉祜|佤|水|纳西|羌|土|仫佬|锡伯|柯尔克孜|景颇|达斡尔|撒拉|布朗|毛南|塔吉克|普米|怒|鄂温克|裕固|保安|独龙|鄂伦春|各';
const PEOPLES_TOWNSHIP = new RegExp(`(?:(?:${PEOPLES}|德昂|阿昌|基诺)族)+乡$`);
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES})族|蒙古|哈萨克|维吾尔|柯尔克孜|塔吉克|锡伯)+自治(?:州|县|旗)$`);
const REGION = /(?:壮族|回族|维吾尔)?自治区$/;
const KIND = /(?:特别行政区|地区|林区|新区|矿区|省|市|盟|区|县|旗)$/;
/** What people call a side of their own city or estate, a quarter or a works. */
const ORDINARY =
  /^(?:[东西南北中郊矿城]|[老新东西]城|城[东西南北中关]|[新东西南北]市|市[东西南北中]|站前|[海东]港|港[口南北])区$/;

/**
 * What people write for a division beside nothing else, with how far each can be trusted. `ordinary` are the short
 * names that are words.
 */
export function namesOf(name: string, division: Division, ordinary: ReadonlySet<string>): [string, NameForm][] {
  if (finenessOf(division) === 4) return townNamesOf(name);
  const shorts = shortNamesOf(name, division).map((short): [string, NameForm] => {
    return [short, isCity(name, division) && !ordinary.has(short) ? 'short' : 'bound'];
  });
  return [[name, ORDINARY.test(name) ? 'ordinary' : 'full'], ...shorts];
}

function townNamesOf(name: string): [string, NameForm][] {
  const short = name.replace(PEOPLES_TOWNSHIP, '乡');
  return (short === name ? [name] : [name, short]).map((each) => [each, 'full']);
}

function shortNamesOf(name: string, division: Division): string[] {
  const base = name.replace(AUTONOMOUS, '').replace(REGION, '').replace(KIND, '');
  const shorts = base.length >= 2 && base !== name ? [base] : [];
  return name.endsWith('自治州') && finenessOf(division) === 2 ? [...shorts, `${base}州`] : shorts;
}

function isCity(name: string, division: Division): boolean {
  return finenessOf(division) < 3 || name.endsWith('市');
}
