import type { Paket } from '../../src/paket/paket';
import type { PenanggungJawab, Rencana } from '../../src/rtl/rtl.rules';
import { periode, namaPeriode } from '../../src/shared/periode';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { PerambanBuku, paketContoh, suntingBuku } from '../support/buku-rencana';

/** The plans of the four documents, entered as tables and as workbooks, are those of their pakets. */
let uji: AplikasiUji;
beforeAll(async () => {
  uji = await jalankanAplikasiUji();
});
afterAll(() => uji.tutup());

const draf = (paket: Paket): Rencana => ({ ...(paket.rencana?.[0] as Rencana), status: 'draf' });

const nama = (paket: Paket, p: PenanggungJawab): string => {
  if ('kelompok' in p) return p.kelompok;
  const unit = paket.unit?.find((u) => u.kode === p.unit);
  return unit?.singkatan ?? unit?.nama ?? p.unit;
};
const BULAN = ['', 'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus'];

/** KASN: merged cells leave blanks, the year stands once over four columns. */
function tabelKasn(paket: Paket): string[][] {
  const rencana = draf(paket);
  const tw = [1, 2, 3, 4].map((n) => `2024-TW${n}`);
  return [
    ['No.', 'Prioritas Unsur', 'Program/ Kegiatan', '2024', '', '', '', 'Penanggung Jawab', 'Kode', 'Unsur', 'Alasan'],
    ['', '', '', 'TW I', 'TW II', 'TW III', 'TW IV', '', '', '', ''],
    ...rencana.prioritas.flatMap((p) =>
      p.kegiatan.map((k, i) => [
        i === 0 ? `${p.no}` : '',
        i === 0 ? p.judul : '',
        k.uraian.replace('support', '<i>support</i>'),
        ...tw.map((t) => (k.jadwal.includes(t) ? '√' : '')),
        k.penanggungJawab.map((j) => nama(paket, j)).join(', '),
        k.kode,
        p.unsur.join(', '),
        p.alasan ?? '',
      ]),
    ),
  ];
}

function tabelKpu(paket: Paket): string[][] {
  return [
    ['No', 'Prioritas Unsur', 'Program/ Kegiatan', 'Waktu', '', '', '', '', 'Kode'],
    ['', '', '', '1', '2', '3', '4', '5', ''],
    ...draf(paket).prioritas.flatMap((p) =>
      p.kegiatan.map((k, i) => [i === 0 ? `${p.no}` : '', i === 0 ? p.judul : '', k.uraian, '', '', '', '', '', k.kode]),
    ),
  ];
}

/** Kanreg X: the units are the prioritas, times are in words, and half of the columns belong to the realisation. */
function tabelKanreg(paket: Paket): string[][] {
  return [
    ['No.', 'Unit Kerja', 'Waktu Survey', 'Rencana Aksi Tindak Lanjut', 'Progress Tindak Lanjut', 'Waktu Tindak Lanjut', 'Kecepatan Tindak Lanjut', 'Kendala', 'Kode', 'Alasan'], // prettier-ignore
    ...draf(paket).prioritas.flatMap((p) =>
      p.kegiatan.map((k, i) => {
        const [awal, akhir] = [k.jadwal[0] ?? '', k.jadwal.at(-1) ?? ''].map((j) => BULAN[Number(j.slice(5))] ?? '');
        const survei = `${BULAN[Number((k.survei ?? '').slice(-2))] ?? ''} 2023`;
        const waktu = awal === akhir ? `${awal ?? ''} 2023` : `${awal ?? ''}-${akhir ?? ''} 2023`;
        return [i === 0 ? `${p.no}.` : '', i === 0 ? p.judul : '', survei, k.uraian, 'Telah dilaksanakan', waktu, '1 bulan', '-', k.kode, p.alasan ?? '']; // prettier-ignore
      }),
    ),
  ];
}

/** BKN: program, kegiatan and detail, with the months as numbers. */
function tabelBkn(paket: Paket): string[][] {
  let program = '';
  return [
    ['Program', 'Kegiatan', 'Detail', 'Bulan ke-', 'PJ', 'Kode', 'Alasan'],
    ...draf(paket).prioritas.flatMap((p) =>
      p.kegiatan.map((k, i) => {
        const sel = p.program === program ? '' : (p.program ?? '');
        program = p.program ?? '';
        const bulan = k.jadwal.length === 12 ? '1-12' : k.jadwal.map((j) => Number(j.slice(5))).join(', ');
        return [sel, i === 0 ? p.judul : '', k.uraian, bulan, k.penanggungJawab.map((j) => nama(paket, j)).join(', '), k.kode, p.alasan ?? '']; // prettier-ignore
      }),
    ),
  ];
}

const DOKUMEN = [
  { berkas: 'kasn', tabel: tabelKasn },
  { berkas: 'kpu', tabel: tabelKpu },
  { berkas: 'kanreg', tabel: tabelKanreg },
  { berkas: 'bkn-pokja', tabel: tabelBkn },
] as const;

