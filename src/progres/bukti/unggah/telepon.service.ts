import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../../audit/audit.service';
import type { Pelaku, PeranDi } from '../../../auth/pelaku';
import { sidikToken } from '../../../auth/token';
import type { Konteks } from '../../../database/konteks';
import { Transaksi } from '../../../database/transaksi';
import { GalatTidakDitemukan } from '../../../shared/galat';
import { Jam } from '../../../shared/jam';
import { LaporanSlotService } from '../../lapor/laporan-slot.service';
import type { Bagian, TempatLapor } from '../../lapor/tempat-lapor';
import { TempatLaporQuery } from '../../lapor/tempat-lapor.query';
import { unitBagianId } from './bukti-laporan.service';

/** How long a telephone may send: milliseconds. */
const UMUR = 15 * 60 * 1000;
/** Bytes of the agency's id, which stands first in a token, and of its secret. */
const PANJANG_INSTANSI = 16;
const PANJANG_RAHASIA = 32;
const POLA = /^[A-Za-z0-9_-]{64}$/;

/** A telephone that may send, and what it may send to. */
export interface Telepon {
  readonly id: string;
  readonly bagian: Bagian;
  readonly berakhir: Date;
  /** as the person who let it in sees it */
  readonly tempat: TempatLapor;
  /** under which its work runs: that agency, that person */
  readonly konteks: Konteks;
}

interface Baris {
  readonly id: string;
  readonly bagian: Bagian;
  readonly berakhir: Date;
  readonly penggunaId: string;
  readonly nama: string;
  readonly surel: string;
  readonly instansi: string;
  readonly instansiNama: string;
  readonly singkatan: string;
  readonly rencana: string;
  readonly kegiatan: string;
  readonly periode: string;
  readonly peran: readonly PeranDi[];
}

