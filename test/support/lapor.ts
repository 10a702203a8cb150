import { createHash, randomUUID } from 'node:crypto';
import type { IsiPengajuan } from '../../src/progres/lapor/pengajuan.rules';
import { bacaPeriode, kodePeriode, periode, type KodePeriode } from '../../src/shared/periode';
import { hariIniDi, tambahHari } from '../../src/shared/tanggal';
import type { AplikasiUji } from './aplikasi';
import { PerambanOrganisasi, type Balasan } from './organisasi';
import type { PeranUji } from './orang';
import { imporUji } from './rencana';

/** The triwulan of today and those around it, in Jakarta. */
export function triwulanUji(geser = 0): KodePeriode {
  const hari = hariIniDi('Asia/Jakarta', new Date());
  const indeks = Number(hari.slice(0, 4)) * 4 + Math.floor((Number(hari.slice(5, 7)) - 1) / 3) + geser;
  return kodePeriode({ jenis: 'triwulan', tahun: Math.floor(indeks / 4), ke: (indeks % 4) + 1 });
}

/** Of `siapkanLapor`, each with what is special about it. */
export const KEGIATAN_LAPOR = {
  /** PEREN alone; reported on by import for the triwulan before; evidence expected */
  sendiri: 'RTL-01',
  /** PEREN, with HUKUM and TI as pendukung */
  bersama: 'RTL-02',
  /** the kelompok "seluruh Bagian": PEREN and HUKUM */
  kelompok: 'RTL-03',
  /** no penanggung jawab */
  tanpaPj: 'RTL-04',
} as const;

function paketLapor(kode: string): object {
  const jadwal = [-1, 0, 1].map(triwulanUji);
  const umum = { jadwal, keluaran: 'Naskah', indikator: 'Jumlah naskah' };
  return {
    format: 'tuntas/paket',
    versi: 1,
    instansi: { kode, nama: `Instansi ${kode}`, singkatan: kode, kota: 'Jakarta', zonaWaktu: 'Asia/Jakarta' },
    unit: [
      { kode: 'SETJEN', nama: 'Sekretariat Jenderal', jenis: 'sekretariat' },
      { kode: 'PEREN', nama: 'Bagian Perencanaan', jenis: 'bagian', induk: 'SETJEN' },
      { kode: 'HUKUM', nama: 'Bagian Hukum', jenis: 'bagian', induk: 'SETJEN' },
      { kode: 'TI', nama: 'Bagian Teknologi Informasi', jenis: 'bagian', induk: 'SETJEN' },
    ],
    rencana: [
      {
        kode: 'RTL',
        judul: 'Rencana Tindak Lanjut',
        periode: { jenis: 'tahun', tahun: (bacaPeriode(triwulanUji()) ?? { tahun: 0 }).tahun },
        satuanJadwal: 'triwulan',
        status: 'ditetapkan',
        prioritas: [
          {
            no: 1,
            judul: 'Prosedur layanan',
            unsur: [],
            alasan: 'Keluhan',
            kegiatan: [
              { ...umum, kode: 'RTL-01', uraian: 'Menyederhanakan prosedur layanan', penanggungJawab: [{ unit: 'PEREN' }] },
              {
                ...umum,
                kode: 'RTL-02',
                uraian: 'Merevisi standar pelayanan',
                penanggungJawab: [{ unit: 'PEREN' }, { unit: 'HUKUM' }, { unit: 'TI' }],
              },
              { ...umum, kode: 'RTL-03', uraian: 'Melatih petugas', penanggungJawab: [{ kelompok: 'seluruh Bagian' }] },
              { ...umum, kode: 'RTL-04', uraian: 'Menata ruang tunggu', penanggungJawab: [] },
            ],
          },
        ],
      },
    ],
    realisasi: [
      {
        rencana: 'RTL',
        kegiatan: 'RTL-01',
        periode: triwulanUji(-1),
        status: 'sebagian',
        deskripsi: 'Prosedur lama dipetakan bersama loket.',
        hambatan: 'Jadwal lima bagian belum bertemu.',
        tindakLanjutBerikut: 'Rapat bersama pada awal triwulan.',
        bukti: [{ jenis: 'tautan', url: 'https://contoh.go.id/notula' }],
      },
    ],
  };
}

