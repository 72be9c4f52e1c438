import type { PlainTemplate } from '../../local/template/merged-template.ts';

interface Policy {
  readonly PolicyDocument: { readonly Statement: readonly { readonly Action: string | readonly string[] }[] };
}

/** How many keys each role may use, added up over all roles: no other ever asks for one. */
export function keyUsesIn({ Resources }: PlainTemplate): number {
  const policies = Object.values(Resources).filter(({ Type }) => Type === 'AWS::IAM::Policy');
  const keys = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::KMS::Key');
  return policies.reduce((sum, { Properties }) => {
    const { Statement } = (Properties as Policy).PolicyDocument;
    const used = JSON.stringify(
      Statement.filter(({ Action }) => [Action].flat().some((one) => one.startsWith('kms:'))),
    );
    return sum + keys.filter(([id]) => used.includes(`"${id}"`)).length;
  }, 0);
}
