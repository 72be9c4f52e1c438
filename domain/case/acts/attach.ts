import * as z from 'zod';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import type { Case } from '../case.ts';
import type { Context } from '../context.ts';
import { FilesSchema, isMaterialOf, MOST_ATTACHED, MOST_MATERIALS, notOfThisCase } from '../handling/materials.ts';
import { RECORDED_HERE } from '../status.ts';

const NamedFile = z.object({ key: z.string().max(200), name: Name });

/** 添加材料: photos and documents of those who work on the case. What was added stays: it can be named in a closing. */
export const attach = staffAct({
  name: '添加材料',
  command: command('attach', () => ({
    files: z.array(NamedFile).min(1).max(MOST_ATTACHED).readonly(),
    remark: Words.optional(),
  })),
  fact: fact('attached', () => ({ files: FilesSchema, organ: z.string(), remark: z.string().optional() })),
  from: RECORDED_HERE,
  by: () => 'involved',
  power: 'contribute',

  obstacle: ({ materials = [] }) =>
    materials.length >= MOST_MATERIALS ? `材料已满${MOST_MATERIALS}件，请合并后再添加` : undefined,

  /** The same files again change nothing. */
  decide(state, { files: named, remark }, context) {
    const { materials = [] } = state;
    const files = named.filter(({ key }) => !materials.some((one) => one.key === key));
    const refused = whyNot(files, state, context);
    if (refused !== undefined) return notAllowed(refused);
    if (files.length === 0 || context.actor.kind !== 'staff') return [];
    const numbered = files.map(({ key, name }, index) => ({
      number: materials.length + index + 1,
      name,
      mediaType: context.kept!.get(key)!,
      key,
    }));
    return [{ files: numbered, organ: context.actor.organ, remark }];
  },

  evolve: (state, { files, organ, at }) => ({
    ...state,
    materials: [...(state.materials ?? []), ...files.map((file) => ({ ...file, at, organ }))],
  }),
});

type Named = z.infer<typeof NamedFile>;

function whyNot(files: readonly Named[], { id, materials = [] }: Case, { kept }: Context): string | undefined {
  if (new Set(files.map(({ key }) => key)).size < files.length) return '同一份材料只能添加一次';
  if (materials.length + files.length > MOST_MATERIALS) return `一件信访事项最多添加${MOST_MATERIALS}件材料`;
  const foreign = files.find(({ key }) => !isMaterialOf(id, key));
  if (foreign) return notOfThisCase(foreign.name);
  const absent = files.filter(({ key }) => !kept?.has(key)).map(({ name }) => `“${name}”`);
  return absent.length > 0 ? `没有收到${absent.join('、')}，请上传完成后稍等几秒再添加` : undefined;
}
