import type { Notice } from '../../domain/notices/notice.ts';
import { beijing } from './rules.ts';

/** An escalation as it lies in the queue. */
export const escalation = (changes: Partial<Notice> = {}): Notice => ({
  id: 'QH-7KX4-M9P2-Q3T8#5#city#leader#email',
  caseId: 'QH-7KX4-M9P2-Q3T8',
  at: beijing('2026-10-08 09:00'),
  addresses: [],
  subject: '【督办】QH-7KX4-M9P2-Q3T8 书面告知信访人是否受理，已超期2天9小时',
  text: '禾阳市生态环境局：主办单位临禾分局尚未办理。\n\n登记编号：QH-7KX4-M9P2-Q3T8\n.一行以点开头',
  sms: {
    use: 'staff',
    values: {
      kind: '督办',
      receipt: 'QH-7KX4-M9P2-Q3T8',
      place: '青禾省禾阳市临禾区',
      matter: '建筑施工噪声',
      duty: '书面告知信访人是否受理',
      due: '10月5日24:00',
      next: '10月12日09:00上报上级督办',
    },
  },
  ...changes,
});
