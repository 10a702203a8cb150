import fc from 'fast-check';
import {
  aktif,
  cakupan,
  keturunan,
  leluhur,
  masalahGabung,
  masalahNonaktif,
  masalahPindah,
  penerusAkhir,
  pindahKarenaGabung,
  ratakan,
  susunPohon,
  type Pohon,
  type SimpulUnit,
} from './unit.rules';

const unit = (id: string, indukId: string | null = null): SimpulUnit => ({ id, indukId, penerusId: null, berakhir: null });

function ubah(pohon: Pohon, id: string, isi: Partial<SimpulUnit>): Pohon {
  return new Map([...pohon].map(([k, u]) => [k, k === id ? { ...u, ...isi } : u]));
}

function gabung(pohon: Pohon, id: string, penerusId: string): Pohon {
  const dipindah = pindahKarenaGabung(pohon, id, penerusId).reduce((p, m) => ubah(p, m.id, { indukId: m.indukId }), pohon);
  return ubah(dipindah, id, { penerusId, berakhir: '2026-01-01' });
}

type Tindakan = { jenis: 'pindah' | 'gabung' | 'nonaktif'; a: number; b: number };
const tindakan: fc.Arbitrary<Tindakan> = fc.record({
  jenis: fc.constantFrom('pindah', 'gabung', 'nonaktif'),
  a: fc.nat(11),
  b: fc.nat(12),
});

/** Any sequence of acts, each done only when the rules allow it. */
function jalankan(daftar: readonly Tindakan[]): Pohon {
  let pohon: Pohon = susunPohon(
    Array.from({ length: 12 }, (_, i) => unit(`u${i}`, i === 0 ? null : `u${Math.floor((i - 1) / 2)}`)),
  );
  for (const { jenis, a, b } of daftar) {
    const [id, lain] = [`u${a}`, b === 12 ? null : `u${b}`];
    if (jenis === 'pindah' && masalahPindah(pohon, id, lain) === null) pohon = ubah(pohon, id, { indukId: lain });
    if (jenis === 'gabung' && lain !== null && masalahGabung(pohon, id, lain) === null) pohon = gabung(pohon, id, lain);
    if (jenis === 'nonaktif' && masalahNonaktif(pohon, id) === null) pohon = ubah(pohon, id, { berakhir: '2026-01-01' });
  }
  return pohon;
}

const acak = (periksa: (pohon: Pohon) => void) =>
  fc.assert(
    fc.property(fc.array(tindakan, { maxLength: 40 }), (daftar) => {
      periksa(jalankan(daftar));
    }),
  );

describe('pohon unit setelah tindakan apa pun yang diizinkan', () => {
  it('tidak pernah berputar', () =>
    acak((pohon) => {
      for (const u of pohon.values()) expect(leluhur(pohon, u.id).map((l) => l.id)).not.toContain(u.id);
    }));

  it('memuat setiap unit tepat satu kali', () =>
    acak((pohon) => {
      const baris = ratakan([...pohon.values()]).map((b) => b.unit.id);
      expect(baris.toSorted()).toEqual([...pohon.keys()].toSorted());
    }));

  it('unit aktif tidak tergantung pada unit yang berakhir', () =>
    acak((pohon) => {
      for (const u of pohon.values()) {
        if (aktif(u) && u.indukId !== null) expect(pohon.get(u.indukId)?.berakhir).toBeNull();
      }
    }));

  it('penerus unit yang digabung selalu tercapai dan mencakup unit itu', () =>
    acak((pohon) => {
      for (const u of pohon.values()) {
        const akhir = penerusAkhir(pohon, u.id);
        expect(akhir?.penerusId).toBeNull();
        if (akhir) expect(cakupan(pohon, akhir.id).has(u.id)).toBe(true);
      }
    }));
});

describe('memindah unit', () => {
  const pohon = susunPohon([unit('a'), unit('b', 'a'), unit('c', 'b'), { ...unit('x'), berakhir: '2025-01-01' }]);

  it.each([
    ['a', 'c', 'di-bawahnya'],
    ['a', 'a', 'diri-sendiri'],
    ['c', 'b', 'tidak-berubah'],
    ['c', 'x', 'sudah-berakhir'],
    ['x', 'a', 'sudah-berakhir'],
    ['c', 'z', 'tidak-ada'],
    ['c', 'a', null],
    ['c', null, null],
  ] as const)('%s ke bawah %s: %s', (id, induk, masalah) => expect(masalahPindah(pohon, id, induk)).toBe(masalah));
});

it('penerus yang berada di bawah unit yang digabung naik ke tempatnya', () => {
  const pohon = gabung(susunPohon([unit('p'), unit('a', 'p'), unit('b', 'a'), unit('c', 'b')]), 'a', 'c');
  expect(pohon.get('c')?.indukId).toBe('p');
  expect(pohon.get('b')?.indukId).toBe('c');
  expect([...keturunan(pohon, 'c')].toSorted()).toEqual(['b', 'c']);
  expect([...cakupan(pohon, 'c')].toSorted()).toEqual(['a', 'b', 'c']);
});

it('unit yang masih punya anak aktif tidak dapat dinonaktifkan', () => {
  const pohon = susunPohon([unit('a'), unit('b', 'a')]);
  expect(masalahNonaktif(pohon, 'a')).toBe('masih-punya-anak');
  expect(masalahNonaktif(ubah(pohon, 'b', { berakhir: '2026-01-01' }), 'a')).toBeNull();
});
