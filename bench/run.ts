import process from 'node:process';
import { runMain } from '../scripts/failure.ts';
import { asPerson, type Person } from '../scripts/person.ts';
import { measureApi } from './api.ts';
import { measureBundle } from './bundle.ts';
import { estimateCost } from './cost.ts';
import { type CountedApi, startCountedApi } from './counted-api.ts';
import { measureDomain } from './domain.ts';
import { type Figure, isOver, table } from './figure.ts';
import { measureGrowth } from './growth.ts';
import { measureLive } from './live.ts';
import { countOperations } from './operations.ts';
import { measurePageLoad } from './page-load.ts';
import { measureScreen } from './screen.ts';
import { openStage, type Stage } from './stage.ts';

const ON_STAGE: Record<string, (stage: Stage) => Promise<Figure[]>> = {
  bundle: measureBundle,
  load: measurePageLoad,
  api: measureApi,
  live: measureLive,
  screen: measureScreen,
  operations: (stage) => onCountedApi(stage, countOperations),
  growth: (stage) => onCountedApi(stage, measureGrowth),
};

async function onCountedApi(stage: Stage, measure: (api: CountedApi, person: Person) => Promise<Figure[]>): Promise<Figure[]> {
  const api = await startCountedApi();
  try {
    return await measure(api, await asPerson(stage.authUrl, api.apiUrl, stage.newCredentials('Sanna Vik')));
  } finally {
    await api.close();
  }
}

/** `npm run bench`, or `npm run bench api live`: prints measured figures beside their budgets; fails when one is over. */
async function main(): Promise<number> {
  const chosen = process.argv.slice(2);
  const isChosen = (section: string) => chosen.length === 0 || chosen.includes(section);
  const figures: Figure[] = isChosen('domain') ? await measureDomain() : [];
  if (isChosen('cost')) figures.push(...estimateCost());
  const sections = Object.entries(ON_STAGE).filter(([section]) => isChosen(section));
  if (sections.length > 0) {
    const stage = await openStage((line) => console.log(line));
    try {
      for (const [section, measure] of sections) {
        console.log(`Measuring: ${section} …`);
        figures.push(...(await measure(stage)));
      }
    } finally {
      await stage.close();
    }
  }
  console.log(`\n${table(figures)}\n`);
  const over = figures.filter(isOver);
  console.log(over.length === 0 ? 'Every budget is met.' : `Over budget: ${over.map(({ what }) => what).join('; ')}`);
  return over.length === 0 ? 0 : 1;
}

runMain(main);
