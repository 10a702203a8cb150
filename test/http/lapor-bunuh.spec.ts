import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as tunggu } from 'node:timers/promises';
import { KesesuaianBerkas } from '../../src/progres/bukti/objek/kesesuaian.service';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { pdf } from '../support/berkas-buruk';
import { KEGIATAN_LAPOR, LaporUji, type PerambanLapor } from '../support/lapor';
import { jalankan, type ProsesUji } from '../support/proses-uji';
import { fotoKe } from '../support/unggah';

/*
 * The real server as a process, over a real database and a real store, is killed without warning while people type and upload. What it
 * acknowledged is there afterwards, and the database and the store agree. The moments are drawn from a seed, which stands in the name of
 * the test: BENIH=… repeats them.
 */

const BENIH = Number(process.env['BENIH'] ?? Date.now() % 1_000_000);
/** Acknowledged saves and uploads, and deaths among them. */
const PERBUATAN = 200;
const KEMATIAN = 4;
/** Saves for one upload: what is quick waits for what is slow, so that death meets both. */
const SIMPAN_PER_UNGGAHAN = 1.5;

const folder = mkdtempSync(join(tmpdir(), 'tuntas-bunuh-'));
let uji: AplikasiUji;
let lapor: LaporUji;

beforeAll(async () => {
  process.env['TUNTAS_DATA'] = folder;
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  server.alamat = server.nyalakan();
  await server.alamat;
});

afterAll(async () => {
  selesai.gagal = true;
  await server.hentikan();
  await uji.tutup();
  delete process.env['TUNTAS_DATA'];
  rmSync(folder, { recursive: true, force: true });
});

