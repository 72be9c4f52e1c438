import { memoryKeptNotices } from '../../adapters/memory/kept-notices.ts';
import { memoryRateLimits } from '../../adapters/memory/rate-limits.ts';
import { wordsOf } from '../../domain/notices/delivery/hand-over.ts';
import type { Address, Notice } from '../../domain/notices/notice.ts';
import type { TextTemplates } from '../../domain/notices/text-message.ts';

const TEXTS: TextTemplates = {
  signName: '青禾生态环境',
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders of the operator.
  templates: [
    { use: 'staff', text: '【${kind}】${receipt}（${place}，${matter}）：${duty}，期限：${due}。${next}' },
    { use: 'complainant', text: '您的信访件${receipt}：${status}。' },
  ],
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: placeholders of the operator.
};

/** What keeps the words of notices while they are sent, and counts who got how many, in memory. */
export const keeping = () => ({
  kept: memoryKeptNotices(),
  limits: memoryRateLimits(),
  wordsOf: (notice: Notice, address: Address) => wordsOf(notice, address, TEXTS),
});
