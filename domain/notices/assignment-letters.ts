import { judgeOf } from '../accused/recusal.ts';
import type { Suggestion } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import { above } from '../organs.ts';
import { BY_MAIL, type Letter, nameOf, type Recipients } from './letter.ts';
import type { Rules } from './matter-lines.ts';

/** To who leads a case from now on, and to those who assist. */
export function assignmentLetters({ lead, assisting }: Suggestion, rules: Rules): readonly Letter[] {
  const ours: Letter = {
    kind: '交办',
    organ: lead,
    to: BY_MAIL,
    subject: '由本单位主办',
    opening: '以下信访事项由本单位主办，请在期限内办理。',
  };
  const opening = `请协助主办单位${nameOf(lead, rules)}办理以下信访事项。`;
  const theirs = { kind: '交办', to: BY_MAIL, subject: '请本单位协办', opening, withoutClocks: true } as const;
  return [ours, ...assisting.map((organ) => ({ ...theirs, organ }))];
}

/** To others than an assignment goes to, so that one who gets both gets two notices. */
const TO: Recipients = [
  ['leader', 'email'],
  ['handler', 'sms'],
];

/**
 * 反映履职问题: to the organ above each of the accused, at once, whoever leads. `others`: who else is accused, by the
 * organ that is told.
 */
export function accusedLetters(
  accused: readonly string[],
  rules: Rules,
  others: readonly (readonly [judge: string, name: string])[] = [],
): readonly Letter[] {
  const known = accused.map((one) => [judgeOf(one, rules), nameOf(one, rules.whole ?? rules)] as const);
  const byJudge = Map.groupBy([...known, ...others], ([judge]) => judge);
  return [...byJudge].map(([organ, theirs]) => {
    const names = theirs.map(([, name]) => name).join('、');
    const opening = `来信反映${names}的履职问题，请核查。被反映单位及其下级单位须回避，不得向其转交、透露，不得由其办理、答复。`;
    return { kind: '关注', organ, to: TO, subject: '反映单位履职问题', opening, withoutClocks: true };
  });
}

/** Offices on no roster that a complaint accuses: the organ above its lead, which sees the case, finds out whose. */
export function unknownOffices(
  { unknownOffices: offices = [], route }: EventOf<'registered'>,
  rules: Rules,
): readonly (readonly [judge: string, name: string])[] {
  const judge = above(route.lead, 1, rules).id;
  return offices.map(({ name, why }) => [judge, `${name}（${why.join('、')}；名册中没有该单位，请先查明）`] as const);
}

/** 反映办理情况: to the level above who led the earlier case, at once. */
export function handlingLetters({ repeats = [] }: EventOf<'registered'>, rules: Rules): readonly Letter[] {
  const about = repeats.filter(({ relation }) => relation === 'about-handling');
  const bySuperior = Map.groupBy(about, ({ lead }) => judgeOf(lead, rules));
  return [...bySuperior].map(([organ, earlier]) => {
    const cases = earlier.map(({ caseId, lead }) => `${nameOf(lead, rules.whole ?? rules)}主办的${caseId}`).join('、');
    const opening = `来信反映${cases}的办理情况，不并案办理，请上级单位核查。`;
    return { kind: '关注', organ, to: TO, subject: '反映前件办理情况', opening, withoutClocks: true };
  });
}
