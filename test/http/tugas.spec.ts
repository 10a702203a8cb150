import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { namaPeriodeLengkap, periode } from '../../src/shared/periode';
import { hariIniDi, tambahHari } from '../../src/shared/tanggal';
import { decode } from '../support/entitas-html';
import { KEGIATAN_LAPOR, LaporUji, triwulanUji, type PerambanLapor } from '../support/lapor';

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
    alamatChip: Object.fromEntries(chip.map(([, alamat = '', teks = '']) => [teks, decode(alamat)])),
    baris: daftar.split('<li>').slice(1).map((li) => ({
      tanda: polos(/ina-badge[^>]*>([\s\S]*?)<\/span>/.exec(li)?.[1] ?? ''),
      judul: polos(/<h3>([\s\S]*?)<\/h3>/.exec(li)?.[1] ?? ''),
      tautan: decode(/<h3><a href="([^"]+)"/.exec(li)?.[1] ?? ''),
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

const tanggal = (geser: number) => tambahHari(hariIniDi('Asia/Jakarta', new Date()), geser);
const namaTw = (geser: number) => namaPeriodeLengkap(periode(triwulanUji(geser)));
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

describe('as things move', () => {
  beforeAll(async () => {
    const oleh = pelapor.orang.penggunaId;
    const lama = new Date(Date.now() - 5 * 86_400_000);
    await lapor.ajukanSql(sendiri, oleh, {}, { pada: lama });
    const { laporan, pengajuan } = await lapor.ajukanSql(bersama, oleh, {}, { pada: lama });
    await uji.sumber.query(
      `INSERT INTO putusan_laporan (id, instansi_id, laporan_id, pengajuan_id, urutan, tindakan, ke, alasan, bukti, oleh_nama, pada)
       VALUES (gen_random_uuid(), $1, $2, $3, 1, 'kembalikan', 'dikembalikan', 'Lampirkan <b>notula</b>.', '{}', 'Koordinator Satu', now())`,
      [lapor.id, laporan, pengajuan],
    );
    await uji.sumber.query(`UPDATE laporan_slot SET keadaan = 'dikembalikan', versi = versi + 1 WHERE id = $1`, [laporan]);
    await lapor.ajukanSql(kelompok, hukum.orang.penggunaId, { status: 'tidak_dapat', alasan: 'anggaran' });
    await lapor.jendela(triwulanUji(-1), 'buka', { batas: tanggal(-3) });
    await uji.sumber.query(
      `INSERT INTO usulan_adendum (id, instansi_id, rencana_id, jenis, kegiatan_id, versi_kegiatan, isi, alasan, keadaan, oleh_id, oleh_nama, pada)
       SELECT gen_random_uuid(), $1, k.rencana_id, 'dibatalkan', k.id, k.versi, '{"jenis":"dibatalkan","kegiatan":"RTL-04"}', 'Anggaran dicabut',
         'menunggu', $2, 'Koordinator Satu', now() FROM kegiatan k WHERE k.instansi_id = $1 AND k.kode = $3`,
      [lapor.id, koordinator.orang.penggunaId, tanpaPj],
    );
    await uji.sumber.query(
      `INSERT INTO rencana (id, instansi_id, urutan, kode, judul, satuan_jadwal, status) VALUES
         (gen_random_uuid(), $1, 8, 'BARU', 'Rencana yang diajukan', 'triwulan', 'diajukan'),
         (gen_random_uuid(), $1, 9, 'DRAF', 'Rencana yang disusun', 'triwulan', 'draf')`,
      [lapor.id],
    );
  });

  test('a unit sees what came back with its reason, what is late, and what others hold', async () => {
    const milik = await cocok(pelapor);
    expect(ringkas(milik)).toEqual([
      `Dikembalikan | ${bersama} | Perbaiki`,
      `Terlambat | ${bersama} | Lihat`,
      `Terlambat | ${kelompok} | Lihat`,
    ]);
    expect(milik.html).toContain('Lampirkan &lt;b&gt;notula&lt;/b&gt;.');
    expect(polos(milik.html)).toContain(`${sendiri} ${namaTw(0)}, menunggu pemeriksa sejak`);
    expect(polos(milik.html)).toContain('3 dari 3 kegiatan unit Anda sudah dilaporkan, 0 dari 3 terverifikasi');
    const lalu = await cocok(pelapor, `?tw=${triwulanUji(-1)}`);
    expect(lalu.baris).toHaveLength(2);
    expect(polos(lalu.html)).toContain('1 hal lagi dari waktu yang lain');
  });

  test('who examines sees what waits for them, the pimpinan what they decide', async () => {
    const harap = [`Verifikasi | ${sendiri} | Periksa`];
    expect(ringkas(await cocok(inspektur))).toEqual(harap);
    const koord = await cocok(koordinator);
    expect(ringkas(koord)).toEqual([
      `Perlu dilaporkan | ${tanpaPj} | Laporkan`,
      ...harap,
      `Terlambat | ${tanpaPj} | Lihat`,
      'Draf | Rencana | Lanjutkan',
    ]);
    expect(koord.nav['Verifikasi']).toBe(1);
    const memutus = await cocok(pimpinan);
    expect(memutus.chip).toEqual({ Semua: 3, 'Menunggu keputusan saya': 3 });
    expect(memutus.baris.map((b) => b.judul.split(' ').slice(0, 3).join(' ')).sort()).toEqual(
      ['Batalkan kegiatan RTL-04', `${kelompok} Melatih petugas`, 'Tetapkan rencana Rencana'].sort(),
    );
    for (const { tautan } of [...koord.baris, ...memutus.baris]) {
      const orang = memutus.baris.some((b) => b.tautan === tautan) ? pimpinan : koordinator;
      expect({ tautan, status: (await orang.buka(tautan)).status }).toEqual({ tautan, status: 200 });
    }
  });

  test('from Tugas the coordinator comes to the windows of reporting, the pimpinan to what cannot be done', async () => {
    const jalan = async (orang: PerambanLapor) => (await buka(orang)).html;
    expect(await jalan(koordinator)).toContain('href="/instansi/LAPOR/triwulan"');
    expect(await jalan(pimpinan)).toContain('href="/instansi/LAPOR/tidak-dapat"');
    for (const tujuan of ['triwulan', 'tidak-dapat'])
      expect(await jalan(pelapor)).not.toContain(`href="/instansi/LAPOR/${tujuan}"`);
  });

  test('a filter without rows says so and how to take it away; a reader without tasks is told why', async () => {
    const { html } = await buka(pelapor, '?jenis=keputusan');
    expect(html).toContain('Tidak ada yang cocok');
    expect(html).toContain('Hapus saringan');
    const ti = await lapor.orang('pelapor', 'Tio', 'SETJEN');
    expect((await buka(ti)).status).toBe(200);
  });

  test.each(['', `?tw=${triwulanUji()}`, `?tw=${triwulanUji(-1)}`])(
    'the dasbor of the pimpinan %s: every number leads to as many rows',
    async (kueri) => {
      const { isi, status } = await pimpinan.buka(`/instansi/LAPOR${kueri}`);
      expect(status).toBe(200);
      expect(isi).toContain('<h1>Dasbor');
      const tabel = /<h2 id="per-unit">[\s\S]*$/.exec(isi)?.[0] ?? '';
      const sel = [...tabel.matchAll(/<td[^>]*data-label="([^"]+)"><a href="([^"]+)">([\d.]+)<\/a>/g)];
      expect(sel.length).toBeGreaterThan(5);
      for (const [, label = '', alamat = '', n] of sel) {
        const tautan = decode(alamat);
        const hal = (await pimpinan.buka(tautan)).isi;
        const jumlah =
          label === 'Lewat batas'
            ? [...(/<h2 id="terlambat">[\s\S]*?<\/section>/.exec(hal)?.[0] ?? '').matchAll(/<tbody[\s\S]*?<\/tbody>/g)].flatMap((t) => [...t[0].matchAll(/<tr /g)]).length
            : [...hal.matchAll(/<tr role="row" id="k-/g)].length; // prettier-ignore
        expect({ label, tautan, jumlah }).toEqual({ label, tautan, jumlah: Number(n) });
      }
    },
  );

  test('the dasbor says the percentage by the rule, what waits and what is late; others see it on request', async () => {
    const { isi } = await pimpinan.buka('/instansi/LAPOR');
    const teks = polos(isi);
    expect(teks).toContain('0,00% terlaksana (0 dari 4 kegiatan');
    expect(teks).toContain('Perlu keputusan Anda 3');
    expect(teks).toContain('Belum melapor, lewat batas 3');
    expect(isi).toContain('/rencana/RTL#hitungan');
    expect((await pimpinan.buka('/instansi/LAPOR?tampilan=ringkasan')).isi).not.toContain('<h1>Dasbor');
    expect((await koordinator.buka('/instansi/LAPOR')).isi).not.toContain('<h1>Dasbor');
    const diminta = (await koordinator.buka('/instansi/LAPOR?tampilan=dasbor')).isi;
    expect(diminta).toContain('<h1>Dasbor');
    expect(diminta).not.toContain('Perlu keputusan Anda');
  });

  test('the inspector sees each plan with its percentage, its evidence and its PDF', async () => {
    const url = 'https://contoh.go.id/hilang';
    const { laporan } = await lapor.satu<{ laporan: string }>(
      `SELECT l.id AS laporan FROM laporan_slot l JOIN kegiatan k ON k.id = l.kegiatan_id WHERE k.kode = $1 AND l.periode = $2`,
      [sendiri, lapor.periode],
    );
    const { id } = await lapor.satu<{ id: string }>(
      `INSERT INTO bukti_laporan (id, instansi_id, laporan_id, bagian, jenis, url, nama, surat, cara, oleh_nama, pada)
       VALUES (gen_random_uuid(), $1, $2, 'utama', 'tautan', $3, 'Notula', false, 'formulir', 'Rina Wati', now()) RETURNING id`,
      [lapor.id, laporan, url],
    );
    for (const [berhasil, pada] of [[true, '2020-01-01'], [false, '2020-01-02']] as const)
      await uji.sumber.query(
        `INSERT INTO cek_tautan (id, instansi_id, bukti_id, berhasil, pada) VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
        [lapor.id, id, berhasil, pada],
      ); // prettier-ignore
    const foto = { jenis: 'foto' as const, nama: 'foto.jpg', sha256: 'a'.repeat(64), bagian: 'utama', surat: false };
    await lapor.ajukanSql(sendiri, pelapor.orang.penggunaId, {
      bukti: [
        { id, jenis: 'tautan', url, nama: 'Notula', bagian: 'utama' },
        { ...foto, id: '00000000-0000-4000-8000-000000000000' },
      ],
    });
    const { isi } = await inspektur.buka('/instansi/LAPOR');
    expect(polos(isi)).toContain('1 berkas, 2 tautan 1 tautan diperiksa, 1 gagal');
    expect(isi).toContain('/rencana/RTL/laporan.pdf');
  });
});
