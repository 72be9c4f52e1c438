import type { PlainTemplate } from '../../local/template/merged-template.ts';

/** How many metrics that functions count are watched by an alarm: AWS's own cost nothing. */
export function watchedMetricsIn({ Resources }: PlainTemplate): number {
  const alarms = Object.values(Resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
  const watched = alarms.map(
    ({ Properties }) => Properties as { readonly Namespace: string; readonly MetricName: string },
  );
  const own = watched.filter(({ Namespace }) => Namespace.startsWith('Huiyin'));
  return new Set(own.map(({ MetricName }) => MetricName)).size;
}
