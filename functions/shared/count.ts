import { writeLine } from './log.ts';

/**
 * Adds to a metric of the namespace Huiyin, of its province. Which function counted is told by the line alone: as a
 * dimension it would be a metric more, which is paid for.
 */
export function count(metric: string, value = 1): void {
  const { AWS_LAMBDA_FUNCTION_NAME = 'local' } = process.env;
  add(metric, value, [['Province']], { Function: AWS_LAMBDA_FUNCTION_NAME });
}

/**
 * Adds one to a metric of the province that is told apart by a dimension, such as the channel. Each of its values is a
 * metric that is paid for: it may have a handful.
 */
export function countBy(metric: string, dimension: string, value: string): void {
  add(metric, 1, [['Province', dimension]], { [dimension]: value });
}

/** By a line that CloudWatch reads (embedded metric format). */
function add(
  metric: string,
  value: number,
  Dimensions: readonly (readonly string[])[],
  names: Readonly<Record<string, string>>,
): void {
  const CloudWatchMetrics = [{ Namespace: 'Huiyin', Dimensions, Metrics: [{ Name: metric, Unit: 'Count' }] }];
  const { PROVINCE = 'local' } = process.env;
  writeLine({ _aws: { Timestamp: Date.now(), CloudWatchMetrics }, ...names, Province: PROVINCE, [metric]: value });
}
