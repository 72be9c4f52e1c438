/** A CloudFormation template, as far as stacks are put together. */
export interface PlainTemplate {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;
  readonly Outputs?: Readonly<Record<string, Output>>;
}

interface Output {
  readonly Value?: unknown;
  readonly Export?: { readonly Name?: unknown } | undefined;
}

/**
 * The stacks of one province as one template: what one imports from another becomes a reference within it. Stacks of
 * two provinces do not fit together, and an import that nobody exports fits nowhere: both are errors.
 */
export function asOneTemplate(templates: readonly PlainTemplate[]): PlainTemplate {
  refuseTwins(templates);
  const outputs = templates.flatMap(({ Outputs = {} }) => Object.values(Outputs));
  const exported = new Map(outputs.map(({ Export, Value }) => [Export?.Name, Value]));
  return {
    Parameters: Object.assign({}, ...templates.map(({ Parameters }) => Parameters)),
    Resources: Object.assign({}, ...templates.map(({ Resources }) => withoutImports(Resources, exported))),
    Outputs: Object.assign({}, ...templates.map(({ Outputs }) => withoutImports(Outputs, exported))),
  };
}

function refuseTwins(templates: readonly PlainTemplate[]): void {
  const ids = templates.flatMap(({ Resources }) => Object.keys(Resources));
  const twin = ids.find((id, at) => ids.indexOf(id) !== at && id !== 'CDKMetadata');
  if (twin) throw new Error(`two stacks have a resource ${twin}: they are not those of one province`);
}

function withoutImports(value: unknown, exported: ReadonlyMap<unknown, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutImports(item, exported));
  if (typeof value !== 'object' || value === null) return value;
  if (!('Fn::ImportValue' in value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutImports(item, exported)]));
  const name = value['Fn::ImportValue'];
  if (!exported.has(name)) throw new Error(`no stack exports ${JSON.stringify(name)}`);
  return exported.get(name);
}
