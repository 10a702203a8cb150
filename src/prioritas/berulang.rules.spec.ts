import type { Periode } from '../shared/periode';
import type { Survei } from '../survei/survei.rules';
import type { Rencana } from '../rtl/rtl.rules';
import { kalimatBerulang, surveiSebanding, tindakLanjutLalu, unsurBerulang } from './berulang.rules';

const survei = (kode: string, periode: Periode, ubah: Partial<Survei> = {}): Survei => ({
  kode,
  judul: kode,
  instrumen: 'I',
  periode,
  tingkat: 'nilai',
  unsur: [{ unsur: 'U1', nilai: 80 }],
  ...ubah,
});
const tahun = (t: number): Periode => ({ jenis: 'tahun', tahun: t });

describe('survei yang sebanding', () => {
  const kini = survei('2024', tahun(2024));

  it('instrumen dan jenis periode yang sama, bernilai per unsur, paling banyak tiga, yang terbaru lebih dahulu', () => {
    const daftar = [
      ...[2020, 2021, 2022, 2023, 2024, 2025].map((t) => survei(String(t), tahun(t))),
      survei('bulanan', { jenis: 'bulan', tahun: 2023, ke: 12 }),
      survei('instrumen lain', tahun(2023), { instrumen: 'LAIN' }),
    ];
    expect(surveiSebanding(daftar, kini).map((s) => s.kode)).toEqual(['2024', '2023', '2022']);
  });

  it('yang hanya angka terbit tidak dapat dibandingkan', () => {
    const terbit = survei('2023', tahun(2023), { tingkat: 'terbit', unsur: [] });
    expect(surveiSebanding([terbit, survei('2022', tahun(2022)), kini], kini).map((s) => s.kode)).toEqual(['2024', '2022']);
  });

  it('satu periode dihitung sekali', () => {
    const daftar = [survei('a', tahun(2023)), survei('b', tahun(2023)), survei('c', tahun(2022)), kini];
    expect(surveiSebanding(daftar, kini).map((s) => s.kode)).toEqual(['2024', 'a', 'c']);
  });
});

describe('unsur yang berulang', () => {
  const s = (kode: string, ...terendah: string[]) => ({
    survei: survei(kode, tahun(Number(kode))),
    terendah: new Set(terendah),
  });

  it('dihitung dari yang terendah sekarang', () => {
    const hasil = unsurBerulang([s('2024', 'U9', 'U3', 'U5'), s('2023', 'U9', 'U7'), s('2022', 'U9', 'U3', 'U7')]);
    expect([...hasil.values()]).toEqual([
      { unsur: 'U9', kali: 3, dari: 3, sebelumnya: ['2023', '2022'] },
      { unsur: 'U3', kali: 2, dari: 3, sebelumnya: ['2022'] },
    ]);
    expect([...hasil.values()].map(kalimatBerulang)).toEqual([
      'Unsur terendah dalam 3 periode terakhir',
      'Unsur terendah dalam 2 dari 3 periode terakhir',
    ]);
  });

  it('satu survei saja tidak mengulang apa pun', () => expect(unsurBerulang([s('2024', 'U9')]).size).toBe(0));
  it('tanpa survei tidak ada', () => expect(unsurBerulang([]).size).toBe(0));

  it('menyebut yang dikerjakan waktu itu, atau bahwa unsurnya dilewati', () => {
    const rencana = (kode: string, milik: string, unsur: string[], dilewati?: Rencana['dilewati']): Rencana => ({
      kode,
      judul: kode,
      survei: milik,
      satuanJadwal: 'triwulan',
      status: 'ditetapkan',
      prioritas: [{ no: 1, judul: 'P', unsur, kegiatan: [] }],
      ...(dilewati ? { dilewati } : {}),
    });
    const semua = [
      rencana('R22', '2022', ['U1'], [{ unsur: 'U9', alasan: 'Gedung disewa' }]),
      rencana('R23', '2023', ['U9', 'U3']),
      rencana('R21', '2021', ['U9']),
    ];
    const lalu = tindakLanjutLalu({ unsur: 'U9', kali: 3, dari: 3, sebelumnya: ['2023', '2022'] }, semua);
    expect(lalu.map((l) => [l.rencana.kode, l.prioritas.length, l.alasanDilewati])).toEqual([
      ['R23', 1, null],
      ['R22', 0, 'Gedung disewa'],
    ]);
  });
});
