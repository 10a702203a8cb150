/*
 * Times measured on a machine that others use too. What is slow by nature is slow in every run; what others make slow is so in some.
 */

/** Milliseconds of the fastest of some runs, the first that stays below the limit included. */
export async function tercepat(batasMs: number, kerja: () => unknown, kali = 5): Promise<number> {
  let terbaik = Infinity;
  for (let i = 0; i < kali && terbaik >= batasMs; i += 1) terbaik = Math.min(terbaik, await lama(kerja));
  return terbaik;
}

/**
 * How many times as long the slower of two takes, by their medians. Run in turns, so that load meets both alike; the smallest of some
 * rounds, for a real difference stands in each.
 * @param cukup a round at or below it needs no further one
 */
export async function berapaKaliLebihLama(
  satu: (nomor: number) => Promise<() => unknown>,
  lain: (nomor: number) => Promise<() => unknown>,
  { kali = 11, putaran = 4, cukup }: { kali?: number; putaran?: number; cukup: number },
): Promise<number> {
  let terkecil = Infinity;
  for (let p = 0; p < putaran && terkecil > cukup; p += 1) {
    const waktu: [number[], number[]] = [[], []];
    for (let i = 0; i < kali; i += 1) {
      for (const yang of i % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
        waktu[yang].push(await lama(await (yang === 0 ? satu : lain)(p * kali + i)));
    }
    const [a, b] = waktu.map(median) as [number, number];
    terkecil = Math.min(terkecil, Math.max(a, b) / Math.min(a, b));
  }
  return terkecil;
}

async function lama(kerja: () => unknown): Promise<number> {
  const mulai = performance.now();
  await kerja();
  return performance.now() - mulai;
}

function median(waktu: readonly number[]): number {
  return [...waktu].sort((a, b) => a - b)[Math.floor(waktu.length / 2)] ?? 0;
}
