import { S3Client } from '@aws-sdk/client-s3';
import { readAnalysisRules } from '../../adapters/config/read-analysis-rules.ts';
import { readAnswerBy, readCaseRules, readProvince } from '../../adapters/config/read-config.ts';
import { readFormSettings } from '../../adapters/config/read-form-settings.ts';
import { readRepeatRules } from '../../adapters/config/read-repeat-rules.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoRepeats } from '../../adapters/dynamodb/cases/repeats.ts';
import { dynamoDesk } from '../../adapters/dynamodb/desk/desk.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { s3KeptFiles } from '../../adapters/s3/kept-files.ts';
import { s3UploadForms } from '../../adapters/s3/upload-forms.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { analyse } from '../../domain/analysis.ts';
import { dayOf } from '../../domain/calendar/day.ts';
import { lazy } from '../../domain/lazy.ts';
import { deskOfProvince } from '../shared/desk/site.ts';
import { newQueryCode } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { RepeatsSecret } from '../shared/repeats-secret.ts';
import { newSecret } from '../shared/submission/photo-offer.ts';
import { secretSource } from '../shared/wired-secrets.ts';
import { createHandler } from './handler.ts';

const env = readEnv(
  'CASE_TABLE_NAME',
  'VAULT_TABLE_NAME',
  'DESK_TABLE_NAME',
  'REPEATS_SECRET_NAME',
  'INBOX_BUCKET_NAME',
  'INBOX_ADDRESS',
  'EVIDENCE_BUCKET_NAME',
);
const s3 = new S3Client();
const tables = dynamoTables();
const vault = dynamoVault(tables, env.VAULT_TABLE_NAME);
const context = readCaseRules(import.meta.dirname);
const province = readProvince(import.meta.dirname);
// Looking for repeats takes the lexicon and the gazetteer, and most of what is entered is not looked for.
const rulesOn = readAnalysisRules(import.meta.dirname);
const repeatRules = readRepeatRules(import.meta.dirname);
const form = lazy(() => readFormSettings(import.meta.dirname));

export const handler = createHandler({
  ...deskOfProvince(province.name, context.organs),
  ...dynamoDesk(tables, env.DESK_TABLE_NAME, context),
  context,
  get form() {
    return form();
  },
  vault,
  complaints: vault,
  provinceLetters: province.letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newQueryCode,
  analyse: (complaint, now) => analyse(complaint, rulesOn(dayOf(now))),
  repeats: {
    ...dynamoRepeats(tables, env.CASE_TABLE_NAME),
    get rules() {
      return repeatRules();
    },
    provinceLetters: province.letters,
    hashKey: secretReader(secretSource(env.REPEATS_SECRET_NAME), RepeatsSecret),
  },
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME, context),
  uploadForm: s3UploadForms(s3, { bucketName: env.INBOX_BUCKET_NAME, address: env.INBOX_ADDRESS }),
  newSecret,
  keptFiles: s3KeptFiles(s3, env.EVIDENCE_BUCKET_NAME),
  progressAddress: province.organiser.pages,
});
