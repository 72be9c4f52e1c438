import * as z from 'zod';
import { chatText } from '../../domain/notices/delivery/hand-over.ts';
import type { Send } from '../../usecases/notices/delivery/delivery.ts';
import type { SecretEntries } from '../../usecases/operations/secret-entries.ts';
import { type Patience, postOnce, TEN_SECONDS } from '../http/outgoing-request.ts';
import { withoutKey } from '../secrets/provider-key.ts';
import { postTo } from './dialects.ts';
import { meaningOfRobot } from './robot-codes.ts';
import type { Robot } from './robot-secret.ts';

/** WeCom and DingTalk say `errcode`, Feishu `code`; with HTTP 200, whatever it is. */
const Answer = z.union([
  z.object({ errcode: z.int() }).transform(({ errcode }) => errcode),
  z.object({ code: z.int() }).transform(({ code }) => code),
]);

/**
 * Messages to working groups on WeCom, DingTalk and Feishu, by the robots of the province's secret. An address is the
 * name of a robot there; `now` dates signatures. The secret stands in addresses: no error names one.
 */
export function groupRobots(
  robots: () => Promise<SecretEntries<Readonly<Record<string, Robot>>>>,
  now: () => Date,
  patience: Patience = TEN_SECONDS,
): Send {
  return async ({ id, text }, to) => {
    let robot: Robot | undefined;
    try {
      robot = (await robots()).of(to);
    } catch (error) {
      return withoutKey(error);
    }
    if (!robot) return { kind: 'no-address', reason: 'no such robot in the secret' };
    const { headers, ...post } = postTo(robot, chatText(text), now());
    const said = await postOnce({ ...post, headers: { ...headers, 'x-huiyin-notice': id } }, Answer, patience);
    if (said.kind !== 'answered') return said;
    if (said.answer === 0) return { kind: 'sent', reference: id };
    return { kind: meaningOfRobot(robot.kind, said.answer), reason: `${robot.kind} ${said.answer}` };
  };
}
