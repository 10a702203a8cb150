import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { InstrumenQuery } from '../../instrumen/instrumen.query';
import { Jam } from '../../shared/jam';
import { samarkanIdentitas } from './identitas.rules';
import { usulkanUnsur } from './saran-unsur.rules';
import { adalahNihil, bentukBanding } from './saran.rules';

/** One answer to "saran", as a file or a person gives it. */
export interface SaranMasuk {
  /** null or blank: nothing was written; it is counted as such */
  readonly teks: string | null;
  readonly layanan?: string | null;
  /** line of the file */
  readonly baris?: number | null;
}

/** What became of the answers; the parts add up to what came in. */
export interface Penerimaan {
  /** answers that suggest something */
  readonly diterima: number;
  /** among them: in words that were not there before */
  readonly saranBaru: number;
  /** among them: in words already received */
  readonly sama: number;
  /** blank, "-", "tidak ada" */
  readonly tanpaSaran: number;
}

/** Lines of a file kept with a suggestion that came many times. */
const BARIS_DISIMPAN = 50;
const KENDALI = /(?![\n\t])\p{Cc}/gu;

interface Kelompok {
  readonly id: string;
  readonly sidik: string;
  readonly teks: string;
  readonly teksSamar: string | null;
  readonly layanan: string | null;
  readonly baris: number[];
  jumlah: number;
  readonly status: 'nihil' | 'baru';
  readonly usulUnsur: string | null;
}

/** Receiving suggestions. Their acts are those of `TindakanSaranService`. */
@Injectable()
export class SaranService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly instrumen: InstrumenQuery,
    private readonly jam: Jam,
  ) {}

  /**
   * Adds answers to the suggestions of a survey, in the running transaction; a file may hand them over in parts. The same words about
   * the same service are one suggestion that came several times. Answers that suggest nothing are kept and counted apart.
   * @throws {Error} outside a transaction, or for a survey that the context does not see
   */
  async terima(surveiId: string, daftar: readonly SaranMasuk[], asal: 'berkas' | 'ketik' = 'berkas'): Promise<Penerimaan> {
    const manager = this.transaksi.managerTransaksi;
    // One at a time a survey: the numbers have no holes and no doubles.
    const [survei] = await manager.query<{ instansi_id: string; instrumen: string }[]>(
      'SELECT instansi_id, instrumen FROM survei WHERE id = $1 FOR NO KEY UPDATE',
      [surveiId],
    );
    if (!survei) throw new Error(`Survei ${surveiId} tidak ada`);
    const instrumen = (await this.instrumen.semua(survei.instansi_id)).find((i) => i.kode === survei.instrumen);
    const kelompok = [...kelompokkanSaran(daftar, (teks) => (instrumen ? usulkanUnsur(teks, instrumen) : null)?.unsur ?? null)];
    const kolom = asal === 'ketik' ? 'jumlah_ketik' : 'jumlah_berkas';
    const baru = await manager.query<{ sidik: string }[]>(
      `WITH m AS (
         SELECT * FROM jsonb_to_recordset($3::jsonb)
           AS m (id uuid, sidik text, teks text, "teksSamar" text, layanan text, baris integer[], jumlah integer, status text, "usulUnsur" text, ke integer)
       ), sama AS (
         UPDATE saran s SET ${kolom} = s.${kolom} + m.jumlah, baris = (s.baris || m.baris)[1:${BARIS_DISIMPAN}]
         FROM m WHERE s.survei_id = $1 AND s.sidik = m.sidik RETURNING s.sidik
       )
       INSERT INTO saran (id, instansi_id, survei_id, nomor, sidik, teks, teks_samar, layanan, baris, jumlah_ketik, jumlah_berkas, diterima_pada, status, usul_unsur)
         SELECT m.id, $2, $1, (SELECT coalesce(max(nomor), 0) FROM saran WHERE survei_id = $1) + row_number() OVER (ORDER BY m.ke), m.sidik, m.teks,
           m."teksSamar", m.layanan, m.baris, CASE WHEN $4 THEN m.jumlah ELSE 0 END, CASE WHEN $4 THEN 0 ELSE m.jumlah END, $5, m.status, m."usulUnsur"
         FROM m WHERE m.sidik NOT IN (SELECT sidik FROM sama) RETURNING sidik`,
      [
        surveiId,
        survei.instansi_id,
        JSON.stringify(kelompok.map((k, ke) => ({ ...k, ke }))),
        asal === 'ketik',
        this.jam.sekarang(),
      ],
    );
    const sidikBaru = new Set(baru.map((b) => b.sidik));
    const jumlah = (pakai: (k: Kelompok) => boolean) => kelompok.filter(pakai).reduce((a, k) => a + k.jumlah, 0);
    const diterima = jumlah((k) => k.status === 'baru');
    const saranBaru = kelompok.filter((k) => k.status === 'baru' && sidikBaru.has(k.sidik)).length;
    return { diterima, saranBaru, sama: diterima - saranBaru, tanpaSaran: jumlah((k) => k.status === 'nihil') };
  }

  /**
   * Before the rows of a file replace those of an earlier one: what came from files counts no more. Answers and history stay; a
   * suggestion that comes again finds them.
   */
  async kosongkanDariBerkas(surveiId: string): Promise<void> {
    await this.transaksi.managerTransaksi.query(
      `UPDATE saran SET jumlah_berkas = 0, baris = '{}' WHERE survei_id = $1 AND jumlah_berkas > 0`,
      [surveiId],
    );
  }
}

function kelompokkanSaran(daftar: readonly SaranMasuk[], usul: (teks: string) => string | null): Iterable<Kelompok> {
  const kelompok = new Map<string, Kelompok>();
  // "tidak ada" comes thousands of times in the very same letters.
  const persis = new Map<string, Kelompok>();
  for (const masuk of daftar) {
    const huruf = JSON.stringify([masuk.teks, masuk.layanan ?? null]);
    const ada = persis.get(huruf) ?? kelompokUntuk(masuk, kelompok, usul);
    persis.set(huruf, ada);
    ada.jumlah += 1;
    if (typeof masuk.baris === 'number' && ada.baris.length < BARIS_DISIMPAN) ada.baris.push(masuk.baris);
  }
  return kelompok.values();
}

function kelompokUntuk(masuk: SaranMasuk, kelompok: Map<string, Kelompok>, usul: (teks: string) => string | null): Kelompok {
  const teks = rapikan(masuk.teks);
  const nihil = adalahNihil(teks);
  const layanan = nihil ? null : rapikan(masuk.layanan ?? null) || null;
  const kunci = JSON.stringify([bentukBanding(teks), layanan === null ? null : bentukBanding(layanan)]);
  const ada = kelompok.get(kunci);
  if (ada) return ada;
  const samar = samarkanIdentitas(teks);
  const baru: Kelompok = {
    id: randomUUID(),
    sidik: createHash('sha256').update(kunci).digest('hex'),
    teks,
    teksSamar: samar === teks ? null : samar,
    layanan,
    baris: [],
    jumlah: 0,
    status: nihil ? 'nihil' : 'baru',
    usulUnsur: nihil ? null : usul(teks),
  };
  kelompok.set(kunci, baru);
  return baru;
}

/** What the database cannot hold is no letter of anybody's suggestion. */
function rapikan(teks: string | null): string {
  return (teks ?? '').toWellFormed().replace(/\r\n?/g, '\n').replace(KENDALI, '').normalize('NFC').trim();
}
