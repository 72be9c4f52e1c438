import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Ledger } from '../../domain/audit/ledger.ts';
import { ledgerIn, ledgerText } from '../../domain/audit/ledger-text.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { SealDueDeps } from '../../usecases/audit/seal-due.ts';

const PREFIX = 'ledgers/';
const keyOf = (day: Day): string => `${PREFIX}${day}.jsonl`;

/** 登记总账: one object a day, in a bucket that takes each key once. */
export function s3Ledgers(client: S3Client, Bucket: string): SealDueDeps['ledgers'] {
  const read = async (day: Day): Promise<Ledger | undefined> => {
    const text = await textAt(client, Bucket, keyOf(day));
    if (text === undefined) return undefined;
    return ledgerIn(text) ?? unreadable(day);
  };
  return {
    read,
    async lastDay() {
      let last: Day | undefined;
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: PREFIX }))
        for (const { Key = '' } of Contents) last = /(\d{4}-\d\d-\d\d)\.jsonl$/.exec(Key)?.[1] ?? last;
      return last;
    },
    async keep(ledger) {
      const Key = keyOf(ledger.seal.day);
      const object = { Bucket, Key, Body: ledgerText(ledger), ContentType: 'application/jsonl' };
      try {
        await client.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }));
        return ledger;
      } catch (error) {
        if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 412) throw error;
        return (await read(ledger.seal.day)) ?? ledger;
      }
    },
  };
}

/** Whoever may not list a bucket is told of a missing object that it is forbidden. */
async function textAt(client: S3Client, Bucket: string, Key: string): Promise<string | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    return (await Body?.transformToString()) ?? '';
  } catch (error) {
    const isForbidden = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403;
    if (error instanceof NoSuchKey || isForbidden) return undefined;
    throw error;
  }
}

function unreadable(day: Day): never {
  throw new Error(`the ledger of ${day} cannot be read`);
}
