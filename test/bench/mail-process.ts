// A process of its own, so that its memory is its own: `parse` or `read`, and the path of a mail.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readMail } from '../../adapters/mime/read-mail.ts';

const [, , what, path = ''] = process.argv;
const began = performance.now();
const raw = readFileSync(path);
if (what === 'parse') {
  const { messageId, text, attachments } = await readMail(raw);
  if (messageId === undefined || text === '') throw new Error('the mail was not read');
  // As accept-email does: each file decoded and hashed, one after the other.
  for (const { bytes } of attachments) createHash('sha256').update(bytes()).digest();
}
const ms = performance.now() - began;
console.log(JSON.stringify({ ms, megabytes: process.resourceUsage().maxRSS / 1024 }));
