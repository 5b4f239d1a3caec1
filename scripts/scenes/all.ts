import { ACCOUNT_SCENES } from './account.ts';
import { FAULT_SCENES } from './faults.ts';
import { GROUP_SCENES } from './group.ts';
import { HEAVY_SCENES } from './heavy.ts';
import { JOIN_SCENES } from './joining.ts';
import { LASTING_SCENES } from './lasting.ts';
import { LIST_SCENES } from './lists.ts';
import { MEANWHILE_SCENES } from './meanwhile.ts';
import { MONEY_SCENES } from './money.ts';
import type { Scene } from './scene.ts';

/** Every page and state: for pictures, and for whatever must hold everywhere. */
export const SCENES: readonly Scene[] = [
  ...ACCOUNT_SCENES,
  ...LIST_SCENES,
  ...JOIN_SCENES,
  ...GROUP_SCENES,
  ...MONEY_SCENES,
  ...HEAVY_SCENES,
  ...FAULT_SCENES,
  ...MEANWHILE_SCENES,
  ...LASTING_SCENES,
];
