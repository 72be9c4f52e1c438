import { S3Client } from '@aws-sdk/client-s3';
import { readProvince, readRoster } from '../../adapters/config/read-config.ts';
import { dynamoAccessReader, dynamoAccessRecord } from '../../adapters/dynamodb/access-record.ts';
import { dynamoDesk } from '../../adapters/dynamodb/desk/desk.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { s3Ledgers } from '../../adapters/s3/ledgers.ts';
import { servingBoth } from '../shared/desk/both-entrances.ts';
import { deskOfProvince } from '../shared/desk/site.ts';
import { readEnv } from '../shared/env.ts';
import { createDeskHandler } from './desk.ts';
import { createHandler } from './handler.ts';

const { ACCESS_TABLE_NAME, DESK_TABLE_NAME, LEDGER_BUCKET_NAME } = readEnv(
  'ACCESS_TABLE_NAME',
  'DESK_TABLE_NAME',
  'LEDGER_BUCKET_NAME',
);
const tables = dynamoTables();
const context = readRoster(import.meta.dirname);

const deps = {
  ...deskOfProvince(readProvince(import.meta.dirname).name, context.organs),
  ...dynamoDesk(tables, DESK_TABLE_NAME, context),
  access: {
    ...dynamoAccessRecord(tables, ACCESS_TABLE_NAME),
    ...dynamoAccessReader(tables, ACCESS_TABLE_NAME, context),
  },
  ledgers: s3Ledgers(new S3Client(), LEDGER_BUCKET_NAME),
  context,
};

export const handler = servingBoth(createHandler(deps), createDeskHandler(deps));
