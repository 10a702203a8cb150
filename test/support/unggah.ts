import { request } from 'node:http';
import type { AplikasiUji } from './aplikasi';
import { fotoUji } from './berkas-buruk';
import type { LaporUji, PerambanLapor } from './lapor';

/** Another content with every number. */
export const fotoKe = (n: number): Promise<Buffer> => fotoUji(320 + 2 * n, 200 + 2 * n);

type Pengirim = Pick<PerambanLapor, 'orang'>;

export interface KirimanFormulir {
  readonly isian?: Readonly<Record<string, string>>;
  readonly berkas: readonly (readonly [medan: string, nama: string, isi: Uint8Array])[];
}

export interface BuktiUji {
  readonly id: string;
  readonly nama: string;
  readonly jenis: string;
  readonly diharapkan: number | null;
  readonly tanggal: string | null;
  readonly keterangan: string | null;
  readonly menggantikan_id: string | null;
  readonly dilepas: Date | null;
  readonly cara: string;
  readonly oleh_id: string;
}

export interface JawabanUnggah {
  readonly status: number;
  readonly isi: Readonly<Record<string, string | number | null>>;
  readonly letak: string | null;
}

/** Evidence sent as a browser sends it, with script and without. */
export class UnggahUji {
  constructor(
    private readonly uji: AplikasiUji,
    private readonly lapor: LaporUji,
  ) {}

  /** A form with files. @param jalur whole path */
  async formulir(
    { orang }: Pengirim,
    jalur: string,
    { isian = {}, berkas }: KirimanFormulir,
  ): Promise<{ status: number; isi: string }> {
    const badan = new FormData();
    badan.set('_csrf', orang.csrf);
    for (const [n, v] of Object.entries(isian)) badan.set(n, v);
    for (const [medan, nama, isi] of berkas) badan.append(medan, new Blob([Buffer.from(isi)]), nama);
    const kepala = { accept: 'text/html', ...orang.kepala };
    const jawaban = await fetch(this.uji.alamat + jalur, { method: 'POST', body: badan, redirect: 'manual', headers: kepala });
    return { status: jawaban.status, isi: await jawaban.text() };
  }

  /** A request of the script of the page: fields, or bytes from `letak` on. */
  async json(
    { orang }: Pengirim,
    cara: string,
    jalur: string,
    badan?: Readonly<Record<string, string>> | Uint8Array,
    letak = 0,
  ): Promise<JawabanUnggah> {
    const bita = badan instanceof Uint8Array ? Buffer.from(badan) : null;
    const jawaban = await fetch(this.uji.alamat + jalur, {
      method: cara,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        'x-csrf-token': orang.csrf,
        ...(bita ? { 'content-type': 'application/octet-stream', 'upload-offset': String(letak) } : {}),
        ...orang.kepala,
      },
      ...(badan === undefined ? {} : { body: bita ?? new URLSearchParams({ ...(badan as Record<string, string>) }) }),
    });
    const teks = await jawaban.text();
    const isi = (teks.startsWith('{') ? JSON.parse(teks) : {}) as JawabanUnggah['isi'];
    return { status: jawaban.status, isi, letak: jawaban.headers.get('upload-offset') };
  }

  /** Announces a file. */
  mulai(p: PerambanLapor, kegiatan: string, isi: Uint8Array, nama = 'foto.jpg'): Promise<JawabanUnggah> {
    const badan = { medan: 'berkas:utama:lain', nama, ukuran: String(isi.length) };
    return this.json(p, 'POST', p.laporan(kegiatan, 'unggahan'), badan);
  }

  /** Sends so many bytes of a body that is announced as longer, and cuts the line. */
  putus({ orang }: Pengirim, jalur: string, isi: Buffer, letak: number, sampai: number): Promise<void> {
    return new Promise((selesai) => {
      const kepala = {
        ...orang.kepala,
        accept: 'application/json',
        'x-csrf-token': orang.csrf,
        'content-type': 'application/octet-stream',
        'content-length': String(isi.length - letak),
        'upload-offset': String(letak),
      };
      const req = request(this.uji.alamat + jalur, { method: 'PATCH', headers: kepala });
      req.on('error', () => selesai());
      req.on('close', () => selesai());
      req.write(isi.subarray(letak, sampai), () => setTimeout(() => req.destroy(), 100));
    });
  }

  /** How far it has come, once the server has seen that the line broke. */
  async sampai(p: Pengirim, jalur: string, letak: number): Promise<JawabanUnggah> {
    for (let ke = 0; ke < 40; ke += 1) {
      const kini = await this.json(p, 'GET', jalur);
      if (kini.isi['diterima'] === letak) return kini;
      await new Promise((selesai) => setTimeout(selesai, 50));
    }
    return this.json(p, 'GET', jalur);
  }

  /** All evidence that the reports on a kegiatan ever had. */
  semua(kegiatan: string): Promise<BuktiUji[]> {
    return this.uji.sumber.query<BuktiUji[]>(
      `SELECT b.* FROM bukti_laporan b JOIN laporan_slot l ON l.id = b.laporan_id JOIN kegiatan k ON k.id = l.kegiatan_id
       WHERE b.instansi_id = $1 AND k.kode = $2 ORDER BY b.pada, b.id`,
      [this.lapor.id, kegiatan],
    );
  }

  async berlaku(kegiatan: string): Promise<BuktiUji[]> {
    return (await this.semua(kegiatan)).filter((b) => b.dilepas === null);
  }
}
