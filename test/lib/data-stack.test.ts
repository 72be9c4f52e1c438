import { describe, expect, it } from 'vitest';
import type { PlainTemplate } from '../../local/template/merged-template.ts';
import { asOneTemplate } from '../../local/template/merged-template.ts';
import { provinces, templatesOf } from './provinces.ts';

const typesIn = ({ Resources }: PlainTemplate) => Object.values(Resources).map(({ Type }) => Type);
const KEEPS = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::Logs::LogGroup'];

/** CloudFormation takes 500. What is free is what releases to come have. */
const MOST = 460;

describe.each(provinces)('in $id', (province) => {
  const { data, service } = templatesOf(province);

  it('whatever holds data is in the stack that no release of code touches', () => {
    expect(typesIn(service).filter((type) => KEEPS.includes(type))).toEqual([]);
    expect(new Set(typesIn(data))).toEqual(
      new Set([...KEEPS, 'AWS::S3::BucketPolicy', 'AWS::SQS::Queue', 'AWS::SQS::QueuePolicy']),
    );
  });

  it('the service stack leaves room for what comes', () => {
    expect(typesIn(service).length).toBeLessThanOrEqual(MOST);
  });

  it('what is kept knows nothing of the service, so it is deployed first and stays when that is rolled back', () => {
    expect(JSON.stringify(data)).not.toContain('Fn::ImportValue');
  });

  it('exports what a table, bucket, key or queue is reached by, whether a release uses it or not', () => {
    const exported = JSON.stringify(Object.values(data.Outputs ?? {}).map(({ Value }) => Value));
    const stores = Object.entries(data.Resources).filter(
      ([, { Type }]) => KEEPS.slice(0, 3).includes(Type) || Type === 'AWS::SQS::Queue',
    );
    for (const [id] of stores) expect(exported).toContain(`{"Fn::GetAtt":["${id}","Arn"]}`);
  });
});

describe('stacks as one template', () => {
  const queue = { Type: 'AWS::SQS::Queue' };
  const kept: PlainTemplate = {
    Resources: { Queue: queue },
    Outputs: { Address: { Value: { Ref: 'Queue' }, Export: { Name: 'kept:Queue' } } },
  };
  const importing = (name: string): PlainTemplate => ({
    Resources: { Worker: { Type: 'AWS::Lambda::Function', Properties: { Queue: [{ 'Fn::ImportValue': name }] } } },
  });

  it('refer to each other as parts of one do', () => {
    const { Resources } = asOneTemplate([kept, importing('kept:Queue')]);
    expect(Resources).toEqual({
      Queue: queue,
      Worker: { Type: 'AWS::Lambda::Function', Properties: { Queue: [{ Ref: 'Queue' }] } },
    });
  });

  it('do not fit where one imports what nobody exports, or where both have the same resource', () => {
    expect(() => asOneTemplate([kept, importing('kept:Table')])).toThrow('no stack exports "kept:Table"');
    expect(() => asOneTemplate([kept, kept])).toThrow('two stacks have a resource Queue');
  });
});
