import { expect, it } from 'vitest';
import { webhookHeaders } from '../../../local/outside/webhook-headers.ts';
import { NOW } from '../../support/intake.ts';
import { SECRET, signedHeaders } from '../../support/signing.ts';

it('the local runner signs as a Standard Webhooks sender does', () => {
  expect(webhookHeaders(Buffer.from('{"饭":1}'), SECRET, 'msg_1', NOW)).toEqual(signedHeaders('{"饭":1}'));
});
