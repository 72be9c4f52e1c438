import { CONTACT_ROLE_TEXT, type ContactRole } from '../../organs.ts';
import type { Texts } from '../../texts/text.ts';
import { type Attempt, isInDoubt } from '../delivery/attempt.ts';
import type { DeliveryState } from '../delivery/delivery-state.ts';
import { attemptText } from '../delivery/delivery-text.ts';
import { bodyOf } from '../wording.ts';
import { sayList } from './list-texts.ts';

/** A notice, and what became of it. */
export interface Ended {
  readonly id: string;
  readonly caseId: string;
  readonly state: DeliveryState;
  readonly attempts: readonly Attempt[];
}

const MISSED: readonly DeliveryState[] = ['failed', 'expired', 'uncertain'];
const COMPLAINANT = 'complainant';

/** Whether it reached nobody for all we know. A complainant who left no address is not missed: they ask themselves. */
export function isMissed({ state, attempts }: Pick<Ended, 'state' | 'attempts'>): boolean {
  const hadNoWay = ({ recipient, result }: Attempt) => recipient === COMPLAINANT && result === 'no-address';
  return MISSED.includes(state) && !(attempts.length > 0 && attempts.every(hadNoWay));
}

/** The organ at which it was to arrive; undefined where it was for a complainant. */
export function organOf({ id, attempts: [first] }: Ended): string | undefined {
  if (first?.recipient === COMPLAINANT) return undefined;
  return first ? first.recipient.split('/')[0] : id.split('#')[2];
}

/** So many numbers of cases are read in one line. */
const MOST_NUMBERS = 10;

/** 未送达清单: a line for each cause, that of most notices first. It names nobody and no address. */
export function missedLines(missed: readonly Ended[], texts: Texts): readonly string[] {
  return [...Map.groupBy(missed, causeOf)]
    .toSorted(([, some], [, others]) => others.length - some.length)
    .map(([cause, some]) => {
      const said = { cause, count: some.length, who: whoIn(some), numbers: numbersIn(some) };
      return bodyOf(sayList('digest-cause', said), texts);
    });
}

/** A way that nobody left is the cause only where there was no other. */
function causeOf({ state, attempts }: Ended): string {
  if (state === 'expired') return '发送通道72小时没有恢复';
  const telling = attempts.find(({ result }) => result !== 'no-address') ?? attempts[0];
  if (!telling) return '通讯录里没有可用的联系方式';
  return isInDoubt(telling) ? '发送中断，不知是否送达' : attemptText(telling);
}

function whoIn(some: readonly Ended[]): string {
  const people = Map.groupBy(some, ({ id, attempts: [first] }) =>
    roleText(first?.recipient.split('/').at(-1) ?? id.split('#')[3]),
  );
  return [...people].map(([who, { length }]) => `${who}${length}件`).join('、');
}

const roleText = (role = ''): string =>
  Object.hasOwn(CONTACT_ROLE_TEXT, role) ? CONTACT_ROLE_TEXT[role as ContactRole] : (OTHERS[role] ?? '其他收件人');

const OTHERS: Readonly<Record<string, string>> = { [COMPLAINANT]: '信访人', group: '工作群' };

function numbersIn(some: readonly Ended[]): string {
  const numbers = [...new Set(some.map(({ caseId }) => caseId))];
  const more = numbers.length > MOST_NUMBERS ? `等${numbers.length}件` : '';
  return `${numbers.slice(0, MOST_NUMBERS).join('、')}${more}`;
}
