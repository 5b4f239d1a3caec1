import { staticSteps } from './checks/static-steps.ts';
import { conclude, suite } from './checks/steps.ts';
import { runMain } from './failure.ts';

runMain(async () => conclude([...(await staticSteps()), await suite('unit')]));
