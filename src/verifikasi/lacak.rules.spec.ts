import { hariKerja, lacak, type BahanLacak } from './lacak.rules';

const dasar: BahanLacak = {
  ditetapkan: '2024-01-12',
  keadaan: null,
  klaim: undefined,
  sejak: null,
  diajukan: null,
  diputus: null,
  jendela: { keadaan: 'terbuka', mulai: '2024-04-01', batas: '2024-05-14' },
  pelapor: 'Bagian Perencanaan',
  pemeriksa: 'koordinator atau inspektur',
  hariIni: '2024-05-08',
};
const ringkas = (b: Partial<BahanLacak>) => lacak({ ...dasar, ...b }).map((l) => `${l.tahap} ${l.letak}`);
const kini = (b: Partial<BahanLacak>) => lacak({ ...dasar, ...b }).find((l) => l.letak === 'kini');

it('belum melapor: unit memegangnya sejak dibuka, sampai batasnya', () => {
  expect(ringkas({})).toEqual(['direncanakan lewat', 'dilaporkan kini', 'diperiksa esok', 'terverifikasi esok', 'dikunci esok']);
  expect(kini({})).toMatchObject({
    dipegang: { oleh: 'Bagian Perencanaan', sejak: '2024-04-01' },
    nanti: { apa: 'batas', pada: '2024-05-14' },
  });
});

it('belum dibuka: tidak ada yang memegangnya', () => {
  const jendela = { keadaan: 'belum_dibuka', mulai: '2024-07-01', batas: null } as const;
  expect(kini({ jendela })).toMatchObject({ dipegang: null, nanti: { apa: 'dibuka', pada: '2024-07-01' } });
});

it('diajukan: pemeriksa memegangnya sejak hari itu', () => {
  const diajukan = { keadaan: 'diajukan', sejak: '2024-05-07', diajukan: '2024-05-07' } as const;
  expect(ringkas(diajukan)).toEqual([
    'direncanakan lewat',
    'dilaporkan lewat',
    'diperiksa kini',
    'terverifikasi esok',
    'dikunci esok',
  ]);
  expect(kini(diajukan)?.dipegang).toEqual({ oleh: 'koordinator atau inspektur', sejak: '2024-05-07', hariKerja: 1 });
});

it('dikembalikan dan bukti tidak memadai: kembali kepada unit, dengan langkahnya sendiri', () => {
  for (const keadaan of ['dikembalikan', 'bukti_tidak_memadai'] as const) {
    const b = { keadaan, sejak: '2024-05-07', diajukan: '2024-05-03', diputus: '2024-05-07' };
    expect(ringkas(b)).toEqual(['direncanakan lewat', 'dilaporkan lewat', 'diperiksa lewat', 'dikembalikan kini', 'terverifikasi esok', 'dikunci esok']); // prettier-ignore
    expect(kini(b)).toMatchObject({ dipegang: { oleh: 'Bagian Perencanaan' }, nanti: { apa: 'batas', pada: '2024-05-14' } });
  }
});

it('terverifikasi: tidak menunggu siapa pun; dikunci bila periodenya ditutup', () => {
  const selesai = { keadaan: 'terverifikasi', sejak: '2024-05-07', diajukan: '2024-05-03', diputus: '2024-05-07' } as const;
  expect(kini(selesai)).toMatchObject({ tahap: 'terverifikasi', dipegang: null });
  const jendela = { keadaan: 'terkunci', mulai: null, batas: '2024-05-14' } as const;
  expect(kini({ ...selesai, jendela })).toMatchObject({ tahap: 'dikunci', dipegang: null });
});

it('yang menunggak tetap di tempatnya sesudah periodenya dikunci', () => {
  const jendela = { keadaan: 'terkunci', mulai: null, batas: '2024-05-14' } as const;
  expect(ringkas({ jendela }).slice(1)).toEqual(['dilaporkan kini', 'diperiksa esok', 'terverifikasi esok', 'dikunci lewat']);
});

it('hari kerja: Jumat ke Senin satu hari, sepekan lima', () => {
  expect(hariKerja('2024-05-07', '2024-05-07')).toBe(0);
  expect(hariKerja('2024-05-07', '2024-05-08')).toBe(1);
  expect(hariKerja('2024-05-03', '2024-05-06')).toBe(1);
  expect(hariKerja('2024-05-03', '2024-05-05')).toBe(0);
  expect(hariKerja('2024-05-01', '2024-05-08')).toBe(5);
  expect(hariKerja('2024-05-03', '2024-05-20')).toBe(11);
  expect(hariKerja('2024-05-08', '2024-05-01')).toBe(0);
});
