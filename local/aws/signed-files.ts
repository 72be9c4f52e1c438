import type { IncomingMessage, ServerResponse } from 'node:http';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import type { SimulatedClock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { admitSigned, type BucketListener } from './signed-requests.ts';

const RESPONSE = /^response-(cache-control|content-disposition|content-type)$/;

/** Gives the object of an address that the stack has signed, under the headers that the address asks for. */
export function signedFiles(listener: BucketListener, s3: S3Client, clock: SimulatedClock) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { key, parameters } = admitSigned(request, listener, clock);
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: listener.bucket, Key: key })).catch((error) => {
      throw error instanceof NoSuchKey ? new Refusal(404, 'NoSuchKey') : error;
    });
    for (const [name, value] of Object.entries(parameters)) {
      const header = RESPONSE.exec(name)?.[1];
      if (header) response.setHeader(header, value);
    }
    response.end(await Body!.transformToByteArray());
  };
}
