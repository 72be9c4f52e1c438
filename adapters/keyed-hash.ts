import { createHmac } from 'node:crypto';
import type { KeyedHash } from '../domain/history/senders.ts';

export const hmacSha256: KeyedHash = (text, key) => createHmac('sha256', key).update(text).digest('hex');
