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
 * How many times as long the slower of two takes, by their lower quartiles. Run in turns, so that load meets both alike; of many runs,
 * and never again until it suits, for chance would hide a real difference sooner or later.
 * @param satu makes the run of that number ready, which is not measured
 */
export async function berapaKaliLebihLama(
  satu: (nomor: number) => Promise<() => unknown>,
  lain: (nomor: number) => Promise<() => unknown>,
  kali = 40,
): Promise<number> {
  const waktu: [number[], number[]] = [[], []];
  for (let i = 0; i < kali; i += 1) {
    for (const yang of i % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
      waktu[yang].push(await lama(await (yang === 0 ? satu : lain)(i)));
  }
  const [a, b] = [kuartilBawah(waktu[0]), kuartilBawah(waktu[1])];
  return Math.max(a, b) / Math.min(a, b);
}

async function lama(kerja: () => unknown): Promise<number> {
  const mulai = performance.now();
  await kerja();
  return performance.now() - mulai;
}

function kuartilBawah(waktu: readonly number[]): number {
  return [...waktu].sort((a, b) => a - b)[Math.floor(waktu.length / 4)] ?? 0;
}
