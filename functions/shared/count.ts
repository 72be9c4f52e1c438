import { writeLine } from './log.ts';

/**
 * Adds to a metric of the namespace Huiyin, of this function and of its province, by a line that CloudWatch reads
 * (embedded metric format).
 */
export function count(metric: string, value = 1): void {
  const metrics = [
    { Namespace: 'Huiyin', Dimensions: [['Function'], ['Province']], Metrics: [{ Name: metric, Unit: 'Count' }] },
  ];
  const _aws = { Timestamp: Date.now(), CloudWatchMetrics: metrics };
  const { AWS_LAMBDA_FUNCTION_NAME = 'local', PROVINCE = 'local' } = process.env;
  writeLine({ _aws, Function: AWS_LAMBDA_FUNCTION_NAME, Province: PROVINCE, [metric]: value });
}
