import { PRIVATE } from '../mutations.ts';

const words = `已核实，${PRIVATE}`;

/** What staff may ask after an answer. */
export const AFTER_COMMANDS = [
  { type: 'request-review', receipt: 'QH-0000-0000-0001', on: '2026-06-01', answerReceivedOn: '2026-06-01' },
  { type: 'publish-penalty', outcome: 'withheld', words, on: '2026-06-01' },
  { type: 'open-hearing', reason: words },
  { type: 'close-hearing' },
  { type: 'decide-review', ruling: 'upheld', opinion: words },
  { type: 'conclude' },
  { type: 'ask', question: words, receipt: 'QH-0000-0000-0001' },
  {
    type: 'record-mediation',
    ...{ kind: 'mediation', on: '2026-06-01', people: ['信访人'], result: 'agreed', agreement: words },
    performBy: '2026-12-01',
  },
  { type: 'confirm-agreement', on: '2026-06-01', words },
  { type: 'report-broken-agreement', on: '2026-06-01', words },
  { type: 'call-back', on: '2026-06-01', caller: '某某', result: 'dissatisfied', said: words },
  { type: 'revisit', on: '2026-06-01', way: 'announced', people: ['某某'], findings: words, finding: 'rebounded' },
];
