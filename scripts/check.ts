import { runMain } from './failure.ts';
import { staticSteps } from './static-steps.ts';
import { conclude, suite } from './steps.ts';

runMain(async () => conclude([...(await staticSteps()), await suite('unit')]));
