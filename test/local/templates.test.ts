// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its placeholders like this.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDuration, simulatedClock } from '../../local/clock.ts';
import { parseFilters } from '../../local/template/event-filter.ts';
import { type References, resolve } from '../../local/template/intrinsics.ts';
import { failedItems } from '../../local/template/mappings.ts';
import { routeMatcher } from '../../local/template/routes.ts';
import { readTemplate } from '../../local/template/template.ts';

describe('a template', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (Resources: object) => {
    const properties = { templateFile: 'One.template.json' };
    const artifacts = {
      One: { type: 'aws:cloudformation:stack', environment: 'aws://unknown/cn-north-1', properties },
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts }));
    writeFileSync(join(folder, 'One.template.json'), JSON.stringify({ Resources }));
    writeFileSync(join(folder, 'One.assets.json'), '{}');
  };

  it('says where it runs', () => {
    write({ Queue: { Type: 'AWS::SQS::Queue' } });
    expect(readTemplate(folder)).toMatchObject({
      region: 'cn-north-1',
      partition: 'aws-cn',
      accountId: '000000000000',
    });
  });

  it('with a resource that the runner does not know is refused, and the resource is named', () => {
    write({ Queue: { Type: 'AWS::SQS::Queue' }, Strange: { Type: 'AWS::IoT::TopicRule', Properties: {} } });
    expect(() => readTemplate(folder)).toThrow('AWS::IoT::TopicRule (Strange)');
  });

  it('is refused when the assembly has none', () => {
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts: {} }));
    expect(() => readTemplate(folder)).toThrow('found none');
  });
});

describe('intrinsics', () => {
  const references: References = { ref: (name) => `<${name}>`, attribute: (id, name) => `<${id}.${name}>` };
  it.each([
    [{ Ref: 'Queue' }, '<Queue>'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, '<Queue.Arn>'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'B' }]] }, 'a/<B>'],
    [{ 'Fn::Sub': 'x-${B}-${C.Arn}-${!D}' }, 'x-<B>-<C.Arn>-${!D}'],
    [{ 'Fn::Sub': ['${one}', { one: { Ref: 'B' } }] }, '<B>'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [',', 'a,b'] }] }, 'b'],
    [{ kept: 1, gone: { Ref: 'AWS::NoValue' } }, { kept: 1 }],
  ])('%j becomes %j', (value, expected) => {
    expect(resolve(value, references)).toEqual(expected);
  });

  it('of an unknown kind are an error', () => {
    expect(() => resolve({ 'Fn::FindInMap': [] }, references)).toThrow('Fn::FindInMap');
  });
});

describe('a filter', () => {
  const passes = (pattern: object, event: object) => parseFilters([JSON.stringify(pattern)])(event);
  it.each([
    [{ a: ['x'] }, { a: 'x' }, true],
    [{ a: ['x'] }, { a: 'y' }, false],
    [{ a: ['x'] }, {}, false],
    [{ a: { b: [{ prefix: 'EVENT#' }] } }, { a: { b: 'EVENT#1' } }, true],
    [{ a: [{ 'anything-but': ['x'] }] }, { a: 'y' }, true],
    [{ a: [{ exists: false }] }, {}, true],
    [{ a: [{ suffix: '.eml' }], b: [null] }, { a: 'x.eml', b: null }, true],
  ])('%j on %j: %s', (pattern, event, expected) => {
    expect(passes(pattern, event)).toBe(expected);
  });

  it('with an unknown operator is an error when it is read, not when an event comes', () => {
    expect(() => parseFilters(['{"a":[{"wildcard":"x*"}]}'])).toThrow('wildcard');
  });
});

describe('an answer about failed items', () => {
  it.each([
    [undefined, []],
    [{ batchItemFailures: [] }, []],
    [{ batchItemFailures: [{ itemIdentifier: 'b' }] }, ['b']],
    [{ batchItemFailures: [{ itemIdentifier: 'stranger' }] }, ['a', 'b']],
    ['nonsense', ['a', 'b']],
  ])('%j fails %j', (answer, failed) => {
    expect([...failedItems(answer, ['a', 'b'])]).toEqual(failed);
  });
});

describe('a route', () => {
  const match = routeMatcher(
    ['GET /v1/cases', 'GET /v1/cases/{id}', 'GET /v1/cases/mine', 'ANY /files/{path+}'].map((key) => ({
      key,
      logicalId: key,
    })),
  );
  it.each([
    ['GET', '/v1/cases/42', 'GET /v1/cases/{id}'],
    ['GET', '/v1/cases/mine', 'GET /v1/cases/mine'],
    ['POST', '/files/a/b', 'ANY /files/{path+}'],
    ['POST', '/v1/cases', undefined],
    ['GET', '/v1/cases/42/events', undefined],
  ])('%s %s is %s', (method, path, key) => {
    expect(match(method, path)?.key).toBe(key);
  });
});

describe('the simulated clock', () => {
  it.each([
    ['P5DT12H', 475_200_000],
    ['P2W', 1_209_600_000],
    ['PT1M0.5S', 60_500],
    ['P', undefined],
    ['PT', undefined],
    ['P1M', undefined],
    ['5 days', undefined],
  ])('reads %s as %s ms', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it('stands still while it is held, and goes on from there', () => {
    const clock = simulatedClock('2027-01-01T00:00:00.000Z');
    clock.hold(Date.parse('2027-02-01T00:00:00.000Z'));
    expect(clock.now()).toBe('2027-02-01T00:00:00.000Z');
    clock.release();
    expect(clock.now() >= '2027-02-01T00:00:00.000Z').toBe(true);
  });
});
