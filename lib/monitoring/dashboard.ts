import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  Row,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { WorkQueue } from '../work-queue.ts';

export interface ProvinceDashboardProps {
  /** Id of the province. */
  readonly province: string;
  readonly alarms: readonly Alarm[];
  readonly queues: readonly WorkQueue[];
}

const HALF = { width: 12, height: 6 } as const;
const DAY = Duration.days(1);

/** How a province is, on one page: what rings, what came in, what waits, what is late, what reached people. */
export class ProvinceDashboard extends Construct {
  private readonly province: string;

  constructor(scope: Construct, id: string, { province, alarms, queues }: ProvinceDashboardProps) {
    super(scope, id);
    this.province = province;
    const ages = queues.map(({ name, queue }) =>
      queue.metricApproximateAgeOfOldestMessage({ label: name, statistic: Stats.MAXIMUM }),
    );
    const dashboard = new Dashboard(this, 'Page', { dashboardName: `huiyin-${province}`, start: '-P14D' });
    dashboard.addWidgets(
      new Row(new AlarmStatusWidget({ title: 'Alarms · 告警', alarms: [...alarms], width: 24, height: 6 })),
      new Row(
        this.graph('Complaints a day by channel · 每日来信（按渠道）', [this.apart('ComplaintReceived', 'Channel')]),
        this.graph('Oldest that waits, in seconds: without a case, or not sent · 最久的等待', ages),
      ),
      new Row(
        this.graph('Late steps a day by level · 每日超期督办（按层级）', [this.apart('LateStepTaken', 'Level')]),
        this.graph('Notices a day by final state · 每日通知（按最终状态）', [this.apart('NoticeEnded', 'State')]),
      ),
      new Row(
        this.graph('Waiting, in minutes · 等待分钟数', [
          this.counted('SweepBehindMinutes', Stats.MAXIMUM),
          this.counted('NoticeWaitsMinutes', Stats.MAXIMUM),
        ]),
        this.graph('Classifications corrected a day · 每日改判', [
          this.counted('ClassificationOverridden', Stats.SUM).with({ period: DAY }),
        ]),
      ),
    );
  }

  private graph(title: string, left: IMetric[]): GraphWidget {
    return new GraphWidget({ title, left, ...HALF });
  }

  /** What is counted apart by that dimension, a line for each of its values, whichever there are. */
  private apart(metric: string, dimension: string): MathExpression {
    const search = `{Huiyin,Province,${dimension}} Province="${this.province}" MetricName="${metric}"`;
    return new MathExpression({ expression: `SEARCH('${search}', 'Sum', ${DAY.toSeconds()})`, label: '', period: DAY });
  }

  private counted(metricName: string, statistic: string): Metric {
    return new Metric({ namespace: 'Huiyin', metricName, dimensionsMap: { Province: this.province }, statistic });
  }
}
