import { phoneIn } from '../../contact.ts';
import type { Organs } from '../../organs.ts';
import { IDENTITY_NUMBER, MAILBOX, MOBILE } from '../../personal-numbers.ts';

/** Words of an answer, and what people call the field that they stand in. */
export interface Written {
  readonly field: string;
  readonly text: string;
}

/** Surnames that are no words of a sentence about somebody: 信访人向我局反映 names nobody. */
const SURNAME =
  '(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚欧蓝施陶洪翟颜倪严牛俞章鲁葛毕聂焦齐梅庄辛管祝左涂谷祁舒耿卜路詹关苗凌费纪靳盛童项柴])';
const WHO = '(?:举报人|信访人|投诉人|反映人|来信人|来电人|申诉人|上访人|检举人)(?:姓名)?(?:[:：（(“"]|为|是|叫)?\\s*';
const TITLED = '(?:某{1,2}|先生|女士|同志|老师|师傅)';
/** A name ends where a sentence does, or where it goes on about what they did. */
const NAMED =
  '[\\p{sc=Han}]{1,2}?(?=[，。；、：:,;（()）”"\\s]|$|的|等|反映|举报|投诉|来电|来信|称|表示|提出|所|住|系|家)';

const SIGNS: readonly RegExp[] = [
  new RegExp(`(?<=${WHO})${SURNAME}(?:${TITLED}|${NAMED})`, 'gu'),
  MOBILE,
  IDENTITY_NUMBER,
  MAILBOX,
];

/**
 * Wording that would betray who complained: 举报人 with a name, a mobile number, an identity number, a mail address. The
 * first of them, with its field and place (characters from 1) and what stands there masked; undefined for none. What the
 * roster says of an organ's own people is theirs to tell. Nothing is looked up in the vault.
 */
export function identityLeakIn(written: readonly Written[], organs: Organs): string | undefined {
  const own = reachedAt(organs);
  for (const { field, text } of written) {
    const found = SIGNS.flatMap((sign) => [...text.matchAll(sign)])
      .filter(([words]) => !own.has(words.replace(/[-\s]/g, '')))
      .toSorted((one, other) => one.index - other.index)[0];
    if (found)
      return `“${field}”第${found.index + 1}字起可能透露信访人身份：“${masked(text, found.index, found[0])}”，请改写`;
  }
  return undefined;
}

const reachedAt = (organs: Organs): ReadonlySet<string> =>
  new Set(
    [...organs.values()].flatMap(({ contacts }) => contacts.flatMap(({ email = '', phone = '' }) => [email, phone])),
  );

/** A few characters before, and of the words themselves no more than their length. */
const masked = (text: string, start: number, words: string): string =>
  `${start > 4 ? '…' : ''}${text.slice(Math.max(0, start - 4), start).replace(/[\d@\w]/g, '*')}${'*'.repeat(words.length)}`;

/** Also where it stands between other words. */
const ANY_MAILBOX = /[\w.+-]@[\w-]+\.\w/;

/** Why words cannot be kept with a case: how a person is reached lies in the vault alone. */
export const tellsContact = (words: string): string | undefined =>
  phoneIn(words) || ANY_MAILBOX.test(words) ? '请勿写电话号码或者邮箱' : undefined;
