import { dayOf } from '../../calendar/day.ts';
import type { Case } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { ruleOf } from '../../clocks/policy.ts';
import type { Flag } from '../../complaint.ts';
import { isProgramAddress } from '../../mail.ts';
import { complainantAddresses } from '../addresses.ts';
import type { Rules } from '../matter-lines.ts';
import { type Notice, QUERY_CODE } from '../notice.ts';
import { toldIn, type Wording, withEnglish } from '../wording.ts';
import { tell } from './complainant-texts.ts';

/** What makes it doubtful who would read an answer: somebody who has nothing to do with it, or a program. */
const DOUBTFUL: readonly Flag[] = ['quarantined', 'suspicious', 'automatic'];

/** Said in mail only. */
export const HOW_TO_ADD = '需要补充情况或材料的，请直接回复本邮件。';

/**
 * 回执: to whom the way in gave none, once, when the case is opened, with what it takes to ask after it. It goes the way
 * they came, and no other.
 */
export function acknowledgements(event: EventOf<'registered'>, _: Case, rules: Rules): readonly Notice[] {
  if (!event.acknowledge) return [];
  if (event.flags.some((flag) => DOUBTFUL.includes(flag))) return [];
  const { caseId: receipt, seq, at, classification } = event;
  const { subject, body, english, sms, template } = toldIn(receiptText(event, rules), rules.texts);
  return [
    {
      id: `${receipt}#${seq}#acknowledgement`,
      caseId: receipt,
      at,
      kind: 'acknowledgement',
      addresses: complainantAddresses(receipt, event.channel).slice(0, 1),
      subject,
      text: withEnglish(body, classification.lang === 'en' ? english : undefined),
      sms: { use: 'complainant', values: { receipt, status: sms ?? '' } },
      template,
    },
  ];
}

function receiptText(
  { caseId, at, receivedAt, started }: EventOf<'registered'>,
  { policies, organiser }: Rules,
): Wording {
  const due = started.find((clock) => ruleOf(clock, policies)?.owedTo === 'complainant')?.dueAt;
  const { name: organ, telephone, pages } = organiser;
  const own = { receipt: caseId, code: QUERY_CODE, receivedAt, due };
  return tell('telling-receipt', { ...own, pages, organ, date: dayOf(at), telephone });
}

/**
 * Whether somebody may read an answer there: nobody does at an address of a program, and at our own we would answer
 * ourselves.
 */
export function mayBeAnswered(address: string, own: readonly string[]): boolean {
  const domainOf = (one: string) => one.slice(one.lastIndexOf('@') + 1).toLowerCase();
  return !isProgramAddress(address) && !own.map(domainOf).includes(domainOf(address));
}
