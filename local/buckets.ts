import { HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { Broker } from './broker.ts';
import type { SimulatedClock } from './clock.ts';
import type { Names } from './names.ts';
import type { Resource } from './template.ts';

/** S3's notices of new objects. */
export interface BucketNotifications {
  /** Objects whose notice is not in its queue yet. */
  pending(): number;
}

const Notification = z.object({
  QueueConfigurations: z
    .array(
      z.object({
        Id: z.string().default('local'),
        // The bucket's own property, and what the CDK's custom resource passes to the S3 API.
        Event: z.string().optional(),
        Events: z.array(z.string()).default([]),
        Queue: z.string().optional(),
        QueueArn: z.string().optional(),
        Filter: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .default([]),
});

const BucketProperties = z.object({ NotificationConfiguration: Notification.optional() });
const CustomProperties = z.object({ BucketName: z.string(), NotificationConfiguration: Notification });
const Filter = z.object({ FilterRules: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]) });

interface Rule {
  readonly id: string;
  readonly bucket: Resource;
  readonly queueName: string;
  matches(key: string): boolean;
}

/** Sends what S3 would send, to the queues that the template names. Only new objects and only queues: anything else is an error. */
export function notifyOfUploads(
  names: Names,
  broker: Broker,
  s3: S3Client,
  clock: SimulatedClock,
  region: string,
): BucketNotifications {
  const rules = [...bucketRules(names), ...customRules(names)];
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
      broker.send(rule.queueName, JSON.stringify(eventOf(rule, bucket, names.arn(rule.bucket), object, clock, region)));
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

function bucketRules(names: Names): Rule[] {
  return names.ofType('AWS::S3::Bucket').flatMap((bucket) => {
    const { NotificationConfiguration } = BucketProperties.parse(names.properties(bucket));
    return NotificationConfiguration ? rulesOf(bucket, NotificationConfiguration, names) : [];
  });
}

function customRules(names: Names): Rule[] {
  return names.ofType('Custom::S3BucketNotifications').flatMap((resource) => {
    const { BucketName, NotificationConfiguration } = CustomProperties.parse(names.properties(resource));
    return rulesOf(names.byReference(BucketName), NotificationConfiguration, names);
  });
}

function rulesOf(bucket: Resource, { QueueConfigurations }: z.infer<typeof Notification>, names: Names): Rule[] {
  return QueueConfigurations.map(({ Id, Event, Events, Queue, QueueArn, Filter: filter }) => {
    const events = Event ? [Event] : Events;
    if (!events.every((event) => /^(s3:)?ObjectCreated:(\*|Put)$/.test(event))) {
      throw new Error(`the local runner does not know the S3 events ${events.join(', ')}`);
    }
    // `S3Key` in a template, `Key` in the S3 API.
    const { FilterRules } = Filter.parse(filter?.S3Key ?? filter?.Key ?? {});
    return {
      id: Id,
      bucket,
      queueName: names.physicalName(names.byReference(Queue ?? QueueArn ?? '')),
      matches: (key: string) =>
        FilterRules.every(({ Name, Value }) =>
          Name.toLowerCase() === 'prefix' ? key.startsWith(Value) : key.endsWith(Value),
        ),
    };
  });
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

function eventOf(rule: Rule, name: string, arn: string, object: object, clock: SimulatedClock, awsRegion: string) {
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion,
    eventTime: clock.now(),
    eventName: 'ObjectCreated:Put',
    s3: { s3SchemaVersion: '1.0', configurationId: rule.id, bucket: { name, arn }, object },
  };
  return { Records: [record] };
}
