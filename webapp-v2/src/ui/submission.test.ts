import { expect, test } from 'vitest';
import { createSubmission, type Outcome } from './submission.ts';

type Answer = Outcome<string, 'offline'>;

/** An action that the test answers. */
function held() {
  const waiting: ((answer: Answer) => void)[] = [];
  const action = () => new Promise<Answer>((resolve) => waiting.push(resolve));
  return { action, sent: () => waiting.length, answer: (given: Answer) => waiting.at(-1)?.(given) };
}

test('[FORM1] a second press while the first is under way sends nothing', async () => {
  const { action, sent, answer } = held();
  const submission = createSubmission<'offline'>();
  const done: string[] = [];
  const first = submission.send(action, (value) => done.push(value));
  await submission.send(action, (value) => done.push(value));
  expect([submission.busy.value, sent()]).toEqual([true, 1]);
  answer({ ok: true, value: 'saved' });
  await first;
  expect([submission.busy.value, done]).toEqual([false, ['saved']]);
});

test('[FORM1] a refusal is told until it is sent again, or what it was about changes', async () => {
  const { action, answer } = held();
  const submission = createSubmission<'offline'>();
  const refused = submission.send(action);
  answer({ ok: false, code: 'offline' });
  await refused;
  expect([submission.busy.value, submission.problem.value]).toEqual([false, 'offline']);
  const again = submission.send(action);
  expect(submission.problem.value).toBeNull();
  answer({ ok: false, code: 'offline' });
  await again;
  submission.forgive();
  expect(submission.problem.value).toBeNull();
});

test('[FORM1] what fails unexpectedly leaves the form usable', async () => {
  const submission = createSubmission<'offline'>();
  await expect(submission.send(() => Promise.reject(new Error('a mistake of the program')))).rejects.toThrow();
  expect(submission.busy.value).toBe(false);
});
