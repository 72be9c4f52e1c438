import type { Contract } from '../../texts/parameters.ts';
import { sayerOf } from '../wording.ts';

/** Whatever a later letter seems to speak of besides: its receipt, and what differs. */
const DOUBT = { letter: 'receipt?', departs: 'term?' } as const;
const CHASED = {
  organ: 'term',
  duty: 'term',
  left: 'term',
  signing: 'when?',
  scheduled: 'moment?',
} as const;
const GATHERED = { since: 'moment', count: 'number', listed: 'number?', numbers: 'term' } as const;
const PLAN = { measures: 'words', owner: 'person', steps: 'words?', end: 'date' } as const;

/** What each letter to staff is told with, by the name of its file in config/notices (docs/notice-texts.md). */
export const STAFF_TEXTS = {
  'assigned-lead': { reason: 'words?' },
  'assigned-assisting': { lead: 'term', contact: 'person', reason: 'words?', until: 'deadline?' },
  'assisting-released': { lead: 'term' },
  accused: { names: 'words' },
  'about-handling': { cases: 'term' },
  'told-above': { organ: 'term', decision: 'term', reason: 'words?' },
  recomputed: { changes: 'term' },

  chased: CHASED,
  'chased-above': { late: 'term', ...CHASED },

  emergency: { ordinary: 'term', grave: 'term' },
  'group-incident': {},
  'watched-time': {},
  'gathered-emergency': GATHERED,
  'gathered-crowd': GATHERED,
  'gathered-assisting': { lead: 'term', count: 'number', numbers: 'term' },
  'incident-reported': { organ: 'term', report: 'term', rank: 'term', findings: 'words' },
  'neighbours-informed': { organ: 'term', news: 'words' },
  'authorities-informed': { organ: 'term', authorities: 'term', toldAt: 'moment', news: 'words' },

  objected: { organ: 'term', reason: 'words' },
  'objection-agreed': { successor: 'term', remark: 'words?' },
  'returned-to-assign': { organ: 'term', remark: 'words?' },
  'objection-refused': { reason: 'words' },
  'officer-named': { officer: 'person', reason: 'words?' },
  'assistance-answered': { organ: 'term', opinion: 'words' },
  'extension-requested': { duty: 'term?', due: 'deadline?', until: 'deadline?', reason: 'words' },
  'extension-refused': { reason: 'words' },
  reported: { organ: 'term', findings: 'words' },
  returned: { missing: 'words' },
  'penalty-paused': { organ: 'term', cause: 'term', reason: 'words' },
  'penalty-resumed': { due: 'deadline' },
  'way-answered': { office: 'term', answer: 'words' },
  'closing-proposed': { proposer: 'person' },
  'closing-returned': { proposer: 'person', reason: 'words' },

  unjoined: { reason: 'words' },
  released: { receipt: 'receipt' },
  'part-ended': { part: 'number', status: 'term', open: 'number' },
  'whole-moved': { due: 'deadline' },

  visited: { organ: 'term', on: 'date', findings: 'words' },
  'interim-reported': { organ: 'term', findings: 'words', remaining: 'words' },
  'rectification-planned': { organ: 'term', ...PLAN },
  'rectification-changed': PLAN,
  'progress-reported': { organ: 'term', progress: 'words', withheld: 'words?' },
  'rectification-completed': { organ: 'term', outcome: 'words' },

  'mediation-agreed': { kind: 'term', agreement: 'words', performBy: 'date?' },
  'mediation-failed': { kind: 'term' },
  'agreement-performed': { outcome: 'words' },
  'agreement-broken': { words: 'words', ended: 'when?' },
  'called-back-dissatisfied': { organ: 'term' },
  'rated-dissatisfied': { reasons: 'term', reachable: 'when?', unreachable: 'when?' },
  revisited: { finding: 'term', findings: 'words' },
  'revisited-relapsed': { finding: 'term', findings: 'words' },

  'review-requested': { stage: 'term' },
  'review-known': { stage: 'term', organ: 'term' },
  'review-decided': { organ: 'term', stage: 'term', ruling: 'term', opinion: 'words' },
  'review-concluded': {},

  marked: { marks: 'term', reason: 'words?' },
  instructed: { from: 'person', instruction: 'words', until: 'date' },
  'instruction-answered': { organ: 'term', from: 'person', answer: 'words' },
  'supervised-moved': { organ: 'term', what: 'term', order: 'term', said: 'words?' },
  supervised: { organ: 'term', order: 'term', demands: 'words', until: 'date' },
  'supervision-extended': { organ: 'term', from: 'date', until: 'date', reason: 'words' },
  'supervision-lifted': { organ: 'term', order: 'term', reason: 'words' },
  'order-issued': { organ: 'term', office: 'term', number: 'term', until: 'date', demands: 'words' },

  supplemented: DOUBT,
  'question-answered': DOUBT,
  urged: { count: 'number', ...DOUBT },
  'sent-back': DOUBT,
  'sent-back-in-review': DOUBT,
  withdrawn: DOUBT,
  'follow-up-in-review': { stage: 'term', brought: 'term', ...DOUBT },
  'reopening-asked': { brought: 'term', ...DOUBT },
  'set-apart': { receipt: 'receipt' },
  reopened: { reason: 'words' },
} as const satisfies Readonly<Record<string, Contract>>;

export const say = sayerOf(STAFF_TEXTS);