/** An agency whose plan RTL is ditetapkan, with four kegiatan in three triwulan, of which the present one is open for reporting. */
export class LaporUji {
  private constructor(
    readonly uji: AplikasiUji,
    readonly kode: string,
    readonly id: string,
    /** the triwulan that is open */
    readonly periode: KodePeriode,
  ) {}

  static async siapkan(uji: AplikasiUji, kode = 'LAPOR'): Promise<LaporUji> {
    await imporUji(uji, paketLapor(kode));
    const [instansi] = await uji.sumber.query<{ id: string }[]>('SELECT id FROM instansi WHERE kode = $1', [kode]);
    if (!instansi) throw new Error(`Instansi ${kode} tidak terimpor`);
    const lapor = new LaporUji(uji, kode, instansi.id, triwulanUji());
    await uji.sumber.query(
      `WITH g AS (INSERT INTO kelompok_unit (id, instansi_id, nama) VALUES (gen_random_uuid(), $1, 'seluruh Bagian')
         ON CONFLICT (instansi_id, nama) DO UPDATE SET nama = excluded.nama RETURNING id)
       INSERT INTO anggota_kelompok (kelompok_id, instansi_id, unit_id)
         SELECT g.id, $1, u.id FROM g, unit u WHERE u.instansi_id = $1 AND u.kode IN ('PEREN', 'HUKUM')`,
      [instansi.id],
    );
    await uji.sumber.query(
      `INSERT INTO bukti_diharapkan (kegiatan_id, instansi_id, urutan, jenis, uraian)
       SELECT id, $1, v.urutan, v.jenis, v.uraian FROM kegiatan,
         (VALUES (0, 'dokumen', 'Notula pembahasan'), (1, 'foto', 'Foto loket')) AS v (urutan, jenis, uraian)
       WHERE instansi_id = $1 AND kode = 'RTL-01'`,
      [instansi.id],
    );
    await lapor.jendela(lapor.periode, 'buka');
    return lapor;
  }

  /** Opens a period from ten days ago to ten days from now, or locks it. */
  async jendela(
    periodeDibuka: KodePeriode,
    tindakan: 'buka' | 'kunci',
    opsi: { kegiatan?: string; batas?: string } = {},
  ): Promise<void> {
    const hari = hariIniDi('Asia/Jakarta', new Date());
    const buka = tindakan === 'buka';
    await this.uji.sumber.query(
      `INSERT INTO jendela_laporan (id, instansi_id, periode, kegiatan_id, tindakan, mulai, batas, alasan, oleh_nama, pada)
       VALUES (gen_random_uuid(), $1, $2, (SELECT id FROM kegiatan WHERE instansi_id = $1 AND kode = $3), $4, $5, $6, 'Uji', 'Koordinator Uji',
         clock_timestamp())`,
      [
        ...[this.id, periodeDibuka, opsi.kegiatan ?? null, tindakan],
        ...(buka ? [tambahHari(hari, -10), opsi.batas ?? tambahHari(hari, 10)] : [null, null]),
      ],
    );
  }

  /** A person of that role, signed in; pelapor and penanggung_jawab for a unit, the others for the whole agency. */
  async orang(peran: PeranUji['peran'], nama: string, unit?: string): Promise<PerambanLapor> {
    const { orang } = await PerambanOrganisasi.masuk(
      this.uji,
      this.kode,
      [{ instansi: this.kode, peran, ...(unit === undefined ? {} : { unit }) }],
      nama,
    );
    return new PerambanLapor(this.uji.alamat, orang, this.kode, this.periode);
  }

  async satu<T extends object>(sql: string, isi: readonly unknown[] = []): Promise<T> {
    const [baris] = await this.uji.sumber.query<T[]>(sql, [...isi]);
    if (!baris) throw new Error(`Tidak ada baris: ${sql}`);
    return baris;
  }

  async idUnit(kode: string): Promise<string> {
    return (await this.satu<{ id: string }>('SELECT id FROM unit WHERE instansi_id = $1 AND kode = $2', [this.id, kode])).id;
  }

