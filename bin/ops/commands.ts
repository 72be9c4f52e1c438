import { parsed } from '../arguments.ts';
import { callbacksEnable } from './callbacks.ts';
import type { Asked, OpsCommand } from './command.ts';
import { deadLettersList, deadLettersPurge, deadLettersRedrive } from './dead-letters.ts';
import { drainCommand } from './drain.ts';
import { restoreDrop } from './drop-drill.ts';
import { exportCommand } from './export.ts';
import { factsCommand } from './facts.ts';
import { findCommand } from './find.ts';
import { healthCommand } from './health.ts';
import { importCommand } from './import.ts';
import { recomputeCommand } from './recompute.ts';
import { reconcileCommand } from './reconcile.ts';
import { rehearseCommand } from './rehearse.ts';
import { replayCommand } from './replay.ts';
import { restoreDrill } from './restore.ts';
import { retentionErase, retentionReport } from './retention.ts';
import { rosterExport, rosterGaps, rosterImport } from './roster.ts';
import { secretsCheck, secretsMake, secretsRotate } from './secrets.ts';

/** Every command of `npm run ops`, by its name: one word, or two. */
export const COMMANDS: Readonly<Record<string, OpsCommand>> = {
  health: healthCommand,
  find: findCommand,
  'dead-letters list': deadLettersList,
  'dead-letters redrive': deadLettersRedrive,
  'dead-letters purge': deadLettersPurge,
  replay: replayCommand,
  reconcile: reconcileCommand,
  drain: drainCommand,
  recompute: recomputeCommand,
  'callbacks enable': callbacksEnable,
  export: exportCommand,
  import: importCommand,
  facts: factsCommand,
  'retention report': retentionReport,
  'retention erase': retentionErase,
  rehearse: rehearseCommand,
  'restore drill': restoreDrill,
  'restore drop': restoreDrop,
  'roster gaps': rosterGaps,
  'roster export': rosterExport,
  'roster import': rosterImport,
  'secrets check': secretsCheck,
  'secrets make': secretsMake,
  'secrets rotate': secretsRotate,
};

const COMMON = {
  province: { type: 'string' },
  local: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const indented = ([english, chinese]: OpsCommand['does']): string => `      ${english}\n      ${chinese}`;

/** How a command is used, or all of them. */
export function usageOf(name?: string): string {
  const own = name === undefined ? Object.entries(COMMANDS) : [[name, COMMANDS[name]!] as const];
  return [
    'usage: npm run ops -- COMMAND --province NAME [--local http://127.0.0.1:3000] [--json]',
    'Works on the stack of a province, in AWS or of the local runner. What changes something is a dry run until it is told --apply.',
    'Ends with 0 where all is well, with 1 where something is not, with 2 where it cannot be done as asked, with 3 where no stack answers.',
    '对一个省的系统（云上或本机）进行运维操作。会改动数据的命令，不加 --apply 时只演示、不执行。',
    '',
    ...own.map(([command, { takes, does }]) => `  ${[command, takes].filter(Boolean).join(' ')}\n${indented(does)}`),
  ].join('\n');
}

/** A command line that can be carried out. */
export interface Order {
  readonly name: string;
  readonly command: OpsCommand;
  readonly asked: Asked;
  readonly province: string;
  readonly local: string | undefined;
  readonly json: boolean;
}

/** What a command line asks for, or why it cannot be understood. Reaches nothing. */
export function orderIn(args: readonly string[]): Order | { readonly fault: string; readonly of?: string | undefined } {
  const [one = '', two = ''] = args;
  const name = [`${one} ${two}`, one].find((words) => Object.hasOwn(COMMANDS, words));
  if (name === undefined) return { fault: one === '' ? 'a command is needed' : `${one} is no command` };
  const command = COMMANDS[name]!;
  const { options = {}, positionals = [0, 0] } = command;
  const rest = args.slice(name.split(' ').length);
  const found = parsed(rest, { ...COMMON, ...options }, positionals);
  if (found.fault !== undefined) return { fault: found.fault, of: name };
  const { values, positionals: given } = found;
  const asked = { values, positionals: given };
  const { province, local, json } = values;
  const fault = province === undefined ? '--province is needed' : command.faultIn?.(asked);
  if (province === undefined || fault !== undefined) return { fault: fault!, of: name };
  return { name, command, asked, province, local, json: json === true };
}
