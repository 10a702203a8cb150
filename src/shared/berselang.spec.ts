import { berselang } from './berselang';

it('gives what map gives', async () => {
  expect(await berselang(['a', 'b'], (isi, ke) => `${isi}${ke}`)).toEqual(['a0', 'b1']);
  expect(await berselang([], String)).toEqual([]);
});

it('lets others have their turn between the steps, and fails with what a step throws', async () => {
  const lain: number[] = [];
  const berkala = setInterval(() => lain.push(selesai), 1);
  let selesai = 0;
  const lama = () => {
    const sampai = performance.now() + 5;
    while (performance.now() < sampai);
    selesai += 1;
  };
  await berselang(Array.from({ length: 20 }), lama);
  clearInterval(berkala);
  // Somebody came in when some steps were done, and others were still to do.
  expect(lain.some((n) => n > 0 && n < 20)).toBe(true);
  await expect(berselang([1], () => BigInt('x'))).rejects.toThrow(SyntaxError);
});