  /**
   * A submitted report as it stands in the tables, without its form.
   * @param oleh id of the person who submitted it
   * @returns ids of the report and of the submission
   */
  async ajukanSql(
    kegiatan: string,
    oleh: string,
    isi: Partial<IsiPengajuan> = {},
    opsi: { periode?: KodePeriode; terlambat?: boolean; pada?: Date } = {},
  ): Promise<{ laporan: string; pengajuan: string }> {
    const kode = periode(opsi.periode ?? this.periode);
    const pada = opsi.pada ?? new Date();
    const lengkap: IsiPengajuan = { status: 'sudah', deskripsi: 'Sudah dilaksanakan.', kontribusi: [], bukti: [], ...isi };
    const { id: laporan, putaran } = await this.satu<{ id: string; putaran: number }>(
      `INSERT INTO laporan_slot (id, instansi_id, kegiatan_id, periode, keadaan, putaran, versi, dibuat, sejak)
       SELECT gen_random_uuid(), $1, id, $3, 'diajukan', 1, 2, $4, $4 FROM kegiatan WHERE instansi_id = $1 AND kode = $2
       ON CONFLICT (kegiatan_id, periode) DO UPDATE SET keadaan = 'diajukan', putaran = laporan_slot.putaran + 1,
         versi = laporan_slot.versi + 1, sejak = excluded.sejak
       RETURNING id, putaran`,
      [this.id, kegiatan, kodePeriode(kode), pada],
    );
    for (const [medan, nilai] of Object.entries({ status: lengkap.status, deskripsi: lengkap.deskripsi }))
      await this.uji.sumber.query(
        `INSERT INTO isian_laporan (laporan_id, instansi_id, bagian, medan, nilai, versi, oleh_id, oleh_nama, pada)
         VALUES ($1, $2, 'utama', $3, $4, 1, $5, 'Pelapor Uji', $6)
         ON CONFLICT (laporan_id, bagian, medan) DO UPDATE SET nilai = excluded.nilai, versi = isian_laporan.versi + 1`,
        [laporan, this.id, medan, nilai, oleh, pada],
      );
    const pengajuan = randomUUID();
    const teks = JSON.stringify(lengkap);
    await this.uji.sumber.query(
      `INSERT INTO pengajuan_laporan (id, instansi_id, laporan_id, putaran, nomor, kunci_kirim, status, isi, sidik, sama_dengan_lalu,
         terlambat, oleh_id, oleh_nama, atas_nama, atas_nama_jabatan, pada)
       VALUES ($1::uuid, $2, $3, $4, $5, $1::text, $6, $7, $8, false, $9, $10, 'Pelapor Uji', 'Budi Santoso', 'Kepala Bagian Perencanaan', $11)`,
      [
        ...[pengajuan, this.id, laporan, putaran, `UJI-${pengajuan}`, lengkap.status, teks],
        ...[createHash('sha256').update(teks).digest('hex'), opsi.terlambat ?? false, oleh, pada],
      ],
    );
    return { laporan, pengajuan };
  }
}

/** Requests of one person on the reports of one agency. */
export class PerambanLapor extends PerambanOrganisasi {
  constructor(
    private readonly asal: string,
    orang: PerambanOrganisasi['orang'],
    private readonly kode: string,
    private readonly kini: KodePeriode,
  ) {
    super(asal, orang, kode);
  }

  /** Address of a slot's report, or of something under it. */
  laporan(kegiatan: string, akhir = '', kode: KodePeriode = this.kini): string {
    return `/instansi/${this.kode}/rencana/RTL/kegiatan/${kegiatan}/laporan/${kode}${akhir === '' ? '' : `/${akhir}`}`;
  }

  /** One field, as the script of the form saves it. */
  async isi(
    kegiatan: string,
    isian: { bagian?: string; medan: string; nilai: string; versi?: number },
  ): Promise<{ status: number; isi: Record<string, unknown> }> {
    const jawaban = await fetch(`${this.asal}${this.laporan(kegiatan, 'isian')}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-csrf-token': this.orang.csrf,
        ...this.orang.kepala,
      },
      body: JSON.stringify({ bagian: 'utama', versi: 0, ...isian }),
    });
    const teks = await jawaban.text();
    return { status: jawaban.status, isi: teks.startsWith('{') ? (JSON.parse(teks) as Record<string, unknown>) : { teks } };
  }

  /** The whole form, as a browser without script sends it. */
  ajukan(kegiatan: string, isian: Readonly<Record<string, string>>): Promise<Balasan> {
    return this.kirim(this.laporan(kegiatan, 'ajukan'), isian);
  }
}
