import process from 'node:process';
import { asPerson, type Person } from '../scripts/demo/person.ts';
import { Explained, runMain } from '../scripts/failure.ts';
import { interruption, untilAborted } from '../scripts/interruption.ts';
import { measureApi } from './api.ts';
import { measureBundle } from './bundle.ts';
import { estimateCost } from './cost.ts';
import { type CountedApi, startCountedApi } from './counted-api.ts';
import { measureDomain } from './domain.ts';
import { type Figure, isOver, table } from './figure.ts';
import { measureGrowth } from './growth.ts';
import { measureIdle } from './idle.ts';
import { measureLive } from './live.ts';
import { measureMemory } from './memory.ts';
import { countOperations } from './operations.ts';
import { measurePageLoad } from './page-load.ts';
import { measureRevisits } from './revisits.ts';
import { measureScreen } from './screen.ts';
import { measureSession } from './session.ts';
import { openStage, type Stage } from './stage.ts';
import { measureStreaming } from './streaming.ts';

const ON_STAGE: Record<string, (stage: Stage) => Promise<Figure[]>> = {
  bundle: measureBundle,
  load: measurePageLoad,
  api: measureApi,
  live: measureLive,
  streaming: measureStreaming,
  screen: measureScreen,
  revisits: measureRevisits,
  idle: measureIdle,
  memory: measureMemory,
  session: measureSession,
  operations: (stage) => onCountedApi(stage, countOperations),
  growth: (stage) => onCountedApi(stage, measureGrowth),
};

type NewPerson = (name: string) => Promise<Person>;
type MeasureCounted = (api: CountedApi, person: Person, newPerson: NewPerson) => Promise<Figure[]>;

async function onCountedApi(stage: Stage, measure: MeasureCounted): Promise<Figure[]> {
  const api = await startCountedApi();
  const newPerson: NewPerson = (name) => asPerson(stage.authUrl, api.apiUrl, stage.newCredentials(name));
  try {
    return await measure(api, await newPerson('Sanna Vik'), newPerson);
  } finally {
    await api.close();
  }
}

async function onStage(sections: [string, (stage: Stage) => Promise<Figure[]>][]): Promise<Figure[]> {
  const interrupted = interruption();
  const stage = await openStage((line) => console.log(line), interrupted);
  const cutShort = untilAborted(interrupted).then(() => {
    // What is cut off in the middle complains, which must not keep the emulators from being ended.
    process.on('unhandledRejection', () => {});
    throw new Explained('Interrupted; nothing is left running.');
  });
  const figures: Figure[] = [];
  try {
    for (const [section, measure] of sections) {
      console.log(`Measuring: ${section} …`);
      const start = performance.now();
      figures.push(...(await Promise.race([measure(stage), cutShort])));
      console.log(`… took ${Math.round((performance.now() - start) / 1000)} s`);
    }
    return figures;
  } finally {
    await stage.close();
  }
}

/** `npm run bench`, or `npm run bench api live`: prints measured figures beside their budgets; fails when one is missed. */
async function main(): Promise<number> {
  const chosen = process.argv.slice(2);
  const isChosen = (section: string) => chosen.length === 0 || chosen.includes(section);
  const figures: Figure[] = isChosen('domain') ? await measureDomain() : [];
  if (isChosen('cost')) figures.push(...estimateCost());
  const sections = Object.entries(ON_STAGE).filter(([section]) => isChosen(section));
  if (sections.length > 0) figures.push(...(await onStage(sections)));
  console.log(`\n${table(figures)}\n`);
  const missed = figures.filter(isOver);
  console.log(missed.length === 0 ? 'Every budget is met.' : `Missed: ${missed.map(({ what }) => what).join('; ')}`);
  return missed.length === 0 ? 0 : 1;
}

runMain(main);