describe.each(DOKUMEN)('rencana $berkas', ({ berkas, tabel }) => {
  const paket = paketContoh(berkas);
  const jumlah = draf(paket).prioritas.flatMap((p) => p.kegiatan).length;

  it('ditempel dalam bentuk tabel dokumennya sendiri; ditempel lagi tidak mengubah apa pun', async () => {
    const w = await PerambanBuku.siapkan(uji, paket, `${berkas}-tempel`);
    const hasil = await w.hasil(await w.tempel(tabel(paket)));
    expect([hasil.jumlah, hasil.masalah]).toEqual([{ baru: jumlah }, []]);
    expect((await w.ekspor()).prioritas).toEqual([]);
    expect((await w.terapkan(hasil)).status).toBe(303);
    expect(await w.ekspor()).toEqual(draf(paket));
    const lagi = await w.hasil(await w.tempel(tabel(paket)));
    expect(lagi.jumlah).toEqual({ tetap: jumlah });
    expect(lagi.isi).toContain('tidak ada yang perlu diterapkan');
  });

  it('diisi dalam buku kerja; diunggah dua kali sama dengan sekali', async () => {
    const w = await PerambanBuku.siapkan(uji, paket, `${berkas}-buku`);
    const rencana = draf(paket);
    const bita = await suntingBuku(
      await w.unduh(),
      (baris, kolom) => {
        const isi = rencana.prioritas.flatMap((p) => p.kegiatan.map((k) => ({ p, k })));
        for (const [i, { p, k }] of isi.entries()) {
          const sel = (baris[2 + i] ??= []);
          const [utama, ...pendukung] = k.penanggungJawab.map((j) => nama(paket, j));
          const taruh = (judul: string, teks: string) => (sel[kolom(judul)] = teks);
          taruh('Kode', k.kode);
          taruh('Prioritas', p.judul);
          taruh('Kegiatan', k.uraian);
          taruh('PJ utama', utama ?? '');
          taruh('PJ pendukung', pendukung.join('; '));
          taruh('Survei pemicu', k.survei ?? '');
          for (const [n, j] of k.jadwal.entries()) taruh(judulKolom(j), ['√', 'v', 'X', '✓', '1', 'ya'][n % 6] ?? '√');
        }
        return baris.map((b) => Array.from(b, (s: string | undefined) => s ?? ''));
      },
      (l) => {
        const ada = l.baris.map((b) => [...b]);
        if (l.nama !== 'Prioritas') return ada;
        const baru = rencana.prioritas.map((p) => ['', p.judul, p.unsur.join(', '), p.program ?? '', p.alasan ?? '']);
        return [ada[0] ?? [], ...baru];
      },
    );
    const hasil = await w.hasil(await w.unggah(bita));
    expect([hasil.jumlah, hasil.masalah]).toEqual([{ baru: jumlah }, []]);
    expect((await w.terapkan(hasil)).status).toBe(303);
    expect(await w.ekspor()).toEqual(rencana);
    expect((await w.terapkan(hasil)).status).toBe(303);
    const lagi = await w.hasil(await w.unggah(bita));
    expect(lagi.jumlah).toEqual({ tetap: jumlah });
    expect((await w.hasil(await w.unggah(await w.unduh()))).jumlah).toEqual({ tetap: jumlah });
    expect(await w.ekspor()).toEqual(rencana);
  });
});

const judulKolom = (kode: string): string => namaPeriode(periode(kode)).replace(/^(\p{L}{3})\p{L}* (\d{4})$/u, '$1 $2');

describe('tabel seperti tercetak, tanpa kolom tambahan', () => {
  it('KASN: unsur dikenali dari judul prioritas; PJ yang meragukan ditanyakan di selnya', async () => {
    const w = await PerambanBuku.siapkan(uji, paketContoh('kasn'), 'kasn-cetak');
    const hasil = await w.hasil(
      await w.tempel([
        ['No.', 'Prioritas Unsur', 'Program/ Kegiatan', '2024', '', '', '', 'Penanggung Jawab'],
        ['', '', '', 'TW I', 'TW II', 'TW III', 'TW IV', ''],
        ['2', 'Waktu Pelayanan dan Produk Spesifikasi Jenis Pelayanan', 'Penyederhanaan Proses Bisnis', '√', '√', '√', '', 'Bagian Perencanaan dan Organisasi dan Pokja Terkait'], // prettier-ignore
        ['', '', 'Melakukan monitoring', '√', '√', '√', '√', 'Pokja NKKNet, Pokja JPT, Bagian Hukermas'],
        ['', '', '', '', '', '', '', ''],
        ['No.', 'Prioritas Unsur', 'Program/ Kegiatan', '2024', '', '', '', 'Penanggung Jawab'],
        ['', '', '', 'TW I', 'TW II', 'TW III', 'TW IV', ''],
        ['4', 'Kanal Pengaduan KASN', 'Penambahan kanal', '', 'mungkin', '√', '', 'Bagian Hukemas, seluruh Pokja'],
      ]),
    );
    expect(hasil.jumlah).toEqual({ baru: 1, ditolak: 2 });
    expect(hasil.isi).toContain('unsur U3, U5');
    expect(hasil.masalah).toEqual([
      ['H4', '"Pokja JPT" dapat berarti JPT1 – Kelompok Kerja Pengawasan Bidang Pengisian Jabatan Pimpinan Tinggi Wilayah I, atau JPT2 – Kelompok Kerja Pengawasan Bidang Pengisian Jabatan Pimpinan Tinggi Wilayah II; tulis yang dimaksud'], // prettier-ignore
      ['E8', '"mungkin" bukan centang; isi √ atau kosongkan'],
      ['H8', '"Bagian Hukemas" bukan unit atau kelompok instansi ini; barangkali HUKERMAS – Bagian Hukum, Kerja Sama, dan Hubungan Masyarakat'], // prettier-ignore
    ]);
  });
});
