import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type AskAws, awsAsker } from '../../adapters/aws/signed-request.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { type Functions, lambdaFunctions } from '../../adapters/lambda/functions.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Roster } from '../../domain/organs.ts';
import { CannotUse, NotReached } from '../ending.ts';
import { type ProvinceConfig, readProvinceConfig } from '../province-config.ts';

/** Which function was told where each store is. Names are asked of what runs: so they are those that are in use. */
export const TOLD = {
  VAULT_TABLE_NAME: 'deliver-notice',
  CASE_TABLE_NAME: 'deliver-notice',
  CORRESPONDENCE_TABLE_NAME: 'deliver-notice',
  NOTICE_TABLE_NAME: 'deliver-notice',
  ROSTER_TABLE_NAME: 'deliver-notice',
  SENDERS_TABLE_NAME: 'link-senders',
  ACCESS_TABLE_NAME: 'show-cases',
  EVIDENCE_BUCKET_NAME: 'clean-photo',
  LEDGER_BUCKET_NAME: 'seal-day',
} as const;

export type Stores = Readonly<Record<keyof typeof TOLD, string>>;

/** A province, and where it is or will be. */
export interface Place {
  readonly config: ProvinceConfig;
  /** Whether it is that of the local runner, which has neither CloudWatch nor backups. */
  readonly isLocal: boolean;
  /** Simulated on the local stack. */
  readonly now: Instant;
}

/** A province that runs, in AWS or on this machine. */
export interface OpsStack extends Place {
  readonly stores: Stores;
  readonly tables: DynamoDBDocumentClient;
  readonly sqs: SQSClient;
  readonly s3: S3Client;
  readonly functions: Functions;
  readonly ask: AskAws;
}

/** The region of a province, or a local runner. From then on every client of AWS in this process goes there. */
export async function enterPlace(province: string, local: string | undefined): Promise<Place> {
  const config = readProvinceConfig(province);
  const now = local === undefined ? new Date().toISOString() : await enter(local, province);
  process.env.AWS_REGION = config.settings.region;
  return { config, isLocal: local !== undefined, now };
}

/** Finds the stack of a province by the functions that it has. */
export async function reachStack(place: Place): Promise<OpsStack> {
  const { id } = place.config.settings;
  // The address that a queue is listed under is not always one that leads there.
  const clients = { tables: dynamoTables(), sqs: new SQSClient({ useQueueUrlAsEndpoint: false }), s3: new S3Client() };
  const { AWS_ENDPOINT_URL_LAMBDA: lambda } = process.env;
  const ask = awsAsker(clients.sqs, { lambda }, () => new Date().toISOString());
  const functions = lambdaFunctions(ask, id);
  const stores = await storesOf(functions).catch((error: Error) => {
    throw new NotReached(`${id}: ${error.message}`);
  });
  return { ...place, stores, ...clients, functions, ask };
}

async function storesOf(functions: Functions): Promise<Stores> {
  const tellers = [...new Set(Object.values(TOLD))];
  const told = await Promise.all(tellers.map(async (name) => [name, await functions.variablesOf(name)] as const));
  const variables = Object.fromEntries(told);
  const named = Object.entries(TOLD).map(([store, name]) => [store, variables[name]![store] ?? missing(store, name)]);
  return Object.fromEntries(named) as Stores;
}

function missing(store: string, name: string): never {
  throw new Error(`${name} was deployed without ${store}: this release does not fit the one that runs`);
}

const Local = z.object({ now: z.string(), environment: z.record(z.string(), z.string()) });

const askLocal = async (local: string) =>
  Local.parse(await (await fetch(new URL('/_local/environment', local))).json());

/** Turns every client of AWS in this process to a local stack, and gives its time. */
async function enter(local: string, province: string): Promise<Instant> {
  const { now, environment } = await askLocal(local).catch(() => {
    throw new NotReached(`no local stack answers at ${local}`);
  });
  if (environment.PROVINCE !== province)
    throw new CannotUse(`${local} runs ${environment.PROVINCE}, and not ${province}`);
  for (const [name, value] of Object.entries(environment)) if (name.startsWith('AWS_')) process.env[name] = value;
  process.env.AWS_ENDPOINT_URL_LAMBDA = new URL('/_local/lambda', local).href;
  return now;
}

/** The organs of the province's files. */
export const rosterOf = ({ config: { organs, settings } }: Pick<OpsStack, 'config'>): Roster => ({
  organs: new Map(organs.map((organ) => [organ.id, organ])),
  catchAllOrgan: settings.catchAllOrgan,
});
