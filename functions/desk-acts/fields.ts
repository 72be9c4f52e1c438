import type * as z from 'zod';
import { wasTakenUp } from '../../domain/case/acts/reopen.ts';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { staffActOf } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { obstacleToExtension } from '../../domain/case/clocks/extension.ts';
import type { Context } from '../../domain/case/context.ts';
import { SET_LIMIT } from '../../domain/clocks/set-limit.ts';
import { ownProperty } from '../../domain/own-property.ts';
import { wordsOfAct } from '../shared/words/act-words.ts';
import type { FieldWords, Pick } from '../shared/words/field-words.ts';

/** How a field of a command is typed in. */
export type Kind = Pick | 'words' | 'name' | 'one-of' | 'some-of';

export interface ActField {
  readonly name: string;
  readonly kind: Kind;
  readonly words: FieldWords;
  /** Values to choose from. */
  readonly choices: readonly string[];
  readonly required: boolean;
}

/** How many organs a form takes beside the lead. */
export const MOST_ORGANS = 3;

/** Of which cases something is asked, and of no others. */
const ASKED: Readonly<Record<NonNullable<FieldWords['when']>, (state: Case, context: Rules) => boolean>> = {
  'never-taken-up': (state, { policies }) => !wasTakenUp(state, policies),
  'limit-extendable': (state, context) => obstacleToExtension(state, context, SET_LIMIT) === undefined,
};

interface Rules {
  readonly policies: Context['policies'];
  readonly calendar: Context['calendar'];
  readonly now: Context['now'];
}

/** Whether that field is asked of a case. */
export const askedOf =
  (state: Case, context: Rules) =>
  ({ words: { when } }: ActField): boolean =>
    when === undefined || ASKED[when](state, context);

/** The fields of a form for that act, as its command's schema has them; `needs`: what this case must have besides. */
export function fieldsOf(type: StaffCommand['type'], needs: readonly string[] = []): readonly ActField[] {
  const words = wordsOfAct(type).fields;
  return Object.entries(staffActOf(type).command.schema.shape).flatMap(([name, schema]) => {
    const said = ownProperty(words, name);
    if (name === 'type' || said === undefined) return [];
    const { kind, choices } = shapeOf(bare(schema));
    return [{ name, kind: said.pick ?? kind, words: said, choices, required: needs.includes(name) }];
  });
}

/** As much of a schema of zod as a form must know. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
}

const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** The schema within what only says that it may be left out, or must not be changed. */
function bare(schema: z.ZodType): z.ZodType {
  const { innerType } = definitionOf(schema);
  return innerType ? bare(innerType) : schema;
}

const NAME_AT_MOST = 100;

function shapeOf(schema: z.ZodType): { readonly kind: Kind; readonly choices: readonly string[] } {
  const { type, element, entries } = definitionOf(schema);
  if (type === 'enum') return { kind: 'one-of', choices: Object.values(entries ?? {}) };
  if (type === 'array' && element) {
    const { kind, choices } = shapeOf(bare(element));
    return kind === 'one-of' ? { kind: 'some-of', choices } : { kind: 'lines', choices: [] };
  }
  const { maxLength } = schema as { maxLength?: number | null };
  const isShort = typeof maxLength === 'number' && maxLength <= NAME_AT_MOST;
  return { kind: type === 'string' && !isShort ? 'words' : 'name', choices: [] };
}
