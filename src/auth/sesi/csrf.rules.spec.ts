import fc from 'fast-check';
import { bukaSamaran, samarkan } from './csrf.rules';

const bita = fc.uint8Array({ minLength: 32, maxLength: 32 });

it('gives the secret back, whatever the mask', () => {
  fc.assert(fc.property(bita, bita, (rahasia, topeng) => bukaSamaran(samarkan(rahasia, topeng), 32)?.equals(rahasia) === true));
});

it.each(['', 'abc', 'A'.repeat(85), 'A'.repeat(87), `${'A'.repeat(85)}=`, '!'.repeat(86)])('%j is no token', (teks) => {
  expect(bukaSamaran(teks, 32)).toBeNull();
});
