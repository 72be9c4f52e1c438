import type { GatheredLetter, Notice } from '../notice.ts';
import { bodyOf, toldIn } from '../wording.ts';
import { countsOf, deskOf, type ListRules } from './list-letter.ts';
import { sayList } from './list-texts.ts';

/** 工作群清单: several notices to one working group as one message, a line for each; of a case is kept its own line. */
export function groupList(notices: readonly [Notice, ...Notice[]], { texts, desk }: ListRules): GatheredLetter {
  const parts = notices.map((notice, index) => lineOf(notice, index + 1, texts));
  const said = { count: notices.length, counts: countsOf(notices), lines: parts.join('\n'), desk: deskOf(desk) };
  const { subject, body } = toldIn(sayList('group-list', said), texts);
  return { subject, text: `${subject}\n${body}`, parts };
}

function lineOf({ caseId, sms }: Notice, number: number, texts: ListRules['texts']): string {
  if (sms.use !== 'staff') throw new Error('a working group is told what staff are told');
  const { kind, duty, due } = sms.values;
  return bodyOf(sayList('group-line', { number, kind, receipt: caseId, duty, due }), texts);
}
