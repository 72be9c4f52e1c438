import type { Template } from 'aws-cdk-lib/assertions';

/** What a metric of a template is known by. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  /** The value of its dimension, or the logical id of what it names; none for a metric of the account. */
  readonly of?: string;
}

export interface AlarmSeen extends Metric {
  readonly id: string;
  readonly heading: string;
  readonly wakes: boolean;
}

interface Reference {
  readonly Ref?: string;
  readonly 'Fn::GetAtt'?: readonly string[];
}

const nameOf = (value: string | Reference): string =>
  typeof value === 'string' ? value : (value.Ref ?? value['Fn::GetAtt']![0]!);

const headingOf = (description: string): string => description.slice(description.lastIndexOf('#') + 1);

/** The alarms of a template that watch a metric. */
export function alarmsIn(template: Template): readonly AlarmSeen[] {
  return Object.entries(template.findResources('AWS::CloudWatch::Alarm')).map(([id, { Properties }]) => ({
    id,
    namespace: Properties.Namespace,
    name: Properties.MetricName,
    ...(Properties.Dimensions && { of: nameOf(Properties.Dimensions[0].Value) }),
    heading: headingOf(Properties.AlarmDescription),
    wakes: (Properties.AlarmActions ?? []).length > 0,
  }));
}

export interface CauseSeen {
  readonly id: string;
  readonly name: string;
  readonly heading: string;
  /** With the logical ids of alarms in place of their addresses. */
  readonly rule: string;
  readonly suppressor: string | undefined;
  readonly wakes: boolean;
}

/** The alarms of a template that join others. */
export function causesIn(template: Template): readonly CauseSeen[] {
  return Object.entries(template.findResources('AWS::CloudWatch::CompositeAlarm')).map(([id, { Properties }]) => {
    const parts: readonly (string | Reference)[] = Properties.AlarmRule['Fn::Join'][1];
    return {
      id,
      name: Properties.AlarmName,
      heading: headingOf(Properties.AlarmDescription),
      rule: parts.map(nameOf).join(''),
      suppressor: Properties.ActionsSuppressor && nameOf(Properties.ActionsSuppressor),
      wakes: (Properties.AlarmActions ?? []).length > 0,
    };
  });
}

/** The names of the alarms that tell somebody when alarms of those headings ring. */
export function wokenBy(template: Template, headings: readonly string[]): readonly string[] {
  const ringing = alarmsIn(template).filter(({ heading }) => headings.includes(heading));
  const ids = new Set(ringing.map(({ id }) => id));
  const causes = causesIn(template).filter(({ rule }) => holds(rule, ids));
  const held = new Set(causes.map(({ id }) => id));
  const heard = causes.filter(({ wakes, suppressor }) => wakes && !(suppressor && held.has(suppressor)));
  return [...ringing.filter(({ wakes }) => wakes).map(({ heading }) => heading), ...heard.map(({ name }) => name)];
}

/** Whether a rule of CloudWatch holds while those ring. */
export function holds(rule: string, ringing: ReadonlySet<string>): boolean {
  const tokens = rule.match(/ALARM\("[^"]+"\)|AND|OR|NOT|[()]/g) ?? [];
  let at = 0;
  const one = (): boolean => {
    const token = tokens[at++] ?? '';
    if (token === 'NOT') return !one();
    if (token !== '(') return ringing.has(/"(.+)"/.exec(token)?.[1] ?? '');
    const inside = joined();
    at += 1;
    return inside;
  };
  const joined = (): boolean => {
    let value = one();
    for (let word = tokens[at]; word === 'AND' || word === 'OR'; word = tokens[at]) {
      at += 1;
      const next = one();
      value = word === 'AND' ? value && next : value || next;
    }
    return value;
  };
  return joined();
}
