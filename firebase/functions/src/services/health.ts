import type { ResponseBody } from '@splitifyd/shared/contract';
import type { Surroundings } from './ports.ts';

interface HealthDeps extends Pick<Surroundings, 'sleep'> {
  version: string;
  /** Whether Firestore answers. */
  probe(): Promise<boolean>;
}

/** Firestore's own client would try for a minute; who asks for health wants to know now. */
const ANSWER_WITHIN_MS = 2_000;

export type ReadHealth = () => Promise<ResponseBody<'getHealth'>>;

export function createHealth({ version, probe, sleep }: HealthDeps): ReadHealth {
  return async () => {
    const firestore = await Promise.race([probe(), sleep(ANSWER_WITHIN_MS).then(() => false)]);
    return { status: firestore ? 'ok' : 'degraded', version, firestore };
  };
}
