import { type CharacterVariants, compileFolding } from '../text/folding.ts';
import { compileTerms, type TermIndex } from '../text/terms.ts';
import { type Division, finenessOf } from './division.ts';

/** A list of divisions, such as one edition of GB/T 2260, or the towns of one province. */
export interface GazetteerList {
  /** Where the list comes from and when it ends. */
  readonly source: string;
  readonly divisions: Readonly<Record<Division, string>>;
  /** Divisions founded after the list's end, and where that was announced. */
  readonly added?: Readonly<Record<Division, string>> | undefined;
  readonly addedSource?: string | undefined;
  /** Names that people still write, and what they belong to now. */
  readonly former?: Readonly<Record<string, Division>> | undefined;
}

/** A name in use for a division. Short names, such as "苏州", count only where other words bear them out. */
export interface NameUse {
  readonly division: Division;
  readonly short: boolean;
}

/** 地名库, ready for use. Prepare it once: some ten milliseconds for the whole country. */
export interface Gazetteer {
  readonly names: ReadonlyMap<Division, string>;
  readonly terms: TermIndex<readonly NameUse[]>;
}

const PEOPLES =
  '壮|回|满|苗|彝|藏|蒙古|维吾尔|土家|侗|布依|瑶|白|朝鲜|哈尼|黎|哈萨克|傣|畲|傈僳|东乡|仡佬|拉祜|佤|水|纳西|羌|土|仫佬|锡伯|柯尔克孜|景颇|达斡尔|撒拉|布朗|毛南|塔吉克|普米|怒|鄂温克|裕固|保安|独龙|鄂伦春|各';
const PEOPLES_TOWNSHIP = new RegExp(`(?:(?:${PEOPLES}|德昂|阿昌|基诺)族)+乡$`);
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES})族|蒙古|哈萨克|维吾尔|柯尔克孜|塔吉克|锡伯)+自治(?:州|县|旗)$`);
const REGION = /(?:壮族|回族|维吾尔)?自治区$/;
const KIND = /(?:特别行政区|地区|林区|新区|矿区|省|市|盟|区|县|旗)$/;

/** Later lists win over earlier ones. */
export function compileGazetteer(lists: readonly GazetteerList[], characters: CharacterVariants): Gazetteer {
  const names = new Map(lists.flatMap(({ divisions, added }) => Object.entries({ ...divisions, ...added })));
  const uses = new Map<string, NameUse[]>();
  const add = (name: string, use: NameUse): void => {
    const known = uses.get(name);
    if (known) known.push(use);
    else uses.set(name, [use]);
  };
  for (const [division, name] of names) {
    add(name, { division, short: false });
    for (const short of shortNamesOf(name, division)) add(short, { division, short: true });
    if (PEOPLES_TOWNSHIP.test(name)) add(name.replace(PEOPLES_TOWNSHIP, '乡'), { division, short: false });
  }
  for (const [name, division] of lists.flatMap((list) => Object.entries(list.former ?? {}))) {
    add(name, { division, short: false });
  }
  return { names, terms: compileTerms(uses, compileFolding(characters)) };
}

/** Full name for people, from the province down. */
export function fullNameOf(chain: readonly Division[], names: ReadonlyMap<Division, string>): string {
  return chain.map((division) => names.get(division) ?? '').join('');
}

function shortNamesOf(name: string, division: Division): string[] {
  if (finenessOf(division) === 4) return [];
  const base = name.replace(AUTONOMOUS, '').replace(REGION, '').replace(KIND, '');
  const shorts = base.length >= 2 && base !== name ? [base] : [];
  return name.endsWith('自治州') && finenessOf(division) === 2 ? [...shorts, `${base}州`] : shorts;
}
