import { writeSync } from 'node:fs';
import { sha256 } from '../../adapters/digest.ts';
import { aboutOf } from '../../usecases/operations/redeliver-dead-letter.ts';
import type { RedriveDeps } from '../../usecases/operations/redrive.ts';
import { openNew } from '../new-file.ts';

/**
 * A new file, its owner's alone, with a line for each letter before it is removed: what it was about, the hash of its
 * body, and what became of it. No body: that of a bounce holds an address.
 */
export function proofIn(file: string, queue: string): RedriveDeps['prove'] {
  const output = openNew(file);
  return (letter, became) => {
    const { id, sentAt, reason, body } = letter;
    const line = {
      at: new Date().toISOString(),
      queue,
      id,
      sentAt,
      reason,
      about: aboutOf(letter),
      body: sha256(body),
      became,
    };
    writeSync(output, `${JSON.stringify(line)}\n`);
  };
}
