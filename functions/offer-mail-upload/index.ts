import { S3Client } from '@aws-sdk/client-s3';
import { s3MailUploads } from '../../adapters/s3/signed-url.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { isSignedBy } from '../../adapters/webhooks/standard-webhooks.ts';
import { readEnv } from '../shared/env.ts';
import { WebhookSecrets } from '../shared/submission/webhook.ts';
import { secretSource } from '../shared/wired-secrets.ts';
import { createHandler } from './handler.ts';

const env = readEnv('EVIDENCE_ADDRESS', 'MAIL_RELAY_SECRET_NAME');

export const handler = createHandler({
  relay: secretReader(secretSource(env.MAIL_RELAY_SECRET_NAME), WebhookSecrets),
  isSignedBy,
  signUpload: s3MailUploads(new S3Client(), env.EVIDENCE_ADDRESS),
});
