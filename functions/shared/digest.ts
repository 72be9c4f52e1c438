import { createHash, randomInt } from 'node:crypto';

/** SHA-256, lower-case hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 查询码: eight characters that survive the telephone, 40 bits that nobody can guess. */
export const newQueryCode = (): string => Array.from({ length: 8 }, () => CROCKFORD[randomInt(32)]).join('');
