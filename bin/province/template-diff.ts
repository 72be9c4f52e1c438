import { isDeepStrictEqual } from 'node:util';
import type { PlainTemplate } from '../../local/template/merged-template.ts';

/** What CloudFormation replaces, or takes away, with what people said in it. */
const STATEFUL = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::SQS::Queue'];

/** One line for each resource that comes, goes, or changes in some property. Empty where nothing does. */
export function differencesOf(before: PlainTemplate, after: PlainTemplate): string[] {
  const ids = [...new Set([...Object.keys(before.Resources), ...Object.keys(after.Resources)])].toSorted();
  return ids.flatMap((id) => {
    const [was, is] = [before.Resources[id], after.Resources[id]];
    if (isDeepStrictEqual(was, is)) return [];
    if (!was) return [`+ ${is!.Type} ${id}`];
    if (!is) return [`- ${was.Type} ${id}${STATEFUL.includes(was.Type) ? '   HOLDS DATA' : ''}`];
    return [`~ ${is.Type} ${id}: ${changedIn(was, is).join(', ')}`];
  });
}

/** Top-level properties that differ, and other parts of the resource, such as DeletionPolicy. */
function changedIn(was: object, is: object): string[] {
  const parts = (one: object): Record<string, unknown> => {
    const { Properties = {}, ...rest } = one as { Properties?: Record<string, unknown> };
    return { ...rest, ...Properties };
  };
  const [old, now] = [parts(was), parts(is)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (key) => !isDeepStrictEqual(old[key], now[key]),
  );
}
