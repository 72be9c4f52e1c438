import type { Sent } from '../../local/outside/outbox.ts';

/** What was sent, and instead of each list the notices in it, one by one. */
export const toldInLists = (sent: readonly Sent[]): readonly Sent[] =>
  sent.flatMap((one) => (one.subject?.startsWith('【清单】') ? entriesOf(one) : [one]));

function entriesOf(list: Sent): readonly Sent[] {
  return list.text.split('\n\n').flatMap((entry) => {
    const [line, kind, caseId, subject] = /^\d+\. 【(.+?)】(\S+) (.*)$/m.exec(entry) ?? [];
    return line === undefined
      ? []
      : [{ ...list, caseId: caseId!, subject: `【${kind}】${caseId} ${subject}`, text: entry }];
  });
}
