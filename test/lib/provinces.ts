import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { checkConfig } from '../../config/schemas/check.ts';
import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { DataStack } from '../../lib/data-stack.ts';
import { ProvinceStack } from '../../lib/province-stack.ts';
import { asOneTemplate, type PlainTemplate } from '../../local/template/merged-template.ts';

export const { provinces } = checkConfig(join(import.meta.dirname, '../../config'), '2026-11-26');

export const settingsOf = (id: string): ProvinceSettings => provinces.find((province) => province.id === id)!;

/** What a province is deployed as. */
export interface Stacks {
  readonly data: DataStack;
  readonly service: ProvinceStack;
}

/**
 * The stacks of a province without their bundles and without what CloudFormation would say of them, which take longer
 * than all the rest.
 */
export function stacksOf(province: ProvinceSettings): Stacks {
  const context = { 'aws:cdk:bundling-stacks': [] };
  const data = new DataStack(
    new App({ context, analyticsReporting: false, builtinCloudFormationValidation: false }),
    province,
  );
  return { data, service: new ProvinceStack(data.node.root as App, data.foundation) };
}

/** The templates of both, as they are deployed. */
export function templatesOf(province: ProvinceSettings): Record<keyof Stacks, PlainTemplate> {
  const { data, service } = stacksOf(province);
  const assembly = (data.node.root as App).synth();
  const read = ({ artifactId }: Stack) => assembly.getStackArtifact(artifactId).template as PlainTemplate;
  return { data: read(data), service: read(service) };
}

const made = new Map<string, Template>();

/** Both as one, made once for all that ask. */
export function templateOf(id: string): Template {
  const template = made.get(id) ?? Template.fromJSON(asOneTemplate(Object.values(templatesOf(settingsOf(id)))));
  made.set(id, template);
  return template;
}

export interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

/** What the function in `functions/<name>` is allowed to do. */
export function rightsOf(template: Template, name: string): Statement[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  const own = policies.filter(([id]) => id.includes(`${name.replaceAll('-', '')}role`));
  return own.flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[]);
}

/** Its settings as deployed. */
export function functionNamed(template: Template, name: string) {
  const found = Object.values(template.findResources('AWS::Lambda::Function'));
  return found.find(({ Properties }) => Properties.FunctionName.endsWith(`-${name}`))!.Properties;
}

export const functionNames = (template: Template): string[] =>
  Object.values(template.findResources('AWS::Lambda::Function'))
    .map(({ Properties }) => String(Properties.FunctionName).replace(/^huiyin-[a-z]+-/, ''))
    .toSorted();

/** The rights among these that concern the resource whose logical id begins so. */
export const concerning = (statements: readonly Statement[], logicalId: string): Statement[] =>
  statements.filter(({ Resource }) => JSON.stringify(Resource).includes(`"${logicalId}`));

export const actionsOf = (statements: readonly Statement[]): string[] =>
  statements.flatMap(({ Action }) => Action).toSorted();

/** The routes of the public's API, or of the desk's. */
export const routesOf = (template: Template, entrance: 'PublicApi' | 'DeskApi') =>
  Object.entries(template.findResources('AWS::ApiGatewayV2::Route'))
    .filter(([, { Properties }]) => Properties.ApiId.Ref.startsWith(entrance))
    .map(
      ([id, { Properties }]) =>
        ({ id, ...Properties }) as {
          readonly id: string;
          readonly RouteKey: string;
          readonly AuthorizationType: string;
        },
    );

/** The stage of the same. */
export const stageOf = (template: Template, entrance: 'PublicApi' | 'DeskApi') =>
  Object.values(template.findResources('AWS::ApiGatewayV2::Stage')).find(({ Properties }) =>
    Properties.ApiId.Ref.startsWith(entrance),
  )!;
