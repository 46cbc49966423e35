import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document, lay, page } from '../page.js';
import address from '../../../ui/components/address/address.js';

const keep = (values, kept = ['lang', 'step']) => address({ data: { kept, values }, parentElement: document.body });

test('what is set stands in the address, what is not any more does not, and Back stays as it was', () => {
  lay('');
  page.history.replaceState(null, '', '/satisfaction?lang=zh&step=6&expectation=80');
  const before = page.history.length;
  keep({ price: '3', 'kept.seed': '1' });
  assert.equal(page.location.search, '?lang=zh&step=6&price=3&kept.seed=1');
  keep({});

  assert.equal(page.location.search, '?lang=zh&step=6');
  assert.equal(page.history.length, before);
});