/** Lets a telephone add evidence to one part of one report for a quarter of an hour, and nothing else. */
@Injectable()
export class TeleponService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly jam: Jam,
    private readonly laporan: LaporanSlotService,
    private readonly tempat: TempatLaporQuery,
  ) {}

  /** An earlier code of the same person for the same part ends. @returns the token, which is stored nowhere */
  buka(tempat: TempatLapor, bagian: Bagian): Promise<{ readonly id: string; readonly token: string; readonly berakhir: Date }> {
    const { instansi, pelaku, sekarang } = tempat;
    const [id, token, berakhir] = [randomUUID(), buatTokenTelepon(instansi.id), new Date(sekarang.getTime() + UMUR)];
    return this.transaksi.jalankan(async (manager) => {
      const { id: laporanId } = await this.laporan.bukaDraf(tempat, bagian);
      await manager.query(
        'UPDATE telepon_unggah SET dicabut = $4 WHERE laporan_id = $1 AND bagian = $2 AND oleh_id = $3 AND dicabut IS NULL AND berakhir > $4',
        [laporanId, bagian, pelaku.penggunaId, sekarang],
      );
      await manager.query(
        `INSERT INTO telepon_unggah (id, instansi_id, laporan_id, bagian, unit_id, token_sidik, oleh_id, oleh_nama, dibuat, berakhir)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[id, instansi.id, laporanId, bagian, unitBagianId(bagian), sidikToken(token).toString('hex')],
          ...[pelaku.penggunaId, pelaku.nama, sekarang, berakhir],
        ],
      );
      await this.audit.catat('bukti.telepon', {
        instansiId: instansi.id,
        sasaran: { jenis: 'laporan-slot', id: laporanId, nama: `${tempat.kegiatan.kode} ${tempat.periode}` },
        sebelum: null,
        sesudah: { bagian, berakhir: berakhir.toISOString() },
      });
      return { id, token, berakhir };
    });
  }

  /** Only one's own; one that has ended already is all the same. @throws {GalatTidakDitemukan} */
  cabut(tempat: TempatLapor, id: string): Promise<void> {
    const { instansi, pelaku, sekarang, laporan } = tempat;
    return this.transaksi.jalankan(async (manager) => {
      const [baris] = await manager.query<{ dicabut: Date | null; berakhir: Date }[]>(
        'SELECT dicabut, berakhir FROM telepon_unggah WHERE id::text = $1 AND laporan_id = $2 AND oleh_id = $3 FOR UPDATE',
        [id, laporan?.id ?? null, pelaku.penggunaId],
      );
      if (!baris) throw new GalatTidakDitemukan('Unggahan dari ponsel itu tidak ada pada laporan ini.');
      if (baris.dicabut !== null) return;
      await manager.query('UPDATE telepon_unggah SET dicabut = $2 WHERE id = $1', [id, sekarang]);
      await this.audit.catat('bukti.telepon_cabut', {
        instansiId: instansi.id,
        sasaran: { jenis: 'laporan-slot', id: laporan?.id ?? null, nama: `${tempat.kegiatan.kode} ${tempat.periode}` },
        sebelum: { berakhir: baris.berakhir.toISOString() },
        sesudah: { dicabut: sekarang.toISOString() },
      });
    });
  }

  /**
   * Who holds a token, and for what; null when it is none, ended, or was withdrawn. The token names its agency, and only rows of that
   * agency are seen on the way.
   */
  async cari(token: string): Promise<Telepon | null> {
    const instansiId = instansiToken(token);
    if (instansiId === null) return null;
    const { oleh } = this.transaksi.konteks;
    const dasar: Konteks = { instansi: [instansiId], pengguna: null, operator: false, oleh };
    const baris = await this.transaksi.sebagai(dasar, async (manager) => {
      const hasil = await manager.query<Baris[]>(CARI, [sidikToken(token).toString('hex'), this.jam.sekarang(), instansiId]);
      return hasil[0] ?? null;
    });
    if (!baris) return null;
    const pelaku = pelakuTelepon(baris, instansiId);
    const peran = baris.peran.map((p) => ({ instansiId, peran: p.peran }));
    const konteks: Konteks = { ...dasar, pengguna: pelaku.penggunaId, oleh: { ...oleh, nama: pelaku.nama, jabatan: [], peran } };
    const tempat = await this.transaksi.sebagai(konteks, () =>
      this.tempat.buka(baris.instansi, baris.rencana, baris.kegiatan, baris.periode, pelaku),
    );
    return { id: baris.id, bagian: baris.bagian, berakhir: baris.berakhir, tempat, konteks };
  }
}

const CARI = `
  SELECT t.id, t.bagian, t.berakhir, p.id AS "penggunaId", p.nama, p.surel, i.kode AS instansi, i.nama AS "instansiNama", i.singkatan,
    r.kode AS rencana, k.kode AS kegiatan, l.periode,
    (SELECT coalesce(json_agg(json_build_object('instansiId', x.instansi_id, 'peran', x.peran, 'unitId', x.unit_id)), '[]') FROM peran x
      WHERE x.pengguna_id = p.id AND x.instansi_id = t.instansi_id AND x.mulai <= ($2::timestamptz AT TIME ZONE i.zona_waktu)::date
        AND (x.selesai IS NULL OR x.selesai > ($2::timestamptz AT TIME ZONE i.zona_waktu)::date)) AS peran
  FROM telepon_unggah t JOIN pengguna p ON p.id = t.oleh_id JOIN instansi i ON i.id = t.instansi_id JOIN laporan_slot l ON l.id = t.laporan_id
    JOIN kegiatan k ON k.id = l.kegiatan_id JOIN rencana r ON r.id = k.rencana_id
  WHERE t.token_sidik = $1 AND t.instansi_id = $3 AND t.dicabut IS NULL AND t.berakhir > $2 AND p.dinonaktifkan IS NULL`;

/** The person who let it in, with the roles held in that agency now and none elsewhere. */
function pelakuTelepon(b: Baris, instansiId: string): Pelaku {
  return {
    penggunaId: b.penggunaId,
    nama: b.nama,
    surel: b.surel,
    operator: false,
    peran: b.peran,
    instansi: [{ id: instansiId, kode: b.instansi, nama: b.instansiNama, singkatan: b.singkatan, jabatan: null }],
    sesiId: b.id,
  };
}

/** 256 random bits behind the id of the agency, so that the token leads to its row. */
export function buatTokenTelepon(instansiId: string): string {
  return Buffer.concat([Buffer.from(instansiId.replaceAll('-', ''), 'hex'), randomBytes(PANJANG_RAHASIA)]).toString('base64url');
}

/** Null when the text has not the form of a token. */
function instansiToken(token: string): string | null {
  if (!POLA.test(token)) return null;
  const h = Buffer.from(token, 'base64url').subarray(0, PANJANG_INSTANSI).toString('hex');
  return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join('-');
}
