import type { Finding } from '../../domain/finding.ts';
import type { ConfigFault, Fault } from './fault.ts';
import { pageOf } from './fix.ts';
import { hintAt } from './hints.ts';
import type { Reading } from './read-checked.ts';

/** Collects what is found in all files. */
export class Findings {
  readonly all: ConfigFault[] = [];

  /** The reading, its faults taken over. */
  with<T>(reading: Reading<T>): Reading<T> {
    this.all.push(...reading.faults);
    return reading;
  }

  /** Faults of what a file says of others. */
  tell(file: string, faults: readonly Fault[]): void {
    for (const [pointer, message, fix] of faults)
      this.all.push({ severity: 'error', file, pointer, message, fix: fix ?? fixAt(file, pointer) });
  }

  note(file: string, findings: readonly Finding[]): void {
    for (const finding of findings) this.all.push({ file, fix: fixAt(file, finding.pointer), ...finding });
  }

  hasErrorsIn(...files: readonly string[]): boolean {
    return this.all.some(({ severity, file }) => severity === 'error' && files.includes(file));
  }
}

const fixAt = (file: string, pointer: string): string => hintAt(file, pointer.split('/').slice(1)) ?? pageOf(file);
