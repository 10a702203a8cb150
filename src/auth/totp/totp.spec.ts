import { gambarQr } from '../../shared/tampilan/gambar-qr';
import {
  alamatTotp,
  buatKodePemulihan,
  buatRahasiaTotp,
  kodeTotp,
  langkahKode,
  normalKodePemulihan,
  rahasiaTerbaca,
} from './totp';

/** RFC 6238, appendix B (SHA-1; the last six of eight digits). */
const RAHASIA_RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('RFC 6238 at second %d: %s', (detik, kode) => {
  const kini = new Date(detik * 1000);
  expect(kodeTotp(RAHASIA_RFC, kini)).toBe(kode);
  expect(langkahKode(RAHASIA_RFC, kode, kini)).toBe(Math.floor(detik / 30));
});

it('a clock half a minute off is taken, a minute and more is not', () => {
  const kini = new Date(1_800_000_000_000);
  const pada = (detik: number) => langkahKode(RAHASIA_RFC, kodeTotp(RAHASIA_RFC, new Date(kini.getTime() + detik * 1000)), kini);
  expect([-60, -30, 0, 30, 60].map(pada)).toEqual([null, 59_999_999, 60_000_000, 60_000_001, null]);
});

it.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', '12 34 5a', '1e5000'])('%j is no code', (kode) => {
  expect(langkahKode(RAHASIA_RFC, kode, new Date())).toBeNull();
});

it('blanks and dashes within a code do not matter', () => {
  expect(langkahKode(RAHASIA_RFC, '287 082', new Date(59_000))).toBe(1);
});

it('a secret has 160 bits, its picture is one path', () => {
  const rahasia = buatRahasiaTotp();
  expect(rahasia).toMatch(/^[A-Z2-7]{32}$/);
  expect(rahasiaTerbaca(rahasia).split(' ')).toHaveLength(8);
  const { sisi, d } = gambarQr(alamatTotp(rahasia, 'rina.lestari@kasn.go.id'));
  expect(sisi).toBeGreaterThan(30);
  expect(d).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
});

it('recovery codes are distinct, and read back however they are typed', () => {
  const kode = Array.from({ length: 200 }, buatKodePemulihan);
  expect(new Set(kode).size).toBe(200);
  for (const satu of kode) {
    expect(satu).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
    expect(normalKodePemulihan(` ${satu.toUpperCase().replaceAll('-', ' ')} `)).toBe(satu.replaceAll('-', ''));
  }
  expect(normalKodePemulihan('123456')).toBeNull();
});
