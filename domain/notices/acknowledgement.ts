import { dayOf } from '../calendar/day.ts';
import type { Case } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import { ruleOf } from '../clocks/policy.ts';
import type { Flag } from '../complaint.ts';
import { isProgramAddress } from '../mail.ts';
import { complainantAddresses } from './addresses.ts';
import type { Rules } from './matter-lines.ts';
import { type Notice, QUERY_CODE } from './notice.ts';
import { dateText, deadline, moment } from './words.ts';

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
  const { caseId: receipt, seq, at } = event;
  const { name, telephone, pages } = rules.organiser;
  return [
    {
      id: `${receipt}#${seq}#acknowledgement`,
      caseId: receipt,
      at,
      kind: 'acknowledgement',
      addresses: complainantAddresses(receipt, event.channel).slice(0, 1),
      subject: `【来信回执】已收到您的来信 [${receipt}]`,
      text: [
        '您好：\n\n您反映的问题已收到并登记，请保存本回执。',
        linesOf(event, rules).join('\n'),
        `凭登记编号和查询码可以随时在 ${pages} 查询办理情况，请勿将查询码告诉他人。`,
        `${name}\n${dateText(dayOf(at))}\n咨询电话：${telephone}`,
      ].join('\n\n'),
      sms: { use: 'complainant', values: { receipt, status: '已收到' } },
    },
  ];
}

function linesOf({ caseId, receivedAt, started }: EventOf<'registered'>, { policies }: Rules): readonly string[] {
  const tell = started.find((clock) => ruleOf(clock, policies)?.owedTo === 'complainant');
  return [
    `登记编号：${caseId}`,
    `查询码：${QUERY_CODE}`,
    `收到时间：${moment(receivedAt)}（北京时间）`,
    ...(tell ? [`告知期限：${deadline(tell.dueAt)}前告知您是否受理`] : []),
  ];
}

/**
 * Whether somebody may read an answer there: nobody does at an address of a program, and at our own we would answer
 * ourselves.
 */
export function mayBeAnswered(address: string, own: readonly string[]): boolean {
  const domainOf = (one: string) => one.slice(one.lastIndexOf('@') + 1).toLowerCase();
  return !isProgramAddress(address) && !own.map(domainOf).includes(domainOf(address));
}
