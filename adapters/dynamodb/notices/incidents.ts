import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { claimsOf, type Firsts, type Report } from '../../../domain/notices/staff/incident.ts';
import type { Incidents } from '../../../usecases/notices/digests/incidents.ts';
import { readDue } from '../cases/due-index.ts';
import { isDone } from '../conditional.ts';

const GATHERING = 'GATHERING';
const FIRST = 'first ';
/** The partition of the index `due` that holds what is to be told. */
const DUE = 'INCIDENT';
const PER_RUN = 100;

const keyOf = (id: string): string => `INCIDENT#${id}`;
const idIn = (pk: unknown): string => String(pk).slice('INCIDENT#'.length);

const strings = z.array(z.string());
const ReportItem: z.ZodType<Report> = z.object({
  caseId: z.string(),
  at: z.iso.datetime(),
  incident: z.string(),
  assisting: strings,
  signs: strings,
  where: strings,
});

const GatheringItem = z.looseObject({
  opener: z.string(),
  since: z.iso.datetime(),
  version: z.int(),
  told: z.int().default(0),
});

/** Who told what first stands under one attribute for each sign, so that no two can be the first. */
const firstsIn = (item: Readonly<Record<string, unknown>>): Firsts =>
  new Map(
    Object.entries(item).flatMap(([name, caseId]) =>
      name.startsWith(FIRST) ? [[name.slice(FIRST.length), String(caseId)] as const] : [],
    ),
  );

/** Incidents in the case table: one item for each gathering, and beside it one for each report (docs/table.md). */
export function dynamoIncidents(client: DynamoDBDocumentClient, TableName: string): Incidents {
  return {
    async since(id) {
      const Key = { pk: keyOf(id), sk: GATHERING };
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && GatheringItem.parse(Item).since;
    },

    // The report first: whoever reads the gathering in the version that this one makes finds it.
    async file(id, report, until) {
      const Item = { pk: keyOf(id), sk: `REPORT#${report.caseId}`, ...report };
      await client.send(new PutCommand({ TableName, Item }));
      const { Attributes = {} } = await client.send(new UpdateCommand({ TableName, ...opened(id, report, until) }));
      return firstsIn(Attributes);
    },

    async dueBy(now) {
      const items = await readDue(client, TableName, { partition: DUE, limit: PER_RUN, until: now });
      return items.map(({ pk }) => idIn(pk));
    },

    async earliest() {
      const [item] = await readDue(client, TableName, { partition: DUE, limit: 1 });
      return item && String(item.dueAt);
    },

    async read(id) {
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keyOf(id) },
        ConsistentRead: true,
      };
      const pages = await Array.fromAsync(paginateQuery({ client }, query), ({ Items = [] }) => Items);
      const items = pages.flat();
      const gathering = items.find(({ sk }) => sk === GATHERING);
      if (!gathering) return undefined;
      const { opener, since, version, told } = GatheringItem.parse(gathering);
      const reports = items.filter((item) => item !== gathering).map((item) => ReportItem.parse(item));
      return { id, opener, since, version, told, firsts: firstsIn(gathering), reports: reports.toSorted(byTime) };
    },

    async settle({ id, version }, told) {
      const update = {
        TableName,
        Key: { pk: keyOf(id), sk: GATHERING },
        UpdateExpression: 'SET told = :told REMOVE duePk, dueAt',
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':told': told, ':version': version },
      };
      // Where not, a report has come since: the next run looks again.
      await isDone(client.send(new UpdateCommand(update)));
    },
  };
}

const byTime = (one: Report, other: Report): number =>
  `${one.at} ${one.caseId}`.localeCompare(`${other.at} ${other.caseId}`);

function opened(id: string, report: Report, until: string) {
  const claims = claimsOf(report).map((sign, n) => [`#s${n}`, `${FIRST}${sign}`] as const);
  const firsts = claims.map(([name]) => `${name} = if_not_exists(${name}, :caseId)`);
  return {
    Key: { pk: keyOf(id), sk: GATHERING },
    UpdateExpression:
      'ADD #version :one SET opener = if_not_exists(opener, :caseId), since = if_not_exists(since, :at), ' +
      `duePk = :due, dueAt = if_not_exists(dueAt, :until), ${firsts.join(', ')}`,
    ExpressionAttributeNames: { '#version': 'version', ...Object.fromEntries(claims) },
    ExpressionAttributeValues: {
      ':one': 1,
      ':caseId': report.caseId,
      ':at': report.at,
      ':due': DUE,
      ':until': until,
    },
    ReturnValues: 'ALL_NEW' as const,
  };
}
