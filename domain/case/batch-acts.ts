import { accept } from './acts/accept.ts';
import { assign } from './acts/assign.ts';
import { distribute } from './acts/distribute.ts';
import { handOver } from './acts/hand-over.ts';
import { sendWay } from './acts/send-way.ts';

/** What may be done to many cases at once: what asks for no look at the single one. */
export const BATCH_ACTS = { accept, assign, distribute, 'hand-over': handOver, 'send-way': sendWay } as const;

export const BATCH_TYPES = Object.keys(BATCH_ACTS) as readonly (keyof typeof BATCH_ACTS)[];
