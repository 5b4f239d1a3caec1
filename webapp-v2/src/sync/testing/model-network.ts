import type { Clock } from '../../platform/clock.ts';
import type { ApiRequest, Call } from '../api.ts';
import { ApiProblem, Unreachable } from '../api-error.ts';

/** What becomes of a request: `unheard` never arrives, `unanswered` takes effect but its answer is lost. */
export type Fate = 'answered' | 'unheard' | 'unanswered' | 'busy';

interface Weather {
  /** Of each of the two ways, in ms. */
  delayMs(): number;
  fate(): Fate;
  /** Instead of an answer. */
  refusal(): ApiProblem | null;
}

const CALM: Weather = { delayMs: () => 0, fate: () => 'answered', refusal: () => null };

/** As one request looks to the model: the types of the contract join its two ends in `Call`. */
export type ModelRequest = ApiRequest<'updateExpense'> & { params: Record<string, string>; query?: Record<string, unknown> };

/** The way to the model server, whose weather the test makes. */
export function createModelNetwork(clock: Clock, respond: (name: string, request: ModelRequest) => unknown) {
  const calls: string[] = [];
  const heard = new Set<(name: string, request: ModelRequest) => void>();
  let weather = CALM;

  const call = (async (name: string, request: ModelRequest, signal?: AbortSignal) => {
    calls.push(name);
    for (const hear of heard) hear(name, request);
    const fate = weather.fate();
    await clock.sleep(weather.delayMs(), signal);
    if (signal?.aborted || fate === 'unheard') throw new Unreachable();
    const refusal = fate === 'busy' ? new ApiProblem(503, 'busy') : weather.refusal();
    if (refusal) throw refusal;
    const answer = structuredClone(respond(name, request));
    await clock.sleep(weather.delayMs(), signal);
    if (signal?.aborted || fate === 'unanswered') throw new Unreachable();
    return answer;
  }) as Call;

  return {
    call,
    /** The names of all requests so far. */
    calls,
    onRequest: (hear: (name: string, request: ModelRequest) => void) => heard.add(hear),
    setWeather(next: Partial<Weather>) {
      weather = { ...CALM, ...next };
    },
  };
}
