export interface Cause {
  /** Who is hurt, and how. */
  readonly impact: string;
  /** The alarms that it rings, by their headings in docs/runbook.md: the first wakes somebody, the others are told with it. */
  readonly alarms: readonly string[];
  /** Those that remain once it has passed: they wake somebody only then. */
  readonly left?: readonly string[];
  /** What wakes somebody by itself and has the same cause, but worse: while it rings, this wakes nobody. */
  readonly unless?: string;
}

/**
 * A full account makes everything late: while all of these ring, and each has told so, no cause wakes anybody. One of
 * them alone silences nothing: functions are throttled as well where one of them has spent what is reserved for it.
 */
export const FULL_ACCOUNT = {
  name: 'limits-reached',
  impact: 'functions are held back by the limit of the account: complaints, reminders and notices are late together.',
  alarms: ['functions-throttled', 'concurrency-near-limit'],
} as const;

/** 一因一报: what rings together for one cause wakes one person once (docs/adr/0161). */
export const CAUSES: Readonly<Record<string, Cause>> = {
  'answers-failing': {
    impact: 'citizens, partners or staff are turned away with an error of ours.',
    alarms: ['api-5xx', 'desk-5xx'],
  },
  'complaints-stuck': {
    impact: 'complaints have a receipt but no case; their clocks run and nobody works on them.',
    alarms: ['register-backlog', 'queue-complaints-errors', 'queue-complaints-behind'],
    left: ['register-dead-letters', 'queue-complaints-dead-letters'],
  },
  'mails-stuck': {
    impact: 'complaints sent by e-mail have no receipt and no case.',
    alarms: ['mail-backlog'],
    left: ['mail-dead-letters'],
  },
  'files-stuck': {
    impact: 'photos, pictures, voices and films of complainants are not kept.',
    alarms: ['uploads-backlog', 'media-backlog'],
    left: ['uploads-dead-letters', 'media-dead-letters'],
  },
  'events-stuck': {
    impact: 'what happens to cases causes no notices.',
    alarms: ['relay-events-errors', 'relay-events-behind', 'event-unrecognised'],
    left: ['relay-events-dead-letters'],
  },
  'notices-stuck': {
    impact: 'reminders, orders and answers do not reach people.',
    alarms: ['notices-backlog', 'notices-silent'],
    left: ['notices-dead-letters'],
    unless: 'urgent-notices-backlog',
  },
  'bounces-stuck': {
    impact: 'letters came back, and nobody else was told in their stead.',
    alarms: ['bounces-backlog'],
    left: ['bounces-dead-letters'],
  },
  'histories-stuck': {
    impact: 'officers do not see that a sender has complained before, or what was erased is still linked.',
    alarms: ['link-senders-errors', 'link-senders-behind', 'link-senders-dead-letters'],
  },
  'sweep-stuck': {
    impact: 'no deadline is watched: no reminders, no escalations. The next good run catches up.',
    alarms: ['sweep-errors', 'sweep-silent', 'sweep-behind'],
  },
  'drafts-stuck': {
    impact: 'what people wrote on WeChat or WeCom, and did not submit by a word, becomes no complaint.',
    alarms: ['drafts-errors', 'drafts-silent', 'drafts-late'],
  },
  'many-at-once': {
    impact: 'very many people need us at once, or somebody floods us; some are turned away.',
    alarms: ['requests-limited', 'requests-throttled', 'crowded-complaints'],
  },
};

/** The name of what wakes somebody once a cause is over: of complaints-stuck, complaints-left. */
export const leftBy = (cause: string): string => cause.replace(/-stuck$/, '-left');

/** Of every alarm that has a cause, the name of that. */
export const CAUSE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(CAUSES).flatMap(([cause, { alarms, left = [] }]) =>
    [...alarms, ...left].map((heading) => [heading, cause] as const),
  ),
);
