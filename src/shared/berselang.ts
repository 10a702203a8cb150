import { setImmediate } from 'node:timers/promises';

/** Milliseconds at a stretch: what a request of somebody else may have to wait. */
const SEKALI = 10;

/**
 * A result for each, in order, as `map` gives them. Work of thousands of small steps does not hold the process: after each stretch
 * whatever else waits has its turn.
 */
export async function berselang<T, H>(daftar: Iterable<T>, kerja: (isi: T, ke: number) => H): Promise<H[]> {
  const hasil: H[] = [];
  let mulai = performance.now();
  for (const isi of daftar) {
    hasil.push(kerja(isi, hasil.length));
    if (performance.now() - mulai < SEKALI) continue;
    await setImmediate();
    mulai = performance.now();
  }
  return hasil;
}
