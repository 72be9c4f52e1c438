import type { LocalStack } from '../local-stack.ts';
import type { AnySample, LaterSample } from './sample.ts';
import { sendMail } from './senders/email.ts';
import { sendPartner } from './senders/partner.ts';
import { sendWeb } from './senders/web.ts';
import { askOnWechat, sendWechat } from './senders/wechat.ts';

/** Sends the sample through its channel and waits until all that follows at once is done. Answers the receipt. */
export async function send(sample: AnySample, mailTo: string, stack: LocalStack): Promise<string> {
  const casesBefore = casesIn(stack);
  const answered = await throughChannel(sample, mailTo, stack);
  await stack.drain();
  const [opened] = [...casesIn(stack)].filter((receipt) => !casesBefore.has(receipt));
  return answered ?? opened ?? '';
}

/**
 * Sends it as the complainant does, a mail as a reply to our latest letter, and waits until all that follows at once is
 * done.
 */
export async function sendLater(sample: LaterSample, receipt: string, stack: LocalStack): Promise<void> {
  if (sample.channel === 'wechat') await askOnWechat(sample, stack);
  else await sendMail(sample, replyAddress(receipt, stack), stack);
  await stack.drain();
}

function replyAddress(receipt: string, stack: LocalStack): string {
  const letter = stack.outbox().findLast(({ caseId, replyTo }) => caseId === receipt && replyTo !== undefined);
  if (!letter) throw new Error(`no letter about the sample complaint ${receipt} can be answered`);
  return letter.replyTo!;
}

/** Undefined where the channel gives no answer. */
async function throughChannel(sample: AnySample, mailTo: string, stack: LocalStack): Promise<string | undefined> {
  switch (sample.channel) {
    case 'web':
      return await sendWeb(sample, stack);
    case 'wechat':
      return await sendWechat(sample, stack);
    case 'partner':
      return await sendPartner(sample, stack);
    case 'email':
      await sendMail(sample, mailTo, stack);
      return undefined;
  }
}

function casesIn(stack: LocalStack): ReadonlySet<string> {
  return new Set(stack.outbox().flatMap(({ caseId }) => caseId ?? []));
}
