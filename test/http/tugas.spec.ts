import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { LaporUji, triwulanUji, KEGIATAN_LAPOR, type PerambanLapor } from '../support/lapor';

let uji: AplikasiUji;
let lapor: LaporUji;
let pelapor: PerambanLapor;
let hukum: PerambanLapor;
let koordinator: PerambanLapor;
let pimpinan: PerambanLapor;
let inspektur: PerambanLapor;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  pelapor = await lapor.orang('pelapor', 'Rina Wati', 'PEREN');
  hukum = await lapor.orang('penanggung_jawab', 'Hasan Basri', 'HUKUM');
  koordinator = await lapor.orang('koordinator', 'Koordinator Satu');
  pimpinan = await lapor.orang('pimpinan', 'Pimpinan Satu');
  inspektur = await lapor.orang('inspektur', 'Inspektur Satu');
});
afterAll(() => uji.tutup());

const { sendiri, bersama, kelompok, tanpaPj } = KEGIATAN_LAPOR;

interface HalamanTugas {
  readonly status: number;
  readonly html: string;
  /** chips with their numbers, in their order */
  readonly chip: Readonly<Record<string, number>>;
  readonly alamatChip: Readonly<Record<string, string>>;
  /** badge, kode of the kegiatan and verb of every row */
  readonly baris: readonly { readonly tanda: string; readonly judul: string; readonly kerja: string; readonly tautan: string }[];
  readonly nav: Readonly<Record<string, number>>;
}

const polos = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim(); // prettier-ignore

async function buka(orang: PerambanLapor, kueri = ''): Promise<HalamanTugas> {
  const { status, isi } = await orang.buka(`/instansi/LAPOR/tugas${kueri}`);
  const chip = [...isi.matchAll(/<a class="ina-chip" href="([^"]+)"[^>]*>([^<]+) <b>([\d.]+)<\/b>/g)];
  const daftar = /<ol class="ina-tugas"[\s\S]*?<\/ol>/.exec(isi)?.[0] ?? '';
  return {
    status,
    html: isi,
    chip: Object.fromEntries(chip.map(([, , teks = '', n]) => [teks, Number(n)])),
    alamatChip: Object.fromEntries(chip.map(([, alamat = '', teks = '']) => [teks, alamat.replaceAll('&amp;', '&')])),
    baris: daftar.split('<li>').slice(1).map((li) => ({
      tanda: polos(/ina-badge[^>]*>([\s\S]*?)<\/span>/.exec(li)?.[1] ?? ''),
      judul: polos(/<h3>([\s\S]*?)<\/h3>/.exec(li)?.[1] ?? ''),
      tautan: /<h3><a href="([^"]+)"/.exec(li)?.[1] ?? '',
      kerja: polos(/ina-button[^>]*>([^<]+)/.exec(li)?.[1] ?? ''),
    })), // prettier-ignore
    nav: Object.fromEntries(
      [...isi.matchAll(/<span>([^<]+)<\/span> <b class="ina-hitung">(\d+)/g)].map(([, teks = '', n]) => [teks, Number(n)]),
    ),
  };
}

/** Every chip leads to as many rows as it says, and so does the number in the navigation. */
async function cocok(orang: PerambanLapor, kueri = ''): Promise<HalamanTugas> {
  const semua = await buka(orang, kueri);
  expect(semua.status).toBe(200);
  expect(semua.baris).toHaveLength(semua.chip['Semua'] ?? 0);
  expect(semua.nav['Tugas saya'] ?? 0).toBe(semua.baris.length);
  for (const [nama, alamat] of Object.entries(semua.alamatChip)) {
    const { baris } = await buka(orang, alamat.slice(alamat.indexOf('?')));
    if (nama !== 'Semua') expect({ nama, n: baris.length }).toEqual({ nama, n: semua.chip[nama] });
  }
  return semua;
}

const ringkas = (h: HalamanTugas) => h.baris.map((b) => `${b.tanda} | ${b.judul.split(' ')[0]} | ${b.kerja}`);

test('after signing in, a unit and the coordinator begin with what is owed, the others with the agency', async () => {
  for (const orang of [pelapor, hukum, koordinator]) expect((await orang.buka('/')).ke).toBe('/instansi/LAPOR/tugas');
  for (const orang of [pimpinan, inspektur]) expect((await orang.buka('/')).ke).toBe('/instansi/LAPOR');
});

test('a unit owes what is open, as utama, in a kelompok and as pendukung; the coordinator what has no unit', async () => {
  const milik = await cocok(pelapor);
  expect(ringkas(milik)).toEqual([
    `Perlu dilaporkan | ${sendiri} | Laporkan`,
    `Perlu dilaporkan | ${bersama} | Laporkan`,
    `Perlu dilaporkan | ${kelompok} | Laporkan`,
  ]);
  expect(ringkas(await cocok(hukum))).toEqual([
    `Perlu dilaporkan | ${bersama} | Isi bagian`,
    `Perlu dilaporkan | ${kelompok} | Laporkan`,
  ]);
  expect(ringkas(await cocok(koordinator))).toEqual([`Perlu dilaporkan | ${tanpaPj} | Laporkan`]);
  const { status } = await pelapor.buka(milik.baris[0]?.tautan ?? '');
  expect(status).toBe(200);
});
