import type { Robot } from './robot-secret.ts';

type Meaning = 'refused' | 'busy' | 'barred' | 'later';

/** Codes by what they mean; one that we do not know is taken for something that passes. */
const MEANINGS: Readonly<Record<Robot['kind'], Readonly<Partial<Record<Meaning, readonly number[]>>>>> = {
  wecom: {
    // Too often; too many at once; the system is busy.
    busy: [45009, 45033, -1],
    // The address is none; the robot is of a corporation that was shut out.
    barred: [93000, 93004, 40164],
    // Empty, or too long.
    refused: [44004, 40058, 45002],
  },
  dingtalk: {
    busy: [130101, 410100, -1],
    // Signature, keyword or address list; the robot is gone, stopped, or its group is.
    barred: [310000, 300001, 300005, 400013, 400101, 400102],
    // Content that is not passed on.
    refused: [430101, 430102, 430103, 430104, 460101],
  },
  feishu: {
    busy: [11232, 11233, 9499, 19036],
    // Signature or time, address list, keyword, no such robot.
    barred: [19021, 19022, 19024, 19001],
    refused: [19002, 230025],
  },
};

/** What a code of that robot's host means for the message: see `SendResult`. */
export function meaningOfRobot(kind: Robot['kind'], code: number): Meaning {
  const found = Object.entries(MEANINGS[kind]).find(([, codes]) => codes.includes(code));
  return (found?.[0] as Meaning | undefined) ?? 'later';
}
