import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jam } from '../../shared/jam';
import { Kunci } from '../kunci';
import { PengaturanAuth } from '../pengaturan';
import { SuratService } from '../tautan/surat.service';
import { cobaLagi, PEGANG } from './jeda-kirim.rules';
import type { KeadaanSurat } from './surat-keluar.entity';

/** Milliseconds: after an act, until it is surely committed; and in between, for what other replicas or a former start left. */
const SEGERA = [50, 400, 2_000] as const;
const BERKALA = 10_000;
/** Days for which it is known what became of a letter. */
const SIMPAN = 30;

interface SuratAntre {
  readonly id: string;
  readonly kepada: string;
  readonly perihal: string;
  readonly isi: string;
  readonly percobaan: number;
  readonly berakhir: Date;
}

/** What the text of a letter is sealed for. */
export function gunaSurat(id: string): string {
  return `surat/${id}`;
}

/** Sends the letters that wait, one at a time, outside any act: replicas take turns at the rows, never at the same one. */
@Injectable()
export class PengirimSurat implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly pencatat = new Logger(PengirimSurat.name);
  private readonly pewaktu = new Set<NodeJS.Timeout>();
  private berkala: NodeJS.Timeout | null = null;
  private berjalan: Promise<void> | null = null;
  private lagi = false;
  private ditutup = false;

  constructor(
    private readonly sumber: DataSource,
    private readonly surat: SuratService,
    private readonly kunci: Kunci,
    private readonly pengaturan: PengaturanAuth,
    private readonly jam: Jam,
  ) {}

  onApplicationBootstrap(): void {
    if (this.pengaturan.surat === null) return;
    this.berkala = setInterval(() => this.jalan(), BERKALA);
    this.berkala.unref();
    this.bangunkan();
  }

  /** A letter was put in; its transaction may still be open. */
  bangunkan(): void {
    if (this.ditutup) return;
    for (const jeda of SEGERA) {
      const pewaktu = setTimeout(() => {
        this.pewaktu.delete(pewaktu);
        this.jalan();
      }, jeda);
      pewaktu.unref();
      this.pewaktu.add(pewaktu);
    }
  }

  /** Takes no further letter; the one on its way gets to its end, which the time limits of the mail server bound. */
  async onModuleDestroy(): Promise<void> {
    this.ditutup = true;
    if (this.berkala !== null) clearInterval(this.berkala);
    for (const pewaktu of this.pewaktu) clearTimeout(pewaktu);
    await this.berjalan;
  }

  private jalan(): void {
    this.lagi = true;
    if (this.berjalan !== null || this.ditutup) return;
    this.berjalan = this.habiskan()
      .catch((galat: unknown) => this.pencatat.warn(`Surat tertunda: ${galat instanceof Error ? galat.message : String(galat)}`))
      .finally(() => {
        this.berjalan = null;
        if (this.lagi) this.jalan();
      });
  }

  private async habiskan(): Promise<void> {
    this.lagi = false;
    const kini = this.jam.sekarang();
    await this.sumber.query(
      `UPDATE surat_keluar SET keadaan = 'gagal', isi = NULL, selesai = $1 WHERE keadaan = 'antre' AND berakhir <= $1`,
      [kini],
    );
    await this.sumber.query(`DELETE FROM surat_keluar WHERE selesai < $1::timestamptz - ${SIMPAN} * interval '1 day'`, [kini]);
    for (let surat = await this.ambil(); surat; surat = this.ditutup ? null : await this.ambil()) await this.kirim(surat);
  }

  /** Held for a while by pushing its next attempt off, not by an open transaction. */
  private async ambil(): Promise<SuratAntre | null> {
    const [baris] = await this.sumber.query<[SuratAntre[], number]>(
      `UPDATE surat_keluar SET percobaan = percobaan + 1, coba_lagi = $1::timestamptz + $2 * interval '1 s'
       WHERE id = (SELECT id FROM surat_keluar WHERE keadaan = 'antre' AND coba_lagi <= $1 ORDER BY coba_lagi, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, kepada, perihal, isi, percobaan, berakhir`,
      [this.jam.sekarang(), PEGANG],
    );
    return baris[0] ?? null;
  }

  private async kirim(surat: SuratAntre): Promise<void> {
    const { id, kepada, perihal, percobaan, berakhir } = surat;
    const isi = this.bukaIsi(surat);
    if (isi === null) return this.selesaikan(id, 'gagal');
    if (await this.surat.kirim({ kepada, perihal, isi })) return this.selesaikan(id, 'terkirim');
    const saat = cobaLagi(percobaan, this.jam.sekarang(), berakhir);
    if (saat === null) return this.selesaikan(id, 'gagal');
    await this.sumber.query(`UPDATE surat_keluar SET coba_lagi = $2 WHERE id = $1 AND keadaan = 'antre'`, [id, saat]);
  }

  /** The text goes with it: a link that was sent is in the mailbox and nowhere else. */
  private async selesaikan(id: string, keadaan: KeadaanSurat): Promise<void> {
    await this.sumber.query(
      `UPDATE surat_keluar SET keadaan = $2, isi = NULL, selesai = $3 WHERE id = $1 AND keadaan = 'antre'`,
      [id, keadaan, this.jam.sekarang()],
    );
  }

  private bukaIsi({ id, isi }: SuratAntre): string | null {
    try {
      return this.kunci.buka(isi, gunaSurat(id));
    } catch {
      // Sealed with a key that is gone.
      return null;
    }
  }
}
