import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { berkasContoh } from '../../src/paket/contoh';
import { bacaPaket } from '../../src/paket/paket.baca';
import { semuaKegiatan, type Prioritas, type Rencana } from '../../src/rtl/rtl.rules';
import { kodePeriode } from '../../src/shared/periode';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { daftarGalat, type Balasan } from '../support/organisasi';
import { eksporUji, harusLanjut, imporUji, isianFormulir, ketikKegiatan, PerambanRencana } from '../support/rencana';

/*
 * The four example plans, entered by form from nothing but survey and units: what comes out is the paket that came in. KASN merges two
 * unsur in one priority and has two that are none; KPU ties U5 and U6 and has neither schedule nor PJ; Kanreg X names a survey for each
 * kegiatan; BKN has programs and months. Priorities and periods are those that the forms take and offer.
 */

jest.setTimeout(120_000);
let uji: AplikasiUji;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
});

afterAll(() => uji.tutup());

const contoh = berkasContoh().map(({ jalur }) => ({
  nama: basename(jalur),
  mentah: JSON.parse(readFileSync(jalur, 'utf8')) as object,
}));

const ALASAN = 'Satu proses bisnis layanan';

const ketikPrioritas = ({ judul, program, unsur, alasan }: Prioritas): Record<string, string> => ({
  ...Object.fromEntries(unsur.map((u, i) => [`unsur.${i + 1}`, u])),
  ...{ judul, program: program ?? '', alasan: alasan ?? '', asal: unsur.length > 0 ? 'unsur' : 'bebas' },
});

async function idPrioritas(rencana: string, no: number): Promise<string> {
  const [baris] = await uji.sumber.query<{ id: string }[]>(
    'SELECT p.id FROM prioritas p JOIN rencana r ON r.id = p.rencana_id WHERE r.kode = $1 AND p.no = $2',
    [rencana, no],
  );
  return baris?.id ?? '';
}

/** As a person would: only periods that the form offers, after asking for the next year as often as it takes. */
async function isiKegiatan(koordinator: PerambanRencana, r: Rencana, ketikan: Record<string, string>): Promise<Balasan> {
  const alamat = `rencana/${r.kode}/kegiatan-baru`;
  const jadwal = Object.keys(ketikan).filter((nama) => nama.startsWith('jadwal_'));
  let { isi } = await koordinator.buka(alamat);
  for (let kali = 0; kali < 3 && jadwal.some((nama) => !isi.includes(`name="${nama}"`)); kali++)
    ({ isi } = await koordinator.kirim(alamat, { ...isianFormulir(isi), tambah: 'tahun' }));
  expect(jadwal.filter((nama) => !isi.includes(`name="${nama}"`))).toEqual([]);
  return koordinator.kirim(alamat, ketikan);
}

test.each(contoh)('$nama: rencana yang diisi lewat formulir keluar sama', async ({ mentah }) => {
  const asli = bacaPaket(Buffer.from(JSON.stringify(mentah)));
  const { instansi } = asli;
  const daftar = asli.rencana ?? [];
  const diminta: number[] = [];
  const { rencana, realisasi, laporan, ...tanpaRencana } = mentah as Record<string, unknown>;
  await imporUji(uji, tanpaRencana);
  const koordinator = await PerambanRencana.buat(uji, instansi.kode, 'koordinator', 'Koordinator');
  const pimpinan = await PerambanRencana.buat(uji, instansi.kode, 'pimpinan', 'Pimpinan');
  const unit = (asli.unit ?? [])[0]?.kode ?? '';
  for (const r of daftar) {
    const kepala = { kode: r.kode, judul: r.judul, survei: r.survei ?? '', satuanJadwal: r.satuanJadwal, asal: '' };
    harusLanjut(await koordinator.kirim('rencana-baru', { ...kepala, periode: r.periode ? kodePeriode(r.periode) : '' }));
    const kelompok = new Set(
      semuaKegiatan(r).flatMap((k) => k.penanggungJawab.flatMap((p) => ('kelompok' in p ? [p.kelompok] : []))),
    );
    for (const nama of kelompok) await koordinator.kirim('kelompok-unit/baru', { nama, unit_1: unit });
    for (const p of r.prioritas) {
      const jawaban = await koordinator.kirim(`rencana/${r.kode}/prioritas-baru`, ketikPrioritas(p));
      if (daftarGalat(jawaban.isi).every(([medan]) => medan === 'alasan') && jawaban.status === 422) {
        diminta.push(p.no);
        harusLanjut(await koordinator.kirim(`rencana/${r.kode}/prioritas-baru`, ketikPrioritas({ ...p, alasan: ALASAN })));
      } else harusLanjut(jawaban);
      const id = await idPrioritas(r.kode, p.no);
      for (const k of p.kegiatan) harusLanjut(await isiKegiatan(koordinator, r, ketikKegiatan(k, id, r.satuanJadwal)));
    }
    harusLanjut(await koordinator.langkah(r.kode, 'ajukan'));
    harusLanjut(await pimpinan.langkah(r.kode, 'tetapkan'));
  }
  // KASN's document merges U3 with U5 and takes U7 without saying why; the form asks, and this alone is more than the paket says.
  expect(diminta).toEqual(instansi.kode === 'KASN' ? [2, 3] : []);
  const beralasan = daftar.map((r) => ({
    ...r,
    prioritas: r.prioritas.map((p) => (diminta.includes(p.no) ? { ...p, alasan: ALASAN } : p)),
  }));
  expect((await eksporUji(uji, instansi.kode)).rencana).toEqual(beralasan);
});
