/**
 * Runs jobs of one key one after another, jobs of different keys at once. Within an instance this replaces failed commits by
 * waiting in line; between instances the preconditions decide.
 */
export function createQueue(): <T>(key: string, job: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>();
  return (key, job) => {
    const before = tails.get(key) ?? Promise.resolve();
    const result = before.then(job, job);
    tails.set(key, result);
    const forget = () => {
      if (tails.get(key) === result) tails.delete(key);
    };
    result.then(forget, forget);
    return result;
  };
}
