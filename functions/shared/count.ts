import { writeLine } from './log.ts';

/** Adds to a metric of the namespace Huiyin, by a line that CloudWatch reads (embedded metric format). */
export function count(metric: string, value = 1): void {
  const metrics = [{ Namespace: 'Huiyin', Dimensions: [['Function']], Metrics: [{ Name: metric, Unit: 'Count' }] }];
  const _aws = { Timestamp: Date.now(), CloudWatchMetrics: metrics };
  writeLine({ _aws, Function: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'local', [metric]: value });
}
