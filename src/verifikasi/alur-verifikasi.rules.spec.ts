import type { StatusPelaksanaan } from '../progres/progres.rules';
import {
  ALUR_VERIFIKASI,
  langkahTerbuka,
  langkahVerifikasi,
  type PihakVerifikasi,
  type TindakanVerifikasi,
} from './alur-verifikasi.rules';

const STATUS = [null, 'draf', 'diajukan', 'dikembalikan', 'terverifikasi', 'bukti_tidak_memadai'] as const;
const PIHAK: PihakVerifikasi[] = ['unit', 'pemeriksa', 'pimpinan'];
const KLAIM: (StatusPelaksanaan | undefined)[] = [undefined, 'belum', 'sebagian', 'sudah', 'tidak_dapat'];
const TINDAKAN = [...new Set(ALUR_VERIFIKASI.map((l) => l.tindakan))];
const orang = {
  pelaku: 'pemeriksa',
  pelapor: ['pelapor'],
  alasan: 'foto tidak terbaca',
  oleh: 'pemeriksa',
  klaim: 'sudah',
} as const;

/** Written out by hand: what each side may do in each state, for a claim that is not tidak_dapat and for one that is. */
const BOLEH: Record<PihakVerifikasi, Record<string, readonly [lain: TindakanVerifikasi[], tidakDapat: TindakanVerifikasi[]]>> = {
  unit: {
    null: [['simpan'], ['simpan']],
    draf: [
      ['simpan', 'ajukan'],
      ['simpan', 'ajukan'],
    ],
    diajukan: [[], []],
    dikembalikan: [
      ['simpan', 'ajukan'],
      ['simpan', 'ajukan'],
    ],
    terverifikasi: [[], []],
    bukti_tidak_memadai: [
      ['simpan', 'ajukan'],
      ['simpan', 'ajukan'],
    ],
  },
  pemeriksa: {
    null: [[], []],
    draf: [[], []],
    diajukan: [['kembalikan', 'verifikasi', 'nyatakanTidakMemadai'], []],
    dikembalikan: [[], []],
    terverifikasi: [['cabut'], []],
    bukti_tidak_memadai: [[], []],
  },
  pimpinan: {
    null: [[], []],
    draf: [[], []],
    diajukan: [[], ['setujuiTidakDapat', 'tolakTidakDapat']],
    dikembalikan: [[], []],
    terverifikasi: [[], ['cabut']],
    bukti_tidak_memadai: [[], []],
  },
};

it('setiap keadaan × tindakan × pihak × klaim: yang di luar tabel ditolak', () => {
  for (const status of STATUS)
    for (const oleh of PIHAK)
      for (const klaim of KLAIM) {
        const boleh = BOLEH[oleh][String(status)]?.[klaim === 'tidak_dapat' ? 1 : 0] ?? [];
        expect(langkahTerbuka(status, oleh, klaim).map((l) => l.tindakan)).toEqual(boleh);
        for (const tindakan of TINDAKAN)
          expect('ke' in langkahVerifikasi(status, tindakan, { ...orang, oleh, klaim })).toBe(boleh.includes(tindakan));
      }
});

it('dikembalikan, diajukan lagi, terverifikasi, lalu dicabut', () => {
  expect(langkahVerifikasi('diajukan', 'kembalikan', orang)).toEqual({ ke: 'dikembalikan' });
  expect(langkahVerifikasi('dikembalikan', 'ajukan', { ...orang, pelaku: 'pelapor', oleh: 'unit' })).toEqual({ ke: 'diajukan' });
  expect(langkahVerifikasi('diajukan', 'verifikasi', orang)).toEqual({ ke: 'terverifikasi' });
  expect(langkahVerifikasi('terverifikasi', 'cabut', orang)).toEqual({ ke: 'diajukan' });
});

it('tidak seorang pun memeriksa laporannya sendiri, pimpinan pun tidak', () => {
  for (const { dari, tindakan, oleh, klaim } of ALUR_VERIFIKASI.filter((l) => l.oleh !== 'unit')) {
    const sendiri = { ...orang, oleh, klaim: klaim === 'tidak_dapat' ? ('tidak_dapat' as const) : ('sudah' as const) };
    expect(langkahVerifikasi(dari, tindakan, { ...sendiri, pelaku: 'pelapor' })).toMatchObject({ sebab: 'sendiri' });
  }
});

it('mengembalikan, menolak, dan mencabut perlu alasan; memverifikasi tidak', () => {
  for (const { dari, tindakan, oleh, klaim, perluAlasan } of ALUR_VERIFIKASI.filter((l) => l.oleh !== 'unit')) {
    const tanpa = {
      pelaku: 'x',
      pelapor: [],
      oleh,
      klaim: klaim === 'tidak_dapat' ? ('tidak_dapat' as const) : ('sudah' as const),
    };
    for (const alasan of [undefined, ' '])
      expect('ke' in langkahVerifikasi(dari, tindakan, { ...tanpa, alasan })).toBe(!perluAlasan);
  }
});
