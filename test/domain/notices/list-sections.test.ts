import { describe, expect, it } from 'vitest';
import { listLetter } from '../../../domain/notices/lists/list-letter.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { escalation } from '../../support/notices.ts';
import { beijing, texts } from '../../support/rules.ts';

/** Wednesday. */
const NOW = beijing('2026-06-10 08:30');

function notice(kind: string, receipt: string, dueAt?: string): Notice {
  const usual = escalation();
  if (usual.sms.use !== 'staff') throw new Error('an escalation is for staff');
  const values = { ...usual.sms.values, kind, receipt, due: '6月10日24:00' };
  const at = dueAt === undefined ? undefined : beijing(dueAt);
  const [subject, text] = [`【${kind}】${receipt} 应办`, `请办理${receipt}。\n\n依据`];
  return { ...usual, id: receipt, caseId: receipt, subject, text, sms: { use: 'staff', values }, dueAt: at };
}

const ALL = [
  notice('交办', 'QH-NEW', '2026-06-10 24:00'),
  notice('提醒', 'QH-LATER', '2026-06-15 00:01'),
  notice('提醒', 'QH-SUNDAY', '2026-06-15 00:00'),
  notice('催办', 'QH-TODAY', '2026-06-11 00:00'),
  notice('督办', 'QH-LATE', '2026-06-10 08:30'),
] as const;

describe('a morning list', () => {
  it('tells first what is overdue, then what is due today, this week and later, and last what is new', () => {
    const { text } = listLetter(ALL, NOW, { texts, desk: 'https://desk.example/' });
    expect(text.split('\n\n').map((one) => one.split('\n')[0])).toEqual([
      '以下5件信访事项请分别办理，最紧要的在前。',
      ...['◆ 已超期（1件）', '1. 【督办】QH-LATE 应办'],
      ...['◆ 今日到期（1件）', '2. 【催办】QH-TODAY 应办'],
      ...['◆ 本周到期（1件）', '3. 【提醒】QH-SUNDAY 应办'],
      ...['◆ 以后到期（1件）', '4. 【提醒】QH-LATER 应办'],
      ...['◆ 新到（1件）', '5. 【交办】QH-NEW 应办'],
      '在工作台逐件打开：https://desk.example/desk',
    ]);
  });

  it('has of each the number, the matter, the place, what is asked, the deadline and the next step', () => {
    const [entry] = listLetter(ALL, NOW, { texts }).parts;
    for (const word of [
      'QH-NEW',
      '建筑施工噪声',
      '青禾省禾阳市临禾区',
      '请办理QH-NEW。',
      '期限：6月10日24:00',
      '下一步',
    ])
      expect(entry).toContain(word);
    expect(entry).not.toContain('依据');
  });

  it('names no address where the desk has none', () => {
    expect(listLetter(ALL, NOW, { texts }).text).not.toContain('工作台');
  });
});
