/** Queues of work; each has dead letters, but for the urgent notices, whose letters lie with the others'. */
export const WORK_QUEUES = ['mail', 'uploads', 'register', 'media', 'notices', 'urgent-notices', 'bounces'] as const;

/** Functions that read a stream; each has dead letters and no queue. */
export const STREAM_READERS = ['queue-complaints', 'link-senders', 'relay-events'] as const;

const DEAD_LETTERS = '-dead-letters';

export const deadLettersOf = (name: string): string => `${name}${DEAD_LETTERS}`;

export const isDeadLetters = (queue: string): boolean => queue.endsWith(DEAD_LETTERS);

/** Of every dead-letter queue of a province, without the province. */
export const DEAD_LETTER_QUEUES: readonly string[] = [...WORK_QUEUES, ...STREAM_READERS]
  .filter((name) => name !== 'urgent-notices')
  .map(deadLettersOf);

/** Names of all queues of a province. */
export const QUEUES: readonly string[] = [...WORK_QUEUES, ...DEAD_LETTER_QUEUES];
