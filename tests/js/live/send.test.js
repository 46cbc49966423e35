import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { asked, forget, lab, settle } from './made.js';
import { send } from '../../../ui/components/live/send.js';

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  forget();
});

afterEach(() => mock.timers.reset());

/** Sends, and lets the time pass that it may take. */
const sent = async (answers) => {
  lab.answer = () => answers.shift();
  const answer = send('/live/ABC/do', { do: 'vote', number: 7 });
  for (let n = 0; n < 5; n += 1) {
    await settle();
    mock.timers.tick(5000);
  }
  return answer;
};

test('what is sent once is answered once', async () => {
  assert.deepEqual(await sent([{ status: 200, said: { number: 7 } }]), { ok: true, said: { number: 7 } });
  assert.equal(asked.length, 1);
});

test('a refusal is told with its reason, and not tried again', async () => {
  assert.deepEqual(await sent([{ status: 409, said: { why: 'closed' } }]), { ok: false, said: { why: 'closed' } });
  assert.equal(asked.length, 1);
});

test('a line that breaks and a lab that fails are tried again with the same object', async () => {
  const answer = await sent([null, { status: 503, said: {} }, { status: 200, said: { kept: true } }]);

  assert.deepEqual(answer, { ok: true, said: { kept: true } });
  assert.deepEqual(asked.map(({ fields }) => fields), Array(3).fill({ do: 'vote', number: 7 }));
});

test('a line that stays broken is given up after four tries', async () => {
  assert.deepEqual(await sent([null, null, null, null]), { ok: false, said: null });
  assert.equal(asked.length, 4);
});
