import type { Role } from './role.ts';
import { type Mention, tells } from './term.ts';

/**
 * How many characters may stand between a negator and what it negates; a single character, such as 不, must stand right
 * before it.
 */
const NEGATION_REACH = 2;
/** "噪声没有了", "味道现在一点都没有了": gone, where nothing else stands between. */
const GONE =
  /^(?:现在|已经|今天|昨天|昨晚|当天|如今|这几天|终于|真的?|确实|果然|彻底|几乎|再也|全部|完全|基本|一点儿?|问题|的?情况|味道?|气味|声音|扰民|污染|[也都就全早倒])*(?:没有?[了啦咯]|没有(?=$|[,，。!！;；])|没(?=$|[,，。!！;；])|消失了?|不见了|闻不到了?|听不[到见]了?|(?:解决|治好|治理好|处理好|整改好?|整治好?|停|修好|清除)(?:完)?了(?!吗|[没么]))/;
/** "河水挺清的", "灯倒是不亮了", "空气倒还好", "味道我能忍": as it should be, or no matter. */
const GOOD =
  /^(?:倒是?|是|我们?|也|都|还|挺|很|蛮)*(?:清的|清澈|干净|不亮|不吵|不响|(?<=[倒还])(?:好|行|可以|过得去)(?=$|[,，。!！;；])|能忍|忍得了|没事|没问题|不要紧|(?:的事)?(?:无关|没关系|没有关系|不相干)|(?:[、和与及]\p{sc=Han}{1,4})+都?(?:无关|没关系|没有关系|不相干))/u;
/** "是不是噪声", "难道不是污染吗": asks, denies nothing. */
const ASKED_BEFORE = /(?:难道|[这那是])$/;
const ASKED_AFTER = /^[^,，。!！;；]{0,8}(?:吗|么|就是|即是)/;
const CONTRAST = /^[^,，。!！;；]{0,6}[,，]\s*(?:而是|是)/;
const CONTRAST_REACH = 8;
const LONGEST_AFTER = 24;

/**
 * Leaves out what a negator just before it denies, "无异味", "不是噪声问题", and what is told to be gone. What is said not
 * to be the matter is none where it is named again: "不是工地扬尘，工地扬尘已经盖了网".
 */
export function affirmed(mentions: readonly Mention[], text: string): Mention[] {
  const setAside = new Set<string>();
  return mentions.filter((mention, i) => {
    const { roles, term } = mention.value;
    if (!roles.some(isDeniable)) return true;
    const before = lastWord(mentions, i);
    const after = text.slice(mention.end, mention.end + LONGEST_AFTER);
    const denied = isDenied(mention, before, text);
    if (denied && before && denies(before, text)) setAside.add(term);
    return !denied && !setAside.has(term) && !GONE.test(after) && !GOOD.test(after);
  });
}

/** The mention before, unless it is a word of complaining: "并非反映扬尘". */
function lastWord(mentions: readonly Mention[], at: number): Mention | undefined {
  const before = mentions[at - 1];
  const isCue = before?.value.roles[0]?.kind === 'cue' && before.value.roles.every(({ kind }) => kind === 'cue');
  return isCue ? mentions[at - 2] : before;
}

/** "不是", "并非", "不反映": that it is not the matter; "没有" says only that it is not there now. */
function denies({ start, end }: Mention, text: string): boolean {
  return /[是非]|反映|投诉|举报/.test(text.slice(start, end));
}

function isDenied(mention: Mention, before: Mention | undefined, text: string): boolean {
  if (!before || !tells(before.value, 'negator')) return false;
  const distance = mention.start - before.end;
  if (before.sentence !== mention.sentence || distance > CONTRAST_REACH) return false;
  if (distance > reachOf(before)) return isContrasted(before, mention, text);
  const asks =
    ASKED_BEFORE.test(text.slice(Math.max(0, before.start - 2), before.start)) ||
    ASKED_AFTER.test(text.slice(mention.end, mention.end + LONGEST_AFTER));
  return !denies(before, text) || !asks;
}

/** "不是他家的狗叫，是他家的油烟": what is not the matter stands farther off where the matter follows. */
function isContrasted(negator: Mention, mention: Mention, text: string): boolean {
  return (
    denies(negator, text) &&
    !/[,，、]/.test(text.slice(negator.end, mention.start)) &&
    CONTRAST.test(text.slice(mention.end, mention.end + LONGEST_AFTER))
  );
}

function reachOf(negator: Mention): number {
  return negator.end - negator.start > 1 ? NEGATION_REACH : 0;
}

function isDeniable(role: Role): boolean {
  return role.kind === 'circumstance' || (role.kind === 'sign' && role.deniable);
}
