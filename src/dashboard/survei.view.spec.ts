import { INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { hitungSurvei } from '../survei/skor.rules';
import type { DataUnsur, Survei } from '../survei/survei.rules';
import { surveiSebelumnya } from './survei.view';
import { trenSurvei } from './tren.view';
import { daftarUnit } from './unit.view';
import { bacaUrutan, tabelUnsur, type UrutanUnsur } from './unsur.view';

const instrumen = INSTRUMEN_BAWAAN[0] as Instrumen;
const survei = (tahun: number, isi: Partial<Survei> = {}): Survei => ({
  kode: `S-${tahun}`,
  judul: `Survei ${tahun}`,
  instrumen: instrumen.kode,
  periode: { jenis: 'tahun', tahun },
  tingkat: 'nrr',
  unsur: [],
  ...isi,
});
const BAHAN_TREN = { kodeInstansi: 'X', instrumen: INSTRUMEN_BAWAAN, unit: [], waktu: {} };
const nrr = (...nilai: number[]): DataUnsur[] => nilai.map((n, i) => ({ unsur: `U${i + 1}`, nrr: n }));

function tabel(s: Survei, urut: UrutanUnsur = 'nilai', jumlahPrioritas = 3) {
  const hasil = tabelUnsur({
    survei: s,
    instrumen,
    hasil: hitungSurvei(s, instrumen),
    sebelumnya: null,
    jumlahPrioritas,
    urut,
    alamat: '/s',
    waktu: {},
  });
  return { hasil, kode: hasil?.kelompok.map((k) => k.baris.map((b) => b.kode)) };
}

describe('tabel unsur', () => {
  const kpu = survei(2024, { unsur: nrr(3.53, 3.51, 3.4, 3.58, 3.43, 3.43, 3.51, 3.6, 3.38), urutanUnsur: ['U9', 'U1'] });

  it('menarik garis prioritas di bawah seri dan menandainya', () => {
    const { hasil, kode } = tabel(kpu);
    expect(kode?.[0]).toEqual(['U9', 'U3', 'U5', 'U6']);
    expect(hasil?.kelompok[0]?.catatan).toBe('3 nilai terendah; U5 = U6 seri di garis prioritas, semuanya diusulkan');
    expect(hasil?.kelompok[0]?.baris.filter((b) => b.seri).map((b) => `${b.peringkat} =`)).toEqual(['6 =', '6 =']);
  });

  it('mengurutkan menurut dokumen atau menurun, dengan bendera pada prioritas', () => {
    const { hasil, kode } = tabel(kpu, 'dokumen');
    expect(kode?.[0]?.slice(0, 3)).toEqual(['U9', 'U1', 'U2']);
    expect(hasil?.kelompok[0]?.baris.filter((b) => b.bendera).map((b) => b.kode)).toEqual(['U9', 'U3', 'U5', 'U6']);
    expect(tabel(kpu, '-nilai').kode?.[0]?.[0]).toBe('U8');
    expect(bacaUrutan('apa saja')).toBe('nilai');
  });

  it('menyebut unsur yang tidak ada datanya, dan tidak ada tabel tanpa data', () => {
    expect(tabel(survei(2024, { unsur: nrr(3, 3.5) })).hasil?.tanpaData).toContain('U9 Sarana dan Prasarana');
    expect(tabel(survei(2024)).hasil).toBeNull();
  });

  it('semua unsur seri: satu kelompok saja', () => {
    const { kode, hasil } = tabel(survei(2024, { unsur: nrr(3, 3, 3, 3, 3, 3, 3, 3, 3) }));
    expect(kode).toHaveLength(1);
    expect(hasil?.bagan.garisPrioritas).toBeNull();
  });
});

describe('tren', () => {
  it('memberi celah untuk periode tanpa nilai dan periode tanpa survei', () => {
    const daftar = [
      survei(2020, { terbit: { nilai: 80 } }),
      survei(2021, { terbit: { nrr: 3.49 } }),
      survei(2023, { terbit: { nilai: 85 } }),
      survei(2024, { unsur: nrr(3.6) }),
    ];
    const [tren] = trenSurvei(daftar, BAHAN_TREN);
    expect(tren?.uraian).toBe('2020: 80,00 B. 2021 NRR 3,49: tanpa nilai. 2022 –: tanpa nilai. 2023: 85,00 B. 2024: 90,00 A');
    expect(tren?.bagan?.garis).toHaveLength(1);
    expect(tren?.bagan?.kosong).toHaveLength(2);
  });

  it('tidak mencampur jenis periode, dan memutus garis tempat instrumen berganti', () => {
    const bulan = survei(2024, { kode: 'B', periode: { jenis: 'bulan', tahun: 2024, ke: 1 }, terbit: { nilai: 80 } });
    const lain = survei(2023, { instrumen: 'KEP-25-2004', terbit: { nilai: 80 } });
    const [tren, ...sisa] = trenSurvei([survei(2024, { terbit: { nilai: 80 } }), bulan, lain], BAHAN_TREN);
    expect(sisa).toEqual([]);
    expect(tren?.bagan?.garis).toEqual([]);
    expect(tren?.bagan?.putus).toHaveLength(1);
    expect(tren?.uraian).toBe('2023: 80,00 B. 2024: 80,00 B, instrumen berganti');
    expect(tren?.baris.map((b) => [b.periode, b.selisih, b.catatan])).toEqual([
      ['Tahun 2024', '–', `instrumen berganti menjadi ${instrumen.kode}`],
      ['Tahun 2023', '–', null],
    ]);
    expect(surveiSebelumnya([bulan, lain, survei(2022), survei(2023)], survei(2024))?.kode).toBe('S-2023');
  });
});

describe('unit', () => {
  it('menyusun pohon menurut induk dan menghitung kegiatannya; lingkaran tidak membuatnya berputar', () => {
    const unit = [
      { kode: 'B', nama: 'Bagian', jenis: 'bagian', induk: 'A' },
      { kode: 'A', nama: 'Biro', jenis: 'biro' },
      { kode: 'C', nama: 'C', jenis: 'x', induk: 'D' },
      { kode: 'D', nama: 'D', jenis: 'x', induk: 'C' },
    ];
    const kegiatan = {
      kode: '1',
      uraian: '',
      jadwal: [],
      penanggungJawab: [{ unit: 'B' }, { unit: 'A' }, { kelompok: 'semua' }],
    };
    const hasil = daftarUnit(unit, [kegiatan]);
    expect(hasil.map((u) => [u.kode, u.jalur, u.utama, u.pendukung])).toEqual([
      ['A', null, '0', '1'],
      ['B', 'Biro', '1', '0'],
      ['C', null, '0', '0'],
      ['D', 'C', '0', '0'],
    ]);
  });
});
