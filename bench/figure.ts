/** One measured figure beside its budget. */
export interface Figure {
  what: string;
  value: number;
  unit: 'ms' | 'kB' | 'MB' | '×' | '' | '%';
  budget?: number;
  /** The budget is a floor: larger is better. */
  atLeast?: true;
}

/** The `share` quantile of a sample by linear interpolation between closest ranks. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}

export const median = (sample: readonly number[]) => quantile(sample, 0.5);

/** Runs `work` `times` times after `warmUp` uncounted runs; the durations in ms. */
export async function timed(times: number, warmUp: number, work: (run: number) => unknown): Promise<number[]> {
  const durations: number[] = [];
  for (let run = -warmUp; run < times; run += 1) {
    const start = performance.now();
    await work(run);
    if (run >= 0) durations.push(performance.now() - start);
  }
  return durations;
}

/** A figure misses its budget when it is larger, or smaller than a floor; figures without a budget are references. */
export const isOver = ({ value, budget, atLeast }: Figure) => budget !== undefined && !(atLeast ? value >= budget : value <= budget);

const show = (value: number, unit: Figure['unit']) => {
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;
};

/** The table as Markdown, so that it can be pasted into the README as it is. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    show(figure.value, figure.unit),
    figure.budget === undefined ? 'reference' : `${figure.atLeast ? '≥' : '≤'} ${show(figure.budget, figure.unit)}`,
    figure.budget === undefined ? '' : isOver(figure) ? 'missed' : 'met',
  ]);
  return ['| what | measured | budget | |', '| --- | --- | --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
}
