import type { Notice } from './notice.ts';

/** In this order notices go out once a transport takes them again. */
export const IMPORTANCES = ['urgent', 'escalated', 'answer', 'duty', 'reminder', 'acknowledgement'] as const;
export type Importance = (typeof IMPORTANCES)[number];

/** By the first word of a letter to staff. What is not listed is an ordinary duty. */
const BY_KIND: Readonly<Record<string, Importance>> = {
  紧急: 'urgent',
  加急: 'urgent',
  督办: 'escalated',
  超期: 'escalated',
  提醒: 'reminder',
  变更: 'reminder',
};

/** What may hurt people, and what is late: neither waits behind ordinary letters, nor they behind it. */
export function isPressing(notice: Pick<Notice, 'kind' | 'sms'>): boolean {
  const importance = importanceOf(notice);
  return importance === 'urgent' || importance === 'escalated';
}

/** How much hangs on a notice: what may hurt people, then what is late, then what the law has us tell complainants. */
export function importanceOf({ kind, sms }: Pick<Notice, 'kind' | 'sms'>): Importance {
  if (kind === 'acknowledgement') return 'acknowledgement';
  if (sms.use === 'complainant') return 'answer';
  return Object.hasOwn(BY_KIND, sms.values.kind) ? BY_KIND[sms.values.kind]! : 'duty';
}