/** Numbers from 0 to 1, the same for the same seed. */
function acakDari(benih: number): () => number {
  let a = benih;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const lingkungan = (): Record<string, string> => ({
  TUNTAS_DATA: folder,
  DATABASE_URL: (uji.sumber.options as { url: string }).url,
});

const server = {
  proses: null as ProsesUji | null,
  /** where it answers; pending while it is dead */
  alamat: new Promise<string>(() => undefined),
  nyalakan(): Promise<string> {
    this.proses = jalankan('start', [], { env: lingkungan() });
    return this.proses.siap();
  },
  async bunuh(): Promise<void> {
    await this.proses?.hentikan('SIGKILL');
  },
  async hentikan(): Promise<void> {
    if (this.proses?.proses.exitCode === null && this.proses.proses.signalCode === null) await this.proses.hentikan('SIGKILL');
  },
};

interface Jawaban {
  readonly status: number;
  readonly isi: Readonly<Record<string, unknown>>;
}

/** Null when the server died before it answered. */
async function minta(
  { orang }: PerambanLapor,
  cara: string,
  jalur: string,
  badan?: string | FormData | Uint8Array<ArrayBuffer> | URLSearchParams,
  kepala: Readonly<Record<string, string>> = {},
): Promise<Jawaban | null> {
  const alamat = await server.alamat;
  if (selesai.gagal) throw new Error('Yang lain gagal');
  try {
    const jawaban = await fetch(alamat + jalur, {
      method: cara,
      redirect: 'manual',
      headers: { accept: 'application/json', 'x-csrf-token': orang.csrf, ...orang.kepala, ...kepala },
      ...(badan === undefined ? {} : { body: badan }),
    });
    return { status: jawaban.status, isi: (await jawaban.json()) as Jawaban['isi'] };
  } catch {
    // Not before it is gone, or the next request would find it dying.
    await tunggu(20);
    return null;
  }
}

/** As the script of the form: the same value again until it is acknowledged. */
const diakui = {
  jumlah: 0,
  penyimpanan: 0,
  /** by kegiatan and field */
  isian: new Map<string, string>(),
  /** sent, and not yet answered */
  dikirim: new Map<string, string>(),
  unggahan: [] as { kegiatan: string; bukti: string | null; sidik: string }[],
};
/** Also when one of them failed: nobody waits for a server that does not come back. */
const selesai = { gagal: false };
const habis = (): boolean => selesai.gagal || diakui.jumlah >= PERBUATAN;

async function penulis(orang: PerambanLapor, kegiatan: string, acak: () => number): Promise<void> {
  const medan = ['deskripsi', 'hambatan', 'tindakLanjutBerikut'] as const;
  const versi = new Map<string, number>();
  for (let ke = 0; !habis(); ke += 1) {
    if (diakui.penyimpanan > SIMPAN_PER_UNGGAHAN * diakui.unggahan.length + 4) {
      await tunggu(2);
      continue;
    }
    const m = medan[Math.floor(acak() * medan.length)] ?? 'deskripsi';
    const kunci = `${kegiatan} ${m}`;
    const nilai = `Tulisan ke-${ke} ${'kata '.repeat(Math.floor(acak() * 300))}`.trim();
    diakui.dikirim.set(kunci, nilai);
    const badan = JSON.stringify({ bagian: 'utama', medan: m, nilai, versi: versi.get(m) ?? 0 });
    let jawaban: Jawaban | null = null;
    while (!jawaban)
      jawaban = await minta(orang, 'POST', orang.laporan(kegiatan, 'isian'), badan, { 'content-type': 'application/json' });
    if (jawaban.status !== 200) throw new Error(`Isian ${kunci}: ${JSON.stringify(jawaban)}`);
    versi.set(m, Number(jawaban.isi['versi']));
    diakui.isian.set(kunci, nilai);
    diakui.penyimpanan += 1;
    diakui.jumlah += 1;
  }
}

async function pengunggah(orang: PerambanLapor, kegiatan: string, acak: () => number, awal: number): Promise<void> {
  for (let ke = awal; !habis(); ke += 1) {
    const isi = Buffer.from(acak() < 0.5 ? await fotoKe(ke) : pdf([`% ${ke} ${'x'.repeat(Math.floor(acak() * 200_000))}\n`]));
    const bukti = acak() < 0.4 ? await denganFormulir(orang, kegiatan, isi) : await sepotong(orang, kegiatan, isi);
    diakui.unggahan.push({ kegiatan, bukti, sidik: createHash('sha256').update(isi).digest('hex') });
    diakui.jumlah += 1;
  }
}

async function denganFormulir(orang: PerambanLapor, kegiatan: string, isi: Buffer<ArrayBuffer>): Promise<null> {
  for (;;) {
    const badan = new FormData();
    badan.set('_csrf', orang.orang.csrf);
    badan.append('berkas:utama:lain', new Blob([isi]), 'berkas.jpg');
    const jawaban = await minta(orang, 'POST', orang.laporan(kegiatan, 'bukti'), badan);
    if (jawaban?.status === 200) return null;
    if (jawaban) throw new Error(`Formulir: ${JSON.stringify(jawaban)}`);
  }
}

/** Three pieces; after a death it asks how far it had come, which is never less than what was acknowledged. */
async function sepotong(orang: PerambanLapor, kegiatan: string, isi: Buffer<ArrayBuffer>): Promise<string> {
  const badan = new URLSearchParams({ medan: 'berkas:utama:lain', nama: 'foto.jpg', ukuran: String(isi.length) });
  let keadaan: Jawaban | null = null;
  while (!keadaan) keadaan = await minta(orang, 'POST', orang.laporan(kegiatan, 'unggahan'), badan);
  const jalur = orang.laporan(kegiatan, `unggahan/${String(keadaan.isi['id'])}`);
  let sampai = 0;
  for (;;) {
    if (keadaan.status >= 300) throw new Error(`Unggahan: ${JSON.stringify(keadaan)}`);
    const diterima = Number(keadaan.isi['diterima']);
    if (diterima < sampai) throw new Error(`Unggahan mundur dari ${sampai} ke ${diterima}`);
    sampai = diterima;
    if (typeof keadaan.isi['bukti'] === 'string') return keadaan.isi['bukti'];
    const kepala = { 'content-type': 'application/octet-stream', 'upload-offset': String(sampai) };
    const potong = isi.subarray(sampai, sampai + Math.ceil(isi.length / 3));
    keadaan = await minta(orang, 'PATCH', jalur, potong, kepala);
    while (!keadaan) keadaan = await minta(orang, 'GET', jalur);
  }
}

/** What was acknowledged and is not there. */
async function kehilangan(): Promise<string[]> {
  const baris = await uji.sumber.query<{ kunci: string; nilai: string }[]>(
    `SELECT k.kode || ' ' || i.medan AS kunci, i.nilai FROM isian_laporan i JOIN laporan_slot l ON l.id = i.laporan_id
       JOIN kegiatan k ON k.id = l.kegiatan_id WHERE i.instansi_id = $1`,
    [lapor.id],
  );
  const ada = new Map(baris.map((b) => [b.kunci, b.nilai]));
  const isian = [...diakui.isian].filter(([kunci, nilai]) => {
    const kini = ada.get(kunci);
    return kini !== nilai && kini !== diakui.dikirim.get(kunci);
  });
  const bukti = await uji.sumber.query<{ id: string; kode: string; sidik: string }[]>(
    `SELECT b.id, k.kode, o.asal_sha256 AS sidik FROM bukti_laporan b JOIN laporan_slot l ON l.id = b.laporan_id
       JOIN kegiatan k ON k.id = l.kegiatan_id JOIN objek_berkas o ON o.instansi_id = b.instansi_id AND o.sha256 = b.sha256
     WHERE b.instansi_id = $1 AND b.dilepas IS NULL`,
    [lapor.id],
  );
  const hilang = diakui.unggahan.filter(
    (u) => !bukti.some((b) => b.sidik === u.sidik && b.kode === u.kegiatan && (u.bukti === null || u.bukti === b.id)),
  );
  return [...isian.map(([kunci]) => `isian ${kunci}`), ...hilang.map((u) => `bukti ${u.sidik}`)];
}

/** Every file that was acknowledged, as the application gives it out, against what the database says of it. */
async function unduhanSalah(orang: PerambanLapor): Promise<string[]> {
  const alamat = await server.alamat;
  const bukti = await uji.sumber.query<{ id: string; sha256: string }[]>(
    'SELECT id, sha256 FROM bukti_laporan WHERE instansi_id = $1 AND dilepas IS NULL',
    [lapor.id],
  );
  const salah: string[] = [];
  for (const { id, sha256 } of bukti) {
    const jawaban = await fetch(`${alamat}/instansi/${lapor.kode}/bukti/${id}`, { headers: { ...orang.orang.kepala } });
    const sidik = createHash('sha256').update(Buffer.from(await jawaban.arrayBuffer()));
    if (jawaban.status !== 200 || sidik.digest('hex') !== sha256) salah.push(`${id}: ${jawaban.status}`);
  }
  return salah;
}

const tertampung = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((n) => /\.(tampung|tulis|salinan)$/.test(n));

test(`kill -9 among ${PERBUATAN} saves and uploads: nothing acknowledged is lost (BENIH=${BENIH})`, async () => {
  const acak = acakDari(BENIH);
  const kesesuaian = uji.aplikasi.get(KesesuaianBerkas);
  const [pelapor, hukum, koordinator] = [
    await lapor.orang('pelapor', 'Rina Wati', 'PEREN'),
    await lapor.orang('penanggung_jawab', 'Hasan Basri', 'HUKUM'),
    await lapor.orang('koordinator', 'Koordinator Satu'),
  ];
  const kerja = Promise.all([
    penulis(pelapor, KEGIATAN_LAPOR.sendiri, acakDari(BENIH + 1)),
    penulis(hukum, KEGIATAN_LAPOR.kelompok, acakDari(BENIH + 2)),
    pengunggah(pelapor, KEGIATAN_LAPOR.sendiri, acakDari(BENIH + 3), 0),
    pengunggah(koordinator, KEGIATAN_LAPOR.tanpaPj, acakDari(BENIH + 4), 1000),
  ]);
  kerja.catch(() => (selesai.gagal = true));
  for (let ke = 1; ke <= KEMATIAN && !habis(); ke += 1) {
    const sesudah = (PERBUATAN / (KEMATIAN + 1)) * (ke - 0.5 + acak());
    while (diakui.jumlah < sesudah && !habis()) await tunggu(1);
    await tunggu(acak() * 40);
    let hidup: (alamat: string) => void = () => undefined;
    server.alamat = new Promise((nyala) => (hidup = nyala));
    await server.bunuh();
    expect([`kematian ke-${ke}`, await kehilangan(), (await kesesuaian.periksa(true)).selisih]).toEqual([`kematian ke-${ke}`, [], []]); // prettier-ignore
    hidup(await server.nyalakan());
  }
  await kerja;
  diakui.dikirim.clear();
  expect(diakui.unggahan.length).toBeGreaterThan(50);
  expect(await kehilangan()).toEqual([]);
  expect(await unduhanSalah(koordinator)).toEqual([]);

  // What the deaths left behind is swept, and nothing else.
  const { objek } = await kesesuaian.periksa(true);
  await kesesuaian.sapu(new Date(Date.now() + 60_000), true);
  expect(await kesesuaian.periksa(true)).toEqual({ objek, selisih: [], yatim: [] });
  expect(tertampung()).toEqual([]);
  expect(await kehilangan()).toEqual([]);
  expect(await unduhanSalah(koordinator)).toEqual([]);
  const perintah = await jalankan('tuntas', ['berkas', 'periksa'], { env: lingkungan() }).selesai;
  expect([perintah.kode, perintah.galat]).toEqual([0, '']);
}, 150_000);

/** A limit on the size of files stops writes as a full disk does. */
const batasi = (pid: number, bita: string): boolean =>
  spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bita}:`]).status === 0;

(batasi(process.pid, 'unlimited') ? test : test.skip)('the disk is full and has room again: nothing typed is lost', async () => {
  const pelapor = await lapor.orang('pelapor', 'Rina Wati', 'PEREN');
  const { bersama } = KEGIATAN_LAPOR;
  await server.alamat;
  const pid = server.proses?.pid ?? 0;
  selesai.gagal = false;
  const isi = Buffer.from(await fotoKe(800));
  const mulai = new URLSearchParams({ medan: 'berkas:utama:lain', nama: 'foto.jpg', ukuran: String(isi.length) });
  const awal = await minta(pelapor, 'POST', pelapor.laporan(bersama, 'unggahan'), mulai);
  const jalur = pelapor.laporan(bersama, `unggahan/${String(awal?.isi['id'])}`);
  const sisanya = (letak: number) =>
    minta(pelapor, 'PATCH', jalur, isi.subarray(letak), {
      'content-type': 'application/octet-stream',
      'upload-offset': String(letak),
    });
  const badan = new FormData();
  for (const [medan, nilai] of [['_csrf', pelapor.orang.csrf], ['kunci', 'k'], ['hambatan', 'Diketik saat cakram penuh.']] as const) badan.set(medan, nilai); // prettier-ignore
  badan.append('berkas:utama:lain', new Blob([Buffer.from(await fotoKe(801))]), 'lain.jpg');

  expect(batasi(pid, '1000')).toBe(true);
  expect(await sisanya(0)).toMatchObject({ status: 503, isi: { detail: expect.stringContaining('penuh') as string } });
  const formulir = await minta(pelapor, 'POST', pelapor.laporan(bersama, 'bukti'), badan);
  expect([formulir?.status, JSON.stringify(formulir?.isi['galat'])]).toEqual([422, expect.stringMatching(/lain\.jpg.*penuh/)]);
  batasi(pid, 'unlimited');

  const [hambatan] = await uji.sumber.query<{ nilai: string }[]>(`SELECT nilai FROM isian_laporan WHERE nilai ~ 'cakram penuh'`);
  expect(hambatan?.nilai).toBe('Diketik saat cakram penuh.');
  const kini = await minta(pelapor, 'GET', jalur);
  expect(await sisanya(Number(kini?.isi['diterima']))).toMatchObject({
    status: 200,
    isi: { bukti: expect.any(String) as string },
  });
  expect(tertampung()).toEqual([]);
  expect(await uji.aplikasi.get(KesesuaianBerkas).periksa(true)).toMatchObject({ selisih: [], yatim: [] });
});
