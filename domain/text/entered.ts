import * as z from 'zod';
import { onOneLine } from './cleaned.ts';

/** What an officer writes: never empty. */
export const Words = z.string().trim().min(1).max(5_000);

/** A name or a number that something is called by. */
export const Name = z.string().overwrite(onOneLine).trim().min(1).max(100);
