import * as z from 'zod';
import type { Found, Inquire } from '../../usecases/notices/transports/inquiry.ts';
import { failureCode } from './failure-code.ts';
import { callTencent, e164, type TencentCaller } from './tencent-call.ts';

const Status = z.object({
  SessionContext: z.string().optional(),
  ReportStatus: z.string(),
  Description: z.string().optional(),
  /** Seconds since 1970. */
  UserReceiveTime: z.number(),
});

const Answer = z.object({
  Response: z.object({
    Error: z.object({ Code: z.string() }).optional(),
    PullSmsSendStatusSet: z.array(Status).optional(),
  }),
});

/** The most that one call gives. */
const MOST = 100;

/**
 * What Tencent's PullSmsSendStatusByPhoneNumber knows of a message, by the id that we gave it as SessionContext. It tells
 * what carriers answered within seven days, and nothing of what they have not answered yet: that a message is not among it
 * says nothing.
 */
export const tencentInquiry =
  (appId: string, caller: TencentCaller): Inquire =>
  async ({ id, to, at }) => {
    const began = Math.floor(Date.parse(at) / 1_000) - 60;
    const parameters = { SmsSdkAppId: appId, PhoneNumber: e164(to), BeginTime: began, Offset: 0, Limit: MOST };
    const said = await callTencent('PullSmsSendStatusByPhoneNumber', parameters, Answer, caller);
    const told = said.kind === 'answered' ? (said.answer.Response.PullSmsSendStatusSet ?? []) : [];
    const ours = told.filter(({ SessionContext }) => SessionContext === id);
    const [last] = ours.toSorted((one, other) => other.UserReceiveTime - one.UserReceiveTime);
    return last ? foundIn(last) : { kind: 'silent' };
  };

function foundIn({ ReportStatus, Description, UserReceiveTime }: z.infer<typeof Status>): Found {
  const at = new Date(UserReceiveTime * 1_000).toISOString();
  if (ReportStatus === 'SUCCESS') return { kind: 'taken', receipt: { kind: 'delivered', at } };
  return { kind: 'taken', receipt: { kind: 'returned', at, ...failureCode(Description) } };
}
