import { HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { SimulatedClock } from '../clock.ts';
import type { Names } from '../template/resource-names.ts';
import type { Resource } from '../template/template.ts';
import type { Broker } from './broker.ts';

/** S3's notices of new objects. */
export interface BucketNotifications {
  /** Objects whose notice is not in its queue yet. */
  pending(): number;
}

const BucketProperties = z.object({
  NotificationConfiguration: z
    .object({
      LambdaConfigurations: z.never().optional(),
      TopicConfigurations: z.never().optional(),
      QueueConfigurations: z
        .array(
          z.object({
            Event: z.string().regex(/^s3:ObjectCreated:(\*|Put)$/),
            Queue: z.string(),
            Filter: z
              .object({ S3Key: z.object({ Rules: z.array(z.object({ Name: z.string(), Value: z.string() })) }) })
              .optional(),
          }),
        )
        .default([]),
    })
    .optional(),
});

interface Rule {
  readonly bucket: Resource;
  readonly queueName: string;
  matches(key: string): boolean;
}

/**
 * Sends what S3 would send, to the queues that the template names. Only new objects and only queues: anything else is
 * an error.
 */
export function notifyOfUploads(
  names: Names,
  broker: Broker,
  s3: S3Client,
  clock: SimulatedClock,
  region: string,
): BucketNotifications {
  const rules = names.ofType('AWS::S3::Bucket').flatMap((bucket) => rulesOf(bucket, names));
  let pending = 0;
  const notify = async (rule: Rule, key: string) => {
    pending += 1;
    try {
      const bucket = names.physicalName(rule.bucket);
      const { ContentLength, ETag } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
      const object = {
        key: encodeKey(key),
        size: ContentLength,
        eTag: ETag?.replaceAll('"', ''),
        sequencer: sequencer(),
      };
      broker.send(rule.queueName, JSON.stringify(eventOf(bucket, names.arn(rule.bucket), object, clock, region)));
    } finally {
      pending -= 1;
    }
  };
  broker.onUpload((bucket, key) => {
    for (const rule of rules) {
      if (names.physicalName(rule.bucket) === bucket && rule.matches(key)) void notify(rule, key);
    }
  });
  return { pending: () => pending };
}

function rulesOf(bucket: Resource, names: Names): Rule[] {
  const { NotificationConfiguration } = BucketProperties.parse(names.properties(bucket));
  return (NotificationConfiguration?.QueueConfigurations ?? []).map(({ Queue, Filter }) => ({
    bucket,
    queueName: names.physicalName(names.byReference(Queue)),
    matches: (key: string) =>
      (Filter?.S3Key.Rules ?? []).every(({ Name, Value }) =>
        Name.toLowerCase() === 'prefix' ? key.startsWith(Value) : key.endsWith(Value),
      ),
  }));
}

let uploads = 0;

function sequencer(): string {
  uploads += 1;
  return uploads.toString(16).toUpperCase().padStart(16, '0');
}

/** As S3 writes keys in its events: a form-encoded path, so that a blank is a plus sign. */
function encodeKey(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/').replaceAll('%20', '+');
}

function eventOf(name: string, arn: string, object: object, clock: SimulatedClock, awsRegion: string) {
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion,
    eventTime: clock.now(),
    eventName: 'ObjectCreated:Put',
    s3: { s3SchemaVersion: '1.0', configurationId: 'local', bucket: { name, arn }, object },
  };
  return { Records: [record] };
}
