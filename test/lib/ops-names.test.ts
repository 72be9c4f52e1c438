import { expect, it } from 'vitest';
import { TOLD } from '../../bin/ops/connect.ts';
import { QUEUES } from '../../usecases/operations/queues.ts';
import { functionNamed, templateOf } from './provinces.ts';

const template = templateOf('demo');

it.each(Object.entries(TOLD))('ops learns %s from %s', (variable, name) => {
  expect(functionNamed(template, name).Environment.Variables).toHaveProperty(variable);
});

it('ops knows every queue of a province', () => {
  const queues = Object.values(template.findResources('AWS::SQS::Queue'));
  const names = queues.map(({ Properties }) => String(Properties.QueueName).replace('huiyin-demo-', ''));
  expect(names.toSorted()).toEqual(QUEUES.toSorted());
});
