import * as z from 'zod';
import { attemptText } from '../../../domain/notices/delivery/delivery-text.ts';
import { type Address, ORDER_NUMBER, QUERY_CODE, TRANSPORT_TEXT } from '../../../domain/notices/notice.ts';
import { CONTACT_ROLE_TEXT, currentId, type Organs } from '../../../domain/organs.ts';
import type { AttemptFile, NoticeFile } from '../../../usecases/staff/show-notices.ts';

export const NoticesView = z.object({
  notices: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      subject: z.string(),
      /** 送达情况. */
      standing: z.string(),
      attempts: z.array(
        z.object({
          /** Organ and role, or the complainant; never an address. */
          to: z.string(),
          by: z.string(),
          at: z.iso.datetime().optional(),
          outcome: z.string(),
          /** 原文; the query code is covered. */
          text: z.string().optional(),
          subject: z.string().optional(),
        }),
      ),
    }),
  ),
});

/** Notices as staff read them. */
export const noticesView = (files: readonly NoticeFile[], organs: Organs): z.infer<typeof NoticesView> => ({
  notices: files.map(({ attempts, ...notice }) => ({
    ...notice,
    attempts: attempts.map((one) => attemptView(one, organs)),
  })),
});

const COVERS = { [QUERY_CODE]: '（查询码）', [ORDER_NUMBER]: '（工单编号）' };

function attemptView({ attempt, handOver }: AttemptFile, organs: Organs) {
  const { transport, recipient, at } = attempt;
  return {
    to: recipientText(recipient, organs),
    by: TRANSPORT_TEXT[transport],
    ...(at !== undefined && { at }),
    outcome: attemptText(attempt),
    ...(handOver && {
      text: covered(handOver.text),
      ...(handOver.subject !== undefined && { subject: covered(handOver.subject) }),
    }),
  };
}

/** What was put in only on the way out, by what it was. */
const covered = (words: string): string =>
  Object.entries(COVERS).reduce((text, [mark, cover]) => text.replaceAll(mark, cover), words);

type Role = Extract<Address, { role: unknown }>['role'];

const ROLE_TEXT: Readonly<Record<Role, string>> = {
  ...CONTACT_ROLE_TEXT,
  auditor: '审计人员',
  group: '工作群',
  partner: '业务系统',
};

/** Kept as "organ/role", or "complainant". */
function recipientText(recipient: string, organs: Organs): string {
  if (recipient === 'complainant') return '信访人';
  const [organ = '', role = ''] = recipient.split('/');
  if (organ === 'outside') return '其他单位';
  const name = organs.get(currentId(organ, organs))?.name ?? organ;
  return `${name}${Object.hasOwn(ROLE_TEXT, role) ? ROLE_TEXT[role as Role] : role}`;
}
