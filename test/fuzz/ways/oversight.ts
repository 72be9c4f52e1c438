/** Commands from above, as they may be mutated; `words` are what an officer writes. */
export const oversightCommands = (words: string) => [
  { type: 'mark', add: ['key', 'matter-1'], remove: ['nimby'], reason: words },
  { type: 'acknowledge', clock: words },
  { type: 'acknowledge' },
  { type: 'instruct', from: '某厅长', words, until: '2026-12-20' },
  { type: 'answer-instruction', item: 1, words },
  { type: 'supervise', kind: 'listed', demands: words, until: '2026-12-20', number: '〔2026〕1号' },
  { type: 'extend-supervision', item: 1, until: '2026-12-30', reason: words },
  { type: 'send-way', way: 'lateral', to: '城管局', words, answerBy: '2026-12-20' },
  { type: 'issue-order', to: '某市人民政府', number: '〔2026〕1号', demands: words, answerBy: '2026-12-20' },
  { type: 'acknowledge-transfer', words },
  { type: 'inform-authorities', authorities: ['emergency', 'health'], toldAt: '2026-06-01 11:00', words },
  { type: 'lift-supervision', item: 1, reason: words },
];
